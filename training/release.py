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
from training.train import POLNEAR_HELD_OUT, WIRE_HELD_OUT


def release(corpora: Corpora, run: Path, folder: Path, version: str, start: str) -> None:
    """Write the weights folder and print a table: each measure with PyTorch, with ONNX, and the difference."""
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    network = Network()
    network.load_state_dict(state["averaged"])
    training = {
        "data": "PolNeAR train, wire train, GUM train, TimeBank (four fifths), AQUAINT",
        "epochs": str(state["epoch"]),
        "start": start,
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
