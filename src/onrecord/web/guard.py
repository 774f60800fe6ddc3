"""What a request must be before anything looks at it: for this server, from here, admitted, not too large."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.access import COOKIE, Access
from onrecord.web.failing import failed

LARGEST = 400_000
"""Bytes that the body of a request may have."""

_OPEN = ("/health", "/sign-in", "/static/")
"""What is answered without a token; nothing of the record is in it."""

_SAFE = ("GET", "HEAD", "OPTIONS")


class Guard:
    """Answers what must not pass, and passes on the rest.

    hosts: the names that it is reached by, in lower case. A page elsewhere whose own name was made to point here
    (DNS rebinding) sends another one.
    """

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str], access: Access) -> None:
        self._app = app
        self._hosts = hosts
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self._app(scope, _limited(receive), send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if name_of(host) not in self._hosts:
            return failed(
                scope,
                400,
                "This server does not answer to that name; use the address that it printed at its start.",
            )
        if scope["method"] not in _SAFE and not _from_here(headers, host):
            return failed(scope, 403, "Another site sent this; open the page here and send it again.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:12]) > LARGEST:
            return failed(scope, 413, f"A request has {LARGEST:,} bytes at most; send less.")
        if not scope["path"].startswith(_OPEN) and not self._access.admits(
            headers.get("authorization", ""), _cookie(headers.get("cookie", ""))
        ):
            return _unknown(scope)
        return None


def name_of(host: str) -> str:
    """The name in a Host header, without its port, in lower case."""
    if host.startswith("["):
        return host.partition("]")[0].removeprefix("[").lower()
    return host.partition(":")[0].lower()


def _from_here(headers: Headers, host: str) -> bool:
    """Whether what changes something, or costs something, was sent by a page of this server or by no page."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc.lower() == host.lower()
    return headers.get("sec-fetch-site", "none") in ("none", "same-origin")


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found is not None else ""


def _unknown(scope: Scope) -> Response:
    if scope["path"].startswith("/api/") or scope["path"] == "/metrics":
        refused = failed(scope, 401, "Reading needs a token; send it as Authorization: Bearer TOKEN.")
        refused.headers["WWW-Authenticate"] = "Bearer"
        return refused
    wanted = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
    to = f"?next={quote(wanted, safe='')}" if scope["method"] == "GET" and len(wanted) < 1000 else ""
    return RedirectResponse(f"/sign-in{to}", 303)


def _limited(receive: Receive) -> Receive:
    """The same, that stops a body without a declared length where it grows too large."""
    size = 0

    async def limited() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST:
            raise HTTPException(413)
        return message

    return limited
