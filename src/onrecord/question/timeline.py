"""timeline: a record and a Question -> what was said and what happened, by day; reads only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import Connection, literal, select

from onrecord.question.answering import hits
from onrecord.question.counts import Scale
from onrecord.question.happening import Happenings, happened
from onrecord.question.lanes import Key, Lane, Lanes, Tally
from onrecord.question.narrowing import SPEAKERS
from onrecord.question.paging import Cursor, CursorError, pack, unpack
from onrecord.question.periods import Entry, Period, Said, Timeline, period_of
from onrecord.question.searching import COLUMNS, Search
from onrecord.question.types import Days as Range
from onrecord.question.types import Question, Sort
from onrecord.record import Record
from onrecord.record.days import Days
from onrecord.record.schema import statements, stories

PAGE = 50
"""Entries of a page where nothing else is asked for."""

MOST = 200
"""Entries of a page at most."""

_BUNCH = 2000
"""Entries of a page of the whole."""


def timeline(
    record: Record,
    question: Question,
    *,
    scale: Scale = Scale.DAY,
    within: Range | None = None,
    cursor: str | None = None,
    limit: int = PAGE,
) -> Timeline:
    """Return a page of the statements that meet a question and of the events that it concerns, by their days.

    The oldest first, or the newest with sort:newest. within: only what lies in these days, all of it. cursor:
    `more` of the page before; the pages together hold every entry that there was at the first one, each once,
    whatever is added meanwhile. Raises CursorError.
    """
    at = _Place.read(cursor) if cursor else None
    with record.reading() as connection:
        return _Reading(connection, question, within, at).page(scale, at, max(1, min(limit, MOST)))


def whole(
    record: Record, question: Question, *, scale: Scale = Scale.DAY, within: Range | None = None
) -> Iterator[Timeline]:
    """Yield a timeline as it is now, in large pages, to its end."""
    with record.reading() as connection:
        reading = _Reading(connection, question, within, None)
        at: _Place | None = None
        while True:
            page = reading.page(scale, at, _BUNCH)
            yield page
            if page.more is None:
                return
            at = _Place.read(page.more)


class _Reading:
    """A timeline as one connection sees it, counted once."""

    def __init__(self, connection: Connection, question: Question, within: Range | None, at: _Place | None) -> None:
        self._connection = connection
        self._search = Search.of(question, connection, Cursor(newest=at.statement) if at else None)
        self._happenings = Happenings.of(question, connection, at.event if at else None)
        self._lanes = Lanes(
            search=self._search,
            happenings=self._happenings,
            within=within,
            newest=question.sort is Sort.NEWEST,
        )
        self._tally = self._lanes.tally(connection)

    def page(self, scale: Scale, at: _Place | None, limit: int) -> Timeline:
        """The entries behind a place."""
        keys = [
            key
            for lane in Lane
            if self._tally[lane]
            for key in self._lanes.page(self._connection, lane, at.key if at else None, limit + 1)
        ]
        keys.sort(key=lambda key: key.order(newest=self._lanes.newest))
        shown = keys[:limit]
        happened = self._tally[Lane.HAPPENED].total()
        said = sum(counter.total() for counter in self._tally.values()) - happened
        passed = (at.passed if at else 0) + len(shown)
        place: _Place | None = None
        if len(keys) > limit:
            place = _Place(
                statement=self._search.newest, event=self._happenings.newest, passed=passed, key=shown[-1]
            )
        return Timeline(
            periods=tuple(_periods(shown, _entries(self._connection, shown), self._tally, scale)),
            said=said,
            happened=happened,
            left=max(said + happened - passed, len(keys) - limit) if place else 0,
            more=place.write() if place else None,
        )


def _entries(connection: Connection, keys: Sequence[Key]) -> Mapping[Key, Entry]:
    """What stands in the record at some keys."""
    said = {key.number: key for key in keys if key.lane is not Lane.HAPPENED}
    asked = (
        select(*COLUMNS, literal(None).label("score"))
        .select_from(statements)
        .join(stories, statements.c.story == stories.c.number)
        .outerjoin(SPEAKERS, statements.c.speaker == SPEAKERS.c.number)
        .where(statements.c.number.in_(list(said)))
    )
    rows = connection.execute(asked).mappings().all()
    entries: dict[Key, Entry] = {}
    for row, hit in zip(rows, hits(connection, rows), strict=True):
        key = said[row["number"]]
        day = key.days.first.isoformat() if key.days else None
        entries[key] = Said(hit=hit, value=hit.said if key.lane is Lane.SAID else day, days=key.days)
    times = {key.number: key for key in keys if key.lane is Lane.HAPPENED}
    return entries | {times[number]: event for number, event in happened(connection, list(times)).items()}


def _periods(keys: Sequence[Key], entries: Mapping[Key, Entry], tally: Tally, scale: Scale) -> Iterator[Period]:
    def period(days: Days | None) -> Days | None:
        return period_of(days, scale) if days else None

    counts: dict[bool, Counter[Days | None]] = {True: Counter(), False: Counter()}
    for lane, counter in tally.items():
        for days, count in counter.items():
            counts[lane is Lane.HAPPENED][period(days)] += count
    for days, group in groupby(keys, key=lambda key: period(key.days)):
        yield Period(
            days=days,
            said=counts[False][days],
            happened=counts[True][days],
            entries=tuple(entries[key] for key in group),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a page ended. statement, event: the numbers of the last ones that the first page knew of.

    passed: how many entries the pages so far had; key: the last of them.
    """

    statement: int
    event: int
    passed: int
    key: Key

    def write(self) -> str:
        days = self.key.days
        ends = f"{days.first};{days.before}" if days else ";"
        return pack(f"{self.statement};{self.event};{self.passed};{ends};{self.key.lane:d};{self.key.number}")

    @classmethod
    def read(cls, text: str) -> _Place:
        """Read what `write` wrote. Raises CursorError, and nothing else whatever the text is."""
        try:
            statement, event, passed, first, before, lane, number = unpack(text).split(";")
            days = Days(first=date.fromisoformat(first), before=date.fromisoformat(before)) if first else None
            numbers = [int(each) for each in (statement, event, passed, number)]
            key = Key(days=days, lane=Lane(int(lane)), number=numbers[-1])
        except ValueError:
            raise CursorError from None
        if not all(0 <= each < _TOO_MUCH for each in numbers) or (days is None) is not (key.lane is Lane.UNDATED):
            raise CursorError
        return cls(statement=numbers[0], event=numbers[1], passed=numbers[2], key=key)


_TOO_MUCH = 2**31
"""No row has this number."""
