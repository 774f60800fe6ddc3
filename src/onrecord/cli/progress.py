"""Analyses on their way through -> running counts on standard error, for work that takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord.analysis.types import Analysis
from onrecord.cli.failures import say
from onrecord.showing.visible import visible

if TYPE_CHECKING:
    from rich.status import Status

_PATIENCE = 1.0
"""Seconds of work before anything is shown."""


class Meter(AbstractContextManager["Meter"]):
    """Counts stories and words; shows them only where `shown`, and takes them away at the end."""

    def __init__(self, *, shown: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._shown = shown
        self._clock = clock
        self._began = clock()
        self._status: Status | None = None
        self.stories = 0
        self.words = 0

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is not None:
            self._status.stop()

    def watch(self, analyses: Iterable[Analysis]) -> Iterator[Analysis]:
        """Yield the analyses as they are, counting."""
        for analysis in analyses:
            self.stories += 1
            self.words += len(analysis.story.text.split())
            self._show()
            yield analysis

    def say(self, sentence: str) -> None:
        """Print a line on standard error, above the counts where they are shown."""
        if self._status is None:
            say(sentence)
        else:
            self._status.console.print(visible(sentence), markup=False, highlight=False, soft_wrap=True)

    def _show(self) -> None:
        seconds = self._clock() - self._began
        if not self._shown or seconds < _PATIENCE:
            return
        counts = f"{self.stories:,} stories, {self.words:,} words, {self.words / seconds:,.0f} words/s"
        if self._status is None:
            from rich.console import Console

            self._status = Console(file=sys.stderr).status(counts)
            self._status.start()
        self._status.update(counts)


def for_people(*, to_file: bool) -> bool:
    """Whether counts belong on standard error: it is a terminal, and the record is not printed on it as well."""
    return sys.stderr is not None and sys.stderr.isatty() and (to_file or not sys.stdout.isatty())
