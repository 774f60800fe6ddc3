"""The search page: a box, what it finds, and how that divides; a page of hits at a time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Query
from starlette.responses import Response

from onrecord.errors import AnswerError, QuestionError
from onrecord.question import render
from onrecord.question.answering import answer
from onrecord.question.answers import Facet
from onrecord.question.coverage import latest
from onrecord.question.types import Question, Sort
from onrecord.showing.visible import visible
from onrecord.web.asking import LONGEST, asked, chips, narrower
from onrecord.web.rendering import address, page
from onrecord.web.room import Room
from onrecord.web.views import shown

_LATEST = 12

_Text = Annotated[str, Query(max_length=LONGEST)]
_Sort = Annotated[Sort | None, Query()]


def searching(room: Room) -> APIRouter:
    """The pages over a record."""
    router = APIRouter(include_in_schema=False)

    @router.get("/")
    def home() -> Response:
        found = room.memory.found("latest", lambda: latest(room.record, _LATEST))
        counts = room.memory.found("counts", room.record.counts)
        return page("home.html", here="/", stories=found, counts=counts, q="", sort=Sort.NEWEST)

    @router.get("/search")
    def search(
        q: _Text = "",
        sort: _Sort = None,
        cursor: Annotated[str | None, Query()] = None,
        facets: bool = False,
    ) -> Response:
        try:
            question = asked(q, sort)
            found = answer(room.record, question, cursor=cursor)
        except (QuestionError, AnswerError) as error:
            column = error.column if isinstance(error, QuestionError) else None
            told = visible(str(error))
            return page(
                "search.html", status=400, here="/", q=q, sort=sort or Sort.NEWEST, failure=told, column=column
            )
        counted = narrowed(question) if facets else None
        more = address("/search", q=q, sort=sort, cursor=found.more) if found.more else None
        return page(
            "search.html",
            here="/",
            q=q,
            sort=question.sort,
            failure=None,
            chips=chips(question),
            total=found.total,
            hits=shown(room.record, found.hits, question.words),
            first=cursor is None,
            more=more,
            facets=counted,
        )

    @router.get("/search/facets")
    def facets(q: _Text = "", sort: _Sort = None, hx_request: Annotated[str, Header()] = "") -> Response:
        counted = narrowed(asked(q))
        return page("facets.html" if hx_request else "facets-page.html", here="/", q=q, sort=sort, facets=counted)

    def narrowed(question: Question) -> list[tuple[str, object]]:
        key = ("facets", render(question))
        found: tuple[Facet, ...] = room.memory.found(
            key, lambda: answer(room.record, question, limit=1, facets=True).facets
        )
        return [(facet.name, narrower(question, facet)) for facet in found if facet.buckets]

    return router
