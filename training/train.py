"""Examples -> a trained network, with checkpoints to go on from and dev scores each epoch."""

from __future__ import annotations

import copy
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.analysis.decode import REACH
from onrecord.evaluation.gold import GoldStory, read_gold
from training.corpora import Corpora, split
from training.examples import NOT_OUTER, Example, around, examples_of
from training.judge import TorchScorer, judge
from training.network import Network, crf_loss

MASK_PIECE = 103

POLNEAR_HELD_OUT = 32
WIRE_HELD_OUT = 28
"""One story in so many of each corpus is not trained on: the confidence is calibrated on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The knobs of a training run, as they are stored beside its checkpoints."""

    epochs: int = 7
    batch_pieces: int = 4096
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.04
    wire_weight: int = 4
    masked: float = 0.05
    average: float = 0.998
    seed: int = 7


def batches(examples: list[Example], recipe: Recipe, order: random.Random) -> Iterator[list[Example]]:
    """Shuffle the examples into batches of similar length, each of at most `batch_pieces` padded pieces."""
    noisy = sorted(examples, key=lambda e: len(e.window.pieces) * order.uniform(0.85, 1.15))
    made: list[list[Example]] = [[]]
    longest = 0
    for example in noisy:
        longest = max(longest, len(example.window.pieces))
        if made[-1] and longest * (len(made[-1]) + 1) > recipe.batch_pieces:
            made.append([])
            longest = len(example.window.pieces)
        made[-1].append(example)
    order.shuffle(made)
    yield from made


def loss_of(network: Network, batch: list[Example], recipe: Recipe, device: torch.device) -> Tensor:
    """Return the loss of a batch: cross entropy of the layers plus the CRF's, per attribution."""
    length = max(len(e.window.pieces) for e in batch)
    count = max(len(e.layers) for e in batch)
    pieces = torch.zeros(len(batch), length, dtype=torch.long)
    features = torch.zeros(len(batch), length, dtype=torch.long)
    head = torch.zeros(len(batch), count, dtype=torch.long)
    layers = torch.full((len(batch), count), -100)
    for i, e in enumerate(batch):
        pieces[i, : len(e.window.pieces)] = torch.from_numpy(e.window.pieces)
        features[i, : len(e.window.pieces)] = torch.from_numpy(e.window.features)
        head[i, : len(e.layers)] = torch.from_numpy(e.window.head)
        layers[i, : len(e.layers)] = torch.from_numpy(e.layers)
    mask = torch.where(pieces > 0, 0.0, -1e4).view(len(batch), 1, 1, length).to(device)
    hidden = torch.rand(pieces.shape) < recipe.masked
    pieces = torch.where(hidden & (pieces > 200), MASK_PIECE, pieces)
    lengths = torch.tensor([len(e.layers) for e in batch], device=device)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        words = network.encoder(pieces.to(device), features.to(device), head.to(device), mask)
        scores = network.layers(words).float()
    layer_loss = _layer_loss(scores, layers.to(device))
    owner, anchor, tags = _anchors(batch, scores.detach().cpu())
    if not len(owner):
        return layer_loss
    place = anchor.unsqueeze(1) + torch.arange(-REACH, REACH + 1)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        emissions = network.reader(words, owner.to(device), anchor.to(device), place.to(device), lengths)
    outside = (place < 0) | (place >= lengths.cpu()[owner].unsqueeze(1))
    role_loss = crf_loss(emissions, tags.to(device), network.permitted(), outside.to(device)).sum()
    return (layer_loss + role_loss) / len(owner)


def _layer_loss(scores: Tensor, layers: Tensor) -> Tensor:
    log = F.log_softmax(scores, dim=-1)
    exact = F.nll_loss(log.flatten(0, 1), layers.masked_fill(layers == NOT_OUTER, -100).flatten(), reduction="sum")
    not_outer = torch.logsumexp(log[..., [0, 2]], dim=-1)
    return exact - not_outer[layers == NOT_OUTER].sum()


def _anchors(batch: list[Example], scores: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Draw one anchor for each attribution, the likelier the surer the network is that the word is a cue."""
    cue = -torch.log_softmax(scores, dim=-1)[..., 0]
    owner, anchor, tags = [], [], []
    for i, example in enumerate(batch):
        for j, words in enumerate(example.cue_words):
            weight = cue[i, torch.from_numpy(words)].numpy().astype(np.float64) ** 2 + 1e-3
            word = int(np.random.choice(words, p=weight / weight.sum()))
            owner.append(i)
            anchor.append(word)
            tags.append(torch.from_numpy(around(example.tags[j], word)))
    if not owner:
        empty = torch.zeros(0, dtype=torch.long)
        return empty, empty, empty
    return torch.tensor(owner), torch.tensor(anchor), torch.stack(tags)


def train(corpora: Corpora, run: Path, recipe: Recipe, device: torch.device) -> None:
    """Train from the pretrained encoder, or go on from the newest checkpoint in `run`.

    Writes run/checkpoint.pt after each epoch (weights, their running average, optimiser, epoch) and a line of dev
    scores to run/log.jsonl.
    """
    tokenizer = corpora.tokenizer()
    run.mkdir(parents=True, exist_ok=True)
    polnear = [e for s in split(corpora.polnear_train, POLNEAR_HELD_OUT)[0] for e in examples_of(s, tokenizer)]
    wire = [e for s in split(corpora.wire_train, WIRE_HELD_OUT)[0] for e in examples_of(s, tokenizer)]
    examples = polnear + wire * recipe.wire_weight
    dev: dict[str, list[GoldStory]] = {
        "polnear": read_gold(corpora.polnear_dev),
        "wire": read_gold(corpora.wire_dev),
    }
    network = Network().to(device)
    network.load_pretrained(corpora.encoder)
    averaged = copy.deepcopy(network).eval()
    encoder = list(network.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}],
        weight_decay=0.01,
        fused=True,
    )
    per_epoch = len(list(batches(examples, recipe, random.Random(0))))
    total = per_epoch * recipe.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(step / (recipe.warm_up * total), max(0.0, (total - step) / total / 0.96))
    )
    first = 0
    checkpoint = run / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        network.load_state_dict(state["network"])
        averaged.load_state_dict(state["averaged"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        first = state["epoch"]
    print(f"{len(polnear)} + {recipe.wire_weight} x {len(wire)} windows, {per_epoch} batches an epoch", flush=True)
    for epoch in range(first, recipe.epochs):
        torch.manual_seed(recipe.seed + epoch)
        np.random.seed(recipe.seed + epoch)
        order = random.Random(recipe.seed + epoch)
        network.train()
        began, seen = time.time(), 0.0
        for step, batch in enumerate(batches(examples, recipe, order)):
            loss = loss_of(network, batch, recipe, device)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            decay = min(recipe.average, (1 + epoch * per_epoch + step) / (10 + epoch * per_epoch + step))
            with torch.no_grad():
                for ours, theirs in zip(averaged.parameters(), network.parameters(), strict=True):
                    ours.lerp_(theirs, 1 - decay)
            seen = loss.item() if not seen else 0.98 * seen + 0.02 * loss.item()
            if step % 20 == 0:
                print(f"epoch {epoch} batch {step} loss {seen:.3f} {time.time() - began:.0f} s", flush=True)
        state = {
            "network": network.state_dict(),
            "averaged": averaged.state_dict(),
            "optimiser": optimiser.state_dict(),
            "schedule": schedule.state_dict(),
            "epoch": epoch + 1,
        }
        torch.save(state, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)
        scores = {name: judge(TorchScorer(averaged, device), stories, tokenizer) for name, stories in dev.items()}
        line = {"epoch": epoch + 1, "loss": round(seen, 3), "seconds": round(time.time() - began), **scores}
        with (run / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
