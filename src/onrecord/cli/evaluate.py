"""`onrecord evaluate attributions`: gold stories -> the engine's statements, or predicted ones -> the measures."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from onrecord.analysis import Engine, Statement
from onrecord.cli.output import write
from onrecord.cli.predictions import Predicted, read_predictions, story_name
from onrecord.cli.progress import Meter, for_people
from onrecord.errors import GoldError, OnrecordError, StoryError
from onrecord.evaluation.gold import GoldStory, read_gold
from onrecord.story.composing import Slip, compose

Found = Sequence[Statement] | Sequence[Predicted]
Measures = dict[str, float]

_EXPLAINED = {
    "outer": "outer: statements that stand in no other one",
    "all": "all: every statement, against a gold that marks one layer only",
    "inner": "inner: statements within another one; of each aligned pair the overlap counts",
}


def run(gold: Path, *, predictions: Path | None, as_json: bool, weights: Path | None) -> None:
    """Score the engine, or a file of predictions, on gold stories and print the measures."""
    try:
        import onrecord.evaluation.attributions  # noqa: F401 - to say before the work what is missing
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith("scipy"):
            raise
        raise OnrecordError("Evaluating needs scipy; install it with: pip install 'onrecord[evaluate]'.") from None
    stories = read_gold(gold)
    found = _analysed(stories, weights) if predictions is None else _predicted(stories, predictions)
    layers = measures(stories, found)
    if as_json:
        write([json.dumps({"stories": len(stories), **layers}) + "\n"], None)
    else:
        write(_printed(stories, found, layers), None)


def measures(stories: Sequence[GoldStory], found: Sequence[Found]) -> dict[str, Measures]:
    """The measures of each layer that the gold allows: outer and inner, or where it marks one layer outer and all.

    found: for each story in turn the statements to be scored.
    """
    from onrecord.evaluation.attributions import precision_and_recall, score

    pairs = list(zip(stories, found, strict=True))
    outer = score(
        (
            story.text,
            [a for a in story.attributions if a.inside is None],
            [s for s in statements if s.inside is None],
        )
        for story, statements in pairs
    )
    nested = [(story, statements) for story, statements in pairs if story.nested]
    if nested:
        inner = precision_and_recall(
            (
                story.text,
                [a for a in story.attributions if a.inside is not None],
                [s for s in statements if s.inside is not None],
            )
            for story, statements in nested
        )
        return {"outer": outer, "inner": inner}
    return {"outer": outer, "all": score((s.text, s.attributions, statements) for s, statements in pairs)}


def _analysed(stories: Sequence[GoldStory], weights: Path | None) -> list[Found]:
    engine = Engine.load(weights)
    with Meter(shown=for_people(to_file=False)) as meter:
        composed = (compose(story.text, story.name, Slip(published=_day(story))) for story in stories)
        return [analysis.statements for analysis in meter.watch(engine.analyse_many(composed))]


def _day(story: GoldStory) -> date | None:
    try:
        return date.fromisoformat(story.published) if story.published else None
    except ValueError as error:
        raise GoldError(f"{story.name}: published is {story.published!r}; write it as 2025-04-14.") from error


def _predicted(stories: Sequence[GoldStory], path: Path) -> list[Found]:
    """Each story's predicted statements, none where the file has none. Raises StoryError for other stories."""
    predicted = read_predictions(path)
    names = [story_name(story.name) for story in stories]
    unknown = sorted(set(predicted) - set(names))
    if unknown:
        raise StoryError(str(path), f"has {len(unknown)} stories that the gold has not, the first {unknown[0]!r}")
    if missing := len(set(names) - set(predicted)):
        print(f"{missing} of {len(stories)} gold stories have no prediction; they count as empty.", file=sys.stderr)
    return [predicted.get(name, []) for name in names]


def _printed(stories: Sequence[GoldStory], found: Sequence[Found], layers: dict[str, Measures]) -> list[str]:
    marked = sum(len(story.attributions) for story in stories)
    lines = [f"{len(stories)} stories, {marked} attributions marked, {sum(map(len, found))} found; F1 in per cent"]
    for layer, values in layers.items():
        lines += ["", _EXPLAINED[layer]]
        lines += [f"{layer}_{name}".ljust(22) + f"{value:5.1f}" for name, value in values.items()]
    return ["\n".join(lines) + "\n"]
