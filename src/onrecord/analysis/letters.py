"""A story's mentions -> whose "I" and "you" are told outright: in letters, and where somebody gives a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.decode import IntArray
from onrecord.analysis.encode import Words
from onrecord.analysis.mentions import Head
from onrecord.analysis.types import EntityKind, Form
from onrecord.story.paragraphs import paragraphs
from onrecord.story.types import Span

_I = frozenset(("i", "me", "my", "mine", "myself"))
_YOU = frozenset(("you", "your", "yours", "yourself"))
_SALUTATION = re.compile(
    r"\W*(?:dear|hi|hello)\b(?:[^.?!]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z][a-z])\.){1,60}\Z", re.IGNORECASE
)
_CLOSING = re.compile(
    r"\W*(?:(?:very )?(?:sincerely|truly|faithfully|respectfully|cordially|affectionately|warmly|best|regards|love)"
    r"|yours?|(?:with )?(?:kind|best|warm|warmest|many|all)\b.{0,30}|thanks|thank you|cheers|in solidarity)"
    r"(?: (?:yours?|regards|wishes|submitted))?\W*\Z",
    re.IGNORECASE,
)
_NAMING = re.compile(r"(?:\bmy name(?: is|['’]s)|\bI am|\bI['’]m)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A pronoun whose reference the text tells: numbers of two heads."""

    pronoun: int
    name: int


def told(text: str, words: Words, heads: Sequence[Head], quotation: IntArray) -> Iterator[Told]:
    """Yield the pronouns outside of quotation marks that a letter or an introduction gives a name to.

    In a letter "I" is who signs it, and "you" who is greeted. "My name is Ann Lee" names the "I" of its paragraph.
    heads: in text order; quotation: [words], which quotation each stands in, -1 for none.
    """
    parts = _parts(text, words, heads)
    greeted: tuple[int, int] | None = None
    for at, part in enumerate(parts):
        yield from _introduced(text, words, part, heads, quotation)
        if part.greets is not None:
            greeted = at, part.greets
        if part.signs is not None and (greeted is not None or (at > 0 and parts[at - 1].closes)):
            first = greeted[0] if greeted else _letter_start(parts, at)
            for body in parts[first:at]:
                for number in body.heads:
                    word = _pronoun(text, words, heads[number], quotation)
                    if word in _I:
                        yield Told(pronoun=number, name=part.signs)
                    elif word in _YOU and greeted:
                        yield Told(pronoun=number, name=greeted[1])
            greeted = None
    if greeted:
        for body in parts[greeted[0] :]:
            for number in body.heads:
                if _pronoun(text, words, heads[number], quotation) in _YOU:
                    yield Told(pronoun=number, name=greeted[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A paragraph with the numbers of its heads. greets, signs: the head whose name it greets or signs with."""

    span: Span
    heads: range
    greets: int | None
    signs: int | None
    closes: bool


def _parts(text: str, words: Words, heads: Sequence[Head]) -> list[_Part]:
    starts = [int(words.start[head.first]) for head in heads]
    found = []
    for span in paragraphs(text):
        own = range(bisect_left(starts, span.start), bisect_right(starts, span.end - 1))
        line = span.of(text)
        names = [
            number for number in own if heads[number].form is Form.NAME and heads[number].kind is EntityKind.PERSON
        ]
        only = names[0] if len(names) == 1 else None
        greets = only if _SALUTATION.match(line) else None
        signs = (
            only if only is not None and greets is None and _is_signature(line, heads[only], text, words) else None
        )
        found.append(_Part(span=span, heads=own, greets=greets, signs=signs, closes=bool(_CLOSING.match(line))))
    return found


def _is_signature(line: str, name: Head, text: str, words: Words) -> bool:
    """Whether a paragraph is a name with one word besides at most, and no sentence."""
    besides = len(line.split()) - len(name.head(words).of(text).split())
    return besides <= 1 and not line.rstrip().endswith((".", "?", "!", ":"))


def _letter_start(parts: Sequence[_Part], signature: int) -> int:
    """A letter without salutation begins behind the signature before it."""
    for at in range(signature - 1, -1, -1):
        if parts[at].closes and at + 1 < signature:
            return at + 2
    return 0


def _introduced(text: str, words: Words, part: _Part, heads: Sequence[Head], quotation: IntArray) -> Iterator[Told]:
    for name in part.heads:
        head = heads[name]
        start = int(words.start[head.first])
        if head.form is not Form.NAME or head.kind is not EntityKind.PERSON or quotation[head.first] >= 0:
            continue
        if _NAMING.search(text, max(0, start - 20), start):
            for number in part.heads:
                if _pronoun(text, words, heads[number], quotation) in _I:
                    yield Told(pronoun=number, name=name)
            return


def _pronoun(text: str, words: Words, head: Head, quotation: IntArray) -> str:
    if head.form is not Form.PRONOUN or quotation[head.first] >= 0:
        return ""
    return head.head(words).of(text).lower()
