"""Labelled speech acts and a weights folder -> what tells acts, trained on the vectors of these weights."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from onrecord.analysis.acts import ACTS, evidence
from onrecord.analysis.decode import FloatArray
from onrecord.analysis.encode import Words, windows_of, words_of
from onrecord.analysis.network import OnnxScorer
from onrecord.analysis.types import Act
from onrecord.analysis.weights import digests, read_manifest
from onrecord.evaluation.gold import GoldAttribution, GoldStory, read_gold
from onrecord.story.types import Span
from training.corpora import Corpora
from training.export import ActGraph, export_acts
from training.network import ActReader

LABELS = Path(__file__).parent / "labels" / "acts.tsv"
"""Acts of attributions of PolNeAR's train part, chosen for the rare ones; offsets, no text."""

MODELS = 3
"""So many small networks, from different beginnings, are asked; the mean counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An attribution whose act is known. part: the corpus; story: its name."""

    part: str
    story: str
    evidence: FloatArray
    act: int

    @property
    def held_out(self) -> bool:
        """Whether its story is of the fifth that is only ever measured."""
        return int(sha256(self.story.encode()).hexdigest(), 16) % 5 == 0


def train_acts(corpora: Corpora, folder: Path) -> None:
    """Train on the vectors of a weights folder, write acts.onnx into it, and measure."""
    scorer = OnnxScorer(folder, read_manifest(folder), threads=0)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    labelled = list(_labelled(corpora, tokenizer, scorer))
    own = [one for one in labelled if one.part != "wire dev" and not one.held_out]
    graph = ActGraph([_trained(own, seed) for seed in range(MODELS)]).eval()
    export_acts(graph, folder)
    scores = {}
    for name, chosen in (
        ("acts, wire dev", [one for one in labelled if one.part == "wire dev"]),
        ("acts, labels held out", [one for one in labelled if one.part != "wire dev" and one.held_out]),
    ):
        scores[name] = _measured(graph, chosen)
        print(name, json.dumps(scores[name]))
    manifest = read_manifest(folder, verify=False)
    replace(manifest, sha256=digests(folder), scores=manifest.scores | scores).write(folder)


def _trained(own: list[Labelled], seed: int) -> ActReader:
    torch.manual_seed(seed)
    reader = ActReader().train()
    told = torch.from_numpy(np.stack([one.evidence for one in own]))
    acts = torch.tensor([one.act for one in own])
    epochs, batch, rate = 40, 64, 1e-3
    optimiser = torch.optim.AdamW(reader.parameters(), lr=rate, weight_decay=0.05)
    steps = epochs * (len(own) // batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.0, 1 - step / steps))
    for _ in range(epochs):
        order = torch.randperm(len(own))
        for first in range(0, len(own) - batch + 1, batch):
            here = order[first : first + batch]
            loss = F.cross_entropy(reader(told[here]), acts[here], label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return reader.eval()


def _measured(graph: ActGraph, chosen: list[Labelled]) -> dict[str, float]:
    with torch.no_grad():
        found = graph(torch.from_numpy(np.stack([one.evidence for one in chosen]))).argmax(-1).numpy()
    wanted = np.array([one.act for one in chosen])
    return {"accuracy": _percent((found == wanted).mean())} | {
        f"f1 {act.value}": _percent(_f1(found == number, wanted == number)) for number, act in enumerate(ACTS)
    }


def _f1(found: npt.NDArray[np.bool_], wanted: npt.NDArray[np.bool_]) -> float:
    total = found.sum() + wanted.sum()
    return float(2 * (found & wanted).sum() / total) if total else 0.0


def _percent(share: float) -> float:
    return round(100 * float(share), 1)


def _labelled(corpora: Corpora, tokenizer: Tokenizer, scorer: OnnxScorer) -> Iterator[Labelled]:
    for part, story, acts in _stories(corpora):
        words = words_of(story.text)
        windows = [(w, scorer.encode(w)) for w in windows_of(story.text, words, tokenizer)]
        for attribution, act in acts:
            cue, content = (_numbers(words, spans) for spans in (attribution.cue, attribution.content))
            if not cue or not content:
                continue
            window, scores = next((w, s) for w, s in windows if w.core[0] <= cue[0] < w.core[1])
            told = evidence(scores.vectors, scores.spelt, window.first, cue, content)
            yield Labelled(part=part, story=story.name, evidence=told, act=ACTS.index(act))


def _stories(corpora: Corpora) -> Iterator[tuple[str, GoldStory, list[tuple[GoldAttribution, Act]]]]:
    for part, path in (("wire train", corpora.wire_train), ("wire dev", corpora.wire_dev)):
        lines = path.read_text(encoding="utf-8").splitlines()
        for story, line in zip(read_gold(path), filter(str.strip, lines), strict=True):
            acts = [Act(item["act"]) for item in json.loads(line)["attributions"]]
            yield part, story, list(zip(story.attributions, acts, strict=True))
    labels = read_labels()
    for story in read_gold(corpora.polnear_train):
        own = labels.get(story.name, {})
        known = [(a, own[key]) for a in story.attributions if a.cue and (key := cue_ends(a)) in own]
        if known:
            yield "polnear train", story, known


def read_labels(path: Path = LABELS) -> dict[str, dict[tuple[int, int], Act]]:
    """Story -> first and last character of a cue -> its act."""
    found: dict[str, dict[tuple[int, int], Act]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            story, first, last, act = line.split("\t")
            found.setdefault(story, {})[int(first), int(last)] = Act(act)
    return found


def cue_ends(attribution: GoldAttribution) -> tuple[int, int]:
    """Where its cue begins and ends."""
    return attribution.cue[0].start, attribution.cue[-1].end


def _numbers(words: Words, spans: Iterable[Span]) -> list[int]:
    edges = (np.searchsorted(words.start, (span.start, span.end)) for span in spans)
    found: list[int] = [n for first, last in edges for n in range(int(first), int(last))]
    return found
