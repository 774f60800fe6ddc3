from __future__ import annotations

import random
from pathlib import Path

import pytest

from bench.wording import HALVES, RULES, Printed, edits, look_alikes, read_quotations, report

TOWNS = ("Halden", "Vale", "Holm", "Sund", "Berg", "Lund", "Strand", "Vik")
PRINTED = [
    Printed(story=f"{town}-{year}", source="the mayor", words=words)
    for town, year in zip(TOWNS, range(1900, 1980, 10), strict=True)
    for words in (
        f"The ferry of {town} sank in the winter of {year} with all her crew",
        f"Nobody in {town} has bought a trawler since {year}, and nobody ever will",
        f"Our lifeboat left {town} for good in {year} when the bank took it",
    )
]


@pytest.mark.parametrize("what", RULES)
def test_a_rule_makes_another_wording_of_a_few_words_or_more(what: str) -> None:
    words = PRINTED[0].words.split()
    for seed in range(20):
        made = RULES[what](list(words), random.Random(seed), ["These strangers paid nothing"])
        assert len(made) >= 4
        assert made != words


def test_the_report_counts_every_pair() -> None:
    edited, alike = list(edits(PRINTED)), list(look_alikes(PRINTED))
    assert len(edited) == 10 * 20
    table = report(edited, alike)
    for what in (*RULES, "one source in one story", "alike, of other stories", "everybody's phrases"):
        assert f"| {what} | " in table
    assert "precision" in table


def test_each_story_is_in_one_half(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    text = "“The quay is closed,” Vale said."
    for number in range(8):
        (tmp_path / "text" / f"quay{number}.txt").write_text(text, encoding="utf-8")
        (tmp_path / "attributions" / f"quay{number}_0a1b.ann").write_text(
            "T1\tSource 22 26\tVale\nT2\tCue 27 31\tsaid\nT3\tContent 0 21\t“The quay is closed,”\n"
            "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n",
            encoding="utf-8",
        )
    halves = [list(read_quotations(tmp_path, half)) for half in HALVES]
    assert all(halves)
    assert sorted(p.story for half in halves for p in half) == [f"quay{number}" for number in range(8)]
    assert {(p.source, p.words) for half in halves for p in half} == {("Vale", "The quay is closed,")}
