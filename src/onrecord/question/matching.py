"""Words of a question -> the condition that a database's own index of words answers, and how well a row fits it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    TableClause,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import REGCONFIG, TSQUERY, TSVECTOR

from onrecord.question.words import And, Not, Or, Phrase, Positive, Prefix, Word, Words
from onrecord.record.schema import events, statements

_CONFIG = cast(literal("onrecord"), REGCONFIG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Where the words of rows are looked up: FTS5's table, whose rowid is their key, or PostgreSQL's vector."""

    key: ColumnElement[int]
    fts5: TableClause
    vector: ColumnElement[str]

    @classmethod
    def of(cls, key: ColumnElement[int], name: str, rows: str) -> Index:
        """The index of this name over the rows of a table."""
        fts5 = table(name, column("rowid"), column(name), column("rank"))
        return cls(key=key, fts5=fts5, vector=literal_column(f"{rows}.words", TSVECTOR))

    def matches(self, words: Positive) -> ColumnElement[bool]:
        """Whether a row of FTS5's table has the words."""
        return self.fts5.c[self.fts5.name].op("MATCH")(fts5(words))


STATEMENTS = Index.of(statements.c.number, "statement_words", "statements")
EVENTS = Index.of(events.c.time, "event_words", "events")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """What narrows a select of statements, or of the rows of another index, to the words.

    score: how well a row fits, higher is better, or None.
    """

    words: Words
    dialect: str
    index: Index = STATEMENTS

    def narrow(self, asked: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
        """The same select, of the rows with these words only; of a statement in its content, source or cue."""
        fts5 = self.index.fts5
        if self.dialect == "postgresql":
            return asked.where(self.index.vector.op("@@")(tsquery(self.words)))
        if isinstance(self.words, Not):
            found = select(fts5.c.rowid).where(self.index.matches(self.words.part))
            return asked.where(self.index.key.not_in(found))
        return asked.join(fts5, fts5.c.rowid == self.index.key).where(self.index.matches(self.words))

    @property
    def score(self) -> ColumnElement[float] | None:
        """BM25 in SQLite, cover density in PostgreSQL; None where nothing is wanted, only something not."""
        if isinstance(self.words, Not):
            return None
        if self.dialect == "postgresql":
            return func.ts_rank_cd(self.index.vector, tsquery(self.words), 1)
        return -self.index.fts5.c.rank


def fts5(words: Positive) -> str:
    """The words in FTS5's own language; every string in it is quoted."""
    match words:
        case Word(text=text) | Phrase(text=text):
            return _quoted(text)
        case Prefix(text=text):
            return f"{_quoted(text)} *"
        case Or(parts=parts):
            return f"({' OR '.join(map(fts5, parts))})"
        case And(parts=parts):
            wanted = [fts5(part) for part in parts if not isinstance(part, Not)]
            unwanted = [fts5(part.part) for part in parts if isinstance(part, Not)]
            both = f"({' AND '.join(wanted)})"
            return f"({both} NOT ({' OR '.join(unwanted)}))" if unwanted else both


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def tsquery(words: Words) -> ColumnElement[str]:
    """The words as a tsquery of PostgreSQL; what it takes for several words has to stand one after the other."""
    match words:
        case Word(text=text) | Phrase(text=text):
            return func.phraseto_tsquery(_CONFIG, text, type_=TSQUERY)
        case Prefix(text=text):
            doubled = text.replace("\\", "\\\\").replace("'", "''")
            return func.to_tsquery(_CONFIG, f"'{doubled}':*", type_=TSQUERY)
        case Not(part=part):
            return func.tsquery_not(tsquery(part), type_=TSQUERY)
        case And(parts=parts):
            return _joined("tsquery_and", [tsquery(part) for part in parts])
        case Or(parts=parts):
            return _joined("tsquery_or", [tsquery(part) for part in parts])


def _joined(function: str, queries: list[ColumnElement[str]]) -> ColumnElement[str]:
    first, *rest = queries
    for other in rest:
        first = getattr(func, function)(first, other, type_=TSQUERY)
    return first
