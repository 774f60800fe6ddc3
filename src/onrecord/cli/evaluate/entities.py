"""`onrecord evaluate entities`: GUM's documents -> the measures of people and organisations and their mentions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from onrecord.cli.evaluate.found import Found, analysed, need_scipy, predicted
from onrecord.cli.evaluate.named import chosen
from onrecord.cli.output import write
from onrecord.evaluation.gum import read_gum
from onrecord.story.composing import Slip, compose


def run(
    gold: Path,
    *,
    genre: str | None,
    names: str | None,
    predictions: Path | None,
    as_json: bool,
    weights: Path | None,
) -> None:
    """Score the engine, or a file of predictions, on documents of GUM and print the measures."""
    need_scipy()
    from onrecord.evaluation.entities import clusters, score

    inside = [path.stem for path in gold.glob("*.conllu")]
    documents = read_gum(gold, genre=genre, names=chosen(names, gold, inside))
    found: Sequence[Found] = (
        analysed((compose(d.text, d.name, Slip(published=d.published)) for d in documents), weights)
        if predictions is None
        else predicted(predictions, "entities", [document.name for document in documents], inside)
    )
    entities = [document.named() for document in documents]
    values = score((ours, clusters(one.entities)) for ours, one in zip(entities, found, strict=True))
    if as_json:
        write([json.dumps({"stories": len(documents), **values}) + "\n"], None)
        return
    mentions = sum(len(entity) for ours in entities for entity in ours)
    lines = [
        f"{len(documents)} stories, {sum(map(len, entities))} people and organisations with a name, "
        f"{mentions} mentions of them; in per cent",
        "",
        *(name.ljust(22) + f"{value:5.1f}" for name, value in values.items()),
    ]
    write(["\n".join(lines) + "\n"], None)
