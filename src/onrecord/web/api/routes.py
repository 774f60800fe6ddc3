"""The routes of the API."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.analysis.contract import Json, to_json
from onrecord.question.answering import MOST, PAGE, answer
from onrecord.question.answers import Hit
from onrecord.question.counts import Grouping, Measure
from onrecord.question.coverage import coverage
from onrecord.question.recorded import speaking
from onrecord.question.types import Sort
from onrecord.showing.rows import FIELDS, csv_line, row
from onrecord.story.composing import Slip
from onrecord.web.api.shapes import (
    AnalysisShape,
    AuditRowShape,
    AuditShape,
    BearerShape,
    BearersShape,
    ChangeShape,
    CitationShape,
    CountsShape,
    DossierShape,
    Form,
    HitShape,
    MonthShape,
    Problem,
    SearchShape,
    Sent,
    StatementShape,
    VersionShape,
    VersionsShape,
)
from onrecord.web.asking import LONGEST, asked
from onrecord.web.citing import cite
from onrecord.web.pages.auditing import counted, written
from onrecord.web.pages.people import bearing, known
from onrecord.web.rendering import address
from onrecord.web.room import PERSON, STATEMENT, STORY, Room, there

_Text = Annotated[str, Query(max_length=LONGEST, description="A question, as docs/searching.md has it; none: all.")]
_Form = Annotated[Form, Query(alias="format", description="json, or csv: a table with a heading.")]
_StoryId = Annotated[str, Path(pattern=STORY, description="A story's id.")]
_StatementId = Annotated[str, Path(pattern=STATEMENT, description="A statement's id in its story.")]
_PersonKey = Annotated[str, Path(pattern=PERSON, description="A person or organisation of the record, as P17.")]

_Responses = dict[int | str, dict[str, Any]]


def _problems(*statuses: int) -> _Responses:
    meaning = {
        400: "The question, the cursor or the body cannot be understood.",
        404: "There is none such.",
        413: "The request is too large.",
        422: "A parameter or the body is not what it must be.",
        429: "Too many in a minute; Retry-After says when to try again.",
        401: "A token is needed.",
        503: "It cannot be answered now.",
    }
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": meaning[status], "content": content} for status in (*statuses, 401, 503)}


_CSV: _Responses = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}


def api(room: Room) -> APIRouter:
    """The API over a record."""
    router = APIRouter(prefix="/api/v1", tags=["record"])

    @router.get("/search", response_model=SearchShape, responses=_problems(400, 422) | _CSV)
    def search(
        q: _Text = "",
        sort: Annotated[Sort | None, Query(description="Else as the question says, or newest first.")] = None,
        cursor: Annotated[str | None, Query(max_length=20_000, description="`more` of the page before.")] = None,
        limit: Annotated[int, Query(ge=1, le=MOST)] = PAGE,
        facets: Annotated[bool, Query(description="Count who speaks and the like as well.")] = False,
        form: _Form = "json",
    ) -> Response | SearchShape:
        """Statements that meet a question, a page at a time; pages neither skip nor repeat while stories arrive."""
        found = answer(room.record, asked(q, sort), cursor=cursor, limit=limit, facets=facets)
        if form == "csv":
            lines = [csv_line(FIELDS), *(csv_line(row(hit).values()) for hit in found.hits)]
            headers = {}
            if found.more:
                more = address("/api/v1/search", q=q, sort=sort, cursor=found.more, limit=limit, format="csv")
                headers["Link"] = f'<{more}>; rel="next"'
            return Response("".join(lines), media_type="text/csv; charset=utf-8", headers=headers)
        made = SearchShape.model_validate(found)
        return made.model_copy(update={"hits": tuple(_with_persons(room, found.hits))})

    @router.get("/statements/{story}/{statement}", response_model=StatementShape, responses=_problems(404, 422))
    def statement(story: _StoryId, statement: _StatementId, request: Request) -> StatementShape:
        """A statement by its permalink, and how to cite it."""
        hit = room.hit(story, statement)
        (shape,) = _with_persons(room, [hit])
        url = f"{str(request.base_url).rstrip('/')}/stories/{hit.permalink}"
        return StatementShape(**shape.model_dump(), cite=CitationShape.model_validate(cite(hit, url)))

    @router.get("/stories/{story}", response_model=AnalysisShape, responses=_problems(404, 422))
    def story(story: _StoryId) -> Json:
        """A story and all that was found in it: the JSON contract (docs/contract.md)."""
        return to_json(room.analysis(story))

    @router.get("/stories/{story}/versions", response_model=VersionsShape, responses=_problems(404, 422))
    def versions(story: _StoryId) -> VersionsShape:
        """The versions of a story, and what became of each statement from one to the next."""
        found = there(room.record.versions(story), "story")
        return VersionsShape(
            versions=[
                VersionShape(
                    story=version.analysis.story.id,
                    headline=version.analysis.story.headline,
                    published=version.analysis.story.published,
                    kind=version.kind,
                    kept=version.kept,
                    known=version.known,
                    changes=[
                        ChangeShape(
                            kind=change.kind,
                            old=change.old.id if change.old else None,
                            new=change.new.id if change.new else None,
                        )
                        for change in version.changes
                    ],
                )
                for version in found
            ]
        )

    @router.get("/people", response_model=BearersShape, responses=_problems(422))
    def people(name: Annotated[str, Query(min_length=1, max_length=200)]) -> BearersShape:
        """Persons and organisations whom a name, a part of one, or a number such as P17 finds."""
        return BearersShape(people=[BearerShape.model_validate(each) for each in bearing(room, name)])

    @router.get("/people/{person}", response_model=DossierShape, responses=_problems(404, 422))
    def person(person: _PersonKey) -> DossierShape:
        """All that somebody said: roles over time, first and last, by subject."""
        return DossierShape.model_validate(known(room, person))

    @router.get("/audit", response_model=AuditShape, responses=_problems(400, 422) | _CSV)
    def audit(
        q: _Text = "",
        by: Grouping = Grouping.ALL,
        count: Measure = Measure.STATEMENTS,
        form: _Form = "json",
    ) -> Response | AuditShape:
        """Who gets quoted, and how, by publisher or month."""
        rows = counted(room, q, by, count)
        if form == "csv":
            return Response(written(rows), media_type="text/csv; charset=utf-8")
        return AuditShape(rows=[AuditRowShape.model_validate(each) for each in rows])

    @router.get("/counts", response_model=CountsShape, responses=_problems())
    def counts() -> CountsShape:
        """How much the record holds, and what it covers; at most a minute old."""
        held = room.memory.found("counts", room.record.counts)
        covered = room.memory.found("coverage", lambda: coverage(room.record))
        return CountsShape(
            stories=held.stories,
            copies=held.copies,
            statements=held.statements,
            entities=held.entities,
            mentions=held.mentions,
            times=held.times,
            undated=covered.undated_in_all,
            months=[MonthShape.model_validate(each) for each in covered.months],
            publishers=[MonthShape.model_validate(each) for each in covered.publishers],
        )

    @router.post("/read", response_model=AnalysisShape, responses=_problems(400, 413, 422, 429))
    def read(sent: Sent, request: Request) -> Json:
        """Analyse a story without keeping it: the JSON contract (docs/contract.md)."""
        slip = Slip(
            published=sent.published, headline=sent.headline, publisher=sent.publisher, language=sent.language
        )
        address = request.client.host if request.client is not None else ""
        return to_json(room.reader.read(sent.text, slip, address))

    return router


def _with_persons(room: Room, hits: tuple[Hit, ...] | list[Hit]) -> list[HitShape]:
    persons = speaking(room.record, hits) if hits else {}
    shapes = []
    for hit in hits:
        number = persons.get(hit.permalink)
        shape = HitShape.model_validate(hit)
        shapes.append(shape.model_copy(update={"person": f"P{number}" if number is not None else None}))
    return shapes


__all__ = ["Problem", "api"]
