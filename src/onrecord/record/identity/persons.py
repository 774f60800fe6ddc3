"""Two persons' names -> how alike they are across stories, stricter than matching is within one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.analysis.givennames import FEMALE, FORMAL, LETTERS, MALE
from onrecord.analysis.matching import Match, same
from onrecord.analysis.naming import Gender, Name, parse
from onrecord.record.identity.commonnames import COMMON, EASTERN
from onrecord.record.identity.likeness import Grade, Likeness
from onrecord.record.identity.respelling import respelt

_GIVEN = MALE | FEMALE
_HYPHENATED = re.compile(r"(?<=\w{3})-(?=[A-Z]\w{2,})(?=[^\s-]+$)")
_NONE = frozenset[str]()
_SYLLABLE = 5
"""A Chinese or Korean given name of fewer letters is one syllable, and shared by many."""
_LONG = 10
"""A full name of more letters is hardly another one's in another spelling."""


def likeness(a: Sequence[str], b: Sequence[str]) -> Likeness:
    """Compare all names of one person with all of another. Full names that exclude each other go first."""
    found = [_pair(x, y) for x in _fullest(a) for y in _fullest(b)]
    return min(found, key=lambda one: one.grade.rank, default=Likeness(grade=Grade.NONE))


def full_names(names: Sequence[str]) -> list[Name]:
    """Those with a given name or initial and a surname."""
    return [name for name in map(parsed, names) if is_full(name)]


def is_full(name: Name) -> bool:
    """Tell a given name or initial with a surname."""
    return bool(name.given and name.stem)


@lru_cache(maxsize=8192)
def parsed(name: str) -> Name:
    """Take a person's name apart; a double-barrelled surname counts as two words."""
    return parse(_HYPHENATED.sub(" ", name))


def is_common(name: Name) -> bool:
    """Tell full names that many bear: a common surname, and no middle name to tell them by."""
    first, rest = name.words[:1], "".join(name.words[1:])
    if rest and first[0] in EASTERN:
        return first[0] in COMMON and len(rest) < _SYLLABLE
    return name.stem in COMMON and sum(1 for word in name.given if len(word) > 1) < 2


def _fullest(names: Sequence[str]) -> list[Name]:
    """The full names where there are any, else all. A title with a bare surname still tells the gender."""
    every = {name.whole: name for name in map(parsed, names) if name.core}
    full = [name for name in every.values() if is_full(name)]
    return full or list(every.values())


def _pair(a: Name, b: Name) -> Likeness:
    match = same(a, b)
    if match is Match.CLASH:
        return _clash(a, b)
    if _suffixes_differ(a, b) and a.core == b.core:
        return Likeness(grade=Grade.CLASH, why=f"{a.shown} is not {b.shown}")
    grade = _respelt(a, b) if match is Match.NONE else _grade(a, b, match)
    if grade is Grade.NONE:
        return Likeness(grade=grade)
    common = is_common(a) or is_common(b)
    return Likeness(grade=grade, common=common, middle=_middle_agrees(a, b), why=_both(a, b))


def _clash(a: Name, b: Name) -> Likeness:
    gender = a.gender is not None and b.gender is not None and a.gender is not b.gender
    if is_full(a) and is_full(b) and not gender and not a.family and not b.family and _barely(a, b):
        return Likeness(grade=Grade.BARELY, why=_both(a, b))
    return Likeness(grade=Grade.CLASH, why=f"{a.shown} is not {b.shown}")


def _barely(a: Name, b: Name) -> bool:
    """Whether given names of one surname are spelt nearly alike: "Muammar", "Moammar"."""
    alike = a.given[0] != b.given[0] and respelt(a.given[0]) == respelt(b.given[0])
    return alike and not _suffixes_differ(a, b)


def _grade(a: Name, b: Name, match: Match) -> Grade:
    if match is Match.ACRONYM:
        return Grade.ACRONYM
    if not (is_full(a) and is_full(b)):
        full = a if is_full(a) else b
        short = b if full is a else a
        if not is_full(full):
            return Grade.SURNAME if a.core == b.core and not _is_mononym(a, b) else Grade.MONONYM
        return _grade_alone(full, short)
    if a.core == b.core:
        return Grade.FULL if _spelt(a) else Grade.INITIAL
    if a.stem != b.stem:
        return Grade.FULL if _reordered(a, b) else Grade.PARTIAL
    if not (_spelt(a) and _spelt(b)):
        return Grade.INITIAL
    if a.given[0] == b.given[0]:
        return Grade.FULL
    return Grade.VARIANT


def _is_mononym(a: Name, b: Name) -> bool:
    """Whether a single name is a given name, a ruler's or an artist's, not a surname."""
    return not a.stem or not b.stem or a.stem in _GIVEN


def _grade_alone(full: Name, short: Name) -> Grade:
    """How one word relates to the full name that it may stand for."""
    word = short.stem or (short.given[0] if short.given else "")
    if word == full.stem or (full.words[0] == word and word in EASTERN):
        return Grade.SURNAME
    if word in full.given[1:] or len(short.words) > 1:
        return Grade.SURNAME
    return Grade.GIVEN


def _spelt(name: Name) -> bool:
    """Whether a given name is written out: not "J.", not "J.R."."""
    return any(len(word) > 1 for word in name.given)


def _reordered(a: Name, b: Name) -> bool:
    """Whether the words are the same in another order, or run together."""
    return sorted(a.words) == sorted(b.words) or a.core == b.core


def _respelt(a: Name, b: Name) -> Grade:
    """Compare names that share no word as written."""
    if not a.words or not b.words or a.organization or b.organization:
        return Grade.NONE
    if is_full(a) and is_full(b):
        if _reordered(a, b) or (len(a.words) != len(b.words) and _turned(a, b)):
            return Grade.FULL
        if not _given_alike(a.given[0], b.given[0]):
            return Grade.NONE
        if respelt(a.stem) != respelt(b.stem):
            return Grade.BARELY if _one_slip(a, b) else Grade.NONE
        if a.gender and b.gender and a.gender is not b.gender:
            return Grade.NONE
        return Grade.RESPELT if min(len(a.core), len(b.core)) > _LONG else Grade.BARELY
    form = respelt(a.stem)
    return Grade.SURNAME if a.stem != b.stem and form == respelt(b.stem) and len(form) > 3 else Grade.NONE


def _one_slip(a: Name, b: Name) -> bool:
    """Whether long surnames of one given name differ in a letter: "Gardner", "Gardiner"."""
    same_given = a.given == b.given and len(a.given[0]) > 1
    return same_given and min(len(a.stem), len(b.stem)) > 5 and DamerauLevenshtein.distance(a.stem, b.stem) == 1


def _turned(a: Name, b: Name) -> bool:
    """Whether one has its surname first and its given name in one word: "Ban Ki-moon", "Ki Moon Ban"."""
    forms = {"".join(b.words[at:] + b.words[:at]) for at in range(len(b.words))}
    return a.core in forms or any("".join(a.words[at:] + a.words[:at]) == b.core for at in range(len(a.words)))


def _given_alike(a: str, b: str) -> bool:
    if a == b or respelt(a) == respelt(b):
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0] or a in LETTERS.get(b, _NONE) or b in LETTERS.get(a, _NONE)
    return not FORMAL.get(a, _NONE).isdisjoint(FORMAL.get(b, _NONE))


def _suffixes_differ(a: Name, b: Name) -> bool:
    return a.suffix != b.suffix and bool(a.suffix and b.suffix)


def _middle_agrees(a: Name, b: Name) -> bool:
    if len(a.given) < 2 or len(b.given) < 2:
        return False
    return a.given[1][0] == b.given[1][0]


def _both(a: Name, b: Name) -> str:
    return f"both are {a.shown}" if a.core == b.core else f"{a.shown} may be {b.shown}"


def gender_of(names: Sequence[str]) -> Gender | None:
    """What titles and given names hint at, None where they hint at nothing or at both."""
    found = {name.gender for name in map(parsed, names) if name.gender}
    return found.pop() if len(found) == 1 else None
