from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.cli.evaluate.named import chosen, read_names
from onrecord.errors import GoldError

LIST = """# Parts

These are the parts of the archive.

## dev

  * harbour_one
- harbour.two

### late

+ harbour-three

## test

harbour_four
"""


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "parts.md"
    path.write_text(LIST)
    return path


def test_a_whole_list_and_a_section_with_what_is_under_it(names: Path) -> None:
    assert read_names(str(names)) == ["harbour_one", "harbour.two", "harbour-three", "harbour_four"]
    assert read_names(f"{names}#dev") == ["harbour_one", "harbour.two", "harbour-three"]
    assert read_names(f"{names}#late") == ["harbour-three"]
    assert read_names(f"{names}#test") == ["harbour_four"]


def test_a_file_with_the_mark_in_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "parts#2").write_text("harbour_one\n")
    assert read_names(str(tmp_path / "parts#2")) == ["harbour_one"]


def test_what_is_missing_is_said(names: Path, tmp_path: Path) -> None:
    with pytest.raises(
        GoldError, match="no section 'train' in it; its headings are: 'Parts', 'dev', 'late', 'test'"
    ):
        read_names(f"{names}#train")
    (tmp_path / "prose.txt").write_text("There is nothing here.\n")
    with pytest.raises(GoldError, match="no name in it"):
        read_names(str(tmp_path / "prose.txt"))


def test_absent_stories_are_counted(names: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert chosen(None, names, []) is None
    assert chosen(f"{names}#test", Path("gum"), ["harbour_four"]) == ["harbour_four"]
    assert not capsys.readouterr().err
    chosen(str(names), Path("gum"), ["harbour_four"])
    assert capsys.readouterr().err == "3 of 4 named stories are not in gum, the first is 'harbour_one'.\n"
