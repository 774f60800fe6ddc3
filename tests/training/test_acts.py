from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.analysis.types import Act

torch: Any = pytest.importorskip("torch", reason="PyTorch is not installed: the network's tests are skipped")
pytest.importorskip("onnx", reason="onnx is not installed: nothing can be exported")


def test_the_labels_are_whole() -> None:
    from training.acts import LABELS, read_labels

    labels = read_labels()
    acts = [act for story in labels.values() for act in story.values()]
    assert len(acts) > 1600 and set(acts) == set(Act)
    assert all(0 <= first < last for story in labels.values() for first, last in story)
    second = read_labels(LABELS.with_name("acts-second.tsv"))
    twice = [(labels[s][cue], act) for s, story in second.items() for cue, act in story.items()]
    assert sum(one is other for one, other in twice) / len(twice) > 0.95


@pytest.mark.filterwarnings("ignore")  # of the exporter
def test_what_is_learnt_is_exported_and_asked(tmp_path: Path) -> None:
    """Eight acts that are easily told apart are told apart, by PyTorch and by the file that it writes."""
    import numpy as np
    import onnxruntime

    from onrecord.analysis.acts import ACTS, EVIDENCE
    from training.acts import Labelled, _measured, _trained
    from training.export import ActGraph, export_acts
    from training.network import WIDTH

    order = np.random.default_rng(3)
    shapes = order.normal(size=(len(ACTS), EVIDENCE * WIDTH)).astype(np.float32)
    noise = order.normal(scale=0.5, size=(256, shapes.shape[1])).astype(np.float32)
    known = [
        Labelled(part="own", story=str(n), evidence=shapes[n % 8] + noise[n], act=n % 8) for n in range(len(noise))
    ]
    graph = ActGraph([_trained(known, seed=1)]).eval()
    assert _measured(graph, known)["accuracy"] > 95
    export_acts(graph, tmp_path)
    session = onnxruntime.InferenceSession(tmp_path / "acts.onnx", providers=["CPUExecutionProvider"])
    (told,) = session.run(["acts"], {"evidence": shapes})
    assert told.argmax(axis=1).tolist() == list(range(8))
    assert np.allclose(told.sum(axis=1), 1, atol=1e-5)
