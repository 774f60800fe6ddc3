"""The report on identity."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bench.identity import of_cases, of_stories
from onrecord.analysis.types import EntityKind
from onrecord.evaluation.ecbplus import Labelled
from onrecord.evaluation.identity import read_cases
from onrecord.record.identity import Profile

MARCO = Profile(kind=EntityKind.PERSON, names=("Marco Rubio",))


def test_stories_are_scored_and_wrong_merges_named() -> None:
    labelled = [
        Labelled(profile=MARCO, identity="a", topic=31),
        Labelled(profile=replace(MARCO, names=("Sen. Marco Rubio",)), identity="b", topic=31),
    ]
    text = "\n".join(of_stories(labelled))
    assert "| 50.0 | 100.0 | 66.7 | 1 | 1 | 0 |" in text
    assert "- wrongly merged, 1 pairs: Marco Rubio / Sen. Marco Rubio" in text


def test_cases_that_went_wrong_stand_by_name(tmp_path: Path) -> None:
    table = tmp_path / "cases.txt"
    table.write_text("different | person | plain | Ann Dahlin | Ann Dahlin\n", encoding="utf-8")
    text = "\n".join(of_cases(read_cases(table)))
    assert "| plain | 1 | 0 | 1 | 0 | 0 |" in text
    assert "Ann Dahlin / Ann Dahlin" in text
