"""A person or organisation: roles over time, statements by subject, first and last; and whom a name finds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import RedirectResponse, Response

from onrecord.question import render
from onrecord.question.dossier import Bearer, Dossier, Subject, bearers, dossier
from onrecord.question.types import NameField, NameFilter, Question
from onrecord.web.rendering import page
from onrecord.web.room import PERSON, Room, there
from onrecord.web.views import shown

PersonKey = Annotated[str, Path(pattern=PERSON)]
_OTHERS = 20


def people(room: Room) -> APIRouter:
    """The pages over a record."""
    router = APIRouter(include_in_schema=False)

    @router.get("/people")
    def named(name: Annotated[str, Query(max_length=200)] = "") -> Response:
        found = bearing(room, name)
        if len(found) == 1:
            return RedirectResponse(f"/people/{found[0].key}", 303)
        return page("people.html", name=name, found=found)

    @router.get("/people/{person}")
    def person(person: PersonKey) -> Response:
        told = known(room, person)
        others = [each for each in bearing(room, told.bearer.name) if each.number != told.bearer.number]
        return page(
            "person.html",
            told=told,
            asked=person,
            others=others[:_OTHERS],
            sections=[section(room, told.bearer, subject) for subject in (told.all, *told.subjects)],
        )

    return router


def known(room: Room, person: str) -> Dossier:
    """All about a person of the record. Raises MissingError."""
    found = there(bearing(room, person), "person")
    return room.memory.found(("dossier", person), lambda: dossier(room.record, found[0]))


def bearing(room: Room, name: str) -> tuple[Bearer, ...]:
    """Those whom a name or number finds."""
    name = " ".join(name.replace("\0", " ").split())
    if not name:
        return ()
    return room.memory.found(("bearers", name), lambda: bearers(room.record, name))


def section(room: Room, bearer: Bearer, subject: Subject) -> dict[str, object]:
    """What a page shows of a subject."""
    asked = [NameFilter(field=NameField.SPEAKER, names=(bearer.key,))]
    asked += [NameFilter(field=NameField.ABOUT, names=(subject.key,))] if subject.key else []
    return {
        "subject": subject,
        "question": render(Question(filters=tuple(asked))),
        "earliest": shown(room.record, subject.earliest),
        "latest": shown(room.record, subject.latest),
    }
