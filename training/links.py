"""A trained encoder, frozen -> its linker trained on: many short steps over the vectors of mentions as they are read."""

from __future__ import annotations

import copy
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.analysis.encode import quotation_numbers, words_of
from onrecord.analysis.linking import Mentions, Pairs
from onrecord.analysis.mentions import Head
from onrecord.analysis.reading import read
from training.corpora import Corpora
from training.documents import UNKNOWN, Document
from training.judge import TorchScorer, judge_entities
from training.losses import link_loss
from training.network import Linker, Network


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRecipe:
    """The knobs of the linker's own training."""

    passes: int = 24
    rate: float = 1e-3
    weight_decay: float = 0.02
    average: float = 0.999
    seed: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedStory:
    """A story's heads as the network finds them, their vectors [heads, 2 * WIDTH], and whom each refers to."""

    vectors: Tensor
    pairs: Pairs
    entity: Tensor


def linked_story(document: Document, text: str, tokenizer: Tokenizer, scorer: TorchScorer) -> LinkedStory | None:
    """Find a story's heads, give each the entity of the gold one that it overlaps, and a new one to the rest.

    In a story of which only some mentions are known, only those found that are known are taken.
    """
    reading = read(text, (), tokenizer, scorer)
    of_word = {
        word: int(entity)
        for head, entity in zip(document.heads, document.entity.tolist(), strict=True)
        for word in range(head.first, head.last + 1)
    }
    whole = bool((document.mentions != UNKNOWN).all())
    heads: list[Head] = []
    entities: list[int] = []
    rows: list[int] = []
    for row, head in enumerate(reading.heads):
        entity = of_word.get(head.last, of_word.get(head.first))
        if entity is None and not whole:
            continue
        heads.append(head)
        entities.append(-row - 1 if entity is None else entity)
        rows.append(row)
    if len(heads) < 2:
        return None
    words = words_of(text)
    return LinkedStory(
        vectors=torch.from_numpy(reading.vectors[rows]),
        pairs=Mentions(text, words, quotation_numbers(text, words), heads).pairs(0, len(heads)),
        entity=torch.tensor(entities),
    )


def train_links(corpora: Corpora, run: Path, recipe: LinkRecipe) -> None:
    """Train the linker of run/checkpoint.pt on and store it as run/linker.pt; a line of dev scores for each four
    passes to run/links.jsonl."""
    device = torch.device("cpu")
    tokenizer = corpora.tokenizer()
    network = Network()
    network.load_state_dict(torch.load(run / "checkpoint.pt", map_location=device, weights_only=True)["averaged"])
    scorer = TorchScorer(network, device)
    began = time.time()
    stories = [
        story
        for document, text in corpora.linked_train(tokenizer)
        if (story := linked_story(document, text, tokenizer, scorer)) is not None
    ]
    print(
        f"{len(stories)} stories, {sum(len(s.entity) for s in stories)} mentions, {time.time() - began:.0f} s",
        flush=True,
    )
    torch.manual_seed(recipe.seed)
    order = random.Random(recipe.seed)
    linker = network.linker.train()
    averaged = copy.deepcopy(linker).eval()
    optimiser = torch.optim.AdamW(linker.parameters(), lr=recipe.rate, weight_decay=recipe.weight_decay)
    total = recipe.passes * len(stories)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1.0, n / 200) * max(0.0, 1 - n / total))
    step = 0
    for number in range(recipe.passes):
        order.shuffle(stories)
        losses = []
        for story in stories:
            loss = link_loss(linker, story.vectors, story.pairs, story.entity) / len(story.entity)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(linker.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            step += 1
            decay = min(recipe.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for ours, theirs in zip(averaged.parameters(), linker.parameters(), strict=True):
                    ours.lerp_(theirs, 1 - decay)
            losses.append(loss.item())
        line: dict[str, object] = {"pass": number + 1, "loss": round(float(np.mean(losses)), 4)}
        if number % 4 == 3:
            network.linker = averaged
            line |= judge_entities(scorer, corpora.gum_dev_documents(), tokenizer)
            network.linker = linker
            with (run / "links.jsonl").open("a") as log:
                log.write(json.dumps(line) + "\n")
        print(json.dumps(line), f"{time.time() - began:.0f} s", flush=True)
    torch.save(averaged.state_dict(), run / "linker.pt")
