"""`onrecord evaluate attributions`: gold attributions -> the measures of statements, and of who makes them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from onrecord.cli.evaluate.found import Found, analysed, need_scipy, predicted
from onrecord.cli.output import write
from onrecord.errors import GoldError
from onrecord.evaluation.gold import GoldStory, read_gold
from onrecord.story.composing import Slip, compose

Measures = dict[str, float]

_EXPLAINED = {
    "outer": "outer: statements that stand in no other one",
    "all": "all: every statement, against a gold that marks one layer only",
    "inner": "inner: statements within another one; of each aligned pair the overlap counts",
}
_SPEAKERS = "speakers: of the attributions found, those whose speaker is right, by how the gold source refers"


def run(gold: Path, *, predictions: Path | None, as_json: bool, weights: Path | None) -> None:
    """Score the engine, or a file of predictions, on gold stories and print the measures."""
    need_scipy()
    stories = read_gold(gold)
    found: Sequence[Found] = (
        analysed((compose(s.text, s.name, Slip(published=_day(s))) for s in stories), weights)
        if predictions is None
        else predicted(predictions, "statements", [story.name for story in stories])
    )
    layers = measures(stories, found)
    told = speakers(stories, found)
    if as_json:
        shown = {"stories": len(stories), **layers, **({"speakers": told} if told else {})}
        write([json.dumps(shown) + "\n"], None)
    else:
        write(_printed(stories, found, layers, told), None)


def measures(stories: Sequence[GoldStory], found: Sequence[Found]) -> dict[str, Measures]:
    """The measures of each layer that the gold allows: outer and inner, or where it marks one layer outer and all.

    found: for each story in turn what is to be scored.
    """
    from onrecord.evaluation.attributions import precision_and_recall, score

    pairs = [(story, one.statements) for story, one in zip(stories, found, strict=True)]
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


def speakers(stories: Sequence[GoldStory], found: Sequence[Found]) -> dict[str, Measures]:
    """Over all and for each form of the gold source: marked, found, right, share; nothing without gold speakers."""
    from onrecord.evaluation.speakers import score

    if not any(attribution.speaker for story in stories for attribution in story.attributions):
        return {}
    scores = score((s, one.statements, one.entities) for s, one in zip(stories, found, strict=True))
    return {name: {**asdict(value), "share": value.share} for name, value in scores.items()}


def _day(story: GoldStory) -> date | None:
    try:
        return date.fromisoformat(story.published) if story.published else None
    except ValueError as error:
        raise GoldError(f"{story.name}: published is {story.published!r}; write it as 2025-04-14.") from error


def _printed(
    stories: Sequence[GoldStory], found: Sequence[Found], layers: dict[str, Measures], told: dict[str, Measures]
) -> list[str]:
    marked = sum(len(story.attributions) for story in stories)
    count = sum(len(one.statements) for one in found)
    lines = [f"{len(stories)} stories, {marked} attributions marked, {count} found; F1 in per cent"]
    for layer, values in layers.items():
        lines += ["", _EXPLAINED[layer]]
        lines += [f"{layer}_{name}".ljust(22) + f"{value:5.1f}" for name, value in values.items()]
    if told:
        lines += ["", _SPEAKERS, " " * 20 + " share   right   found  marked"]
        lines += [
            f"speaker_{form}".ljust(22)
            + f"{row['share']:5.1f}{row['right']:8.0f}{row['found']:8.0f}{row['marked']:8.0f}"
            for form, row in told.items()
        ]
    return ["\n".join(lines) + "\n"]
