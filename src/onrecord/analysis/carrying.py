"""Quotations that go on without a source -> statements that carry the source before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.attribution import Attribution
from onrecord.story.types import Span

_LEAST = 4
"""Fewer quoted words than this, standing alone, are a crosshead or a title rather than speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """A paragraph that is all quotation and has no cue: the words, and the index of the attribution it goes on from.

    open: whether the quotation before it was left open, as is done in print when it goes on.
    """

    content: Span
    carried: int
    open: bool


def continuations(
    text: str, paragraphs: Sequence[Span], quoted: Sequence[Span], found: Sequence[Attribution]
) -> Iterator[Continuation]:
    """Yield each paragraph that is one quotation, follows on another, and is in no attribution's content.

    found: the story's attributions in text order.
    """
    whole = {q.start: q for q in quoted}
    last: int | None = None
    was_open = False
    outer = [(i, a) for i, a in enumerate(found) if a.inside is None and a.content]
    for paragraph in paragraphs:
        here = [i for i, a in outer if any(_meet(s, paragraph) for s in (*a.content, *a.cue))]
        quotation = whole.get(paragraph.start)
        alone = quotation is not None and len(paragraph.of(text)) - len(quotation.of(text)) <= 1
        if here:
            ending = [i for i in here if _ends_quoted(text, found[i], paragraph, quoted)]
            last = ending[-1] if ending else None
        elif last is not None and quotation is not None and alone and len(quotation.of(text).split()) >= _LEAST:
            yield Continuation(content=quotation, carried=last, open=was_open)
        else:
            last = None
        was_open = last is not None and _left_open(text, paragraph, quoted)


def _ends_quoted(text: str, attribution: Attribution, paragraph: Span, quoted: Sequence[Span]) -> bool:
    """Tell whether some of the attribution's content is quoted in this paragraph."""
    return any(
        _meet(s, q) and q.end <= paragraph.end and q.start >= paragraph.start
        for s in attribution.content
        for q in quoted
    )


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _left_open(text: str, paragraph: Span, quoted: Sequence[Span]) -> bool:
    last = [q for q in quoted if paragraph.start <= q.start and q.end == paragraph.end]
    return bool(last) and text[paragraph.end - 1] not in "”\"»'’"
