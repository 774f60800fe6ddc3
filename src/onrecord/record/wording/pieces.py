"""Aligned words of two quotations -> the pieces to show side by side, with words in brackets put back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.wording.alignment import Stretch
from onrecord.record.wording.words import Word, words
from onrecord.story.types import Span

_REPLACED = 5
"""Words in brackets stand for no more words than this."""


class PieceKind(StrEnum):
    """What a piece of two wordings is.

    SAME: the same words. EDITED: the same but for spelling, contraction, figures, or words that an editor put in
    brackets, with those they stand for. ONLY_A, ONLY_B: words that the other leaves out. CHANGED: other words.
    """

    SAME = "same"
    EDITED = "edited"
    ONLY_A = "only_a"
    ONLY_B = "only_b"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of quotation a and those of quotation b in their place: a[start:end], b[start:end]; None for none."""

    kind: PieceKind
    a: Span | None
    b: Span | None


class _Side:
    """The words of one quotation in order, those in brackets taken along with the words they stand at."""

    def __init__(self, quoted: str) -> None:
        self.quoted = quoted
        self._words = list(words(quoted))
        self._next = 0

    def inserted(self) -> list[Word]:
        """Take the words in brackets that come next, if any."""
        first = self._next
        while self._next < len(self._words) and self._words[self._next].inserted:
            self._next += 1
        return self._words[first : self._next]

    def own(self, count: int) -> list[Word]:
        """Take words up to the next `count` own ones, with the brackets before and between them."""
        first = self._next
        while count:
            count -= not self._words[self._next].inserted
            self._next += 1
        return self._words[first : self._next]

    def printed(self, word: Word) -> str:
        return self.quoted[word.start : word.end].casefold().replace("’", "'")


def pieces(a: str, b: str, stretches: Sequence[Stretch]) -> tuple[Piece, ...]:
    """Return the pieces of quotations a and b, in order; `stretches` are of their words without those in brackets.

    Each word of both is in exactly one piece.
    """
    return tuple(_joined(_pieces(_Side(a), _Side(b), stretches)))


def _pieces(a: _Side, b: _Side, stretches: Sequence[Stretch]) -> Iterator[Piece]:
    for stretch in stretches:
        if not stretch.same:
            yield from _different(a, b, stretch)
        elif len(stretch.a) == len(stretch.b):
            for _ in stretch.a:
                yield from _bracketed(a.inserted(), b.inserted())
                one, other = a.own(1), b.own(1)
                same = a.printed(one[0]) == b.printed(other[0])
                yield _piece(PieceKind.SAME if same else PieceKind.EDITED, one, other)
        else:
            yield from _bracketed(a.inserted(), b.inserted())
            yield _piece(PieceKind.EDITED, a.own(len(stretch.a)), b.own(len(stretch.b)))
    yield from _bracketed(a.inserted(), b.inserted())


def _different(a: _Side, b: _Side, stretch: Stretch) -> Iterator[Piece]:
    one, other = a.own(len(stretch.a)), b.own(len(stretch.b))
    if one and other:
        yield _piece(PieceKind.CHANGED, one, other)
        return
    brackets = b.inserted() if one else a.inserted()
    if brackets and len(one) + len(other) <= _REPLACED:
        yield _piece(PieceKind.EDITED, one or brackets, other or brackets)
        return
    yield _piece(PieceKind.ONLY_A if one else PieceKind.ONLY_B, one, other)
    yield from _bracketed([] if one else brackets, brackets if one else [])


def _bracketed(a: Sequence[Word], b: Sequence[Word]) -> Iterator[Piece]:
    if a or b:
        yield _piece(PieceKind.EDITED, a, b)


def _piece(kind: PieceKind, a: Sequence[Word], b: Sequence[Word]) -> Piece:
    return Piece(kind=kind, a=_span(a), b=_span(b))


def _span(row: Sequence[Word]) -> Span | None:
    return Span(start=row[0].start, end=row[-1].end) if row else None


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours of one kind."""
    last: Piece | None = None
    for piece in found:
        if last is not None and last.kind is piece.kind:
            last = Piece(kind=piece.kind, a=_over(last.a, piece.a), b=_over(last.b, piece.b))
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _over(first: Span | None, second: Span | None) -> Span | None:
    if first is None or second is None:
        return first or second
    return Span(start=first.start, end=second.end)
