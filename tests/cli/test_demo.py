from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Onrecord
from tests.cli.elements import parsed


def test_the_record_is_printed_and_the_page_is_written(onrecord: Onrecord, tmp_path: Path) -> None:
    done = onrecord("demo")
    assert done.returncode == 0, done.stderr
    printed = done.stdout.decode()
    page = tmp_path / "onrecord-demo.html"
    assert printed.splitlines()[-1] == f"The page: {page}"
    assert printed.count("WHO ") == 10
    root = parsed(page.read_text(encoding="utf-8"))
    assert len(root.of_tag("article")) == 10
    assert str(tmp_path) not in page.read_text(encoding="utf-8")
    assert onrecord("demo", "--output", "/missing/demo.html").returncode == 1
