"""How often somebody may do what costs much."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock

_KNOWN = 10_000
"""Addresses that are remembered at most."""


class Allowance:
    """So many at once, and as many again each minute, for each address (a token bucket)."""

    def __init__(self, a_minute: int) -> None:
        self._full = a_minute
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, address: str) -> int:
        """Take one; 0, or the seconds after which there is one again."""
        with self._lock:
            now = time.monotonic()
            before, left = self._left.pop(address, (now, float(self._full)))
            left = min(self._full, left + (now - before) * self._full / 60)
            waiting = 0 if left >= 1 else int((1 - left) * 60 / self._full) + 1
            self._left[address] = (now, left if waiting else left - 1)
            while len(self._left) > _KNOWN:
                self._left.popitem(last=False)
            return waiting
