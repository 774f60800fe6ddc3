"""The one way in: Engine.analyse, a Story -> its Analysis."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from importlib.metadata import version
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from tokenizers import Tokenizer

from onrecord.analysis.composing import analysis_of
from onrecord.analysis.network import OnnxScorer
from onrecord.analysis.reading import read
from onrecord.analysis.types import Analysis, EngineVersion
from onrecord.analysis.weights import BUNDLED, Manifest, read_manifest
from onrecord.story.types import Story

_AHEAD = 4
_BUNCH = 8


class Engine:
    """Finds statements. Pure: the same story gives the same analysis, on any day, in any company."""

    def __init__(self, folder: Path, manifest: Manifest, threads: int = 0) -> None:
        self._folder = folder
        self._manifest = manifest
        self._scorer = OnnxScorer(folder, manifest, threads)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.version = EngineVersion(version=version("onrecord"), weights=manifest.version)

    @classmethod
    def load(cls, weights: Path | None = None, threads: int = 0) -> Engine:
        """Load the bundled weights, or those in a folder; threads 0 is as many as there are cores.

        Raises WeightsError where they are missing or not what their manifest says.
        """
        folder = weights or BUNDLED
        return cls(folder, read_manifest(folder), threads)

    def analyse(self, story: Story) -> Analysis:
        """Find the statements of one story, who makes them and when, however long it is, in time linear in it."""
        reading = read(story.text, story.parts, self._tokenizer, self._scorer)
        return analysis_of(story, reading, self._scorer.link, self._manifest.calibration, self.version)

    def analyse_many(self, stories: Iterable[Story], jobs: int = 1) -> Iterator[Analysis]:
        """Analyse stories in their order; with jobs > 1 in that many processes of one thread each."""
        if jobs <= 1:
            yield from map(self.analyse, stories)
            return
        remaining = iter(stories)
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start_worker, (self._folder,))
        waiting: deque[Future[list[Analysis]]] = deque()
        try:
            while True:
                while len(waiting) < jobs * _AHEAD and (bunch := list(islice(remaining, _BUNCH))):
                    waiting.append(pool.submit(_analyse_bunch, bunch))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        finally:
            with suppress(RuntimeError):  # a signal can come before the pool's own thread has begun
                pool.shutdown(cancel_futures=True)


_worker: Engine | None = None


def _start_worker(folder: Path) -> None:
    global _worker
    Thread(target=_end_with_parent, daemon=True).start()
    _worker = Engine.load(folder, threads=1)


def _end_with_parent() -> None:
    """Let no worker outlive the process that it works for, however that one ends."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _analyse_bunch(stories: list[Story]) -> list[Analysis]:
    assert _worker is not None
    return [_worker.analyse(story) for story in stories]
