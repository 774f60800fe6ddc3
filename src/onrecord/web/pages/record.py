"""About the record: how much it holds, which months and publishers it covers, which stories have no day."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from onrecord.question.coverage import coverage
from onrecord.web.charting import columns, years
from onrecord.web.rendering import page
from onrecord.web.room import Room


def about(room: Room) -> APIRouter:
    """The page over a record."""
    router = APIRouter(include_in_schema=False)

    @router.get("/about")
    def record() -> Response:
        covered = room.memory.found("coverage", lambda: coverage(room.record))
        return page(
            "about.html",
            here="/about",
            counts=room.memory.found("counts", room.record.counts),
            coverage=covered,
            columns=columns(covered.months),
            years=years(covered.months),
        )

    return router
