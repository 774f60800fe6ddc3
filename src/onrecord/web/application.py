"""A room -> the ASGI application that shows it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version

from anyio import to_thread
from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from onrecord.web.api.routes import api
from onrecord.web.failing import handle
from onrecord.web.guard import Guard
from onrecord.web.measuring import Measured
from onrecord.web.pages.auditing import auditing
from onrecord.web.pages.entering import entering
from onrecord.web.pages.people import people
from onrecord.web.pages.reading import reading
from onrecord.web.pages.record import about
from onrecord.web.pages.searching import searching
from onrecord.web.pages.stories import stories
from onrecord.web.room import Room
from onrecord.web.sealing import Sealed

PAGES: tuple[Callable[[Room], APIRouter], ...] = (
    *(searching, stories, people, auditing, reading, about, entering, api),
)

LOCAL = frozenset(("127.0.0.1", "localhost", "::1"))
_THREADS = 12
"""Requests that are answered at once; a record has connections for more."""


def application(room: Room, hosts: frozenset[str] = LOCAL) -> ASGIApp:
    """Show a room to readers who reach it by one of the hosts' names."""
    app = FastAPI(
        title="Onrecord",
        version=version("onrecord"),
        summary="Who said what, pinned to the words of the story.",
        description="It says that somebody said something, and never whether it is true. All of it only reads.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        redirect_slashes=False,
    )
    handle(app)
    for router in PAGES:
        app.include_router(router(room))
    guarded = Guard(app, hosts=hosts, access=room.access)
    return GZipMiddleware(Measured(Sealed(guarded), room.measures), minimum_size=1000)


@asynccontextmanager
async def _lifespan(_: FastAPI) -> AsyncIterator[None]:
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    yield
