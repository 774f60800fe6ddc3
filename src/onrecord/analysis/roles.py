"""A story's text and where a name stands -> the role that the words around it give, an entity's `role`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.descriptions import (
    ABBREVIATED,
    BREAK,
    REACH,
    Word,
    ends_sentence,
    head_at_end,
    is_description,
    is_head,
    title_start,
    trails_off,
    words_before,
    words_in,
)
from onrecord.analysis.nameparts import parts
from onrecord.analysis.namewords import HONORIFICS, PEERAGE, PLACES, REGNAL
from onrecord.analysis.naming import parse
from onrecord.analysis.rolewords import DETERMINERS, FINITE, RELATIVES, RELATIVES_OPEN
from onrecord.story.types import Span

_SHORTENED = re.compile(r"(?:[^\W\d_]\.)+")
_BEHIND = re.compile(
    r"(?:,?\s+(?:Jr|Sr)\.?)?(?:\s*\([^()]{1,60}\))?\s*(?:,|--+|[–—]|(?<=\s)-(?=\s))\s*"
    r"(?:(?:aged\s+)?\d{1,3}\s*,\s*|[DRI]-[A-Z][\w.]*(?:\s[A-Z][\w.]*)?\s*,\s*|(?:QC|SC|MP|MD|Ph\.?D\.?)\s*,\s*)*"
)
_CLOSED = re.compile(r"\s*(?:,(?!\s*(?:and|or)\b)|[.!?]|--+|[–—]|-\s|[\"”]|''|\Z|\n\s*\n)")
_OPENED = re.compile(r"(?:,|--+|[–—]|(?<=\s)-)\s+\Z")
_HANDLED = HONORIFICS | PEERAGE


def role_of(text: str, names: Sequence[Span]) -> str | None:
    """The role that the story gives with an entity's name mentions, white space normalised, or None.

    names: spans of the name with or without its title, in text order. A title before the name goes before a
    description behind it, full names before bare surnames, the first before later ones.
    """
    full = [span for span in names if len(parse(span.of(text)).words) > 1]
    for span in (*full, *(span for span in names if span not in full)):
        if found := role(text, span):
            return " ".join(found.of(text).split())
    return None


def role(text: str, name: Span) -> Span | None:
    """Where the role stands that is given with one name mention, its article left off.

    "Panama coach", "editor at large at the Gazette", "the company's chairman". Words of address are no role.
    """
    found = _title(text, name) or _behind(text, name) or _in_front(text, name)
    return _without_determiner(text, found) if found else None


def apposition(text: str, name: Span) -> Span | None:
    """Where a description stands that names the same person or organisation, its article included.

    It stands behind the name ("Ann Lee, a nurse,") or before it, parted by a comma or not ("the nurse Ann Lee").
    It never overlaps the name's own words.
    """
    return _behind(text, name) or _in_front(text, name) or _title(text, name, article=True)


def _title(text: str, name: Span, *, article: bool = False) -> Span | None:
    """The words right before the name's own that end in a noun of office."""
    start = _own_start(text, name)
    words = words_before(text, start)
    end = len(words)
    while end and words[end - 1].low in _HANDLED and not _is_regnal(words, end - 1):
        end -= 1
    head = head_at_end(words[:end])
    if head is None or not text[words[end - 1].end : words[end].start if end < len(words) else start].isspace():
        return None
    begin = title_start(words, head)
    described = words[begin:end]
    if described[head - begin].low in RELATIVES | REGNAL and len(described) == 1:
        return None
    if article and begin and words[begin - 1].low in DETERMINERS:
        begin -= 1
    return Span(start=words[begin].start, end=words[end - 1].end)


def _own_start(text: str, name: Span) -> int:
    """Where the name's own words begin, behind a title that the span may hold."""
    own = parts(name.of(text)).own
    return name.start + own[0].start if own else name.start


def _is_regnal(words: Sequence[Word], place: int) -> bool:
    return words[place].low in REGNAL and words[place].raw[0].isupper()


def _behind(text: str, name: Span) -> Span | None:
    """The description between commas or dashes behind the name."""
    if text[name.start : name.end].endswith(("'s", "’s", "'", "’")):
        return None
    opening = _BEHIND.match(text, name.end - text[name.start : name.end].endswith(","))
    if opening is None:
        return None
    words: list[Word] = []
    for word in words_in(text, opening.end(), min(len(text), opening.end() + REACH)):
        broken = words and BREAK.search(text, words[-1].end, word.start)
        if broken or word.low in RELATIVES_OPEN or not (word.raw[0].isalnum() or word.raw == "&"):
            break
        if words and words[-1].raw.endswith(".") and ends_sentence(words[-1], word):
            break
        words.append(word)
    else:
        if opening.end() + REACH < len(text):
            return None
    if not is_description(words) or (words[0].low not in DETERMINERS and parse(name.of(text)).core in PLACES):
        return None
    return Span(start=words[0].start, end=_without_stop(text, words[-1]))


def _without_stop(text: str, last: Word) -> int:
    """The end of the last word without the sentence's stop, but with that of an abbreviation."""
    kept = _SHORTENED.fullmatch(last.raw) or last.low in ABBREVIATED
    return last.end if kept or text[last.end - 1] != "." else last.end - 1


def _in_front(text: str, name: Span) -> Span | None:
    """The description before the name, a comma between them, where the name is closed off behind."""
    if text[name.start : name.end].endswith(("'s", "’s")) or not _CLOSED.match(text, name.end):
        return None
    if parse(name.of(text)).acronym:
        return None
    comma = _OPENED.search(text, max(0, name.start - 8), name.start)
    if comma is None:
        return None
    words = words_before(text, comma.start())
    head = next((at for at in range(len(words) - 1, -1, -1) if is_head(words, at)), None)
    if head is None or any(word.low in FINITE for word in words[head:]) or trails_off(words[head + 1 :]):
        return None
    begin = title_start(words, head)
    if begin and words[begin - 1].low in DETERMINERS:
        begin -= 1
    owned = any(word.low.endswith(("'s", "’s")) for word in words[begin:head])
    if begin and not owned and words[begin].low not in DETERMINERS:
        return None
    if begin == head and words[head].low in RELATIVES | REGNAL:
        return None
    return Span(start=words[begin].start, end=words[-1].end)


def _without_determiner(text: str, found: Span) -> Span | None:
    first = next(words_in(text, found.start, found.end))
    if first.low not in DETERMINERS or first.end == found.end:
        return found
    rest = text[first.end : found.end]
    return Span(start=found.end - len(rest.lstrip()), end=found.end)
