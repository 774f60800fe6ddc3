"""A Story -> its body as versions are told by: the words in order, the figures and the names among them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.story.types import Span, Story

_WORD = re.compile(r"\d+(?:[.,:/]\d+)+|(?:\w|[\u0300-\u036f])+")
_DIGIT = re.compile(r"\d")
_OPENING = re.compile(r"[.!?:\"“”„«»]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word as it is compared, in small letters without accents, and where it stands in the text."""

    form: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The words of a story without headline, dateline, byline, crossheads and credits.

    words: in order, in small letters without accents. figures: those with a digit in them. names: those with a
    capital that no sentence's beginning explains, or in capitals throughout.
    """

    words: tuple[str, ...]
    figures: frozenset[str]
    names: frozenset[str]


def tokens(text: str, span: Span) -> Iterator[Token]:
    """Yield the words of a stretch of `text` in order. Linear in its length."""
    for found in _WORD.finditer(text, span.start, span.end):
        yield Token(form=_fold(found[0]), span=Span(start=found.start(), end=found.end()))


def body_words(story: Story) -> list[str]:
    """Return the words of the body alone, as `body_of` has them, in a fraction of its time."""
    return folded(_running(story)) or folded(story.text)


@lru_cache(maxsize=256)
def body_of(story: Story) -> Body:
    """Return the body of a story; where it has none, as a brief may, that of all its text. Linear in its length."""
    body = _body(_running(story))
    return body if body.words else _body(story.text)


def folded(text: str) -> list[str]:
    """Return the words of `text` as bodies have them."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return [_fold(word) for word in _WORD.findall(text)]


def _running(story: Story) -> str:
    """The text without the parts that are not body."""
    pieces: list[str] = []
    at = 0
    for part in sorted(story.parts, key=lambda part: part.span):
        pieces.append(story.text[at : part.span.start])
        at = max(at, part.span.end)
    return "\n".join([*pieces, story.text[at:]])


def _body(text: str) -> Body:
    words: list[str] = []
    names: set[str] = set()
    at = 0
    for found in _WORD.finditer(text):
        word = _fold(found[0])
        opens = not words or _OPENING.search(text, at, found.start())
        if found[0][0].isupper() and (not opens or (found[0].isupper() and len(word) > 1)):
            names.add(word)
        words.append(word)
        at = found.end()
    figures = frozenset(filter(_DIGIT.search, words))
    return Body(words=tuple(words), figures=figures, names=frozenset(names))


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)) or word
