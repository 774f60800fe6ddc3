"""The text of a question -> its tokens, each with the column it begins at; the first half of reading it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from onrecord.errors import QuestionError
from onrecord.question.characters import (
    APOSTROPHES,
    CLOSING,
    DASHES,
    QUOTES,
    STAR,
    core,
    refused,
    searchable,
    shown,
    tidy,
)
from onrecord.question.fields import Field, field_named
from onrecord.question.words import OPERATORS, Phrase, Prefix, Word, prefixes


class Mark(Enum):
    """What joins, parts and groups words. NOT is the word, MINUS the hyphen."""

    AND = auto()
    OR = auto()
    NOT = auto()
    MINUS = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value as typed after a field's colon or a comma, without its quotation marks."""

    text: str
    column: int
    quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldToken:
    """A field with the values typed after it, one or more."""

    field: Field
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A piece of the question and the column it begins at."""

    what: Mark | Word | Phrase | Prefix | FieldToken
    column: int


def scan(text: str) -> Iterator[Token]:
    """Yield the tokens of a question in order. Linear in its length. Raises QuestionError."""
    for at, char in enumerate(text):
        if refused(char):
            raise QuestionError(f"the character U+{ord(char):04X} cannot be searched for; take it out", at + 1)
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        scanned = _Scanned(text, at)
        yield Token(what=scanned.read(), column=at + 1)
        at = scanned.at


class _Scanned:
    """A place in the text of a question, that reading moves on."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self.at = at

    def read(self) -> Mark | Word | Phrase | Prefix | FieldToken:
        """Read the token that begins here."""
        char = self._text[self.at]
        if char == "(":
            self.at += 1
            return Mark.OPEN
        if char == ")":
            self.at += 1
            self._end("parenthesis")
            return Mark.CLOSE
        if char == "-":
            return self._minus()
        if char in QUOTES:
            column = self.at + 1
            phrase = _text_of(self._quoted(), column)
            self._end("quotation mark")
            return Phrase(text=phrase)
        return self._bare()

    def _minus(self) -> Mark:
        self.at += 1
        after = self._text[self.at : self.at + 1]
        if not after or after.isspace() or after in "-)":
            raise QuestionError('"-" stands alone; put one right before what to leave out', self.at)
        return Mark.MINUS

    def _bare(self) -> Mark | Word | Prefix | FieldToken:
        start = self.at
        run = self._run("():", QUOTES)
        after = self._text[self.at : self.at + 1]
        if after == ":":
            field = field_named(run, start + 1)
            self.at += 1
            return FieldToken(field=field, values=tuple(self._values(field)))
        if run in OPERATORS:
            return Mark[run]
        if after and after in QUOTES:
            raise QuestionError(f"a space is missing between {shown(run)} and the quotation mark", self.at + 1)
        if after == "(":
            raise QuestionError(f"a space is missing between {shown(run)} and the parenthesis", self.at + 1)
        return _word(run, start + 1)

    def _values(self, field: Field) -> Iterator[Value]:
        """Yield the values after a colon, which a comma without spaces parts."""
        while True:
            start = self.at
            char = self._text[start : start + 1]
            if char == "(":
                raise QuestionError(
                    f"parentheses are for words; write {field}: with a comma between any of several values",
                    start + 1,
                )
            if char and char in QUOTES:
                yield Value(text=tidy(self._quoted()), column=start + 1, quoted=True)
            else:
                typed = tidy(self._run("(),", QUOTES))
                _check_start(typed, start + 1)
                if typed.startswith("-"):
                    raise QuestionError(f"the hyphen goes before the field, as in -{field}:", start + 1)
                if not typed:
                    raise QuestionError(
                        f"{field}: needs a value here, without a space before it, and in double quotation marks if "
                        "it has spaces or commas",
                        start + 1,
                    )
                yield Value(text=typed, column=start + 1, quoted=False)
            if self._text[self.at : self.at + 1] != ",":
                break
            self.at += 1
        self._end("value")

    def _run(self, stops: str, quotes: frozenset[str]) -> str:
        """Read on to white space or one of the stops."""
        start = self.at
        while self.at < len(self._text):
            char = self._text[self.at]
            if char.isspace() or char in stops or char in quotes:
                break
            self.at += 1
        return self._text[start : self.at]

    def _quoted(self) -> str:
        """Read what stands in quotation marks; a straight one is doubled within."""
        start = self.at
        opening = self._text[start]
        closing = CLOSING.get(opening)
        if closing is None:
            raise QuestionError(f'a phrase begins with " or “, not with {opening}', start + 1)
        pieces = []
        self.at += 1
        while True:
            end = self._text.find(closing, self.at)
            if end < 0:
                raise QuestionError(f"the quotation mark {opening} is never closed; add {closing}", start + 1)
            pieces.append(self._text[self.at : end])
            self.at = end + 1
            if closing != '"' or self._text[self.at : self.at + 1] != '"':
                return '"'.join(pieces)
            self.at += 1

    def _end(self, what: str) -> None:
        """Raise unless a token may end here."""
        after = self._text[self.at : self.at + 1]
        if after and not after.isspace() and after != ")":
            raise QuestionError(f"a space is missing between the {what} and {shown(after)}", self.at + 1)


def _text_of(typed: str, column: int) -> str:
    text = tidy(typed)
    if not searchable(text):
        raise QuestionError(f"{shown(text)} has no letter or digit to search for", column)
    return text


def _check_start(typed: str, column: int) -> None:
    """Raise where the first character looks like a sign of the language and is none."""
    if typed and typed[0] in APOSTROPHES:
        raise QuestionError(
            f"{typed[0]} does not begin a phrase; use double quotation marks or leave it out", column
        )
    if typed and typed[0] in DASHES:
        raise QuestionError(
            f"{typed[0]} is a dash; write a hyphen (-) before what to leave out, or a space", column
        )


def _word(run: str, column: int) -> Word | Prefix:
    typed = _text_of(run, column)
    _check_start(typed, column)
    text = core(typed)
    if text in OPERATORS:
        raise QuestionError(
            f"{text} joins words only where it stands without marks, not as {shown(run)}; to search for the word, "
            f'write "{text}" in double quotation marks',
            column,
        )
    if STAR not in typed:
        return Word(text=text)
    if typed.count(STAR) > 1 or not typed[typed.index(text) + len(text) :].startswith(STAR):
        raise QuestionError(
            f"a * goes after the beginning of a word, as in tarif*, not as in {shown(typed)}; take it out or put "
            "all of it in double quotation marks, where a * does not count",
            column,
        )
    if not prefixes(text):
        raise QuestionError(f"{shown(typed)} begins too many words; give two letters or more before the *", column)
    return Prefix(text=text)
