"""Two quotations -> whether they are wordings of one utterance, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import LCSseq

from onrecord.record.wording.alignment import Stretch, align, weigh
from onrecord.record.wording.pieces import Piece, PieceKind, pieces
from onrecord.record.wording.words import Word, words

_LEAST_WORDS = 3
_LEAST_SCORE = 0.6
"""How much of the shorter wording the longer one has at least."""

_LEAST_SOLID = 0.4
_SOLID_RUN = 3
"""How much of the shorter wording is at least the same in so many words in a row."""

_LEAST_SHARED = 2
"""Telling words that wordings share at least, unless the longer has the shorter as it is."""

_CONTAINED = 0.95
_CONTAINED_RUN = 5
"""How much of the shorter wording, with so many words in a row, the longer has where it has it as it is."""

_LONG_RUN = 10
_LONG_RUN_SHARED = 4
"""So many words in a row, so many of them telling, are one utterance whatever stands around them."""


class Relation(StrEnum):
    """How two wordings of one utterance differ.

    VERBATIM: by nothing but what an editor may do openly: marks, capitals, dashes, spelling, contractions, figures
    for numbers, words in brackets. CUT: one leaves out words of the other, or each does. REWORDED: words differ.
    """

    VERBATIM = "verbatim"
    CUT = "cut"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How two quotations, a and b, word one utterance.

    score: how much of the shorter one is in the longer one, 0 to 1. shared: the number of telling words that both
    have, see Word.telling. pieces: the words of both, in order.
    """

    relation: Relation
    score: float
    shared: int
    pieces: tuple[Piece, ...]


def compare(a: str, b: str) -> Wording | None:
    """Compare two quotations; None where they are not wordings of one utterance, as far as the words tell.

    Wordings without a telling word ("We are very pleased") are nobody's own: None even where they are equal.
    """
    own_a = [word for word in words(a) if not word.inserted]
    own_b = [word for word in words(b) if not word.inserted]
    if not _may_be_one(own_a, own_b):
        return None
    stretches = list(align(own_a, own_b))
    found = pieces(a, b, stretches)
    relation = _relation(found)
    same = [stretch for stretch in stretches if stretch.same]
    least = min(weigh(own_a), weigh(own_b))
    score = min(1.0, sum(weigh(stretch.a) for stretch in same) / least)
    if not _is_one(relation, same, score, least):
        return None
    shared = sum(_telling(stretch.a) for stretch in same)
    return Wording(relation=relation, score=round(score, 3), shared=shared, pieces=found)


def _may_be_one(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether the telling words in common, in order, could be enough; cheap, and few unrelated pairs pass."""
    if min(len(a), len(b)) < _LEAST_WORDS:
        return False
    telling_a = [word.form for word in a if word.telling]
    telling_b = [word.form for word in b if word.telling]
    common = LCSseq.similarity(telling_a, telling_b)
    return common >= _LONG_RUN_SHARED or common > 0.5 * min(len(telling_a), len(telling_b)) - 1


def _is_one(relation: Relation, same: Sequence[Stretch], score: float, least: float) -> bool:
    """Whether what is the same is enough and hangs together."""
    shared = sum(_telling(stretch.a) for stretch in same)
    if relation is Relation.VERBATIM:
        return shared > 0
    if any(len(stretch.a) >= _LONG_RUN and _telling(stretch.a) >= _LONG_RUN_SHARED for stretch in same):
        return True
    if shared and score >= _CONTAINED and any(len(stretch.a) >= _CONTAINED_RUN for stretch in same):
        return True
    solid = sum(weigh(stretch.a) for stretch in same if len(stretch.a) >= _SOLID_RUN) / least
    return shared >= _LEAST_SHARED and score >= _LEAST_SCORE and solid >= _LEAST_SOLID


def _telling(stretch: Sequence[Word]) -> int:
    return sum(word.telling for word in stretch)


def _relation(found: Sequence[Piece]) -> Relation:
    kinds = {piece.kind for piece in found}
    if PieceKind.CHANGED in kinds:
        return Relation.REWORDED
    return Relation.CUT if kinds & {PieceKind.ONLY_A, PieceKind.ONLY_B} else Relation.VERBATIM
