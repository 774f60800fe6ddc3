"""A statement's content -> its words in quotation marks, to be followed from story to story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.story.types import Span

_MARKS = "\"“”„‟«»‘’‚'` \t\r\n"


def quoted(text: str, content: Sequence[Span], quotations: Sequence[Span]) -> str:
    """Return the quoted words of a content, without the marks around them, its pieces joined by a space.

    quotations: the quotations of the story, marks included, in order. Empty where nothing of the content is quoted.
    """
    return " ".join(span.of(text) for span in quoted_spans(text, content, quotations))


def quoted_spans(text: str, content: Sequence[Span], quotations: Sequence[Span]) -> Iterator[Span]:
    """Yield where the quoted words of a content stand in the story."""
    for piece in content:
        for quotation in quotations:
            start, end = max(piece.start, quotation.start), min(piece.end, quotation.end)
            words = text[start:end]
            bare = words.lstrip(_MARKS)
            start += len(words) - len(bare)
            if bare := bare.rstrip(_MARKS):
                yield Span(start=start, end=start + len(bare))
