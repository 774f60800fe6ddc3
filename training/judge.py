"""A network on gold stories -> the measures, through the decoding that ships."""

from __future__ import annotations

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.analysis.acts import ACTS
from onrecord.analysis.decode import FloatArray, IntArray
from onrecord.analysis.encode import Window
from onrecord.analysis.entities import Cast
from onrecord.analysis.reading import Scorer, Scores, read
from onrecord.evaluation.attributions import score
from onrecord.evaluation.entities import clusters
from onrecord.evaluation.entities import score as score_entities
from onrecord.evaluation.gold import GoldStory
from onrecord.evaluation.gum import GumDocument
from onrecord.story.composing import compose
from training.network import Network


class TorchScorer:
    """The network behind the interface that the engine's own ONNX scorer has."""

    def __init__(self, network: Network, device: torch.device) -> None:
        self.network = network.eval()
        self.device = device
        self.transitions: FloatArray = network.permitted().detach().cpu().numpy()

    def encode(self, window: Window) -> Scores:
        """Read one window."""
        network = self.network
        with torch.no_grad():
            arrays = (window.pieces, window.features, window.head)
            words = network.encoder(*(torch.from_numpy(a)[None].to(self.device) for a in arrays))
            layers, mentions, kinds, times = (
                torch.softmax(head(words), dim=-1)[0].cpu().numpy()
                for head in (network.layers, network.mentions, network.kinds, network.times)
            )
            extents = network.extents(words)[0].argmax(dim=-1).cpu().numpy()
            spelt = network.encoder.pieces(torch.from_numpy(window.pieces).to(self.device))
        vectors = words[0].cpu().numpy()
        return Scores(
            layers=layers,
            mentions=mentions,
            kinds=kinds,
            extents=extents,
            times=times,
            vectors=vectors,
            spelt=spelt[window.head].cpu().numpy(),
        )

    def read(self, words: FloatArray, anchor: IntArray, place: IntArray) -> FloatArray:
        """Return the emissions [cues, length, TAGS] of the words at `place` [cues, length] for each anchor."""
        with torch.no_grad():
            vectors = torch.from_numpy(words)[None].to(self.device)
            cue, near = (torch.from_numpy(a).to(self.device) for a in (anchor, place))
            lengths = torch.tensor([len(words)], device=self.device)
            return self.network.reader(vectors, torch.zeros_like(cue), cue, near, lengths).cpu().numpy()

    def acts(self, evidence: FloatArray) -> FloatArray:
        """All acts alike: they are trained afterwards (training.acts)."""
        return np.full((len(evidence), len(ACTS)), 1 / len(ACTS), dtype=np.float32)

    def link(
        self, vectors: FloatArray, left: IntArray, right: IntArray, features: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        """Return how likely pairs of mentions refer to the same one [pairs], and each to a new one [mentions]."""
        with torch.no_grad():
            scores, new = self.network.linker(
                *(torch.from_numpy(a).to(self.device) for a in (vectors, left, right, features))
            )
        return scores.cpu().numpy(), new.cpu().numpy()


def judge_entities(scorer: Scorer, documents: list[GumDocument], tokenizer: Tokenizer) -> dict[str, float]:
    """Score the people and organisations that the network and the linking of the engine find in GUM documents."""
    pairs = []
    for document in documents:
        reading = read(document.text, compose(document.text, document.name).parts, tokenizer, scorer)
        found = Cast(document.text, reading, scorer.link).entities(())[0]
        pairs.append((document.named(), clusters(found)))
    return score_entities(pairs)


def judge(scorer: Scorer, stories: list[GoldStory], tokenizer: Tokenizer) -> dict[str, float]:
    """Score the outer layer, and for stories whose inner layer is marked, that as inner_soft and inner_strict."""
    found = [read(s.text, compose(s.text, s.name).parts, tokenizer, scorer).attributions for s in stories]
    outer = score(
        (s.text, [a for a in s.attributions if a.inside is None], [f for f in fs if f.inside is None])
        for s, fs in zip(stories, found, strict=True)
    )
    if not any(story.nested for story in stories):
        return outer
    inner = score(
        (s.text, [a for a in s.attributions if a.inside is not None], [f for f in fs if f.inside is not None])
        for s, fs in zip(stories, found, strict=True)
    )
    return outer | {"inner_soft": inner["linked_soft"], "inner_strict": inner["linked_strict"]}
