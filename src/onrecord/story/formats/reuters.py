"""The SGML of the Reuters-21578 collection to Stories; a parser of its own, streamed, an element at a time.

The collection, its tags and its oddities: Lewis, "Reuters-21578 text categorization test collection", 1997.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BufferedReader

from onrecord.errors import StoryError
from onrecord.story.composing import Slip, compose
from onrecord.story.days import published_day
from onrecord.story.decoding import STORY_LIMIT, size
from onrecord.story.formats import Report
from onrecord.story.names import names_in
from onrecord.story.types import Story

_OPEN = b"<REUTERS"
_CLOSE = b"</REUTERS>"
_CHUNK = 1 << 16

_ENTITY = re.compile(r"&(?:(?P<name>lt|gt|amp)|#(?P<code>\d{1,7}));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&"}
_NEWID = re.compile(r"\bNEWID=\"(\d{1,9})\"")
_DAY = re.compile(r"\s*(\d{1,2}-[A-Z]{3}-\d{4})\b", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Z]{1,12}>")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def read(stream: BufferedReader, source: str, report: Report) -> Iterator[Story]:
    """Yield a story for each <REUTERS> element that holds text, named by its NEWID ("reut2-000.sgm#1").

    The text is the dateline and the body without control characters; of an unprocessed item its whole text, of a
    brief its title, which is all there is.
    """
    number = 0
    for number, element in enumerate(_elements(stream), start=1):
        place = f"{source}, story {number}"
        try:
            if len(element) > STORY_LIMIT:
                raise StoryError(place, f"is longer than {size(STORY_LIMIT)}, the most for one story; split it")
            if not element.endswith(_CLOSE):
                raise StoryError(place, "has no </REUTERS>; it may be cut off")
            story = _story(_decode(element), source, number)
            if story is not None:
                yield story
        except StoryError as error:
            report(error)
    if number == 0:
        report(StoryError(source, "holds no <REUTERS> element; give a file of the Reuters-21578 collection"))


def _elements(stream: BufferedReader) -> Iterator[bytes]:
    """The elements with their tags. One without its end tag, or too long, comes as far as it was read."""
    held = b""
    seen = 0
    while chunk := stream.read1(_CHUNK):
        held += chunk
        while True:
            begin = held.find(_OPEN)
            if begin < 0:
                held, seen = held[-len(_OPEN) + 1 :], 0
                break
            end = held.find(_CLOSE, max(begin, seen))
            again = held.find(_OPEN, max(begin + len(_OPEN), seen), end if end >= 0 else len(held))
            if again >= 0:
                yield held[begin:again]
                held, seen = held[again:], 0
            elif end >= 0:
                yield held[begin : end + len(_CLOSE)]
                held, seen = held[end + len(_CLOSE) :], 0
            else:
                held = held[begin:]
                seen = max(0, len(held) - len(_CLOSE))
                break
        if len(held) > STORY_LIMIT:
            yield held
            held, seen = b"", 0
    if held.startswith(_OPEN):
        yield held


def _decode(element: bytes) -> str:
    try:
        return element.decode("utf-8")
    except UnicodeDecodeError:
        return element.decode("latin-1")


def _story(element: str, source: str, number: int) -> Story | None:
    """The story of one element; None where the collection has an empty one, as NEWID 12793 is."""
    whole = _inside(element, "TEXT") or ""
    title = " ".join(_plain(_inside(whole, "TITLE") or "").split()) or None
    body = _inside(whole, "BODY")
    dateline = _plain(_inside(whole, "DATELINE") or "").strip()
    if body is not None:
        text = f"{dateline} {_plain(body).lstrip()}" if dateline else _plain(body)
    elif 'TYPE="BRIEF"' in element or (title and not _TAG.sub("", whole).strip()):
        text = title or ""
    else:
        text = _plain(_TAG.sub("", whole)).lstrip("\n")
    if not text.strip():
        return None
    newid = _NEWID.search(element)
    author = re.sub(r"^\s*by\s+", "", _plain(_inside(whole, "AUTHOR") or ""), flags=re.IGNORECASE)
    slip = Slip(published=_date(element), headline=title, byline=names_in(author) or (), publisher="Reuters")
    return compose(text, f"{source}#{newid[1] if newid else number}", slip)


def _inside(markup: str, tag: str) -> str | None:
    """What stands between a tag and its end, None without them."""
    opened = re.search(rf"<{tag}(?: [^>]*)?>", markup)
    if opened is None:
        return None
    closed = markup.find(f"</{tag}>", opened.end())
    return markup[opened.end() : closed] if closed >= 0 else None


def _plain(markup: str) -> str:
    """Resolve &lt; &gt; &amp; and numbers, nothing else; drop the control characters that stand for wire codes."""
    resolved = _ENTITY.sub(_character, markup)
    return _CONTROLS.sub("", resolved.replace("\r\n", "\n").replace("\r", "\n"))


def _character(entity: re.Match[str]) -> str:
    if name := entity["name"]:
        return _NAMED[name]
    code = int(entity["code"])
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else entity[0]


def _date(element: str) -> date | None:
    found = _DAY.match(_inside(element, "DATE") or "")
    try:
        return published_day(found[1].replace("-", " ")) if found else None
    except ValueError:
        return None
