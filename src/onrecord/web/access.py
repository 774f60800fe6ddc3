"""Who may read: everybody, or where a token is set, who sends it or has signed in with it."""

from __future__ import annotations

import hmac
import time
from dataclasses import dataclass
from hashlib import sha256

COOKIE = "onrecord"
LASTING = 12 * 3600
"""Seconds that a browser stays signed in."""

SHORTEST = 16
"""Characters that a token has at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What is asked of a reader; token None: nothing."""

    token: str | None = None

    def knows(self, token: str) -> bool:
        """Whether it is the token, told in a time that says nothing of it."""
        return self.token is not None and hmac.compare_digest(token.encode(), self.token.encode())

    def session(self) -> str:
        """The value of the cookie of a browser that has shown the token."""
        until = str(int(time.time()) + LASTING)
        return f"{until}.{self._signed(until)}"

    def admits(self, authorization: str, cookie: str) -> bool:
        """Whether a request with these headers' values may read."""
        if self.token is None:
            return True
        kind, _, given = authorization.partition(" ")
        if kind.lower() == "bearer" and self.knows(given.strip()):
            return True
        until, _, signed = cookie.partition(".")
        valid = until.isdecimal() and len(until) < 12 and int(until) > time.time()
        return valid and hmac.compare_digest(signed.encode(), self._signed(until).encode())

    def _signed(self, until: str) -> str:
        assert self.token is not None
        return hmac.new(self.token.encode(), f"onrecord session {until}".encode(), sha256).hexdigest()
