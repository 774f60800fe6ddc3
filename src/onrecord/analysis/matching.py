"""Two names -> may they be of one person or organisation? What a careful reader accepts, for linking to weigh."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from onrecord.analysis.givennames import FEMALE, FORMAL, LETTERS, MALE
from onrecord.analysis.namewords import FORE, JOINS, NAMED_AFTER, PLACES
from onrecord.analysis.naming import Name

_GIVEN = MALE | FEMALE
_NO_NAMES: frozenset[str] = frozenset()


class Match(StrEnum):
    """How two names relate.

    EXACT: the same words, but for capitals, accents, dots, article and possessive. SHORT: one may be a shorter form
    of the other, as surname, given name, initials, nickname, without title or ending, or the leading or last words
    of an organisation's. ACRONYM: one is the other's initials. CLASH: they share a surname and cannot be the same
    person. NONE: nothing in common, or not enough.
    """

    EXACT = "exact"
    SHORT = "short"
    ACRONYM = "acronym"
    CLASH = "clash"
    NONE = "none"


def same(a: Name, b: Name) -> Match:
    """Compare two names; the order does not matter. A bare surname is short for all who bear it."""
    if a.whole == b.whole:
        return Match.EXACT if a.core else Match.NONE
    if a.core == b.core:
        return Match.CLASH if _contrary(a, b) else Match.SHORT
    if (a.acronym and a.acronym in b.initials) or (b.acronym and b.acronym in a.initials):
        return Match.ACRONYM
    if a.alias and a.alias == b.alias:
        return Match.ACRONYM
    if a.marks.isdisjoint(b.marks):
        return Match.CLASH if (a.family and a.family == b.stem) or (b.family and b.family == a.stem) else Match.NONE
    if len(a.words) < len(b.words):
        a, b = b, a
    if a.organization or b.organization:
        within = _within(a, b) or (len(a.words) == len(b.words) and _within(b, a))
        return Match.SHORT if within else Match.NONE
    return _people(a, b)


def _people(a: Name, b: Name) -> Match:
    """Compare what may be two persons' names; b has no more words than a."""
    if a.stem == b.stem and a.stem:
        if _contrary(a, b) or (a.given and b.given and not _may_be_one(a.given, b.given)):
            return Match.CLASH
        return Match.SHORT
    if not a.stem and not b.stem:
        return Match.SHORT if a.given == b.given and not _contrary(a, b) else Match.NONE
    if not b.given:
        short = _is_given(a, b.stem) or (b.stem in a.given[1:] and b.stem not in _GIVEN)
    elif not a.given:
        short = _is_given(b, a.stem)
    else:
        short = (b.words == a.words[: len(b.words)] and len(b.words) > 1) or _may_be_split(a, b)
    if not short:
        return Match.NONE
    return Match.NONE if a.gender and b.gender and a.gender != b.gender else Match.SHORT


def _contrary(a: Name, b: Name) -> bool:
    """Tell genders or generations that exclude each other."""
    if a.gender is not None and b.gender is not None and a.gender is not b.gender:
        return True
    return a.suffix != b.suffix and bool(a.suffix and b.suffix) and not (a.organization or b.organization)


def _is_given(full: Name, word: str) -> bool:
    """Whether a word alone is the person's given name, in full or as a nickname."""
    return bool(full.given) and len(full.given[0]) > 1 and _may_be(full.given[0], word)


def _may_be_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two rows of given names and initials, of one surname, may be one person's."""
    if _may_be(a[0], b[0]):
        return all(_may_be(x, y) for x, y in zip(a[1:], b[1:], strict=False))
    return _goes_by(a, b) or _goes_by(b, a)


def _goes_by(full: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether a later given name may be the one in use: "J. Edgar", "Edgar"."""
    used = names[0]
    return len(full) >= len(names) and len(used) > 1 and any(len(n) > 1 and _may_be(n, used) for n in full[1:])


@lru_cache(maxsize=4096)
def _may_be(a: str, b: str) -> bool:
    """Whether two given names or initials may stand for one: "j" and "john", "bill" and "william"."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0] or a in LETTERS.get(b, _NO_NAMES) or b in LETTERS.get(a, _NO_NAMES)
    if not FORMAL.get(a, _NO_NAMES).isdisjoint(FORMAL.get(b, _NO_NAMES)):
        return True
    return _spelt_alike(a, b)


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two given names differ in inner vowels and double letters only: "kristen" and "kristin"."""
    if a[0] != b[0] or min(len(a), len(b)) < 5 or ((a[-1] in "aeo" or b[-1] in "aeo") and a[-1] != b[-1]):
        return False
    if (a in MALE and b in FEMALE) or (a in FEMALE and b in MALE):
        return False
    return _skeleton(a) == _skeleton(b)


def _skeleton(name: str) -> str:
    bones = ""
    for letter in name:
        if letter not in "aeiouy" and bones[-1:] != letter:
            bones += letter
    return bones


def _may_be_split(a: Name, b: Name) -> bool:
    """Whether the names run together alike: "Kim Jong Un", "Kim Jong-un"."""
    return len(a.words) != len(b.words) and a.core == b.core


def _within(long: Name, short: Name) -> bool:
    """Whether an organisation's name may be cut to the other: its first or its last words."""
    words, part = long.words, short.words
    if _great(words) == _great(part):
        return True
    if len(part) >= len(words) or not part or (short.suffix and long.core != short.core):
        return False
    if long.suffix and part == words[1 : len(part) + 1] and (len(words[0]) < 3 or words[0] in _GIVEN):
        return True
    if words[: len(part)] == part:
        rest = words[len(part) :]
        if short.core in PLACES or (len(part) == 1 and part[0] in FORE):
            return False
        if rest[0] == "and" and not long.suffix:
            return False
        person = len(part) > 1 and part[0] in _GIVEN and not short.organization
        return (short.organization or NAMED_AFTER.isdisjoint(rest)) and not (person and not long.suffix)
    if words[-len(part) :] == part:
        return words[-len(part) - 1] not in JOINS
    return False


def _great(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in JOINS)
