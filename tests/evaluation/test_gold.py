from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.errors import GoldError
from onrecord.evaluation.gold import GoldSpeaker, read_gold
from onrecord.story.types import Span

TEXT = "“It is safe,” Holm said, “and dry.”"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "nwa_2016-03-01_port.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "nwa_2016-03-01_port_ab12.ann").write_text(
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n# a stray line\n"
        "T1\tSource 14 18\tHolm\nT2\tCue 19 23\tsaid\nT3\tContent 0 13;25 35\t…\nT4\tAttribution 19 23\tsaid\n",
        encoding="utf-8",
    )
    (tmp_path / "attributions" / "nwa_2016-03-01_port_cd34.ann").write_text("", encoding="utf-8")
    return tmp_path


def test_standoff_with_pieces_stray_lines_and_events_before_spans(folder: Path) -> None:
    (story,) = read_gold(folder)
    (attribution,) = story.attributions
    assert story.published == "2016-03-01"
    assert not story.nested
    assert [span.of(TEXT) for span in attribution.content] == ["“It is safe,”", "“and dry.”"]
    assert attribution.role("source") == (Span(start=14, end=18),)


def test_broken_standoff_names_file_and_line(folder: Path) -> None:
    (folder / "attributions" / "nwa_2016-03-01_port_ab12.ann").write_text("T1\tSource x 18\tHolm\n")
    with pytest.raises(GoldError, match=r"_ab12\.ann, line 1: not brat standoff"):
        read_gold(folder)


def test_lines_with_an_inner_layer(tmp_path: Path) -> None:
    roles = {"source": [[14, 18]], "cue": [[19, 23]], "content": [[0, 13], [25, 35]]}
    item = {"source": "port", "text": TEXT, "attributions": [{**roles, "inside": None}, {**roles, "inside": 0}]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(item) + "\n\n")
    (story,) = read_gold(path)
    assert story.nested
    assert [attribution.inside for attribution in story.attributions] == [None, 0]


@pytest.mark.parametrize(
    ("content", "message"),
    [("{}\n", "line 1: not a labelled story"), ("nonsense\n", "line 1"), ("\n", "no story in it")],
)
def test_files_that_are_no_gold(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content)
    with pytest.raises(GoldError, match=message):
        read_gold(path)


def test_a_folder_that_is_no_gold(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="this is neither"):
        read_gold(tmp_path)


def test_speakers_of_labelled_lines(tmp_path: Path) -> None:
    roles = {"source": [[14, 18]], "cue": [[19, 23]], "content": [[0, 13]], "inside": None}
    holm = {"kind": "person", "name": "Ada Holm", "aliases": ["Holm"], "carried": True}
    nobody = {"kind": "none", "name": "", "aliases": [], "carried": False}
    labels = [{**roles, "speaker": holm}, {**roles, "speaker": nobody}, roles]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"source": "port", "text": TEXT, "attributions": labels}))
    first, second, third = read_gold(path)[0].attributions
    assert first.speaker == GoldSpeaker(kind="person", name="Ada Holm", aliases=("Holm",), carried=True)
    assert not first.speaker.nobody
    assert second.speaker is not None and second.speaker.nobody and second.speaker.name is None
    assert third.speaker is None
