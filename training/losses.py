"""Batches -> losses: of attributions in their windows, and of whole documents' mentions, links and times."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.analysis.decode import REACH
from onrecord.analysis.encode import Window
from onrecord.analysis.linking import Pairs
from training.documents import UNKNOWN, Document
from training.examples import NOT_OUTER, Example, around
from training.network import Linker, Network, crf_loss

MASK_PIECE = 103


def mixed(device: torch.device) -> torch.autocast:
    """Products in bfloat16 where the processor has them; elsewhere they would be many times slower."""
    fast = device.type != "cpu" or torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=fast)


def encoded(network: Network, windows: Sequence[Window], masked: float, device: torch.device) -> Tensor:
    """Return the word vectors [windows, most words, WIDTH], some pieces masked."""
    length = max(len(w.pieces) for w in windows)
    count = max(len(w.head) for w in windows)
    pieces = torch.zeros(len(windows), length, dtype=torch.long)
    features = torch.zeros(len(windows), length, dtype=torch.long)
    head = torch.zeros(len(windows), count, dtype=torch.long)
    for i, w in enumerate(windows):
        pieces[i, : len(w.pieces)] = torch.from_numpy(w.pieces)
        features[i, : len(w.pieces)] = torch.from_numpy(w.features)
        head[i, : len(w.head)] = torch.from_numpy(w.head)
    mask = torch.where(pieces > 0, 0.0, -1e4).view(len(windows), 1, 1, length).to(device)
    hidden = torch.rand(pieces.shape) < masked
    pieces = torch.where(hidden & (pieces > 200), MASK_PIECE, pieces)
    with mixed(device):
        words: Tensor = network.encoder(pieces.to(device), features.to(device), head.to(device), mask)
    return words


def attribution_loss(network: Network, batch: Sequence[Example], masked: float, device: torch.device) -> Tensor:
    """Return the loss of a batch: cross entropy of the layers plus the CRF's, per attribution."""
    words = encoded(network, [e.window for e in batch], masked, device)
    layers = torch.full(words.shape[:2], UNKNOWN)
    for i, e in enumerate(batch):
        layers[i, : len(e.layers)] = torch.from_numpy(e.layers)
    lengths = torch.tensor([len(e.layers) for e in batch], device=device)
    with mixed(device):
        scores = network.layers(words).float()
    layer_loss = _layer_loss(scores, layers.to(device))
    owner, anchor, tags = _anchors(batch, scores.detach().cpu())
    if not len(owner):
        return layer_loss
    place = anchor.unsqueeze(1) + torch.arange(-REACH, REACH + 1)
    with mixed(device):
        emissions = network.reader(words, owner.to(device), anchor.to(device), place.to(device), lengths)
    outside = (place < 0) | (place >= lengths.cpu()[owner].unsqueeze(1))
    role_loss = crf_loss(emissions, tags.to(device), network.permitted(), outside.to(device)).sum()
    return (layer_loss + role_loss) / len(owner)


def _layer_loss(scores: Tensor, layers: Tensor) -> Tensor:
    log = F.log_softmax(scores, dim=-1)
    exact = F.nll_loss(
        log.flatten(0, 1), layers.masked_fill(layers == NOT_OUTER, UNKNOWN).flatten(), reduction="sum"
    )
    not_outer = torch.logsumexp(log[..., [0, 2]], dim=-1)
    return exact - not_outer[layers == NOT_OUTER].sum()


def _anchors(batch: Sequence[Example], scores: Tensor) -> tuple[Tensor, Tensor, Tensor]:
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


def document_loss(network: Network, batch: Sequence[Document], masked: float, device: torch.device) -> Tensor:
    """Return the loss of whole documents: of each word's tags, and of each mention's antecedents."""
    windows = [window for document in batch for window in document.windows]
    words = encoded(network, windows, masked, device).float()
    flat = torch.cat([words[i, : len(w.head)] for i, w in enumerate(windows)])
    loss = flat.sum() * 0.0
    for name, head in (
        ("mentions", network.mentions),
        ("kinds", network.kinds),
        ("extents", network.extents),
        ("times", network.times),
    ):
        labels = torch.cat([torch.from_numpy(getattr(document, name)) for document in batch]).to(device)
        if not bool((labels != UNKNOWN).any()):
            continue
        marked = ((labels > 0) if name in ("mentions", "times") else (labels != UNKNOWN)).sum().clamp(min=1)
        loss = loss + F.cross_entropy(head(flat), labels, ignore_index=UNKNOWN, reduction="sum") / marked
    offset, links, mentions = 0, flat.sum() * 0.0, 0
    for document in batch:
        if document.pairs is not None:
            first = offset + torch.tensor([h.first for h in document.heads], device=device)
            last = offset + torch.tensor([h.last for h in document.heads], device=device)
            vectors = torch.cat([flat[first], flat[last]], dim=1)
            links = links + link_loss(
                network.linker, vectors, document.pairs, torch.from_numpy(document.entity).to(device)
            )
            mentions += len(document.heads)
        offset += len(document.mentions)
    return loss + links / max(mentions, 1)


def link_loss(linker: Linker, vectors: Tensor, pairs: Pairs, entity: Tensor) -> Tensor:
    """The summed negative log likelihood of each mention's true antecedents, or of its being new (Lee et al. 2017).

    vectors: [mentions, 2 * WIDTH]; entity: [mentions].
    """
    left, right, features = (
        torch.from_numpy(a).to(vectors.device) for a in (pairs.left, pairs.right, pairs.features)
    )
    scores, new = linker(vectors, left, right, features)
    right_scores, right_new = scores.float(), new.float()
    count = len(entity)
    same = entity[left] == entity[right]
    total = _scattered(right_scores, right, right_new, count)
    gold_new = torch.ones(count, dtype=torch.bool, device=vectors.device)
    gold_new[right[same]] = False
    gold = _scattered(right_scores.masked_fill(~same, -1e4), right, right_new.masked_fill(~gold_new, -1e4), count)
    return (total - gold).sum()


def _scattered(scores: Tensor, right: Tensor, new: Tensor, count: int) -> Tensor:
    """[count]: the log of the summed exponentials of each mention's pairs and of its being new."""
    peak = new.detach().scatter_reduce(0, right, scores.detach(), reduce="amax")
    summed = torch.zeros(count, device=scores.device).index_add(0, right, (scores - peak[right]).exp())
    return torch.log(summed + (new - peak).exp()) + peak
