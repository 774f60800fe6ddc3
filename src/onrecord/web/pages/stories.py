"""A story with its statements, its versions, and each statement by itself with how to cite it."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from onrecord.question.recorded import standing
from onrecord.showing.lighting import entity_rules, statement_rules
from onrecord.web.citing import Citation, cite
from onrecord.web.rendering import page
from onrecord.web.room import STATEMENT, STORY, Room, there
from onrecord.web.views import MOST_RULES, RULES, changed, shown, story_view

StoryId = Annotated[str, Path(pattern=STORY)]
StatementId = Annotated[str, Path(pattern=STATEMENT)]
_Rules = Annotated[int, Path(ge=0, le=MOST_RULES, multiple_of=RULES)]


class CiteAs(StrEnum):
    """The forms of a citation."""

    PLAIN = "txt"
    BIBTEX = "bib"
    JSONLD = "jsonld"


_TYPES = {
    CiteAs.PLAIN: "text/plain; charset=utf-8",
    CiteAs.BIBTEX: "application/x-bibtex; charset=utf-8",
    CiteAs.JSONLD: "application/ld+json",
}


def stories(room: Room) -> APIRouter:
    """The pages over a record."""
    router = APIRouter(include_in_schema=False)

    @router.get("/stories/{story}")
    def story(story: StoryId) -> Response:
        view = story_view(room.analysis(story), known := standing(room.record, story))
        return page("story.html", view=view, versions=known.versions)

    @router.get("/stories/{story}/versions")
    def versions(story: StoryId) -> Response:
        found = there(room.record.versions(story), "story")
        steps = [(after, changed(before, after)) for before, after in pairwise(found)]
        return page("versions.html", asked=story, first=found[0], steps=steps)

    @router.get("/stories/{story}/{statement}")
    def statement(story: StoryId, statement: StatementId, request: Request) -> Response:
        hit = room.hit(story, statement)
        (view,) = shown(room.record, [hit])
        return page("statement.html", view=view, citation=_citation(request, room, story, statement))

    @router.get("/stories/{story}/{statement}/cite.{form}")
    def citation(story: StoryId, statement: StatementId, form: CiteAs, request: Request) -> Response:
        made = _citation(request, room, story, statement)
        words = {CiteAs.PLAIN: made.plain + "\n", CiteAs.BIBTEX: made.bibtex, CiteAs.JSONLD: made.jsonld}[form]
        name = f"{story}-{statement}.{form}"
        return Response(
            words, media_type=_TYPES[form], headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )

    @router.get("/static/lighting/{statements}-{entities}.css")
    def lighting(statements: _Rules, entities: _Rules) -> Response:
        rules = statement_rules(range(1, statements + 1)) + entity_rules(range(1, entities + 1))
        headers = {"Cache-Control": "public, max-age=86400"}
        return Response(rules, media_type="text/css", headers=headers)

    return router


def _citation(request: Request, room: Room, story: str, statement: str) -> Citation:
    return cite(room.hit(story, statement), f"{str(request.base_url).rstrip('/')}/stories/{story}/{statement}")
