"""Content and quotation marks -> direct, mixed or indirect."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.quotation import quotations_in
from onrecord.analysis.types import Kind
from onrecord.story.types import Span

_WORD = re.compile(r"\w+")
_SMALL = {"a", "an", "and", "at", "by", "de", "for", "from", "in", "la", "of", "on", "or", "the", "to", "with"}


def kind_of(text: str, content: Sequence[Span], quoted: Sequence[Span]) -> Kind:
    """Tell how much of the content's words stand in quotation marks: all, some, or none.

    quoted: the story's quotations. A conjunction before the quotation ("that") is not counted, nor is a title
    ("The Long Night") within unquoted words.
    """
    inside = outside = 0
    titles = 0
    for piece in content:
        words = [found.span() for found in _WORD.finditer(text, piece.start, piece.end)]
        covered = 0
        for quotation in quotations_in(quoted, piece):
            here = [w for w in words if quotation.start <= w[0] and w[1] <= quotation.end]
            covered += len(here)
            if _is_title(quotation.of(text)):
                titles += len(here)
        inside += covered
        outside += len(words) - covered
    first = _WORD.search(text, content[0].start, content[0].end) if content else None
    if first and outside == 1 and inside and first[0].lower() in {"that", "but", "and"}:
        outside = 0
    if not inside or (outside and inside == titles):
        return Kind.INDIRECT
    return Kind.MIXED if outside else Kind.DIRECT


def _is_title(quotation: str) -> bool:
    """Tell whether a quotation reads like the title of a work: two words or more, the great ones capitalised."""
    words = _WORD.findall(quotation)
    great = [w for w in words if w.lower() not in _SMALL]
    return len(great) >= 2 and all(w[0].isupper() or w[0].isdigit() for w in great) and words[0][0].isupper()
