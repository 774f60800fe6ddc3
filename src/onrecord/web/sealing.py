"""What every answer carries: headers that keep a browser from doing more than it must, and an ETag."""

from __future__ import annotations

from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.failing import LOG

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Sealed:
    """Adds the headers to every answer, and answers 304 where the reader has the same already.

    An error that is raised behind its own answer goes into the log and no further.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(scope, send)
        try:
            await self._app(scope, receive, answer.send)
        except Exception:
            if not answer.begun:
                raise
            LOG.exception("A request failed.")


class _Answer:
    """An answer on its way, kept back until it is whole."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._asked = Headers(scope=scope).get("if-none-match", "")
        self._reading = scope["method"] in ("GET", "HEAD")
        self._send = send
        self._start: Message = {}
        self._body: list[bytes] = []
        self.begun = False

    async def send(self, message: Message) -> None:
        self.begun = True
        if message["type"] == "http.response.start":
            self._start = message
            return
        if message["type"] != "http.response.body":
            await self._send(message)
            return
        self._body.append(message.get("body", b""))
        if not message.get("more_body", False):
            await self._finish()

    async def _finish(self) -> None:
        headers = MutableHeaders(scope=self._start)
        headers.update(_HEADERS)
        headers.setdefault("Cache-Control", "no-cache, private")
        body = b"".join(self._body)
        if self._reading and self._start["status"] == 200 and "no-store" not in headers["Cache-Control"]:
            tag = f'W/"{sha256(body).hexdigest()[:32]}"'
            headers["ETag"] = tag
            if tag in (each.strip() for each in self._asked.split(",")):
                self._start["status"] = 304
                body = b""
                del headers["content-length"]
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body})
