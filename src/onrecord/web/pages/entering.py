"""Signing in, where the record is read with a token; and what a server and its watchers ask for."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from onrecord.web.access import COOKIE, LASTING
from onrecord.web.failing import BusyError, MissingError
from onrecord.web.pages.reading import form
from onrecord.web.rendering import page, static
from onrecord.web.room import Room

_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def entering(room: Room) -> APIRouter:
    """The pages of a room."""
    router = APIRouter(include_in_schema=False)

    @router.get("/sign-in")
    def ask(next: str = "/") -> Response:  # noqa: A002 - as the query calls it
        return page("sign-in.html", next=_inside(next), failure=None)

    @router.post("/sign-in")
    async def enter(request: Request) -> Response:
        if wait := room.sign_ins.wait(request.client.host if request.client is not None else ""):
            raise BusyError(f"That is too often; try again in {wait} seconds.", 429, wait)
        sent = await form(request)
        to = _inside(sent.get("next", "/"))
        if not room.access.knows(sent.get("token", "").strip()):
            return page(
                "sign-in.html", status=403, next=to, failure="This is not the token; ask who runs this server."
            )
        entered = RedirectResponse(to, 303)
        secure = request.url.scheme == "https"
        entered.set_cookie(
            COOKIE, room.access.session(), max_age=LASTING, httponly=True, samesite="lax", secure=secure
        )
        return entered

    @router.get("/static/{name}")
    def file(name: str) -> Response:
        try:
            content = static(name)
        except KeyError:
            raise MissingError("There is no such file.") from None
        kind = next((kind for ending, kind in _TYPES.items() if name.endswith(ending)), "text/plain")
        return Response(content, media_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})

    @router.get("/health")
    def health() -> Response:
        with room.record.reading() as connection:
            connection.exec_driver_sql("SELECT 1")
        return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})

    @router.get("/metrics")
    def metrics() -> Response:
        kind = "text/plain; version=0.0.4; charset=utf-8"
        return Response(room.measures.written(), media_type=kind, headers={"Cache-Control": "no-store"})

    return router


def _inside(path: str) -> str:
    """The path where it leads to a page of this server, else the first page."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() else "/"
