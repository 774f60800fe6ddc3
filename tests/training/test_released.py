from __future__ import annotations

from typing import Any

import pytest

from onrecord.analysis.weights import BUNDLED

torch: Any = pytest.importorskip("torch", reason="PyTorch is not installed: the network's tests are skipped")
pytest.importorskip("onnx", reason="onnx is not installed: weights cannot be read back")


@pytest.mark.filterwarnings("ignore")  # of the exporter
def test_released_weights_are_read_back_and_exported_alike(tmp_path: Any) -> None:
    """Everything that the network has is found in its release; what is released again is the same to 8 bits."""
    from tokenizers import Tokenizer

    from training.export import export
    from training.network import Network
    from training.released import load_released

    first, second = Network(), Network()
    assert load_released(first, BUNDLED) == []
    export(first, Tokenizer.from_file(str(BUNDLED / "tokenizer.json")), tmp_path, version="again")
    assert load_released(second, tmp_path) == []
    for name, value in first.state_dict().items():
        scale = float(value.float().abs().max())
        assert float((value - second.state_dict()[name]).float().abs().max()) <= 0.005 * scale + 1e-6, name
