"""What goes wrong in a request -> one sentence: problem details (RFC 9457) for programs, a page for people."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from onrecord.errors import AnswerError, OnrecordError, QuestionError, RecordError
from onrecord.showing.visible import visible
from onrecord.web.rendering import page

LOG = logging.getLogger("onrecord.web")

_SENTENCES = {
    400: "The body of the request cannot be read; send JSON in UTF-8.",
    404: "There is nothing here; look for it from the search page.",
    405: "This address does not take that method; its documentation has the ones that it takes.",
    413: "The request is too large; send less.",
    500: "Something went wrong here; who runs this server finds the reason in its log.",
    503: "The record cannot be read now; who runs this server finds the reason in its log.",
}


class MissingError(OnrecordError):
    """What a request asks for is not in the record."""


class BusyError(OnrecordError):
    """The request cannot be met now. after: seconds until it is worth trying again."""

    def __init__(self, sentence: str, status: int, after: int) -> None:
        super().__init__(sentence)
        self.status = status
        self.after = after


def failed(scope: Scope, status: int, sentence: str, **more: object) -> Response:
    """The answer to a request that fails: problem details under /api/, elsewhere a page."""
    phrase = HTTPStatus(status).phrase
    if scope["path"].startswith("/api/") or scope["path"] in ("/health", "/metrics"):
        body = {"type": "about:blank", "title": phrase, "status": status, "detail": sentence, **more}
        return JSONResponse(body, status, media_type="application/problem+json")
    return page("failed.html", status=status, code=status, title=phrase, sentence=sentence)


def handle(app: FastAPI) -> None:
    """Answer everything that the application raises."""

    def question(request: Request, error: Exception) -> Response:
        assert isinstance(error, QuestionError)
        return failed(request.scope, 400, visible(str(error)), column=error.column)

    def answer(request: Request, error: Exception) -> Response:
        return failed(request.scope, 400, visible(str(error)))

    def missing(request: Request, error: Exception) -> Response:
        return failed(request.scope, 404, str(error))

    def busy(request: Request, error: Exception) -> Response:
        assert isinstance(error, BusyError)
        response = failed(request.scope, error.status, str(error))
        response.headers["Retry-After"] = str(error.after)
        return response

    def record(request: Request, error: Exception) -> Response:
        LOG.error("%s", error)
        return failed(request.scope, 503, _SENTENCES[503])

    def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        sentence = _SENTENCES.get(error.status_code, f"{HTTPStatus(error.status_code).phrase}.")
        response = failed(request.scope, error.status_code, sentence)
        response.headers.update(error.headers or {})
        return response

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        if first["loc"][0] == "path":
            return failed(request.scope, 404, _SENTENCES[404])
        where = ".".join(str(part) for part in first["loc"][1:] if isinstance(part, str)) or "body"
        return failed(request.scope, 422, f"{visible(where)}: {visible(str(first['msg'])).rstrip('.')}.")

    def unexpected(request: Request, error: Exception) -> Response:
        return failed(request.scope, 500, _SENTENCES[500])

    for kind, handler in (
        (QuestionError, question),
        (AnswerError, answer),
        (MissingError, missing),
        (BusyError, busy),
        (RecordError, record),
        (HTTPException, http),
        (RequestValidationError, invalid),
        (Exception, unexpected),
    ):
        app.add_exception_handler(kind, handler)
