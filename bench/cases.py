"""Gold stories and predictions -> cases: which attributions were found, how well, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord import Story
from onrecord.cli.predictions import Predicted, read_predictions
from onrecord.errors import GoldError
from onrecord.evaluation.attributions import Attribution, align, role_words
from onrecord.evaluation.gold import GoldStory
from onrecord.story.types import Span

RIGHT = 0.8
"""A statement is right where its overlap with the gold one, the mean of three Dices, is this or more."""


def read_statements(path: Path, gold: Sequence[GoldStory]) -> list[Sequence[Predicted]]:
    """Return the statements of each gold story, matched by the text. Raises GoldError where one is missing."""
    by_text = {prediction.text: prediction.statements for prediction in read_predictions(path).values()}
    missing = [story.name for story in gold if story.text not in by_text]
    if missing:
        raise GoldError(
            f"{path}: {len(missing)} gold stories are not in it, the first is {missing[0]!r}; read them all."
        )
    return [by_text[story.text] for story in gold]


def spans(places: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Turn [start, end) pairs into spans."""
    return tuple(Span(start=start, end=end) for start, end in places)


def overlaps(story: GoldStory, found: Sequence[Predicted]) -> list[float]:
    """Return for each gold attribution of a story the overlap with the statement found for it, 0 to 1.

    Attributions within contents are aligned with statements within contents, the others with the others.
    """
    result = [0.0] * len(story.attributions)
    for inner in (False, True):
        places = [i for i, a in enumerate(story.attributions) if (a.inside is not None) == inner]
        pairs = _aligned(
            story.text,
            [story.attributions[i] for i in places],
            [statement for statement in found if (statement.inside is not None) == inner],
        )
        for i, _, overlap in pairs:
            result[places[i]] = round(overlap, 2)
    return result


def judged(story: GoldStory, found: Sequence[Predicted]) -> Iterator[tuple[float, bool]]:
    """Yield for each statement its confidence, and whether it is right.

    Statements within another one count only in stories whose inner attributions are marked. Raises GoldError
    where a statement has no confidence.
    """
    counted = [statement for statement in found if story.nested or statement.inside is None]
    pairs = _aligned(story.text, story.attributions, counted)
    right = {j for _, j, overlap in pairs if overlap >= RIGHT}
    for j, statement in enumerate(counted):
        if statement.confidence is None:
            raise GoldError(f"{story.name}: a statement has no confidence; use what `onrecord read` prints.")
        yield statement.confidence, j in right


def story_id(story: GoldStory) -> str:
    """Return an id that says nothing of the story's words."""
    return Story(source="", text=story.text).id


def _aligned(text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> list[tuple[int, int, float]]:
    return align(role_words(text, gold), role_words(text, found))
