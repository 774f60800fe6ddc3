from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from onrecord.analysis import Engine
from onrecord.analysis.weights import BUNDLED, MANIFEST, read_manifest
from onrecord.errors import WeightsError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BUNDLED, tmp_path / "weights"))


def test_the_bundled_weights_are_what_they_say() -> None:
    manifest = read_manifest(BUNDLED)
    assert manifest.version
    assert {"polnear dev", "wire dev"} <= set(manifest.scores)
    assert (BUNDLED / "MODEL_CARD.md").is_file()


def test_a_changed_file_is_refused(folder: Path) -> None:
    with (folder / "reader.onnx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(WeightsError, match=r"reader\.onnx: not the file that the manifest describes"):
        Engine.load(folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "encoder.onnx").unlink()
    with pytest.raises(WeightsError, match=r"encoder\.onnx: missing"):
        Engine.load(folder)


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"version": 1'])
def test_a_broken_manifest_is_refused(folder: Path, content: str) -> None:
    (folder / MANIFEST).write_text(content)
    with pytest.raises(WeightsError, match=r"not a manifest"):
        Engine.load(folder)


def test_other_labels_are_refused(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    manifest["tags"] = manifest["tags"][::-1]
    (folder / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(WeightsError, match="other labels"):
        Engine.load(folder)


def test_a_folder_without_weights_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"no manifest\.json"):
        Engine.load(tmp_path)
