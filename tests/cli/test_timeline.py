from __future__ import annotations

import csv
import io
import json
from itertools import chain
from pathlib import Path

import pytest

from onrecord.record import Record
from tests.cli.conftest import Onrecord
from tests.question.chronicle import archive


@pytest.fixture(autouse=True)
def kept(tmp_path: Path) -> None:
    with Record(str(tmp_path / "onrecord.db"), create=True) as record:
        for analysis in archive():
            record.add(analysis)


def test_days_stand_above_what_was_said_and_what_happened(onrecord: Onrecord) -> None:
    found = onrecord("timeline", "port", "OR", "quay", "--since", "2025-03", COLUMNS="90")
    assert found.returncode == 0 and found.stderr == b""
    story, later = archive()[0].story.id, archive()[1].story.id
    assert found.stdout.decode().splitlines() == [
        "1 statement and 1 event found.",
        "",
        "Tuesday 4 March 2025  1 said",
        "",
        "  Ada Holm  said  indirect 0.90",
        "    that the port would stay open, as it did in the strike of 1962",
        f"    NWA · 2025-03-05 · wire · {story}/s0",
        "",
        "Wednesday 5 March 2025  1 happened",
        "",
        "  happened",
        "    Police cleared the northern quay of the dockers who had camped there on Wednesday.",
        f"    NWA · 2025-03-06 · wire · {later}/t7",
    ]


def test_longer_stretches_have_headings_of_their_own(onrecord: Onrecord) -> None:
    def headings(*options: str) -> list[str]:
        printed = onrecord("timeline", *options).stdout.decode().splitlines()
        return [line.split("  ")[0] for line in printed[1:] if line and not line.startswith(" ")]

    assert headings()[:4] == [
        "1962",
        "February 2025",
        "Monday 24 February 2025 to Sunday 2 March 2025",
        "March 2025",
    ]
    assert headings()[-1] == "No day is known"
    assert headings("--by", "month") == ["1962", "February 2025", "March 2025", "April 2025", "No day is known"]
    by_year = onrecord("timeline", "walked", "--by", "year").stdout.decode()
    assert "\n2025  1 happened\n\n  happened  2025-03-03\n" in by_year


def test_entries_are_rows_for_other_programs(onrecord: Onrecord) -> None:
    lines = onrecord("timeline", "--format", "jsonl").stdout.decode().splitlines()
    entries = [json.loads(line) for line in lines]
    assert len(entries) == 9
    for entry in entries:
        text = next(a.story.text for a in archive() if a.story.id == entry["story"])
        assert text[entry["start"] : entry["end"]] == entry["words"]
        assert entry["permalink"].startswith(f"{entry['story']}/")
    table = list(csv.DictReader(io.StringIO(onrecord("timeline", "--format", "csv").stdout.decode())))
    assert [row["permalink"] for row in table] == [entry["permalink"] for entry in entries]
    assert [row["what"] for row in table[:4]] == ["happened", "happened", "happened", "said"]
    assert [(row["from"], row["to"], row["when"]) for row in table[2:4]] == [
        ("2025-02-24", "2025-03-02", "2025-W09"),
        ("2025-03-01", "2025-03-31", "2025-03"),
    ]
    assert [(row["from"], row["when"]) for row in table[-2:]] == [("2025-04-09", "2025-04-09"), ("", "")]


@pytest.mark.parametrize("options", [(), ("--by", "month"), ("--all",)])
def test_one_object_has_the_periods(onrecord: Onrecord, options: tuple[str, ...]) -> None:
    found = json.loads(onrecord("timeline", "--format", "json", *options).stdout)
    assert (found["said"], found["happened"], found["left"], found["more"]) == (4, 5, 0, None)
    entries = list(chain.from_iterable(period["entries"] for period in found["periods"]))
    lines = onrecord("timeline", "--format", "jsonl").stdout.decode().splitlines()
    assert entries == [json.loads(line) for line in lines]
    assert found["periods"][0] | {"entries": None} == {
        **{"from": "1962-01-01", "to": "1962-12-31", "said": 0, "happened": 1, "entries": None}
    }


def test_what_a_page_leaves_out_is_told(onrecord: Onrecord) -> None:
    asked = ("timeline", "--format", "jsonl")
    whole = onrecord(*asked).stdout.decode().splitlines()
    first = onrecord(*asked, "-n", "4")
    told = first.stderr.decode()
    assert told.startswith("5 entries more: --after ")
    second = onrecord(*asked, "--after", told.split()[-1])
    assert first.stdout.decode().splitlines() + second.stdout.decode().splitlines() == whole
    assert second.stderr == b""
    page = json.loads(onrecord("timeline", "--format", "json", "-n", "4").stdout)
    assert (page["left"], page["more"]) == (5, told.split()[-1])
    assert onrecord(*asked, "-n", "4", "--all").stdout.decode().splitlines() == whole


def test_nothing_found_is_said(onrecord: Onrecord) -> None:
    assert onrecord("timeline", "nothing-like-it").stdout == b"0 statements and 0 events found.\n"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("speeker:vale",), "did you mean speaker:?"),
        (("--since", "soon"), '"soon" is no day'),
        (("--since", "2025-04", "--until", "2025-03"), "earlier day first"),
        (("--after", "nonsense"), "first page"),
    ],
)
def test_what_cannot_be_asked_is_explained(onrecord: Onrecord, arguments: tuple[str, ...], named: str) -> None:
    wrong = onrecord("timeline", *arguments)
    assert wrong.returncode == 2 and wrong.stdout == b""
    assert named in wrong.stderr.decode() and wrong.stderr.count(b"\n") == 1
