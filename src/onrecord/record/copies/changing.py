"""Two Analyses, of a story and of a later version of it -> what became of each statement between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Indel

from onrecord.analysis.matching import Match, same
from onrecord.analysis.naming import parse
from onrecord.analysis.types import Analysis, Statement
from onrecord.record.copies.bodies import Token, tokens
from onrecord.story.types import Span

_ALIKE = 0.5
"""How alike the contents of two statements of one speaker are, at least, for one to be the other reworded."""

_ALIKE_OF_OTHERS = 0.8
"""The same where the speakers are two."""

_CUT = 5
"""A content of so many words or more may be a shorter form of one that holds nearly all of them."""

_NEARLY_ALL = 0.9
_OF_ONE = frozenset({Match.EXACT, Match.SHORT, Match.ACRONYM})


class ChangeKind(StrEnum):
    """What became of a statement.

    KEPT: the same words of the same speaker. REWORDED: the cue or the content has other words. REATTRIBUTED: it is
    given to another speaker, the words the same or nearly. ADDED, DROPPED: only the new or the old version has it.
    """

    KEPT = "kept"
    REWORDED = "reworded"
    REATTRIBUTED = "reattributed"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Words of the old statement and those of the new in their place; one of the two may be empty.

    old, new: where the words stand in their story, in text order. same: they are equal but for capitals, accents
    and punctuation.
    """

    old: tuple[Span, ...]
    new: tuple[Span, ...]
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A statement in two versions. old is None where it was added, new where it was dropped.

    cue, content: where both have it, all the words of the cue and of the content, aligned and in order.
    """

    kind: ChangeKind
    old: Statement | None
    new: Statement | None
    cue: tuple[Aligned, ...] = ()
    content: tuple[Aligned, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Words of one role of a statement, with the number of the span that each stands in."""

    tokens: tuple[Token, ...]
    piece: tuple[int, ...]

    @property
    def forms(self) -> list[str]:
        return [token.form for token in self.tokens]

    def spans(self, first: int, last: int) -> tuple[Span, ...]:
        """Where the words from first up to last stand; neighbours of one span as one."""
        runs = groupby(range(first, last), key=self.piece.__getitem__)
        ends = ((run[0], run[-1]) for run in (list(numbers) for _, numbers in runs))
        return tuple(Span(start=self.tokens[a].span.start, end=self.tokens[b].span.end) for a, b in ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """A statement as versions compare it. speaker: the name that the story gives, None where it gives none."""

    statement: Statement
    speaker: str | None
    cue: _Row
    content: _Row


def changes(old: Analysis, new: Analysis) -> tuple[Change, ...]:
    """Tell what became of each statement: those of the new version in its order, dropped ones where they stood.

    Each statement has at most one counterpart. The most alike contents go first, of equally alike ones those of one
    speaker, then those that stand at the same place. Quadratic in the number of statements.
    """
    before, after = _wordings(old), _wordings(new)
    pairs = _pairs(before, after)
    found = [
        _change(before[pairs[j]], wording) if j in pairs else _added(wording) for j, wording in enumerate(after)
    ]
    places = {i: j for j, i in pairs.items()}
    dropped: dict[int, list[Change]] = {}
    place = -1
    for i, wording in enumerate(before):
        place = places.get(i, place)
        if i not in places:
            dropped.setdefault(place, []).append(Change(kind=ChangeKind.DROPPED, old=wording.statement, new=None))
    ordered = dropped.get(-1, [])
    for j, change in enumerate(found):
        ordered = [*ordered, change, *dropped.get(j, [])]
    return tuple(ordered)


def _wordings(analysis: Analysis) -> list[_Wording]:
    text = analysis.story.text
    names = {entity.id: entity.name for entity in analysis.entities}
    return [
        _Wording(
            statement=statement,
            speaker=names.get(statement.speaker) if statement.speaker is not None else None,
            cue=_row(text, statement.cue),
            content=_row(text, statement.content),
        )
        for statement in analysis.statements
    ]


def _row(text: str, spans: Sequence[Span]) -> _Row:
    found = [(token, number) for number, span in enumerate(spans) for token in tokens(text, span)]
    return _Row(tokens=tuple(token for token, _ in found), piece=tuple(number for _, number in found))


def _pairs(before: Sequence[_Wording], after: Sequence[_Wording]) -> dict[int, int]:
    """Return for each statement of the new version that has one its counterpart in the old, by their places."""
    old_forms, new_forms = ([wording.content.forms for wording in side] for side in (before, after))
    likely: list[tuple[float, int, float, int, int]] = []
    for i, one in enumerate(before):
        for j, other in enumerate(after):
            alike = _alike(old_forms[i], new_forms[j])
            if alike >= _ALIKE:
                apart = _of_two(one.speaker, other.speaker)
                if not apart or alike >= _ALIKE_OF_OTHERS:
                    likely.append((-alike, apart, abs(i / len(before) - j / len(after)), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(likely):
        if i not in taken and j not in pairs:
            pairs[j] = i
            taken.add(i)
    return pairs


def _alike(a: Sequence[str], b: Sequence[str]) -> float:
    """Return the share of words that two contents have in common in the same order, 0 to 1."""
    if not a or not b:
        return float(len(a) == len(b))
    alike: float = Indel.normalized_similarity(a, b, score_cutoff=0.1)
    short = min(len(a), len(b))
    in_order = alike * (len(a) + len(b)) / 2
    if short >= _CUT and in_order >= _NEARLY_ALL * short:
        return max(alike, _ALIKE)
    return alike


def _of_two(a: str | None, b: str | None) -> bool:
    """Whether two names cannot be one speaker's."""
    return a is not None and b is not None and same(parse(a), parse(b)) not in _OF_ONE


def _change(old: _Wording, new: _Wording) -> Change:
    cue, content = (tuple(_aligned(a, b)) for a, b in ((old.cue, new.cue), (old.content, new.content)))
    if _of_two(old.speaker, new.speaker):
        kind = ChangeKind.REATTRIBUTED
    elif all(aligned.same for aligned in (*cue, *content)):
        kind = ChangeKind.KEPT
    else:
        kind = ChangeKind.REWORDED
    return Change(kind=kind, old=old.statement, new=new.statement, cue=cue, content=content)


def _added(wording: _Wording) -> Change:
    return Change(kind=ChangeKind.ADDED, old=None, new=wording.statement)


def _aligned(a: _Row, b: _Row) -> Iterator[Aligned]:
    at_a = at_b = 0
    for block in Indel.opcodes(a.forms, b.forms).as_matching_blocks():
        if at_a < block.a or at_b < block.b:
            yield Aligned(old=a.spans(at_a, block.a), new=b.spans(at_b, block.b), same=False)
        at_a, at_b = block.a + block.size, block.b + block.size
        if block.size:
            yield Aligned(old=a.spans(block.a, at_a), new=b.spans(block.b, at_b), same=True)
