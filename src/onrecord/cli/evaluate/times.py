"""`onrecord evaluate times`: TimeML stories -> the measures of time expressions and their values."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from onrecord.cli.evaluate.found import Found, analysed, predicted
from onrecord.cli.evaluate.named import chosen
from onrecord.cli.output import write
from onrecord.evaluation.timeml import read_timeml
from onrecord.evaluation.times import score
from onrecord.story.composing import Slip, compose


def run(gold: Path, *, names: str | None, predictions: Path | None, as_json: bool, weights: Path | None) -> None:
    """Score the engine, or a file of predictions, on TimeML stories and print the measures."""
    inside = [path.stem for path in gold.glob("*.tml")]
    stories = read_timeml(gold, names=chosen(names, gold, inside))
    found: Sequence[Found] = (
        analysed((compose(s.text, s.name, Slip(published=s.published)) for s in stories), weights)
        if predictions is None
        else predicted(predictions, "times", [story.name for story in stories], inside)
    )
    values = score((story.times, one.times) for story, one in zip(stories, found, strict=True))
    if as_json:
        write([json.dumps({"stories": len(stories), **values}) + "\n"], None)
        return
    marked, count = sum(len(story.times) for story in stories), sum(len(one.times) for one in found)
    lines = [
        f"{len(stories)} stories, {marked} times marked, {count} found; F1 in per cent",
        "",
        *(name.ljust(22) + f"{value:5.1f}" for name, value in values.items()),
    ]
    write(["\n".join(lines) + "\n"], None)
