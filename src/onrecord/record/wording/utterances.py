"""Quotations of many stories -> utterances, each with its wordings: who printed which, and when first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.record.wording.comparing import Relation, Wording, compare
from onrecord.record.wording.shingles import keys
from onrecord.record.wording.words import words

_CROWDED = 200
"""A key that more wordings share than this is a phrase of everybody, no trace of an utterance."""

_CANDIDATES = 16
"""So many quotations, those with most keys in common, are compared with a new one."""

_FEW_SHARED = 3
_FEW_SCORE = 0.8
"""So many telling words, and so much of the shorter wording, are shared at least where a speaker is not known."""

_MANY_SHARED = 8
"""So many telling words are hardly anybody else's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The quoted words of a statement. speaker: who is known to have said them, the same in every story, or None.

    printed: the day of publication, None where it is not known.
    """

    id: str
    words: str
    speaker: str | None
    printed: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One wording of an utterance.

    quotations: those that have it, the first printed first. wording: how the first differs from the utterance's
    fullest, which is a, None for the fullest itself and for a wording that only a third one ties to it.
    """

    quotations: tuple[Quotation, ...]
    wording: Wording | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What somebody said once. fullest: its longest wording. variants: all of them, the first printed first."""

    fullest: Variant
    variants: tuple[Variant, ...]


@dataclass(slots=True, kw_only=True)
class _Same:
    """Quotations of one speaker with the same words, the first printed first."""

    forms: tuple[str, ...]
    quotations: list[Quotation]


@dataclass(slots=True, kw_only=True)
class _Group:
    """Wordings that are taken for one utterance, the fullest first, and their known speakers."""

    members: list[_Same] = field(default_factory=list)
    speakers: set[str] = field(default_factory=set)

    def add(self, same: _Same) -> None:
        self.members.append(same)
        if (speaker := same.quotations[0].speaker) is not None:
            self.speakers.add(speaker)

    def takes(self, speaker: str | None, wording: Wording) -> bool:
        """Whether the wording is one of this utterance, with what is known of the speakers.

        Of the same speaker, any. Where a speaker is not known, more must be the same. What others are known to have
        said is one only where it is long and no word is changed: then a speaker is wrong, not the wording.
        """
        if speaker in self.speakers:
            return True
        many = wording.shared >= _MANY_SHARED
        if speaker is not None and self.speakers:
            return many and wording.relation is not Relation.REWORDED
        return many or (wording.shared >= _FEW_SHARED and wording.score >= _FEW_SCORE)


def utterances(quotations: Iterable[Quotation]) -> list[Utterance]:
    """Group quotations into utterances, in the order in which these were first printed.

    Every quotation is in one utterance; most stand alone. The fullest wordings come first, and each further one
    joins the utterance that has most of it, so that a phrase of two speeches does not make these one. What has no
    keys stays alone. The order of `quotations` does not matter.
    """
    groups: list[_Group] = []
    holding: dict[int, list[tuple[_Same, _Group]]] = defaultdict(list)
    for same in sorted(_same(quotations), key=_fullness):
        found = keys(same.quotations[0].words)
        group = _likeliest(same, [holding[key] for key in found])
        if group is None:
            group = _Group()
            groups.append(group)
        group.add(same)
        for key in found:
            holding[key].append((same, group))
    return sorted((_utterance(group) for group in groups), key=lambda u: _order(u.variants[0].quotations[0]))


def _same(quotations: Iterable[Quotation]) -> Iterable[_Same]:
    """Put quotations with the same speaker and words together, where the words are enough to be followed."""
    together: dict[tuple[str | None, tuple[str, ...], str], list[Quotation]] = defaultdict(list)
    for quotation in sorted(quotations, key=_order):
        own = words(quotation.words)
        telling = sum(word.telling and not word.inserted for word in own)
        alone = telling < (_FEW_SHARED if quotation.speaker is None else 1)
        forms = tuple(word.form for word in own)
        together[quotation.speaker, forms, quotation.id if alone else ""].append(quotation)
    return [_Same(forms=forms, quotations=ordered) for (_, forms, _), ordered in together.items()]


def _likeliest(same: _Same, crowds: Sequence[Sequence[tuple[_Same, _Group]]]) -> _Group | None:
    """Return the utterance that has most of a wording; `crowds` are those under each of its keys."""
    common: Counter[int] = Counter()
    known: dict[int, tuple[_Same, _Group]] = {}
    for crowd in crowds:
        if len(crowd) <= _CROWDED:
            for held in crowd:
                common[id(held[0])] += 1
                known[id(held[0])] = held
    best: tuple[tuple[int, float], _Group] | None = None
    for number, _ in common.most_common(_CANDIDATES):
        other, group = known[number]
        wording = compare(other.quotations[0].words, same.quotations[0].words)
        if wording is not None and group.takes(same.quotations[0].speaker, wording):
            rank = (wording.shared, wording.score)
            if best is None or rank > best[0]:
                best = rank, group
    return best[1] if best is not None else None


def _utterance(group: _Group) -> Utterance:
    together: dict[tuple[str, ...], list[Quotation]] = defaultdict(list)
    for same in group.members:
        together[same.forms] += same.quotations
    fullest = group.members[0]
    variants = []
    for forms, these in together.items():
        ordered = tuple(sorted(these, key=_order))
        wording = compare(fullest.quotations[0].words, ordered[0].words) if forms != fullest.forms else None
        variants.append(Variant(quotations=ordered, wording=wording))
    first = variants[0]
    return Utterance(fullest=first, variants=tuple(sorted(variants, key=lambda v: _order(v.quotations[0]))))


def _fullness(same: _Same) -> tuple[int, bool, date, str]:
    return (-len(same.forms), *_order(same.quotations[0]))


def _order(quotation: Quotation) -> tuple[bool, date, str]:
    """When it was printed; undated ones last."""
    return (quotation.printed is None, quotation.printed or date.max, quotation.id)
