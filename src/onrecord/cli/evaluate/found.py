"""What is to be scored: the engine's analyses of gold stories, or what a file of predictions has for them."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from onrecord.analysis import Analysis, Engine
from onrecord.analysis.types import Entity, Time
from onrecord.cli.predictions import Part, Prediction, read_predictions, story_name
from onrecord.cli.progress import Meter, for_people
from onrecord.errors import OnrecordError, StoryError
from onrecord.story.types import Span, Story


class FoundStatement(Protocol):
    """What is scored of a statement: of an analysis, or of a prediction."""

    @property
    def source(self) -> tuple[Span, ...]: ...
    @property
    def cue(self) -> tuple[Span, ...]: ...
    @property
    def content(self) -> tuple[Span, ...]: ...
    @property
    def inside(self) -> str | None: ...
    @property
    def speaker(self) -> str | None: ...


class Found(Protocol):
    """What is scored of a story: an Analysis, a Prediction."""

    @property
    def statements(self) -> Sequence[FoundStatement]: ...
    @property
    def entities(self) -> Sequence[Entity]: ...
    @property
    def times(self) -> Sequence[Time]: ...


def need_scipy() -> None:
    """Say what to install where scipy is missing, before any work is done."""
    try:
        import scipy.optimize  # noqa: F401
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith("scipy"):
            raise
        raise OnrecordError("Evaluating needs scipy; install it with: pip install 'onrecord[evaluate]'.") from None


def analysed(stories: Iterable[Story], weights: Path | None) -> list[Analysis]:
    """Let the engine read the stories."""
    engine = Engine.load(weights)
    with Meter(shown=for_people(to_file=False)) as meter:
        return list(meter.watch(engine.analyse_many(stories)))


def predicted(path: Path, part: Part, names: Sequence[str], others: Collection[str] = ()) -> list[Prediction]:
    """What the file has for each of the gold stories, nothing where it has none.

    others: names of stories that are in the gold but not asked for. Raises StoryError where the file has a story
    that is neither.
    """
    predictions = read_predictions(path, part)
    asked = [story_name(name) for name in names]
    unknown = sorted(set(predictions).difference(asked, map(story_name, others)))
    if unknown:
        raise StoryError(str(path), f"has {len(unknown)} stories that the gold has not, the first {unknown[0]!r}")
    if missing := len(set(asked).difference(predictions)):
        print(f"{missing} of {len(asked)} gold stories have no prediction; they count as empty.", file=sys.stderr)
    return [predictions.get(name, Prediction()) for name in asked]
