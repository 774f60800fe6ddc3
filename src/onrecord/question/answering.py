"""answer: a record and a Question -> an Answer; reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, RowMapping, select

from onrecord.question.answers import Answer, Hit, Passage
from onrecord.question.paging import Cursor
from onrecord.question.searching import Search
from onrecord.question.types import NameField, NameFilter, Question
from onrecord.record import Record
from onrecord.record.schema import spans, statements
from onrecord.story.types import Span

PAGE = 20
"""Hits of a page where nothing else is asked for."""

MOST = 200
"""Hits of a page at most."""

_AROUND = 100
"""Characters of the paragraph that a passage has before and behind the statement's own words, to whole words."""


def answer(
    record: Record, question: Question, *, cursor: str | None = None, limit: int = PAGE, facets: bool = False
) -> Answer:
    """Return a page of the statements that meet a question.

    cursor: `more` of the page before; the pages together hold every statement that met the question when the first
    one was asked for, each once, whatever is added meanwhile. facets: count who speaks and the like as well.
    Raises CursorError, and DepthError beyond the last page by relevance.
    """
    at = Cursor.read(cursor) if cursor else None
    with record.reading() as connection:
        search = Search.of(question, connection, at)
        limit = max(1, min(limit, MOST))
        rows = connection.execute(search.page(at, limit + 1)).mappings().all()
        shown = rows[:limit]
        more = search.after(at, shown).write() if len(rows) > limit else None
        return Answer(
            hits=hits(connection, shown),
            total=search.total(connection),
            more=more,
            facets=tuple(search.facets(connection)) if facets else (),
        )


def one(record: Record, story: str, statement: str) -> Hit | None:
    """Return the statement that a permalink names, also where a later version of its story repeats it."""
    asked = Question(filters=(NameFilter(field=NameField.STORY, names=(story,)),))
    with record.reading() as connection:
        search = Search.of(asked, connection)
        named = search.page(None, 1).where(statements.c.id == statement)
        found = hits(connection, connection.execute(named).mappings().all())
    return found[0] if found else None


_BATCH = 500


def every(record: Record, question: Question) -> Iterator[Hit]:
    """Yield every statement that meets a question, in the order in which they were added."""
    number = 0
    with record.reading() as connection:
        search = Search.of(question, connection)
        while True:
            rows = connection.execute(search.batch(number, _BATCH)).mappings().all()
            yield from hits(connection, rows)
            if len(rows) < _BATCH:
                return
            number = rows[-1]["number"]


def hits(connection: Connection, rows: Sequence[RowMapping]) -> tuple[Hit, ...]:
    """Make hits of rows with searching's COLUMNS and a score, in their order."""
    asked = select(spans).where(spans.c.statement.in_([row["number"] for row in rows])).order_by(spans.c.start)
    pieces: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for piece in connection.execute(asked).mappings():
        pieces[piece["statement"]][piece["role"]].append(Span(start=piece["start"], end=piece["end"]))
    return tuple(
        Hit(
            **{name: row[name] for name in _SAME},
            source=row["story_source"],
            passage=_passage(row["text"], pieces[row["number"]]),
        )
        for row in rows
    )


_SAME = (
    *("story", "statement", "headline", "publisher", "place", "published", "speaker", "speaker_kind", "role"),
    *("unresolved", "kind", "act", "said", "confidence", "score"),
)


def _passage(text: str, pieces: dict[str, list[Span]]) -> Passage:
    every = [span for own in pieces.values() for span in own]
    first, last = min(span.start for span in every), max(span.end for span in every)
    near = max(0, first - _AROUND)
    opened = text.rfind("\n\n", near, first)
    start = opened + 2 if opened >= 0 else _word_start(text, near, first)
    whole_start = opened >= 0 or start == 0
    far = min(len(text), last + _AROUND)
    closed = text.find("\n\n", last, far)
    end = closed if closed >= 0 else _word_end(text, far, last)
    whole_end = closed >= 0 or not text[end:].strip()
    source, cue, content = (tuple(pieces.get(role, ())) for role in ("source", "cue", "content"))
    return Passage(
        text=text[start:end],
        start=start,
        whole_start=whole_start,
        whole_end=whole_end,
        source=source,
        cue=cue,
        content=content,
    )


def _word_start(text: str, at: int, stop: int) -> int:
    """Behind the first white space from `at` on."""
    if at == 0:
        return 0
    space = next((i for i in range(at, stop) if text[i].isspace()), stop - 1)
    return space + 1


def _word_end(text: str, at: int, stop: int) -> int:
    if at == len(text):
        return at
    return next((i for i in range(at - 1, stop - 1, -1) if text[i].isspace()), stop)
