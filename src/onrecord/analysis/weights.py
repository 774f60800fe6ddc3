"""Find and verify the weights: a folder with a manifest, whose every file must be the one that was released."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from onrecord.analysis.confidence import Calibration
from onrecord.analysis.decode import LAYERS, TAGS
from onrecord.errors import WeightsError

BUNDLED = Path(__file__).parent / "weights"
MANIFEST = "manifest.json"
GRAPHS = ("encoder.onnx", "reader.onnx", "linker.onnx", "acts.onnx")
FILES = (*GRAPHS, "tokenizer.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a weights folder says of itself.

    version: of the weights. sha256: file name -> digest. layers, tags: the labels, in the network's order.
    transitions: [tags][tags] scores. calibration: scores -> confidence. training, scores: for people to read.
    """

    version: str
    sha256: dict[str, str]
    layers: tuple[str, ...]
    tags: tuple[str, ...]
    transitions: tuple[tuple[float, ...], ...]
    calibration: Calibration
    training: dict[str, str]
    scores: dict[str, dict[str, float]]

    def write(self, folder: Path) -> None:
        """Write it into a weights folder."""
        (folder / MANIFEST).write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def read_manifest(folder: Path, *, verify: bool = True) -> Manifest:
    """Read a weights folder's manifest and verify that its files are those described, unless told not to.

    Raises WeightsError where a file is missing or changed, or where its labels are not this program's.
    """
    try:
        item = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        manifest = Manifest(
            version=item["version"],
            sha256=item["sha256"],
            layers=tuple(item["layers"]),
            tags=tuple(item["tags"]),
            transitions=tuple(tuple(row) for row in item["transitions"]),
            calibration=Calibration(**{**item["calibration"], "factors": tuple(item["calibration"]["factors"])}),
            training=item["training"],
            scores=item["scores"],
        )
    except FileNotFoundError as error:
        raise WeightsError(
            f"{folder}: there is no {MANIFEST} in it; install Onrecord again, or name a weights folder."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise WeightsError(
            f"{folder / MANIFEST}: not a manifest of weights ({error!r}); install Onrecord again."
        ) from error
    if manifest.layers != LAYERS or manifest.tags != TAGS:
        raise WeightsError(
            f"{folder}: these weights ({manifest.version}) have other labels than this version of Onrecord;"
            " use the weights that came with it."
        )
    for name in FILES if verify else ():
        if _digest(folder / name) != manifest.sha256.get(name):
            raise WeightsError(
                f"{folder / name}: not the file that the manifest describes (its sha256 differs);"
                " install Onrecord again, or train and export again."
            )
    return manifest


def digests(folder: Path) -> dict[str, str]:
    """Return file name -> sha256 for the files of a weights folder."""
    return {name: _digest(folder / name) for name in FILES}


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise WeightsError(f"{path}: missing from the weights; install Onrecord again.") from error
