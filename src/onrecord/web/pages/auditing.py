"""Who gets quoted: a chart and a table, which can be had as SVG and CSV."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.errors import AnswerError, QuestionError
from onrecord.question import parse, render
from onrecord.question.auditing import audit
from onrecord.question.counts import Grouping, Measure, Row
from onrecord.showing.rows import csv_line
from onrecord.showing.visible import visible
from onrecord.web.asking import LONGEST
from onrecord.web.charting import SOURCES, bars
from onrecord.web.rendering import drawn, page
from onrecord.web.room import Room

_Text = Annotated[str, Query(max_length=LONGEST)]
_MOST = 200
"""Bars of a chart; the table and the CSV have every row."""

FIELDS = (
    *("group", "stories", "total", "persons", "organizations", "others", "unnamed", "open"),
    *("direct", "mixed", "indirect", "position"),
)


def auditing(room: Room) -> APIRouter:
    """The pages over a record."""
    router = APIRouter(include_in_schema=False)

    @router.get("/audit")
    def shares(q: _Text = "", by: Grouping = Grouping.PUBLISHER, count: Measure = Measure.STATEMENTS) -> Response:
        rows: tuple[Row, ...] = ()
        failure = None
        try:
            rows = counted(room, q, by, count)
        except (QuestionError, AnswerError) as error:
            failure = visible(str(error))
        return page(
            "audit.html",
            status=400 if failure else 200,
            here="/audit",
            q=q,
            by=by,
            count=count,
            groupings=tuple(Grouping),
            measures=tuple(Measure),
            failure=failure,
            bars=bars(rows),
            most=_MOST,
            sources=SOURCES,
        )

    @router.get("/audit.csv")
    def table(q: _Text = "", by: Grouping = Grouping.PUBLISHER, count: Measure = Measure.STATEMENTS) -> Response:
        return Response(
            written(counted(room, q, by, count)),
            media_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="audit.csv"'},
        )

    @router.get("/audit.svg")
    def chart(q: _Text = "", by: Grouping = Grouping.PUBLISHER, count: Measure = Measure.STATEMENTS) -> Response:
        shown = bars(counted(room, q, by, count))[:_MOST]
        return Response(
            drawn("audit.svg", bars=shown, sources=SOURCES, count=count, question=q),
            media_type="image/svg+xml",
            headers={"Content-Disposition": 'attachment; filename="audit.svg"'},
        )

    return router


def counted(room: Room, q: str, by: Grouping, count: Measure) -> tuple[Row, ...]:
    """The rows of an audit, kept for a while: it looks at every statement that it counts."""
    question = parse(q)
    key = ("audit", render(question), by, count)
    return room.memory.found(key, lambda: audit(room.record, question, by=by, measure=count))


def written(rows: tuple[Row, ...]) -> str:
    """The rows as CSV."""
    lines = [csv_line(FIELDS)]
    lines += [
        csv_line(round(value, 4) if isinstance(value := getattr(row, name), float) else value for name in FIELDS)
        for row in rows
    ]
    return "".join(lines)
