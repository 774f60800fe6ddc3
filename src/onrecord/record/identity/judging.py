"""Two profiles -> Judgement: the same, different, or unsure, with a score and the reason in a line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import exp

from onrecord.analysis.naming import Gender, parse
from onrecord.analysis.types import EntityKind
from onrecord.record.identity import organizations, persons, weights
from onrecord.record.identity.likeness import APART, LEANING, Grade, Likeness
from onrecord.record.identity.profile import Profile
from onrecord.record.identity.surroundings import ERA, Surroundings, surroundings

_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})
_SHOWN = 3
"""How many names or words of what is shared a reason lists."""


class Verdict(StrEnum):
    """Whether two profiles are of one person or organisation; unsure is left to people."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict, the probability of being the same, 0 to 1, that it rests on, and the reason in plain English."""

    verdict: Verdict
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for and against two profiles being the same.

    person: whether it is persons that are compared. excluded: why they cannot be the same, or "".
    """

    person: bool
    likeness: Likeness
    surroundings: Surroundings
    excluded: str

    def measures(self) -> dict[str, float]:
        """The numbers to be weighed beside the grade, by name."""
        likeness = self.likeness
        return {
            "common": float(likeness.common),
            "middle": float(likeness.middle),
            **self.surroundings.measures(),
        }


def judge(a: Profile, b: Profile) -> Judgement:
    """Judge whether two profiles are of one person or organisation. The order does not matter.

    What excludes it (full names, endings such as Jr., genders, eras, one story that has both) makes them different.
    Else the grade of the names and what the stories have in common are weighed by a logistic model. A name that
    leaves the bearer open, such as a bare surname, never makes them the same by itself.
    """
    evidence = weigh_up(a, b)
    if evidence.excluded:
        return Judgement(verdict=Verdict.DIFFERENT, score=0.0, reason=evidence.excluded)
    value = score(evidence)
    verdict = _verdict(evidence, value)
    return Judgement(verdict=verdict, score=round(value, 4), reason=_reason(evidence))


def weigh_up(a: Profile, b: Profile) -> Evidence:
    """Gather the evidence on two profiles."""
    first, second = sorted((a, b), key=lambda one: (one.kind, one.names, one.roles, one.company))
    person = first.kind is EntityKind.PERSON
    alike = (persons if person else organizations).likeness(first.names, second.names)
    around = surroundings(first, second)
    return Evidence(
        person=person, likeness=alike, surroundings=around, excluded=_excluded(first, second, alike, around)
    )


def score(evidence: Evidence) -> float:
    """The probability that they are the same, 0 to 1."""
    total = weights.GRADES[evidence.likeness.grade]
    total += sum(weights.EVIDENCE[name] * value for name, value in evidence.measures().items())
    return 1 / (1 + exp(-total))


def _excluded(a: Profile, b: Profile, alike: Likeness, around: Surroundings) -> str:
    if a.kind is not b.kind and not {a.kind, b.kind} <= _BODIES:
        return f"one is of the kind {a.kind}, the other of the kind {b.kind}"
    if a.kind is EntityKind.UNNAMED:
        return "who has no name is nobody known"
    if a.stories & b.stories:
        return "one story has both as two"
    if alike.grade in APART:
        return alike.why
    if a.kind is not EntityKind.PERSON:
        return ""
    genders = {a.gender or persons.gender_of(a.names), b.gender or persons.gender_of(b.names)} - {None}
    if len(genders) > 1:
        return f"one is {Gender.MALE}, the other {Gender.FEMALE}"
    if around.years >= ERA:
        return f"{around.years:.0f} years lie between their stories"
    if alike.grade in LEANING and (other := _beside(a, b) or _beside(b, a)):
        return f"a story that has one has {other} as somebody else"
    return ""


def _beside(a: Profile, b: Profile) -> str:
    """The full name of b, where the stories of a have it for somebody else than a."""
    full = {name.core: name.shown for name in persons.full_names(b.names)}
    return next((full[core] for core in (parse(name).core for name in a.company) if core in full), "")


def _verdict(evidence: Evidence, value: float) -> Verdict:
    if value <= weights.DIFFERENT and (evidence.surroundings.other_field or evidence.surroundings.elsewhere):
        return Verdict.DIFFERENT
    return Verdict.SAME if value >= weights.SAME and not open_to_doubt(evidence) else Verdict.UNSURE


def open_to_doubt(evidence: Evidence) -> bool:
    """Whether the names leave the bearer open and nothing else tells, so that no score makes them the same.

    For an organisation a place may tell; one of the same name in another place may be another one.
    """
    grade, around = evidence.likeness.grade, evidence.surroundings
    if grade is Grade.GIVEN:
        return True
    if around.support or grade is Grade.KNOWN:
        return False
    if evidence.person:
        return grade in LEANING
    return around.elsewhere or (grade in LEANING and not around.places)


def _reason(evidence: Evidence) -> str:
    around = evidence.surroundings
    told = [evidence.likeness.why]
    if around.company:
        told.append(f"{_some(around.company)} in the stories of both")
    if around.role:
        told.append(f"both are called {_some(around.role)}")
    elif around.other_field:
        told.append("their roles are of different fields")
    if around.places and not around.company:
        told.append(f"both in {_some(around.places)}")
    elif around.elsewhere:
        told.append("no place in common")
    if around.years >= 1:
        told.append(f"{around.years:.0f} years apart")
    if len(told) == 1:
        told.append("nothing else in common")
    return "; ".join(told)


def _some(items: tuple[str, ...]) -> str:
    rest = len(items) - _SHOWN
    return ", ".join(items[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
