"""A trained network -> the weights folder: encoder (8 bits), reader and linker, the tokenizer, the manifest."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Iterable
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from tokenizers import Tokenizer
from torch import Tensor, nn

from onrecord.analysis.acts import EVIDENCE
from onrecord.analysis.confidence import FACTORS, Calibration
from onrecord.analysis.decode import LAYERS, TAGS
from onrecord.analysis.linking import FEATURES as PAIR_FEATURES
from onrecord.analysis.network import OUTPUTS
from onrecord.analysis.weights import Manifest, digests
from training.network import WIDTH, ActReader, Network

OPSET = 17
BLOCK = 128
"""How many numbers share a scale, in a matrix and in what it is multiplied with."""
INT8_ACTIVATIONS = 4
"""onnxruntime's name for it, the accuracy_level of MatMulNBits."""


class SmallEmbedding(nn.Module):
    """An embedding table in 8 bits with a scale for each row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        rows, scale = in_eight_bits(weight)
        self.register_buffer("rows", rows)
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """ids: [...] -> [..., width]."""
        return self.rows[ids].float() * self.scale[ids]


def in_eight_bits(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Return ([rows, columns] in int8, [rows, 1] scales): the nearest of 255 steps in each row's own range."""
    scale = (weight.abs().amax(dim=1, keepdim=True) / 127).clamp(min=1e-8)
    return torch.round(weight / scale).to(torch.int8), scale


def multiply_in_eight_bits(graph: Path, target: Path) -> None:
    """Rewrite every product with a constant matrix to 8 bits: both sides in blocks of BLOCK with a scale each."""
    quantizer = MatMulNBitsQuantizer(
        onnx.load(graph), bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=INT8_ACTIVATIONS
    )
    quantizer.process()
    quantizer.model.save_model_to_file(str(target))


class EncoderGraph(nn.Module):
    """pieces, features, head -> what is said of each word, and its vector; outputs as OUTPUTS names them."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder
        self.layers = network.layers
        self.mentions = network.mentions
        self.kinds = network.kinds
        self.extents = network.extents
        self.times = network.times

    def forward(self, pieces: Tensor, features: Tensor, head: Tensor) -> tuple[Tensor, ...]:
        """[1, pieces], [1, pieces], [1, words] -> each [1, words, n], but the extents [1, words]."""
        words = self.encoder(pieces, features, head)
        layers, mentions, kinds, times = (
            torch.softmax(part(words), dim=-1) for part in (self.layers, self.mentions, self.kinds, self.times)
        )
        spelt = torch.gather(self.encoder.pieces(pieces), 1, head.unsqueeze(-1).expand(-1, -1, WIDTH))
        return layers, mentions, kinds, self.extents(words).argmax(dim=-1), times, words, spelt


class ReaderGraph(nn.Module):
    """Word vectors and anchors -> emissions."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.reader = network.reader

    def forward(self, words: Tensor, anchor: Tensor, place: Tensor) -> Tensor:
        """[1, words, width], [cues], [cues, length] -> [cues, length, TAGS]."""
        lengths = torch.full((1,), words.shape[1], dtype=torch.long)
        emissions: Tensor = self.reader(words, torch.zeros_like(anchor), anchor, place, lengths)
        return emissions


class LinkerGraph(nn.Module):
    """Vectors of mentions and features of their pairs -> scores."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.linker = network.linker

    def forward(self, vectors: Tensor, left: Tensor, right: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """[mentions, 2 * width], [pairs], [pairs], [pairs, n] -> [pairs], [mentions]."""
        scores, new = self.linker(vectors, left, right, features)
        return scores, new


class ActGraph(nn.Module):
    """Several readers -> the mean of their probabilities."""

    def __init__(self, readers: Iterable[ActReader]) -> None:
        super().__init__()
        self.readers = nn.ModuleList(readers)

    def forward(self, told: Tensor) -> Tensor:
        """[attributions, EVIDENCE * WIDTH] -> [attributions, ACTS]."""
        return torch.stack([torch.softmax(reader(told), dim=-1) for reader in self.readers]).mean(0)


def export_acts(graph: ActGraph, folder: Path) -> None:
    """Write what tells speech acts into a weights folder."""
    torch.onnx.export(
        graph,
        (torch.randn(3, EVIDENCE * WIDTH),),
        folder / "acts.onnx",
        input_names=["evidence"],
        output_names=["acts"],
        dynamic_axes={"evidence": {0: "attributions"}, "acts": {0: "attributions"}},
        opset_version=OPSET,
        dynamo=False,
    )


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
    transitions = network.permitted().detach().tolist()
    small = copy.deepcopy(network).cpu().float().eval()
    small.encoder.pieces = SmallEmbedding(small.encoder.pieces.weight.detach())
    pieces = torch.randint(1000, 2000, (1, 40))
    head = torch.arange(1, 31)[None]
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            EncoderGraph(small).eval(),
            (pieces, torch.zeros_like(pieces), head),
            whole,
            input_names=["pieces", "features", "head"],
            output_names=OUTPUTS,
            dynamic_axes={name: {1: name} for name in ("pieces", "features", "head", *OUTPUTS)},
            opset_version=OPSET,
            dynamo=False,
        )
        multiply_in_eight_bits(whole, folder / "encoder.onnx")
    torch.onnx.export(
        ReaderGraph(small).eval(),
        (torch.randn(1, 90, WIDTH), torch.tensor([3, 50, 89]), torch.arange(90).repeat(3, 1)),
        folder / "reader.onnx",
        input_names=["words", "anchor", "place"],
        output_names=["emissions"],
        dynamic_axes={
            "words": {1: "words"},
            "anchor": {0: "cues"},
            "place": {0: "cues", 1: "length"},
            "emissions": {0: "cues", 1: "length"},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    pair = torch.tensor([0, 1, 0])
    torch.onnx.export(
        LinkerGraph(small).eval(),
        (torch.randn(3, 2 * WIDTH), pair, pair + 1, torch.zeros(3, len(PAIR_FEATURES), dtype=torch.long)),
        folder / "linker.onnx",
        input_names=["vectors", "left", "right", "features"],
        output_names=["scores", "new"],
        dynamic_axes={
            "vectors": {0: "mentions"},
            **{name: {0: "pairs"} for name in ("left", "right", "features", "scores")},
            "new": {0: "mentions"},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    export_acts(ActGraph([ActReader()]).eval(), folder)  # knows nothing yet: training.acts
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
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
