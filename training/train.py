"""Examples and documents -> a trained network, with checkpoints to go on from and dev scores each epoch."""

from __future__ import annotations

import copy
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.analysis.encode import WINDOW
from onrecord.evaluation.gold import GoldStory, read_gold
from onrecord.evaluation.gum import GumDocument
from training.corpora import Corpora, split
from training.documents import Document, gum_document, marked_document
from training.examples import Example, examples_of
from training.judge import TorchScorer, judge, judge_entities
from training.losses import attribution_loss, document_loss
from training.marking import MarkedStory, read_folder
from training.network import Network
from training.released import load_released
from training.renaming import Names, names_in, renamed

POLNEAR_HELD_OUT = 32
WIRE_HELD_OUT = 28
"""One story in so many of each corpus is not trained on: the confidence is calibrated on it."""


STORIES = Path(__file__).parent / "stories"
"""Stories of the project's own, their mentions marked."""

GUM_WINDOWS = (WINDOW, 256, 192)
"""The limits of the windows that GUM's documents are cut into, one drawn for each pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The knobs of a training run, as they are stored beside its checkpoints.

    The weights say how often an epoch goes through a corpus; polnear_weight below 1 draws a share of its windows.
    """

    epochs: int = 6
    batch_pieces: int = 4096
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.04
    polnear_weight: float = 0.5
    wire_weight: int = 2
    gum_weight: int = 2
    own_weight: int = 2
    times_weight: int = 2
    speakers_weight: int = 2
    masked: float = 0.05
    renamed: float = 0.6
    average: float = 0.998
    seed: int = 7


def batches(examples: Sequence[Example], limit: int, order: random.Random) -> Iterator[list[Example]]:
    """Shuffle the examples into batches of similar length, each of at most `limit` padded pieces."""
    noisy = sorted(examples, key=lambda e: len(e.window.pieces) * order.uniform(0.85, 1.15))
    made: list[list[Example]] = [[]]
    longest = 0
    for example in noisy:
        longest = max(longest, len(example.window.pieces))
        if made[-1] and longest * (len(made[-1]) + 1) > limit:
            made.append([])
            longest = len(example.window.pieces)
        made[-1].append(example)
    order.shuffle(made)
    yield from made


def document_batches(documents: Sequence[Document], limit: int, order: random.Random) -> Iterator[list[Document]]:
    """Shuffle whole documents into batches of about `limit` pieces; a longer document is a batch of its own."""
    shuffled = list(documents)
    order.shuffle(shuffled)
    batch: list[Document] = []
    for document in shuffled:
        if batch and sum(d.pieces for d in batch) + document.pieces > limit:
            yield batch
            batch = []
        batch.append(document)
    if batch:
        yield batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that is trained on; GUM's documents anew for every pass, people renamed and windows cut otherwise.

    Links and names of some two hundred documents would be learnt by heart.
    """

    polnear: list[Example]
    wire: list[Example]
    gum: list[GumDocument]
    own: list[MarkedStory]
    names: Names
    times: list[Document]
    speakers: list[Document]
    tokenizer: Tokenizer

    def epoch(self, recipe: Recipe, order: random.Random) -> list[partial[Tensor]]:
        """The losses of one epoch, in a random order, each still to be given network, masked and device."""
        limit = recipe.batch_pieces
        drawn = order.sample(self.polnear, round(recipe.polnear_weight * len(self.polnear)))
        losses = [
            partial(_attributions, batch) for batch in batches(drawn + self.wire * recipe.wire_weight, limit, order)
        ]
        passes = [self._gum(recipe, order) for _ in range(recipe.gum_weight)]
        passes += [self._own(order) for _ in range(recipe.own_weight)]
        passes += [self.times] * recipe.times_weight + [self.speakers] * recipe.speakers_weight
        for documents in passes:
            losses += [partial(_documents, batch) for batch in document_batches(documents, limit, order)]
        order.shuffle(losses)
        return losses

    def _own(self, order: random.Random) -> list[Document]:
        limit = order.choice(GUM_WINDOWS)
        return [marked_document(story, self.tokenizer, limit) for story in self.own]

    def _gum(self, recipe: Recipe, order: random.Random) -> list[Document]:
        limit = order.choice(GUM_WINDOWS)
        return [
            gum_document(
                renamed(document, self.names, order) if order.random() < recipe.renamed else document,
                self.tokenizer,
                limit,
            )
            for document in self.gum
        ]


def _attributions(batch: list[Example], network: Network, masked: float, device: torch.device) -> Tensor:
    return attribution_loss(network, batch, masked, device)


def _documents(batch: list[Document], network: Network, masked: float, device: torch.device) -> Tensor:
    return document_loss(network, batch, masked, device)


def material_of(corpora: Corpora) -> Material:
    """Read the training side of every corpus."""
    tokenizer = corpora.tokenizer()
    gum = corpora.gum_train_documents()
    return Material(
        polnear=[e for s in split(corpora.polnear_train, POLNEAR_HELD_OUT)[0] for e in examples_of(s, tokenizer)],
        wire=[e for s in split(corpora.wire_train, WIRE_HELD_OUT)[0] for e in examples_of(s, tokenizer)],
        gum=gum,
        own=list(read_folder(STORIES)),
        names=names_in(gum),
        times=corpora.times_train(tokenizer),
        speakers=corpora.speakers_train(tokenizer),
        tokenizer=tokenizer,
    )


def train(corpora: Corpora, run: Path, recipe: Recipe, device: torch.device, start: Path | None = None) -> None:
    """Train from the pretrained encoder, or from released weights, or go on from the newest checkpoint in `run`.

    start: a weights folder. Writes run/checkpoint.pt after each epoch (weights, their running average, optimiser,
    epoch), the average alone to run/epoch-N.pt, and a line of dev scores to run/log.jsonl.
    """
    torch.set_flush_denormal(True)
    tokenizer = corpora.tokenizer()
    run.mkdir(parents=True, exist_ok=True)
    material = material_of(corpora)
    dev: dict[str, list[GoldStory]] = {
        "polnear": read_gold(corpora.polnear_dev),
        "wire": read_gold(corpora.wire_dev),
    }
    network = Network().to(device)
    if start is None:
        network.load_pretrained(corpora.encoder)
    else:
        print(f"new in this network: {', '.join(load_released(network, start)) or 'nothing'}", flush=True)
    averaged = copy.deepcopy(network).eval()
    encoder = list(network.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}],
        weight_decay=0.01,
        fused=True,
    )
    per_epoch = len(material.epoch(recipe, random.Random(0)))
    first = 0
    checkpoint = run / "checkpoint.pt"
    state = torch.load(checkpoint, map_location=device, weights_only=True) if checkpoint.exists() else None
    if state is not None:
        network.load_state_dict(state["network"])
        averaged.load_state_dict(state["averaged"])
        optimiser.load_state_dict(state["optimiser"])
        first = state["epoch"]
    done = int(state["schedule"]["last_epoch"]) if state is not None else 0
    total = done + per_epoch * (recipe.epochs - first)  # what is trained on may have changed since the checkpoint
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(step / (recipe.warm_up * total), max(0.0, (total - step) / total / 0.96))
    )
    if state is not None:
        schedule.load_state_dict(state["schedule"])
    print(f"some {per_epoch} batches an epoch", flush=True)
    for epoch in range(first, recipe.epochs):
        torch.manual_seed(recipe.seed + epoch)
        np.random.seed(recipe.seed + epoch)
        network.train()
        began = time.time()
        seen = {"attributions": 0.0, "documents": 0.0}
        for step, loss_of in enumerate(material.epoch(recipe, random.Random(recipe.seed + epoch))):
            loss = loss_of(network=network, masked=recipe.masked, device=device)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            decay = min(recipe.average, (1 + epoch * per_epoch + step) / (10 + epoch * per_epoch + step))
            with torch.no_grad():
                for ours, theirs in zip(averaged.parameters(), network.parameters(), strict=True):
                    ours.lerp_(theirs, 1 - decay)
            kind = "attributions" if loss_of.func is _attributions else "documents"
            seen[kind] = 0.98 * seen[kind] + 0.02 * loss.item() if seen[kind] else loss.item()
            if step % 20 == 0:
                shown = " ".join(f"{name} {value:.3f}" for name, value in seen.items())
                print(f"epoch {epoch} batch {step} {shown} {time.time() - began:.0f} s", flush=True)
        state = {
            "network": network.state_dict(),
            "averaged": averaged.state_dict(),
            "optimiser": optimiser.state_dict(),
            "schedule": schedule.state_dict(),
            "epoch": epoch + 1,
        }
        torch.save(averaged.state_dict(), run / f"epoch-{epoch + 1}.pt")
        torch.save(state, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)
        scorer = TorchScorer(averaged, device)
        scores = {name: judge(scorer, stories, tokenizer) for name, stories in dev.items()}
        scores["gum"] = judge_entities(scorer, corpora.gum_dev_documents(), tokenizer)
        losses = {name: round(value, 3) for name, value in seen.items()}
        line = {"epoch": epoch + 1, "loss": losses, "seconds": round(time.time() - began), **scores}
        with (run / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
