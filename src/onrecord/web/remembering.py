"""Answers that cost a look at all of a record, kept for a short while and made once."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

Found = TypeVar("Found")

_SECONDS = 60.0
_MOST = 256


class Memory:
    """What was found in the last minute. Several who ask for the same at once wait for one to find it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[float, object]] = {}
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def found(self, key: Hashable, find: Callable[[], Found]) -> Found:
        """What is known under a key; `find` finds it where nothing is, or what is known is a minute old."""
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            known = self._kept.get(key)
            if known is not None and time.monotonic() - known[0] < _SECONDS:
                return cast(Found, known[1])
            found = find()
            with self._lock:
                self._kept.pop(key, None)
                self._kept[key] = (time.monotonic(), found)
                while len(self._kept) > _MOST:
                    oldest = next(iter(self._kept))
                    del self._kept[oldest]
                    self._making.pop(oldest, None)
            return found
