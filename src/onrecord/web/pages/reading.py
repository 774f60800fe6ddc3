"""Screening a text: who says what in it, without keeping it."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from onrecord.story.composing import Slip
from onrecord.web.reader import LONGEST, Reader
from onrecord.web.rendering import page
from onrecord.web.room import Room
from onrecord.web.views import StoryView, story_view

__all__ = ["form", "reading"]


def reading(room: Room) -> APIRouter:
    """The pages over a record."""
    router = APIRouter(include_in_schema=False)

    @router.get("/read")
    def empty() -> Response:
        return _page("", "", None, None)

    @router.post("/read")
    async def read(request: Request) -> Response:
        sent = await form(request)
        text, day = sent.get("text", ""), sent.get("published", "").strip()
        published, failure = None, None
        if not text.strip():
            failure = "There is nothing to read; paste the text of a story."
        elif len(text) > LONGEST:
            failure = (
                f"A story that is read here has {LONGEST:,} characters at most; `onrecord read` takes longer ones."
            )
        elif day:
            try:
                published = date.fromisoformat(day)
            except ValueError:
                failure = "The day is none; write it as 2025-04-14, or leave it out."
        if failure is not None:
            return _page(text, day, None, failure)
        view = await run_in_threadpool(_read, room.reader, text, published, _address(request))
        return _page(text, day, view, None)

    return router


def _read(reader: Reader, text: str, published: date | None, address: str) -> StoryView:
    return story_view(reader.read(text, Slip(published=published), address))


def _page(text: str, day: str, view: StoryView | None, failure: str | None) -> Response:
    status = 400 if failure else 200
    return page(
        "read.html", status=status, here="/read", text=text, day=day, view=view, failure=failure, longest=LONGEST
    )


async def form(request: Request) -> dict[str, str]:
    """The fields of a form that a browser sent, each once."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        fields = parse_qs(body, keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return {}
    return {name: values[0].replace("\r\n", "\n").replace("\0", "\ufffd") for name, values in fields.items()}


def _address(request: Request) -> str:
    return request.client.host if request.client is not None else ""
