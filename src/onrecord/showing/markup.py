"""A story's text and its marks -> HTML: spans that nest and overlap, cut where they cross."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from onrecord.story.types import Span

_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the text that is set off.

    css: its classes. rank: of two that cover the same words the lower one is outside. name: the id that its
    first piece gets, unless another mark of that name came before. link: where a tap on it leads, if anywhere.
    tapped: whether a tap gives it the focus, without a stop for the tab key. reading: what it means, in other
    words. moment: the same as a datetime of HTML.
    """

    span: Span
    css: str
    rank: int
    name: str | None = None
    link: str | None = None
    tapped: bool = False
    reading: str | None = None
    moment: str | None = None


def escaped(words: str) -> str:
    """Words as HTML text or attribute value, U+FFFD for what HTML does not allow."""
    return escape(_NO_CHARACTER.sub("\ufffd", words))


def marked(text: str, paragraphs: Sequence[Span], marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the HTML of each paragraph, its marks as properly nested elements.

    paragraphs: in order and without overlap. Where two marks cross, the one that opened later is cut in two.
    """
    here: dict[int, list[Mark]] = defaultdict(list)
    starts = [paragraph.start for paragraph in paragraphs]
    ends = [paragraph.end for paragraph in paragraphs]
    for mark in marks:
        for number in range(bisect_right(ends, mark.span.start), bisect_left(starts, mark.span.end)):
            here[number].append(mark)
    named: set[str] = set()
    for number, paragraph in enumerate(paragraphs):
        yield "".join(_pieces(text, paragraph, here[number], named))


def _pieces(text: str, paragraph: Span, marks: Sequence[Mark], named: set[str]) -> Iterator[str]:
    opening: dict[int, list[Mark]] = defaultdict(list)
    points = {paragraph.start, paragraph.end}
    for mark in marks:
        start = max(mark.span.start, paragraph.start)
        opening[start].append(mark)
        points |= {start, min(mark.span.end, paragraph.end)}
    open_now: list[Mark] = []
    tags: list[str] = []
    for here, following in pairwise(sorted(points)):
        again: list[Mark] = []
        while any(mark.span.end <= here for mark in open_now):
            mark = open_now.pop()
            yield f"</{tags.pop()}>"
            if mark.span.end > here:
                again.append(mark)
        for mark in sorted(again + opening[here], key=lambda mark: (-mark.span.end, mark.rank)):
            linked = "a" in tags  # and in a link HTML allows no other, nor anything that takes the focus
            tag = "a" if mark.link and not linked else "time" if mark.moment else "span"
            yield _start(mark, tag, named, tapped=mark.tapped and not linked)
            open_now.append(mark)
            tags.append(tag)
        yield escaped(text[here:following])
    yield from (f"</{tag}>" for tag in reversed(tags))


def _start(mark: Mark, tag: str, named: set[str], *, tapped: bool) -> str:
    attributes = f' class="{mark.css}"'
    if mark.name is not None and mark.name not in named:
        named.add(mark.name)
        attributes += f' id="{mark.name}"'
    if tag == "a":
        attributes += f' href="#{mark.link}"'
    elif tapped:
        attributes += " tabindex=-1"
    if tag == "time" and mark.moment:
        attributes += f' datetime="{escaped(mark.moment)}"'
    if mark.reading is not None:
        attributes += f' title="{escaped(mark.reading)}"'
    return f"<{tag}{attributes}>"
