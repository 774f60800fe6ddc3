"""The words of a question as a boolean tree in a normal form, which every full text index can answer.

    Words    = Positive | Not
    Positive = Word | Phrase | Prefix | And (of Positive and Not, at least one Positive) | Or (of Positive)

So `Not` stands at the root or directly in an `And` that also wants something: an index that has only "a but not b",
such as FTS5, needs no list of all rows except for a `Not` at the root. Any combination of words has such a form of
the same size; `all_of`, `any_of` and `negated` make it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.question.characters import QUOTES, STAR, core, refused, searchable, tidy

OPERATORS = frozenset(("AND", "OR", "NOT"))
RESERVED = QUOTES | frozenset("():*")
"""What no bare word holds."""


def _check_word(text: str) -> None:
    if " " in text or not RESERVED.isdisjoint(text) or text in OPERATORS or text != core(tidy(text)):
        raise ValueError(f"{text!r} is no bare word of a question")
    check_text(text)


def check_text(text: str) -> None:
    """Raise ValueError unless the text is tidy and has something to search for."""
    if text != tidy(text) or not searchable(text) or any(map(refused, text)):
        raise ValueError(f"{text!r} cannot be searched for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word as typed. What an index takes for several ("co-operate", "Trump's", "U.S.") has to stand as it does
    here: the parts one after the other.
    """

    text: str

    def __post_init__(self) -> None:
        _check_word(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix:
    """Any word that begins so; of what an index takes for several words, the last."""

    text: str

    def __post_init__(self) -> None:
        _check_word(self.text)
        if not prefixes(self.text):
            raise ValueError(f"{self.text + STAR!r} begins too many words")


def prefixes(text: str) -> bool:
    """Whether it is long enough to be a prefix: two letters or digits."""
    return sum(map(str.isalnum, text)) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words one after the other; what is no letter or digit in it does not count."""

    text: str

    def __post_init__(self) -> None:
        check_text(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class And:
    """All of them: two or more, none an And, at least one not a Not."""

    parts: tuple[Positive | Not, ...]

    def __post_init__(self) -> None:
        if len(self.parts) < 2 or any(isinstance(part, And) for part in self.parts):
            raise ValueError("an And has two or more parts that are no And; make it with all_of")
        if all(isinstance(part, Not) for part in self.parts):
            raise ValueError("an And has a part that is no Not; make it with all_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Or:
    """One or more of them: two or more, none an Or, none a Not."""

    parts: tuple[Positive, ...]

    def __post_init__(self) -> None:
        if len(self.parts) < 2 or any(isinstance(part, Or | Not) for part in self.parts):
            raise ValueError("an Or has two or more parts that are neither Or nor Not; make it with any_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """Everything but this."""

    part: Positive

    def __post_init__(self) -> None:
        if isinstance(self.part, Not):
            raise ValueError("a Not of a Not is neither; make it with negated")


Positive: TypeAlias = Word | Phrase | Prefix | And | Or
Words: TypeAlias = Positive | Not


def negated(words: Words) -> Words:
    """The opposite, in normal form."""
    return words.part if isinstance(words, Not) else Not(part=words)


def all_of(parts: Iterable[Words]) -> Words:
    """All of one or more, in normal form."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    if len(flat) == 1:
        return flat[0]
    if all(isinstance(part, Not) for part in flat):
        return negated(any_of(negated(part) for part in flat))
    return And(parts=tuple(flat))


def any_of(parts: Iterable[Words]) -> Words:
    """At least one of one or more, in normal form: "a or not b" becomes "not (b and not a)"."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,))]
    if len(flat) == 1:
        return flat[0]
    wanted = [part for part in flat if not isinstance(part, Not)]
    unwanted = [part.part for part in flat if isinstance(part, Not)]
    if unwanted:
        return negated(all_of([*unwanted, *map(negated, wanted)]))
    return Or(parts=tuple(wanted))


def depth(words: Words) -> int:
    """How many And, Or and Not stand within each other, at most."""
    match words:
        case And(parts=parts) | Or(parts=parts):
            return 1 + max(map(depth, parts))
        case Not(part=part):
            return 1 + depth(part)
        case Word() | Phrase() | Prefix():
            return 0
