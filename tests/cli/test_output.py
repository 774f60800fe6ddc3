from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli.failures import OutputError
from onrecord.cli.output import refuse, write


def failing() -> Iterator[str]:
    yield "half"
    raise KeyboardInterrupt


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "record.txt"
    write(["ein ", "Wort\n"], path)
    assert path.read_bytes() == b"ein Wort\n"
    assert [p.name for p in tmp_path.iterdir()] == ["record.txt"]
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask


def test_what_was_there_stays_until_the_whole_is_written(tmp_path: Path) -> None:
    path = tmp_path / "record.txt"
    path.write_text("before")
    path.chmod(0o640)
    with pytest.raises(KeyboardInterrupt):
        write(failing(), path)
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["record.txt"]
    write(["after"], path)
    assert path.read_text() == "after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("record.txt")
    write(["words"], tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "record.txt").read_text() == "words"


def test_half_a_surrogate_pair_becomes_an_escape(tmp_path: Path) -> None:
    write(['"\ud83d"'], tmp_path / "record.jsonl")
    assert (tmp_path / "record.jsonl").read_bytes() == b'"\\ud83d"'


@pytest.mark.parametrize("path", ["/dev/full", "missing/record.txt"])
def test_what_cannot_be_written_is_said(path: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot be written \(No s[^)]*\); choose another place\.$"):
        write(["words"], tmp_path / path)
    assert not list(tmp_path.iterdir())


def test_a_folder_or_an_input_is_refused(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("He said so.")
    with pytest.raises(OutputError, match="is a folder"):
        refuse(tmp_path, [])
    with pytest.raises(OutputError, match="there is no folder"):
        refuse(tmp_path / "missing" / "record.txt", [])
    with pytest.raises(OutputError, match="is also an input"):
        refuse(story, ["-", "*.txt", str(story)])
    refuse(story, ["-", "other.txt", "\0"])
    refuse(None, [str(story)])
    refuse(tmp_path / "new", [str(story)])
