"""Words of a text, paragraph by paragraph, each pinned to its place; what the grammar of times reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.story.types import Span

_WORD = re.compile(r"['’](?:s|ll|d|re|ve)\b|[^\W\d_]+|\d+|\S", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r\n?[^\S\r\n]*\r")

_LONGEST_NUMBER = 9
"""Longer runs of digits are no count and no year."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters, a run of digits or one other character. glued: it touches the word before it."""

    form: str
    low: str
    start: int
    end: int
    glued: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one paragraph, however many lines it is wrapped into. Beyond its ends all words are empty."""

    words: tuple[Word, ...]

    def low(self, at: int) -> str:
        """The word in lower case."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def form(self, at: int) -> str:
        """The word as printed."""
        return self.words[at].form if 0 <= at < len(self.words) else ""

    def glued(self, at: int) -> bool:
        """Whether the word stands against the one before it."""
        return 0 <= at < len(self.words) and self.words[at].glued

    def number(self, at: int) -> int | None:
        """The value of a run of digits; None for other words and for runs too long to count anything."""
        digits = self.low(at)
        if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER:
            return int(digits)
        return None

    def follows(self, at: int, *lows: str) -> bool:
        """Whether these words stand at `at`, in this order."""
        if self.low(at) != lows[0]:
            return False
        return all(self.low(at + step) == low for step, low in enumerate(lows))

    def past(self, at: int, joiner: str) -> int:
        """Where to go on: behind `joiner` if it stands at `at`, else `at`."""
        return at + 1 if self.low(at) == joiner else at

    def span(self, first: int, end: int) -> Span:
        """The stretch of the text from the word `first` up to the word `end`, exclusive."""
        return Span(start=self.words[first].start, end=self.words[end - 1].end)


def lines(text: str) -> Iterator[Line]:
    """The paragraphs of a text that have words, in order. Linear in its length."""
    start = 0
    for blank in (*(found.start() for found in _BLANK_LINE.finditer(text)), len(text)):
        words: list[Word] = []
        end = -1
        for found in _WORD.finditer(text, start, blank):
            words.append(Word(found[0], found[0].lower(), found.start(), found.end(), found.start() == end))
            end = found.end()
        if words:
            yield Line(tuple(words))
        start = blank
