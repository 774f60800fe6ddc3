"""A released weights folder -> the network that it was exported from, to the precision of its 8 bits."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from onrecord.analysis.weights import MANIFEST
from onrecord.errors import WeightsError
from training.network import Network

_ZERO = 128


def load_released(network: Network, folder: Path) -> list[str]:
    """Take over every parameter that a released folder has; return the names of those it has not.

    The release may be older than the network. Raises WeightsError where a file is not what the manifest says.
    """
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    for name, digest in manifest["sha256"].items():
        if sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise WeightsError(
                f"{folder / name}: not the file that the manifest describes; copy the release again."
            )
    parameters: dict[str, Tensor] = {}
    for graph in sorted(folder.glob("*.onnx")):
        parameters |= {name: torch.from_numpy(value) for name, value in _parameters(onnx.load(graph)).items()}
    parameters["transitions"] = torch.tensor(manifest["transitions"])
    ours = network.state_dict()
    _grow(parameters, "linker.features.weight", ours)
    unknown = {name for name in parameters if name not in ours or ours[name].shape != parameters[name].shape}
    network.load_state_dict({n: p for n, p in parameters.items() if n not in unknown}, strict=False)
    return sorted(set(ours) - (set(parameters) - unknown))


def _grow(parameters: dict[str, Tensor], table: str, ours: dict[str, Tensor]) -> None:
    """Keep the rows of a table that a later network has more rows of; new features begin as they are there."""
    old = parameters.get(table)
    if old is not None and len(old) < len(ours[table]):
        parameters[table] = torch.cat([old, 0.1 * ours[table][len(old) :]])


def version_of(folder: Path) -> str:
    """The version of a release, old or new."""
    return str(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["version"])


def _parameters(model: onnx.ModelProto) -> dict[str, npt.NDArray[np.float32]]:
    """Module parameter name -> value: what the graph names itself, and the matrices, named by their products."""
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    found = {
        name: value.astype(np.float32) for name, value in stored.items() if name.endswith((".weight", ".bias"))
    }
    for name in [name for name in stored if name.endswith(".rows")]:
        table = name.removesuffix(".rows")
        found[f"{table}.weight"] = stored[name].astype(np.float32) * stored[f"{table}.scale"]
    for node in model.graph.node:
        module = ".".join(node.name.strip("/").split("/")[:-1])
        if node.op_type == "MatMulNBits":
            rows, scale = stored[node.input[1]].astype(np.float32) - _ZERO, stored[node.input[2]]
            found[f"{module}.weight"] = (rows * scale[..., None]).reshape(len(rows), -1)
        elif node.op_type == "MatMul" and node.input[1] in stored:
            found[f"{module}.weight"] = stored[node.input[1]].T.copy()
    return found
