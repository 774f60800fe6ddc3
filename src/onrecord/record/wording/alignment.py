"""The words of two quotations -> stretches that are the same or replace each other, for wordings to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise

from onrecord.record.wording.words import Word

_LIGHT = 0.25
"""What a light word weighs; a telling one weighs 1."""

_CHANGED = 5
"""Editors do not put other words for more than so many at the ends of a wording."""

_AMBIGUOUS = {"'s": {"is", "has", "us"}, "'d": {"would", "had", "did"}}
_END = Match(0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of a and those of b in their place; one of the two may be empty. same: they are equal."""

    a: Sequence[Word]
    b: Sequence[Word]
    same: bool


def weigh(words: Iterable[Word]) -> float:
    """Return how much words say: each telling one 1, each other one a quarter."""
    return sum(1.0 if word.telling else _LIGHT for word in words)


def align(a: Sequence[Word], b: Sequence[Word]) -> Iterator[Stretch]:
    """Yield the stretches of two rows of words in order.

    The longest row of same words comes first, then what lies before and after it (Ratcliff and Metzener 1988, as in
    difflib). A light word or two among more differences on both sides are no agreement, but part of the difference.
    """
    matcher = SequenceMatcher(None, [word.form for word in a], [word.form for word in b], autojunk=False)
    at_a = at_b = 0
    for block in [*_agreements(a, b, matcher.get_matching_blocks()), Match(len(a), len(b), 0)]:
        one, other = a[at_a : block.a], b[at_b : block.b]
        if _is_same(one, other):
            yield from _stretches((one, other), same=True)
        else:
            yield from _stretches(
                *_opposed(one, other, opens=not at_a and not at_b, closes=not block.size), same=False
            )
        at_a, at_b = block.a + block.size, block.b + block.size
        yield from _stretches((a[block.a : at_a], b[block.b : at_b]), same=True)


def _stretches(*rows: tuple[Sequence[Word], Sequence[Word]], same: bool) -> Iterator[Stretch]:
    for a, b in rows:
        if a or b:
            yield Stretch(a=a, b=b, same=same)


def _opposed(
    a: Sequence[Word], b: Sequence[Word], *, opens: bool, closes: bool
) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Yield which words that differ stand in each other's place.

    Between words that are the same, all of them. Before the first and after the last, one wording may go on for
    longer: there only as many as both have, or none where that is many.
    """
    paired = min(len(a), len(b))
    if not (opens or closes) or max(len(a), len(b)) <= _CHANGED:
        yield a, b
    elif paired > _CHANGED:
        yield a, b[:0]
        yield a[:0], b
    elif closes:
        yield a[:paired], b[:paired]
        yield a[paired:], b[paired:]
    else:
        rest_a, rest_b = len(a) - paired, len(b) - paired
        yield a[:rest_a], b[:rest_b]
        yield a[rest_a:], b[rest_b:]


def _agreements(a: Sequence[Word], b: Sequence[Word], blocks: Sequence[Match]) -> list[Match]:
    """Leave out the blocks that are no agreement. The last of `blocks` is empty and ends both rows."""
    kept: list[Match] = []
    for block, after in pairwise(blocks):
        before = kept[-1] if kept else _END
        differ_a = after.a - before.a - before.size - block.size
        differ_b = after.b - before.b - before.size - block.size
        opens = block.a == block.b == 0
        closes = not after.size and block.a + block.size == after.a and block.b + block.size == after.b
        telling = any(word.telling for word in a[block.a : block.a + block.size])
        if telling or opens or closes or block.size >= min(differ_a, differ_b):
            kept.append(block)
    return kept


def _is_same(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether differing words are one text: written together ("per cent"), or a contraction that may mean two."""
    if "".join(word.form for word in a) == "".join(word.form for word in b):
        return True
    return len(a) == len(b) == 1 and (
        b[0].form in _AMBIGUOUS.get(a[0].form, ()) or a[0].form in _AMBIGUOUS.get(b[0].form, ())
    )
