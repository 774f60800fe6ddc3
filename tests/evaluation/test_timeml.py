from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.analysis.types import TimeType
from onrecord.errors import GoldError
from onrecord.evaluation.timeml import read_timeml

STORY = """<?xml version="1.0" ?>
<TimeML>
<DOCID>harbour</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="{day}" functionInDocument="CREATION_TIME">March 9</TIMEX3></DCT>
<TITLE>The port in <TIMEX3 tid="t9" type="DATE" value="2019-03">March</TIMEX3></TITLE>
<TEXT>
Holm &amp; Vale <EVENT eid="e1" class="REPORTING">said</EVENT> on <TIMEX3 tid="t1" type="DATE"
value="2019-03-04">Mon<EVENT eid="e2" class="STATE">day</EVENT></TIMEX3>  that it took
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>.
</TEXT>
</TimeML>
"""


def write_timeml(folder: Path, *names: str, day: str = "2019-03-09T14:05") -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.tml").write_text(STORY.format(day=day), encoding="utf-8")
    return folder


def test_text_unchanged_day_and_times(tmp_path: Path) -> None:
    (story,) = read_timeml(write_timeml(tmp_path, "harbour.1830"))
    assert story.name == "harbour.1830"
    assert story.text == "\nHolm & Vale said on Monday  that it took\ntwo days.\n"
    assert story.published == date(2019, 3, 9)
    assert [(time.span.of(story.text), time.type, time.value) for time in story.times] == [
        ("Monday", TimeType.DATE, "2019-03-04"),
        ("two days", TimeType.DURATION, "P2D"),
    ]


def test_names_choose_and_resource_forks_are_passed_over(tmp_path: Path) -> None:
    write_timeml(tmp_path, "a", "b")
    (tmp_path / "._a.tml").write_bytes(b"\0")
    assert [story.name for story in read_timeml(tmp_path)] == ["a", "b"]
    assert [story.name for story in read_timeml(tmp_path, names=["b", "c"])] == ["b"]


def test_a_day_that_is_not_whole_is_none(tmp_path: Path) -> None:
    assert read_timeml(write_timeml(tmp_path, "a", day="2019-W10"))[0].published is None
    assert read_timeml(write_timeml(tmp_path, "a", day="2019-03"))[0].published is None


@pytest.mark.parametrize(
    ("old", "new"),
    [("</TimeML>", ""), ("TEXT>", "BODY>"), ("DCT>", "DAY>"), ('"DURATION"', '"SPELL"'), ("two days", "")],
)
def test_a_file_of_another_kind_is_named(old: str, new: str, tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(STORY.format(day="2019-03-09").replace(old, new), encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.tml: not a TimeML story"):
        read_timeml(tmp_path)


def test_nothing_left_is_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no story in it"):
        read_timeml(tmp_path)
    with pytest.raises(GoldError, match="no story of these names"):
        read_timeml(write_timeml(tmp_path, "a"), names=["b"])
