"""A finished run -> a table of what each part of the reading is worth on dev."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.analysis import attribution
from onrecord.analysis.decode import FORBIDDEN, allowed
from onrecord.analysis.encode import QUOTED, Window
from onrecord.analysis.reading import Scores
from onrecord.evaluation.gold import GoldStory, read_gold
from training.corpora import Corpora
from training.judge import TorchScorer, judge
from training.network import Network

MEASURES = ("source_exact", "cue_exact", "content_exact", "linked_soft", "linked_strict")


class WithoutQuotation(TorchScorer):
    """The network with every word's place in a quotation blanked."""

    def encode(self, window: Window) -> Scores:
        """Return what the network says when no word is in quotation marks."""
        shape, opens = window.features // (len(QUOTED) * 2), window.features % 2
        return super().encode(replace(window, features=shape * len(QUOTED) * 2 + opens))


class WithoutTransitions(TorchScorer):
    """The network with nothing but forbidden transitions between tags."""

    def __init__(self, network: Network, device: torch.device) -> None:
        super().__init__(network, device)
        self.transitions = np.where(allowed(), 0.0, FORBIDDEN).astype(np.float32)


@contextmanager
def thresholds(cue: float, inner: float) -> Iterator[None]:
    """Read with other thresholds."""
    kept = attribution.CUE_THRESHOLD, attribution.INNER_THRESHOLD
    attribution.CUE_THRESHOLD, attribution.INNER_THRESHOLD = cue, inner
    try:
        yield
    finally:
        attribution.CUE_THRESHOLD, attribution.INNER_THRESHOLD = kept


def ablate(corpora: Corpora, run: Path) -> None:
    """Print a Markdown table: the dev measures of the whole, and with one thing changed at a time."""
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    device = torch.device("cpu")
    averaged, last = Network(), Network()
    averaged.load_state_dict(state["averaged"])
    last.load_state_dict(state["network"])
    tokenizer = corpora.tokenizer()
    dev = {"PolNeAR": read_gold(corpora.polnear_dev), "wire": read_gold(corpora.wire_dev)}
    variants: list[tuple[str, Callable[[], TorchScorer], tuple[float, float]]] = [
        ("as released, before 8 bits", lambda: TorchScorer(averaged, device), (0.6, 0.9)),
        ("last weights, not their average", lambda: TorchScorer(last, device), (0.6, 0.9)),
        ("tags without transition scores", lambda: WithoutTransitions(averaged, device), (0.6, 0.9)),
        ("places in quotations blanked", lambda: WithoutQuotation(averaged, device), (0.6, 0.9)),
        ("cue threshold 0.4", lambda: TorchScorer(averaged, device), (0.4, 0.9)),
        ("cue threshold 0.8", lambda: TorchScorer(averaged, device), (0.8, 0.9)),
    ]
    print("| variant | dev | " + " | ".join(MEASURES) + " |")
    print("|---|---" + "|---" * len(MEASURES) + "|")
    for name, make, (cue, inner) in variants:
        for corpus, stories in dev.items():
            with thresholds(cue, inner):
                print(f"| {name} | {corpus} | " + " | ".join(_row(make(), stories, tokenizer)) + " |", flush=True)


def _row(scorer: TorchScorer, stories: list[GoldStory], tokenizer: Tokenizer) -> list[str]:
    scores = judge(scorer, stories, tokenizer)
    return [f"{scores[measure]:.1f}" for measure in MEASURES]
