"""The wheel as it would be released: what is in it, and that it works where nothing else is installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LARGEST = 45 * 2**20
"""Bytes that the wheel may have."""
HEAVY = {"torch", "transformers", "spacy", "scipy", "scikit-learn", "tensorflow", "sentence-transformers"}
STORY = """LISBON, March 4 - The harbour bridge will reopen in May, transport minister Ana Lopes said on Friday.

"Nobody was hurt," she told reporters.

The dockers' union denied that the repairs were finished.
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    ran(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def fresh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a virtual environment in which the wheel and its base dependencies are all there is."""
    folder = tmp_path_factory.mktemp("fresh")
    ran(sys.executable, "-m", "venv", folder)
    ran(folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
    return folder / "bin"


def ran(*command: str | Path, cwd: Path | None = None, given: str | None = None) -> str:
    """What a command prints; a test fails with its complaints where it ends with an error."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        command, cwd=cwd, input=given, env=environment, capture_output=True, encoding="utf-8", timeout=600
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


def names_in(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def needed(wheel: Path) -> set[str]:
    """The distributions that the wheel needs without any extra."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(name).decode())
    lines = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    return {re.split(r"[^\w.-]", line, maxsplit=1)[0].lower().replace("_", "-") for line in lines}


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size <= LARGEST


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names_in(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"onrecord"}
    assert not [
        name for name in names_in(wheel) if re.search(r"(^|/)(training|bench|tests)/|\.(pt|pkl|pickle)$", name)
    ]


def test_the_wheel_holds_what_it_runs_on(wheel: Path) -> None:
    names = names_in(wheel)
    weights = [
        f"onrecord/analysis/weights/{n}" for n in ("manifest.json", "encoder.onnx", "reader.onnx", "tokenizer.json")
    ]
    assert not {*weights, "onrecord/py.typed"}.difference(names)
    assert any(name.endswith("/LICENSE") for name in names)


def test_the_base_dependencies_are_light(wheel: Path) -> None:
    assert needed(wheel)
    assert not needed(wheel) & HEAVY


def test_what_is_installed_with_it_is_light(fresh: Path) -> None:
    listed = json.loads(
        ran(fresh / "python", "-m", "pip", "list", "--format", "json", "--disable-pip-version-check")
    )
    assert not {item["name"].lower() for item in listed} & HEAVY


def test_the_demo_runs_from_the_wheel(fresh: Path, tmp_path: Path) -> None:
    printed = ran(fresh / "onrecord", "demo", "--output", tmp_path / "demo.html", cwd=tmp_path)
    assert "01-politics.txt" in printed
    assert (tmp_path / "demo.html").read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")


def test_a_story_is_read_from_the_wheel(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    from_file = ran(fresh / "onrecord", "read", "story.txt", "--format", "jsonl", "--jobs", "2", cwd=tmp_path)
    piped = ran(fresh / "onrecord", "read", "-", "--format", "jsonl", cwd=tmp_path, given=STORY)
    record = json.loads(from_file)
    assert record["story"]["text"] == STORY
    assert record["statements"]
    assert record["statements"] == json.loads(piped)["statements"]


def test_evaluating_without_scipy_says_what_to_install(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("{}\n", encoding="utf-8")
    command: list[str | Path] = [fresh / "onrecord", "evaluate", "attributions", "gold.jsonl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=600)
    assert done.returncode
    assert "onrecord[evaluate]" in done.stderr
    assert "Traceback" not in done.stderr
