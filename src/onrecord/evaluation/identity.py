"""Who was taken for whom, against who is whom -> B³ and the pairs wrongly merged; tables of hard cases are read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from onrecord.analysis.naming import Gender
from onrecord.analysis.types import EntityKind
from onrecord.record.identity import Profile, Verdict

_BRACKETED = re.compile(r"\[(\w+): ([^\[\]]*)\]|\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two profiles and the verdict wanted. held_out: whether it belongs to the half kept for measuring."""

    wanted: Verdict
    theme: str
    a: Profile
    b: Profile
    held_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """B³ (Bagga and Baldwin 1998), 0 to 1, and how many pairs of profiles are merged, wrongly merged, missed."""

    precision: float
    recall: float
    merged: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def agreement(groups: Sequence[Sequence[int]], identities: Sequence[str]) -> Agreement:
    """Score groups of places in `identities`; every place stands in one group."""
    sizes = Counter(identities)
    precision = recall = 0.0
    merged = right = 0
    for group in groups:
        counts = Counter(identities[at] for at in group)
        precision += sum(count * count for count in counts.values()) / len(group)
        recall += sum(count * count / sizes[identity] for identity, count in counts.items())
        merged += _pairs(len(group))
        right += sum(map(_pairs, counts.values()))
    count = len(identities)
    return Agreement(
        precision=precision / count if count else 1.0,
        recall=recall / count if count else 1.0,
        merged=merged,
        wrong=merged - right,
        missed=sum(map(_pairs, sizes.values())) - right,
    )


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def read_cases(path: Path) -> list[Case]:
    """Read a table of cases; its first lines say how one is written."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_case(line) for line in lines if line and not line.startswith("#")]


def _case(line: str) -> Case:
    wanted, kind, theme, a, b = (cell.strip() for cell in line.split("|"))
    return Case(
        wanted=Verdict(wanted),
        theme=theme,
        a=_profile(a, EntityKind(kind)),
        b=_profile(b, EntityKind(kind)),
        held_out=bool(sha256(f"{a}|{b}".encode()).digest()[0] % 2),
    )


def _profile(cell: str, kind: EntityKind) -> Profile:
    told: dict[str, tuple[str, ...]] = defaultdict(tuple)
    marks = set()
    for name, listed, mark in _BRACKETED.findall(cell):
        marks.add(mark)
        told[name] = tuple(item.strip() for item in listed.split(";"))
    years = [date(int(year), 6, 30) for year in "".join(told["when"]).split("-") if year]
    return Profile(
        kind=EntityKind.PERSON if "person" in marks else kind,
        names=tuple(name.strip() for name in _BRACKETED.sub("", cell).split(";")),
        roles=told["role"],
        company=told["with"],
        places=told["in"],
        first=min(years, default=None),
        last=max(years, default=None),
        gender=next((gender for gender in Gender if gender in marks), None),
    )


def wrongly_merged(groups: Sequence[Sequence[int]], identities: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places that stand in one group and are of two."""
    for group in groups:
        for at, first in enumerate(group):
            yield from ((first, other) for other in group[at + 1 :] if identities[first] != identities[other])
