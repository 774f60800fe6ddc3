"""Profile -> keys, so that profiles that may be of one person or organisation have one in common."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.analysis.givennames import FEMALE, FORMAL, LETTERS, MALE
from onrecord.analysis.naming import Name, parse
from onrecord.analysis.types import EntityKind
from onrecord.record.identity.commonnames import COMMON
from onrecord.record.identity.organizations import organization
from onrecord.record.identity.organizationwords import ACRONYMS, GENERIC
from onrecord.record.identity.persons import is_full, parsed
from onrecord.record.identity.profile import Profile
from onrecord.record.identity.respelling import respelt, skeleton

_GIVEN = MALE | FEMALE
_NONE = frozenset[str]()


def keys(profile: Profile) -> tuple[str, ...]:
    """Return a profile's keys, sorted. They depend on nothing but the profile, and who has no name has none.

    A person's are surname (its consonants as transliterations keep them) with initial, of every surname and of all
    initials that the given names and their nicknames have, and surname alone. That of a common surname is not
    alone but with each name of the company: a bare "Smith" finds nobody but through who stands beside. An
    organisation's are all words, all without a leading country, the acronyms, and the first and last telling word.
    """
    if profile.kind is EntityKind.UNNAMED:
        return ()
    person = profile.kind is EntityKind.PERSON
    found = {key for name in profile.names for key in (_person(name, profile) if person else _organization(name))}
    return tuple(sorted(found))


def _person(shown: str, profile: Profile) -> Iterator[str]:
    name = parsed(shown)
    if name.acronym and len(name.acronym) > 2:
        yield f"letters {name.acronym}"
    if not is_full(name):
        for word in name.words or name.given:
            yield from _alone(word, profile)
        return
    yield from (f"letters {letters}" for letters in name.initials)
    for at, word in enumerate(name.words):
        if len(word) < 2 or (at == 0 and word in _GIVEN):
            continue
        others = (*name.words[:at], *name.words[at + 1 :])
        for letter in sorted({letter for other in others[:3] for letter in _initials(other)}):
            yield f"person {skeleton(word)} {letter}"
        if at or len(name.words) < 4:
            yield from _alone(word, profile)
    yield f"whole {respelt(''.join(sorted(name.words)))}"
    yield f"run {name.core}"


def _alone(word: str, profile: Profile) -> Iterator[str]:
    """The keys of a surname without a given name."""
    if word not in COMMON:
        yield f"surname {skeleton(word)}"
        return
    for beside in profile.company:
        other = parse(beside)
        yield f"surname {skeleton(word)} beside {_told(other)}"


def _told(name: Name) -> str:
    return name.stem if name.given else name.core


def _initials(given: str) -> frozenset[str]:
    """The letters that a given name, its nicknames and what it is short for begin with."""
    formal = FORMAL.get(given, _NONE)
    letters = LETTERS.get(given, _NONE) | {word[0] for word in formal}
    return letters | {respelt(given)[:1]}


def _organization(shown: str) -> Iterator[str]:
    name = organization(shown)
    if not name.words:
        return
    yield f"organization {' '.join(name.words)}"
    yield f"organization {' '.join(name.own)}"
    if name.words in _KNOWN:
        yield f"letters {_KNOWN[name.words]}"
    if name.alias:
        yield f"alias {name.alias}"
    yield from (f"letters {letters}" for letters in (name.acronym, *sorted(name.initials)) if letters)
    telling = [word for word in name.own if word not in GENERIC]
    if telling:
        yield f"word {respelt(telling[0])}"
        yield f"word {respelt(telling[-1])}"


_KNOWN = {words: acronym for acronym, words in ACRONYMS.items()}
