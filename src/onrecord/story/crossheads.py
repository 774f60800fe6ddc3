"""Crossheads: the short lines in capitals or quotation marks that break up the body of a story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.story.types import Part, PartKind, Span

_LONGEST = 70
_PROSE = 80
"""A crosshead stands between paragraphs of at least so many characters, never in a list or a table."""

_QUOTED = re.compile(r"(?:\"[^\"“”]+\"|“[^\"“”]+”|'[^\"“”]+'|‘[^\"“”]+’|''[^\"“”]+''|``[^\"“”]+'')")
_COLUMNS = re.compile(r"\t|\S {2,}\S|\.{3,}|[|@{}<>=#]|https?:", re.IGNORECASE)
_QUOTES = "\"'“”‘’`"


def crossheads(text: str, paragraphs: Sequence[Span]) -> tuple[Part, ...]:
    """Find the crossheads among the paragraphs of a story's body, in order, head and credits left out.

    A crosshead is a line of its own between two paragraphs of prose, all in capitals, or all in quotation marks
    without a stop. Anything less certain stays body text.
    """
    found: list[Part] = []
    for before, here, after in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False):
        if here.end - here.start > _LONGEST:
            continue
        if _is_prose(text, before) and _is_prose(text, after) and _like_a_crosshead(here.of(text)):
            found.append(Part(kind=PartKind.CROSSHEAD, span=here))
    return tuple(found)


def _is_prose(text: str, span: Span) -> bool:
    words = text[span.start : min(span.end, span.start + 400)]
    return len(words) >= _PROSE and sum(map(str.islower, words)) * 2 > len(words)


def _like_a_crosshead(line: str) -> bool:
    if "\n" in line or "\r" in line or _COLUMNS.search(line):
        return False
    quoted = bool(_QUOTED.fullmatch(line))
    inner = line.strip(_QUOTES)
    letters = sum(map(str.isalpha, inner))
    if not inner or letters < 4 or letters * 3 < len(inner) * 2 or inner[-1] in ",;:-–—)" or inner[0] in "(-–—•*":
        return False
    if inner.isupper():
        return True
    return quoted and inner[0].isupper() and inner[-1] not in ".!?…" and len(inner.split()) <= 8
