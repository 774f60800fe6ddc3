"""A trained network -> the weights folder: two ONNX graphs in 8 bits, the tokenizer, the manifest."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from onrecord.analysis.confidence import FACTORS, Calibration
from onrecord.analysis.decode import LAYERS, TAGS
from onrecord.analysis.weights import Manifest, digests
from training.network import WIDTH, Network

OPSET = 17


class SmallEmbedding(nn.Module):
    """An embedding table in 8 bits with a scale for each row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = (weight.abs().amax(dim=1, keepdim=True) / 127).clamp(min=1e-8)
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """ids: [...] -> [..., width]."""
        return self.rows[ids].float() * self.scale[ids]


class EncoderGraph(nn.Module):
    """pieces, features, head -> layer probabilities and word vectors."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder
        self.layers = network.layers

    def forward(self, pieces: Tensor, features: Tensor, head: Tensor) -> tuple[Tensor, Tensor]:
        """[1, pieces], [1, pieces], [1, words] -> [1, words, LAYERS], [1, words, width]."""
        words = self.encoder(pieces, features, head)
        return torch.softmax(self.layers(words), dim=-1), words


class ReaderGraph(nn.Module):
    """Word vectors and anchors -> emissions."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.reader = network.reader

    def forward(self, words: Tensor, anchor: Tensor) -> Tensor:
        """[1, words, width], [cues] -> [cues, SPAN, TAGS]."""
        lengths = torch.full((1,), words.shape[1], dtype=torch.long)
        emissions: Tensor = self.reader(words, torch.zeros_like(anchor), anchor, lengths)
        return emissions


def export(
    network: Network,
    tokenizer: Tokenizer,
    folder: Path,
    *,
    version: str,
    calibration: Calibration | None = None,
    training: dict[str, str] | None = None,
    scores: dict[str, dict[str, float]] | None = None,
) -> None:
    """Write a weights folder. Without a calibration the confidence is that of the cue alone."""
    folder.mkdir(parents=True, exist_ok=True)
    network = copy.deepcopy(network).cpu().float().eval()
    transitions = network.permitted().detach().tolist()
    network.encoder.pieces = SmallEmbedding(network.encoder.pieces.weight.detach())
    pieces = torch.randint(1000, 2000, (1, 40))
    head = torch.arange(1, 31)[None]
    with tempfile.TemporaryDirectory() as scratch:
        encoder, reader = Path(scratch) / "encoder.onnx", Path(scratch) / "reader.onnx"
        torch.onnx.export(
            EncoderGraph(network).eval(),
            (pieces, torch.zeros_like(pieces), head),
            encoder,
            input_names=["pieces", "features", "head"],
            output_names=["layers", "words"],
            dynamic_axes={
                "pieces": {1: "p"},
                "features": {1: "p"},
                "head": {1: "w"},
                "layers": {1: "w"},
                "words": {1: "w"},
            },
            opset_version=OPSET,
            dynamo=False,
        )
        torch.onnx.export(
            ReaderGraph(network).eval(),
            (torch.randn(1, 300, WIDTH), torch.tensor([3, 50, 299])),
            reader,
            input_names=["words", "anchor"],
            output_names=["emissions"],
            dynamic_axes={"words": {1: "w"}, "anchor": {0: "c"}, "emissions": {0: "c"}},
            opset_version=OPSET,
            dynamo=False,
        )
        for graph in (encoder, reader):
            quantize_dynamic(
                graph,
                folder / graph.name,
                per_channel=True,
                weight_type=QuantType.QUInt8,
                op_types_to_quantize=["MatMul", "Gemm"],
                extra_options={"MatMulConstBOnly": True},
            )
            onnx.checker.check_model(str(folder / graph.name))
    tokenizer.save(str(folder / "tokenizer.json"))
    Manifest(
        version=version,
        sha256=digests(folder),
        layers=LAYERS,
        tags=TAGS,
        transitions=tuple(tuple(round(x, 5) for x in row) for row in transitions),
        calibration=calibration or Calibration(bias=0.0, factors=(1.0, *(0.0 for _ in FACTORS[1:]))),
        training=training or {},
        scores=scores or {},
    ).write(folder)
