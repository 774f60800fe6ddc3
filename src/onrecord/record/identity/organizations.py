"""Two organisations' names -> how alike they are across stories: acronyms, short forms, parts and namesakes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from onrecord.analysis.fullest import fullest
from onrecord.analysis.nameparts import fold
from onrecord.analysis.namewords import ALIASES, JOINS, NAMED_AFTER, PLACES
from onrecord.analysis.naming import parse
from onrecord.record.identity.likeness import Grade, Likeness
from onrecord.record.identity.organizationwords import ACRONYMS, AMERICAN, GENERIC, PARTS, SINGLE, TRADES
from onrecord.record.identity.respelling import respelt

_ASIDE = re.compile(r"\(([^()]+)\)")
_DOTCOM = re.compile(r"\s?\.\s?com\b", re.IGNORECASE)
_SMALL = JOINS | {"al", "el"}
_HOME = frozenset({"inc", "incorporated", "corp", "corporation", "co", "company", "cos"})
"""Endings that vary for one company."""
_NEARLY = 90
"""From this ratio on, in per cent, are two long names spelt nearly alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organisation's name in its parts, folded.

    words: its own, without small words, in American spelling. own: without the country or city that they begin
    with. ending: "inc", "gmbh". acronym: the letters where it is one. initials: the acronyms that may stand for it.
    alias: one word for all names of what has several.
    """

    shown: str
    words: tuple[str, ...]
    own: tuple[str, ...]
    ending: str
    acronym: str
    initials: frozenset[str]
    alias: str

    @property
    def generic(self) -> bool:
        """Whether many have such a name: nothing but words of which many consist, and no place among them."""
        return self.words not in SINGLE and all(word in GENERIC and word not in PLACES for word in self.words)


def likeness(a: Sequence[str], b: Sequence[str]) -> Likeness:
    """Compare all names of one organisation with all of another; what their fullest names exclude is excluded."""
    full = _pair(*(organization(fullest([_in_a_row(name) for name in names])) for names in (a, b)))
    if full.grade in {Grade.NONE, Grade.PART}:
        return full
    pairs = (_pair(organization(x), organization(y)) for x in a for y in b)
    return min((full, *(one for one in pairs if one.grade is not Grade.PART)), key=lambda one: one.grade.rank)


@lru_cache(maxsize=8192)
def organization(name: str) -> Organization:
    """Take an organisation's name apart. A place in parentheses or behind a comma is a word of it."""
    found = parse(_in_a_row(name))
    plain = tuple(AMERICAN.get(word, word) for word in found.words if word not in _SMALL)
    words = _with_places(plain or found.words)
    return Organization(
        shown=found.shown,
        words=words,
        own=words[1:] if len(words) > 1 and words[0] in PLACES else words,
        ending=found.suffix,
        acronym=found.acronym if len(words) == 1 else "",
        initials=found.initials,
        alias=ALIASES.get(found.core, ""),
    )


def _in_a_row(name: str) -> str:
    """The name without commas, without parentheses around a place, and without ".com"."""
    aside = _ASIDE.search(name)
    if aside and fold(aside[1]) in PLACES:
        name = name.replace(aside[0], aside[1])
    return _DOTCOM.sub("", name).replace(", ", " ")


def _with_places(words: tuple[str, ...]) -> tuple[str, ...]:
    """Run the words of a country's or city's name together: "sanfrancisco"."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] + word in PLACES:
            joined[-1] += word
        else:
            joined.append(word)
    return tuple("us" if word in {"usa", "america", "unitedstates"} else word for word in joined)


def _pair(a: Organization, b: Organization) -> Likeness:
    grade = _grade(a, b)
    if grade is Grade.NONE:
        return Likeness(grade=grade)
    if grade is Grade.PART:
        return Likeness(grade=grade, why=f"one of {a.shown} and {b.shown} is a part or a namesake of the other")
    return Likeness(grade=grade, why=f"both are {a.shown}" if a.words == b.words else f"{a.shown} may be {b.shown}")


def _grade(a: Organization, b: Organization) -> Grade:
    if not a.words or not b.words:
        return Grade.NONE
    if a.words == b.words:
        return _grade_same(a, b)
    if a.alias and a.alias == b.alias:
        return Grade.KNOWN
    if a.acronym or b.acronym:
        letters, full = (a, b) if a.acronym else (b, a)
        known = ACRONYMS.get(letters.acronym)
        if known and known in {full.words, full.own}:
            return Grade.KNOWN
        if letters.acronym in full.initials:
            return Grade.ACRONYM
    if len(a.words) == len(b.words):
        return _grade_respelt(a, b)
    return _grade_within(*((a, b) if len(a.words) > len(b.words) else (b, a)))


def _grade_same(a: Organization, b: Organization) -> Grade:
    if a.ending and b.ending and a.ending != b.ending and not {a.ending, b.ending} <= _HOME:
        return Grade.SHORT
    if a.generic:
        return Grade.GENERIC
    return Grade.ACRONYM if a.acronym and len(a.acronym) < 4 and a.acronym not in ACRONYMS else Grade.FULL


def _grade_respelt(a: Organization, b: Organization) -> Grade:
    if [respelt(word) for word in a.words] == [respelt(word) for word in b.words]:
        return Grade.RESPELT if len("".join(a.words)) > 4 else Grade.BARELY
    if a.words[1:] == b.words[1:] or a.words[:-1] == b.words[:-1]:
        return Grade.NONE
    ratio = fuzz.ratio(" ".join(a.words), " ".join(b.words))
    return Grade.BARELY if ratio >= _NEARLY and len("".join(a.words)) > 9 else Grade.NONE


def _grade_within(long: Organization, short: Organization) -> Grade:
    """How an organisation's name relates to a longer one."""
    words, part = long.words, short.words
    if words[: len(part)] == part:
        return _grade_led(short, frozenset(words[len(part) :]))
    if words[-len(part) :] == part:
        before = words[: len(words) - len(part)]
        return Grade.CORE if not short.generic and all(word in PLACES for word in before) else Grade.SHORT
    return Grade.NONE


def _grade_led(short: Organization, rest: frozenset[str]) -> Grade:
    """How a name relates to one that goes on after it with other words."""
    if len(short.words) == 1 and short.words[0] in PLACES:
        return Grade.NONE
    if short.generic and not rest <= PLACES:
        return Grade.SHORT
    if rest <= TRADES:
        return Grade.CORE
    branch = "university" in short.words or any(word.isdigit() for word in rest)
    return Grade.PART if branch or not rest.isdisjoint(PARTS | NAMED_AFTER | PLACES) else Grade.SHORT
