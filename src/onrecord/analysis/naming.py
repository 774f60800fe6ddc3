"""A name mention's words -> Name, what a careful reader takes from them; matching compares it, roles lean on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from onrecord.analysis.givennames import FEMALE, FORMAL, MALE
from onrecord.analysis.nameparts import Parts, Word, fold, parts
from onrecord.analysis.namewords import (
    ALIASES,
    COMPANY,
    FEMALE_TITLES,
    GENERATION,
    HEAD_FIRST,
    JOINS,
    LEADING_PARTICLES,
    MALE_TITLES,
    ORGANIZATION,
    PARTICLES,
    PEERAGE,
    PLACES,
    REGNAL,
    REGNAL_NUMBER,
)

_CAPITALS = re.compile(r"[A-Z][A-Za-z&/]{0,5}[A-Z]")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{1,3}|[a-z]")
_NUMBERS = GENERATION | REGNAL_NUMBER
_GIVEN = MALE | FEMALE


class Gender(StrEnum):
    """What a word of address or a given name hints at."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in its parts. All but `shown` and `title` is folded: small letters, no accents, dots or hyphens.

    shown: the name to show, as written but for title, article, possessive and white space. title: the words cut off
    in front, as written. words: the name's own words. given, surname: of what may be a person's name, an initial
    being one letter; both empty where it looks like an organisation's. stem: the surname without particles.
    suffix: "jr", "2" for II, or a company's ending. family: the surname in a plural such as "the Trumps".
    acronym: the letters where the name is an acronym. initials: the acronyms that may stand for it. alias: one word
    for all names of what has several. whole: all words run together, title and suffix included; core: without
    these. marks: words of which another form of the name shares one.
    """

    shown: str
    title: str
    words: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    stem: str
    suffix: str
    family: str
    organization: bool
    gender: Gender | None
    acronym: str
    initials: frozenset[str]
    alias: str
    whole: str
    core: str
    marks: frozenset[str]


@lru_cache(maxsize=8192)
def parse(mention: str) -> Name:
    """Take a name mention apart. Any string is taken; one without letters or digits has no words."""
    cut = parts(mention)
    own = tuple(word.fold for word in cut.own)
    core = "".join(own)
    acronym = _acronym(cut.own)
    ending = cut.ending[0].fold if cut.ending else ""
    ending = cut.ending[1].fold if ending == "and" and len(cut.ending) > 1 else ending
    company = ending in COMPANY
    organization = company or (not cut.title and _looks_organized(cut, acronym))
    given, surname, stem = ((), "", "") if organization else _person(cut)
    return Name(
        shown=_shown(mention, cut),
        title=" ".join(word.raw for word in cut.title),
        words=_head_last(own),
        given=given,
        surname=surname,
        stem=stem,
        suffix=ending if company else _NUMBERS.get(ending, ""),
        family=_family(cut.own) if cut.article and not acronym and core not in PLACES else "",
        organization=organization,
        gender=_gender(cut.title, given),
        acronym=acronym,
        initials=_initials(cut, organization) | frozenset(aside for aside in cut.asides if aside),
        alias=ALIASES.get(core, ""),
        whole="".join(word.fold for word in (*cut.title, *cut.own, *cut.ending)),
        core=core,
        marks=frozenset(own).union(*(FORMAL.get(word, ()) for word in (*given[:1], *own[:1]))) - JOINS,
    )


def _shown(mention: str, cut: Parts) -> str:
    """The stretch of the mention that is the name; the title too where it is part of the name: "King Hussein"."""
    words = (*cut.own, *cut.ending)
    if not words:
        return " ".join(mention.split())
    first = words[0]
    if cut.title and (_is_regnal(cut.title) or (len(cut.own) == 1 and cut.title[-1].fold in PEERAGE)):
        first = cut.title[-2] if cut.title[-2:-1] and cut.title[-2].fold == "crown" else cut.title[-1]
    return " ".join(mention[first.start : words[-1].end].split())


def _is_regnal(title: tuple[Word, ...]) -> bool:
    return bool(title) and title[-1].fold in REGNAL and title[-1].raw[0].isupper()


def _acronym(own: tuple[Word, ...]) -> str:
    if len(own) != 1:
        return ""
    word = own[0]
    dotted = word.dotted and word.raw.isupper() and len(word.fold) > 1
    return word.fold if dotted or _CAPITALS.fullmatch(word.raw) else ""


def _looks_organized(cut: Parts, acronym: str) -> bool:
    if acronym:
        return len(acronym) < 6
    folds = [word.fold for word in cut.own]
    if cut.article or "".join(folds) in PLACES:
        return True
    if any(word in JOINS and word not in PARTICLES for word in folds[1:]):
        return True
    known = len(folds) == 2 and folds[0] in _GIVEN
    return len(folds) > 1 and not known and any(word in ORGANIZATION for word in folds)


def _person(cut: Parts) -> tuple[tuple[str, ...], str, str]:
    """Given names and initials, surname with its particles, surname without them."""
    joins = [at for at, word in enumerate(cut.own) if at and word.fold in JOINS and word.fold not in PARTICLES]
    own = cut.own[: joins[0]] if joins else cut.own
    if not own:
        return (), "", ""
    if len(own) == 1 and _is_regnal(cut.title):
        return (own[0].fold,), "", ""
    at = len(own) - 1
    while at > 1 and own[at - 1].fold in PARTICLES:
        at -= 1
    if at == 1 and (own[0].fold in LEADING_PARTICLES or (own[0].fold in PARTICLES and own[0].raw.islower())):
        at = 0
    given: list[str] = []
    for word in own[:at]:
        letters = word.dotted or (word.raw.isupper() and _CONSONANTS.fullmatch(word.fold))
        given += list(word.fold) if letters else [word.fold]
    return tuple(given), " ".join(word.fold for word in own[at:]), own[-1].fold


def _family(own: tuple[Word, ...]) -> str:
    """The surname in "Trumps", "Bushes"."""
    word = own[0].fold if len(own) == 1 and own[0].raw[:1].isupper() else ""
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return ""
    return word[:-2] if word.endswith(("shes", "ches", "xes", "ses", "zes")) else word[:-1]


def _gender(title: tuple[Word, ...], given: tuple[str, ...]) -> Gender | None:
    for word in reversed(title):
        if word.fold in MALE_TITLES:
            return Gender.MALE
        if word.fold in FEMALE_TITLES:
            return Gender.FEMALE
    if given and given[0] in MALE:
        return Gender.MALE
    return Gender.FEMALE if given and given[0] in FEMALE else None


def _initials(cut: Parts, organization: bool) -> frozenset[str]:
    """The acronyms that may stand for the words: with and without small words, ending, a leading country."""
    if not 1 < len(cut.own) + len(cut.ending) < 12:
        return frozenset()
    mixed = any(not word.raw.isupper() for word in cut.own)
    letters = [_letters(word, mixed) for word in cut.own]
    great = [(letter, word) for letter, word in zip(letters, cut.own, strict=True) if word.fold not in JOINS]
    plain = "".join(letter[:1] if "-" in word.raw else letter for letter, word in great)
    firsts = {"".join(letters), "".join(letter for letter, _ in great), plain}
    found = firsts | {acronym + "".join(word.fold[:1] for word in cut.ending) for acronym in firsts}
    if cut.own and (cut.own[0].fold in PLACES or "".join(w.fold for w in cut.own[:2]) in PLACES):
        found.add("".join(letter for letter, _ in great[1 if cut.own[0].fold in PLACES else 2 :]))
    return frozenset(acronym for acronym in found if len(acronym) > (1 if organization else 2))


def _letters(word: Word, mixed: bool) -> str:
    """What a word gives to an acronym: a letter a part, all of what is an acronym itself."""
    if word.dotted or (mixed and _CAPITALS.fullmatch(word.raw)):
        return word.fold
    return "".join(fold(part)[:1] for part in word.raw.split("-"))


def _head_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give "Department of the X" as "X Department"."""
    for place, word in enumerate(words[:-2]):
        if word in HEAD_FIRST and words[place + 1] == "of":
            rest = words[place + 3 :] if words[place + 2] == "the" else words[place + 2 :]
            return (*words[:place], *rest, word) if rest else words
    return words
