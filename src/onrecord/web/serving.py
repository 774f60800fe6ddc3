"""`onrecord serve`: a record, open to readers until it is stopped."""

from __future__ import annotations

import os
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from onrecord.errors import OnrecordError
from onrecord.record import Record
from onrecord.web.access import SHORTEST, Access
from onrecord.web.application import LOCAL, application
from onrecord.web.room import Room


class ServingError(OnrecordError):
    """A record cannot be served as it was asked for."""


def run(record: str, *, host: str, port: int, token_file: Path | None, names: tuple[str, ...]) -> None:
    """Serve a record. Raises ServingError where that would open it to others without a token."""
    token = _token(token_file)
    local = _is_local(host)
    if not local and token is None:
        raise ServingError(
            f"{host}: others could read the record there; set a token in ONRECORD_TOKEN or --token-file, or leave"
            " --host out."
        )
    with Record(record) as archive:
        hosts = LOCAL | {host.lower(), *(name.lower() for name in names)}
        app = application(Room(record=archive, access=Access(token=token)), hosts)
        config = uvicorn.Config(
            app,
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=5,
        )
        shown = f"[{host}]" if ":" in host else host
        print(f"{archive.location}: open at http://{shown}:{port}/ (Ctrl+C ends it).", flush=True)
        server = uvicorn.Server(config)
        server.run()
    if not server.started:
        raise ServingError(f"{host}:{port}: cannot be listened on; give --port another number.")


def _token(file: Path | None) -> str | None:
    """The token that is set, or None. Raises ServingError where it is no good."""
    given = os.environ.get("ONRECORD_TOKEN", "") if file is None else file.read_text(encoding="utf-8")
    token = given.strip()
    if file is None and not token:
        return None
    if len(token) < SHORTEST or not token.isascii() or not token.isprintable() or " " in token:
        raise ServingError(
            f"The token is to be {SHORTEST} letters, digits or signs at least, without spaces; make one with"
            " `openssl rand -hex 32`."
        )
    return token


def _is_local(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
