from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from onrecord.record import Record
from tests.cli.conftest import Onrecord
from tests.question.stories import archive


@pytest.fixture(autouse=True)
def kept(tmp_path: Path) -> None:
    with Record(str(tmp_path / "onrecord.db"), create=True) as record:
        for analysis in archive():
            record.add(analysis)


def test_shares_are_printed_in_columns(onrecord: Onrecord) -> None:
    printed = onrecord("audit", "--by", "publisher").stdout.decode().splitlines()
    assert printed[0].split() == [
        *("publisher", "stories", "statements", "persons", "organizations", "others", "unnamed", "open"),
        *("direct", "mixed", "indirect", "position"),
    ]
    assert printed[1].startswith("Halden Gazette  ") and printed[1].split()[2:5] == ["1", "1", "100.0%"]
    assert printed[2].split()[:4] == ["NWA", "5", "5", "60.0%"]


def test_counts_are_printed_as_csv(onrecord: Onrecord) -> None:
    rows = list(csv.DictReader(io.StringIO(onrecord("audit", "--by", "month", "--format", "csv").stdout.decode())))
    assert [row["group"] for row in rows] == ["2025-01", "2025-03", "2025-04", "2025-05"]
    assert rows[1]["total"] == "2" and rows[1]["direct"] == "1"


def test_a_chart_is_drawn(onrecord: Onrecord, tmp_path: Path) -> None:
    assert onrecord("audit", "--by", "publisher", "--chart", "quoted.svg").returncode == 0
    drawn = (tmp_path / "quoted.svg").read_text(encoding="utf-8")
    assert drawn.startswith("<svg") and "Halden Gazette" in drawn and "organisations" in drawn
    onrecord("audit", "--chart", "quoted.png")
    assert (tmp_path / "quoted.png").read_bytes().startswith(b"\x89PNG")
    wrong = onrecord("audit", "--chart", "quoted.pdf")
    assert wrong.returncode == 1 and b".svg or .png" in wrong.stderr


def test_nothing_found_is_said(onrecord: Onrecord) -> None:
    assert onrecord("audit", "nothing-like-it").stdout == b"0 statements found.\n"
