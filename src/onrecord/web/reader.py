"""A text that somebody sends -> its analysis, which is kept nowhere; a few at a time, and not too often."""

from __future__ import annotations

from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING

from onrecord.analysis.types import Analysis
from onrecord.story.composing import Slip, compose
from onrecord.web.failing import BusyError
from onrecord.web.limiting import Allowance

if TYPE_CHECKING:
    from onrecord.analysis.engine import Engine

LONGEST = 100_000
"""Characters that a story may have which is read here."""

_A_MINUTE = 20
_WAITING = 3


class Reader:
    """Loads the engine when the first story comes, and reads one story at a time."""

    def __init__(self, a_minute: int = _A_MINUTE) -> None:
        self._allowance = Allowance(a_minute)
        self._places = BoundedSemaphore(_WAITING)
        self._reading = Lock()
        self._engine: Engine | None = None

    def read(self, text: str, slip: Slip, address: str) -> Analysis:
        """Analyse a story for somebody at an address. Raises BusyError."""
        if wait := self._allowance.wait(address):
            raise BusyError(
                f"That is too many stories in a minute; send the next one in {wait} seconds.", 429, wait
            )
        if not self._places.acquire(blocking=False):
            raise BusyError("Other stories are being read; send it again in a few seconds.", 503, 5)
        try:
            with self._reading:
                if self._engine is None:
                    from onrecord.analysis.engine import Engine

                    self._engine = Engine.load(threads=1)
                return self._engine.analyse(compose(text, "sent", slip))
        finally:
            self._places.release()
