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

from onrecord.analysis.attribution import attributions_of
from onrecord.analysis.carrying import continuations
from onrecord.analysis.kind import kind_of
from onrecord.analysis.network import OnnxScorer
from onrecord.analysis.quotation import quotations
from onrecord.analysis.types import Analysis, EngineVersion, Statement
from onrecord.analysis.weights import BUNDLED, Manifest, read_manifest
from onrecord.story.paragraphs import paragraphs
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
        """Find the statements of one story, however long it is, in time linear in its length."""
        text = story.text
        found = attributions_of(text, story.parts, self._tokenizer, self._scorer)
        quoted = list(quotations(text))
        calibration = self._manifest.calibration
        made: list[Statement] = []
        for number, attribution in enumerate(found):
            made.append(
                Statement(
                    id=f"s{number}",
                    kind=kind_of(text, attribution.content, quoted),
                    source=attribution.source,
                    cue=attribution.cue,
                    content=attribution.content,
                    carried=None,
                    inside=None if attribution.inside is None else f"s{attribution.inside}",
                    confidence=round(calibration.confidence(attribution.roles), 3),
                )
            )
        for further in continuations(text, list(paragraphs(text)), quoted, found):
            before = made[further.carried]
            made.append(
                Statement(
                    id=f"s{len(made)}",
                    kind=kind_of(text, (further.content,), quoted),
                    source=(),
                    cue=(),
                    content=(further.content,),
                    carried=before.id,
                    inside=None,
                    confidence=before.confidence,
                )
            )
        made.sort(key=lambda statement: (statement.start, int(statement.id[1:])))
        return Analysis(story=story, statements=tuple(made), engine=self.version)

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
