"""The language of the search box: str -> Question, and back."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.errors import QuestionError
from onrecord.question.fields import OtherField
from onrecord.question.filters import quoted, read_filter, read_meaning, read_sort, write_filter
from onrecord.question.scanning import FieldToken, Mark, Token, scan
from onrecord.question.types import Filter, Question, Sort, single_field
from onrecord.question.words import And, Not, Or, Phrase, Prefix, Word, Words, all_of, any_of, depth, negated

MAX_LENGTH = 2000
"""Characters of a question, as typed and as `render` writes it."""

MAX_TERMS = 100
"""Words, phrases and values of fields in a question."""

MAX_NESTING = 10
"""Parentheses within each other, as typed and as `render` writes them."""


def parse(text: str) -> Question:
    """Read a question as docs/searching.md describes it; empty text asks for everything.

    Raises QuestionError where the text is none, and nothing else whatever the text is.
    """
    if len(text) > MAX_LENGTH:
        raise QuestionError(f"a question has {MAX_LENGTH:,} characters at most; shorten it", MAX_LENGTH + 1)
    tokens = tuple(scan(text))
    _check_terms(tokens)
    reading = _Reading(tokens, len(text) + 1)
    words = reading.words(level=0, opened=0)
    question = Question(words=words, meaning=reading.meaning, filters=tuple(reading.filters), sort=reading.order())
    if words is not None and depth(words) > MAX_NESTING:
        raise QuestionError(f"words are grouped more than {MAX_NESTING} deep; ask a simpler question", 1)
    if len(render(question)) > MAX_LENGTH:
        raise QuestionError(f"written out, the question has more than {MAX_LENGTH:,} characters; shorten it", 1)
    return question


def render(question: Question) -> str:
    """Write a question in the one form that `parse` gives it back from; what permalinks are made of."""
    parts = [] if question.words is None else [_write(question.words)]
    parts += map(write_filter, question.filters)
    if question.meaning is not None:
        parts.append(f"{OtherField.MEANING}:{quoted(question.meaning)}")
    if question.sort is not Sort.RELEVANCE:
        parts.append(f"{OtherField.SORT}:{question.sort}")
    return " ".join(parts)


def _write(words: Words) -> str:
    match words:
        case Word(text=text):
            return text
        case Prefix(text=text):
            return f"{text}*"
        case Phrase(text=text):
            return quoted(text)
        case Not(part=part):
            return f"-{_write_part(part)}"
        case And(parts=parts):
            return " ".join(map(_write_part, parts))
        case Or(parts=parts):
            return " OR ".join(map(_write_part, parts))


def _write_part(words: Words) -> str:
    return f"({_write(words)})" if isinstance(words, And | Or) else _write(words)


def _check_terms(tokens: Sequence[Token]) -> None:
    terms = 0
    for token in tokens:
        if isinstance(token.what, FieldToken):
            terms += len(token.what.values)
        elif not isinstance(token.what, Mark):
            terms += 1
        if terms > MAX_TERMS:
            raise QuestionError(f"a question has {MAX_TERMS} words and values at most; shorten it", token.column)


class _Reading:
    """The tokens of a question, read from left to right; filters, meaning and order are gathered on the way."""

    def __init__(self, tokens: Sequence[Token], end: int) -> None:
        self._tokens = tokens
        self._end = end
        self._at = 0
        self._sort: Sort | None = None
        self.filters: list[Filter] = []
        self.meaning: str | None = None

    def order(self) -> Sort:
        """The order asked for, or by relevance."""
        return self._sort or Sort.RELEVANCE

    def words(self, *, level: int, opened: int) -> Words | None:
        """Read to the end, or to what closes the parenthesis opened at a column. None where no words stand."""
        groups: list[list[Words]] = []
        joined: Mark | None = None
        joiners: set[Mark] = set()
        fielded = False
        while (token := self._next()) is not None and token.what is not Mark.CLOSE:
            if token.what is Mark.AND or token.what is Mark.OR:
                name = token.what.name
                if joined is not None or not (groups or fielded):
                    raise QuestionError(
                        f"{name} stands without a word before it; {_AS_WORD.format(name)}", token.column
                    )
                if token.what is Mark.OR and fielded:
                    raise _or_between_fields(token.column)
                joined = token.what
                joiners.add(joined)
                if len(joiners) > 1:
                    raise QuestionError(
                        "AND and OR stand side by side; put one of them in parentheses", token.column
                    )
                self._at += 1
                continue
            term = self._term(level)
            fielded = term is None
            if term is None and joined is Mark.OR:
                raise _or_between_fields(token.column)
            if term is not None and joined is Mark.OR:
                groups[-1].append(term)
            elif term is not None:
                groups.append([term])
            joined = None
        column = self._end if token is None else token.column
        if joined is not None:
            raise QuestionError(
                f"{joined.name} stands without a word after it; {_AS_WORD.format(joined.name)}", column
            )
        if token is None and level:
            raise QuestionError('a parenthesis is never closed; add ")"', opened)
        if token is not None and not level:
            raise QuestionError('")" closes no parenthesis; take it out or add "("', column)
        return all_of(map(any_of, groups)) if groups else None

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _term(self, level: int) -> Words | None:
        """Read a word, phrase, prefix or group with what negates it; None where it was a field."""
        token = self._tokens[self._at]
        minus = token.what is Mark.MINUS or token.what is Mark.NOT
        if minus:
            self._at += 1
            after = self._next()
            if after is None or after.what in (Mark.CLOSE, Mark.AND, Mark.OR):
                raise QuestionError(f"NOT stands without a word after it; {_AS_WORD.format('NOT')}", token.column)
            if after.what in (Mark.MINUS, Mark.NOT):
                raise QuestionError("what is left out twice is not left out; take one away", after.column)
            token = after
        self._at += 1
        match token.what:
            case FieldToken() as field:
                self._field(field, token.column, minus=minus, level=level)
                return None
            case Word() | Phrase() | Prefix() as term:
                return negated(term) if minus else term
            case _:
                group = self._group(token.column, level)
                return negated(group) if minus else group

    def _group(self, column: int, level: int) -> Words:
        if level == MAX_NESTING:
            raise QuestionError(f"parentheses stand more than {MAX_NESTING} deep; ask a simpler question", column)
        words = self.words(level=level + 1, opened=column)
        if words is None:
            raise QuestionError("there is nothing in the parentheses; put words there or take them out", column)
        self._at += 1
        return words

    def _field(self, token: FieldToken, column: int, *, minus: bool, level: int) -> None:
        field = token.field
        if level:
            raise QuestionError(f"{field}: stands in parentheses, which are for words; put it outside", column)
        if field is OtherField.MEANING or field is OtherField.SORT:
            if minus:
                raise QuestionError(f"{field}: cannot be left out; take away the hyphen or NOT", column)
            if (self.meaning if field is OtherField.MEANING else self._sort) is not None:
                raise QuestionError(f"{field}: stands twice; take one away", column)
            if field is OtherField.MEANING:
                self.meaning = read_meaning(token)
            else:
                self._sort = read_sort(token)
            return
        asked = read_filter(token, negated=minus)
        single = single_field(asked)
        if single is not None and single in map(single_field, self.filters):
            raise QuestionError(
                f"{single}: stands twice, and no statement has two; for any of several values write {single}: "
                "once, with commas between them",
                column,
            )
        self.filters.append(asked)


_AS_WORD = 'to search for the word, write "{}" in double quotation marks'


def _or_between_fields(column: int) -> QuestionError:
    return QuestionError(
        "OR joins words, not fields; for any of several values put a comma between them, as in speaker:rubio,vance",
        column,
    )
