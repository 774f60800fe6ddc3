"""The network in PyTorch: a small encoder, a cue finder, and a reader of the roles around each cue."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.analysis.acts import ACTS, EVIDENCE
from onrecord.analysis.decode import FORBIDDEN, LAYERS, REACH, TAGS, allowed
from onrecord.analysis.encode import FEATURES
from onrecord.analysis.linking import FEATURES as PAIR_FEATURES
from onrecord.analysis.mentions import EXTENTS, KINDS, MENTION_TAGS
from onrecord.analysis.timing import TIME_TAGS

WIDTH = 384
HEADS = 12
DEPTH = 6
INNER = 1536
VOCABULARY = 30522
POSITIONS = 512

READER = 128
READER_HEADS = 4
READER_DEPTH = 2
DISTANCES = 32

LINKED = 192
LINK_HIDDEN = 128

ACT_HIDDEN = 128


class Block(nn.Module):
    """A transformer layer, normalised after each part as in BERT (Devlin et al. 2019)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """x: [batch, length, width]; mask: [batch, 1, 1, length], 0 or very negative."""
        batch, length, width = x.shape[0], x.shape[1], x.shape[2]
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=None if mask is None else mask.to(q.dtype))
        attended = attended.transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.dropout(self.out(attended)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and features -> one vector a word."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.blocks = nn.ModuleList(Block(WIDTH, HEADS, INNER, dropout) for _ in range(DEPTH))
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, features: Tensor, head: Tensor, mask: Tensor | None = None) -> Tensor:
        """pieces, features: [batch, pieces]; head: [batch, words] -> [batch, words, WIDTH]."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.features(features) + self.positions(places)
        x = self.dropout(self.norm(x))
        for block in self.blocks:
            x = block(x, mask)
        return torch.gather(x, 1, head.unsqueeze(-1).expand(-1, -1, WIDTH))


class RoleReader(nn.Module):
    """A word vector and a cue's anchor -> the scores of the role tags around that anchor."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Linear(WIDTH, READER)
        self.anchor = nn.Linear(WIDTH, READER)
        self.distance = nn.Embedding(DISTANCES, READER)
        self.norm = nn.LayerNorm(READER, eps=1e-12)
        self.blocks = nn.ModuleList(Block(READER, READER_HEADS, 2 * READER, dropout) for _ in range(READER_DEPTH))
        self.tags = nn.Linear(READER, len(TAGS))
        self.register_buffer("buckets", _buckets(), persistent=False)

    def forward(self, words: Tensor, batch: Tensor, anchor: Tensor, place: Tensor, lengths: Tensor) -> Tensor:
        """Read the words at `place` [cues, length] for the anchors [cues] -> [cues, length, TAGS].

        words: [batch, words, WIDTH]; batch: [cues], which row each cue is in; lengths: [batch] words.
        """
        near = self.words(words)
        distance = place - anchor.unsqueeze(1)
        last = lengths[batch].unsqueeze(1) - 1
        inside = (place >= 0) & (place <= last) & (distance.abs() <= REACH)
        x = near[batch.unsqueeze(1), place.clamp(min=0).minimum(last)]
        bucket = self.buckets[distance.clamp(-REACH, REACH) + REACH]
        x = x + self.anchor(words[batch, anchor]).unsqueeze(1) + self.distance(bucket)
        x = self.norm(x)
        mask = torch.where(inside, 0.0, FORBIDDEN)[:, None, None, :]
        for block in self.blocks:
            x = block(x, mask)
        return self.tags(x).float()


def _buckets() -> Tensor:
    """[SPAN] buckets of the distance to the anchor: exact up to six words, then ever wider."""
    distance = torch.arange(-REACH, REACH + 1)
    size = distance.abs()
    far = 6 + (torch.log2(size.clamp(min=6) / 6.0) * 2).long()
    bucket = torch.where(size <= 6, size, far).clamp(max=DISTANCES // 2 - 1)
    return torch.where(distance < 0, DISTANCES // 2 + bucket, bucket)


class Linker(nn.Module):
    """Mentions and pairs of them -> how likely the two refer to the same one (cf. Lee et al. 2017)."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.mentions = nn.Linear(2 * WIDTH, LINKED)
        self.norm = nn.LayerNorm(LINKED)
        self.left = nn.Linear(LINKED, LINK_HIDDEN)
        self.right = nn.Linear(LINKED, LINK_HIDDEN, bias=False)
        self.both = nn.Linear(LINKED, LINK_HIDDEN, bias=False)
        self.features = nn.Embedding(sum(PAIR_FEATURES), LINK_HIDDEN)
        nn.init.normal_(self.features.weight, std=0.05)
        self.score = nn.Linear(LINK_HIDDEN, 1)
        self.new = nn.Linear(LINKED, 1)
        self.dropout = nn.Dropout(dropout)
        offsets = torch.tensor([0, *PAIR_FEATURES[:-1]]).cumsum(0)
        self.register_buffer("offsets", offsets, persistent=False)

    def forward(self, vectors: Tensor, left: Tensor, right: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """vectors: [mentions, 2 * WIDTH]; left, right: [pairs]; features: [pairs, n] -> [pairs], [mentions]."""
        m = self.dropout(self.norm(self.mentions(vectors)))
        hidden = self.left(m)[left] + self.right(m)[right] + self.both(m[left] * m[right])
        hidden = hidden + self.features(features + self.offsets).sum(1)
        return self.score(self.dropout(F.relu(hidden))).squeeze(1), self.new(m).squeeze(1)


class ActReader(nn.Module):
    """[attributions, EVIDENCE * WIDTH] -> [attributions, ACTS] scores."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(EVIDENCE * WIDTH)
        self.hidden = nn.Linear(EVIDENCE * WIDTH, ACT_HIDDEN)
        self.acts = nn.Linear(ACT_HIDDEN, len(ACTS))
        self.before, self.after = nn.Dropout(0.3), nn.Dropout(0.5)

    def forward(self, told: Tensor) -> Tensor:
        """Score each act."""
        scores: Tensor = self.acts(self.after(F.gelu(self.hidden(self.before(self.norm(told))))))
        return scores


class Network(nn.Module):
    """Everything that is trained; the CRF's transitions are shared by all cues."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.layers = nn.Linear(WIDTH, len(LAYERS))
        self.mentions = nn.Linear(WIDTH, len(MENTION_TAGS))
        self.kinds = nn.Linear(WIDTH, len(KINDS))
        self.extents = nn.Linear(WIDTH, EXTENTS)
        self.times = nn.Linear(WIDTH, len(TIME_TAGS))
        self.reader = RoleReader(dropout)
        self.linker = Linker()
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.register_buffer("allowed", torch.from_numpy(allowed()), persistent=False)

    def permitted(self) -> Tensor:
        """[TAGS, TAGS] transition scores, forbidden ones very negative."""
        return torch.where(self.allowed, self.transitions, FORBIDDEN)

    def load_pretrained(self, folder: Path) -> None:
        """Take over the encoder from a BERT checkpoint in `folder` (model.safetensors)."""
        source = load_file(folder / "model.safetensors")
        source = {name.removeprefix("bert."): value for name, value in source.items()}
        target = {
            "pieces.weight": source["embeddings.word_embeddings.weight"],
            "positions.weight": source["embeddings.position_embeddings.weight"]
            + source["embeddings.token_type_embeddings.weight"][0],
            "features.weight": self.encoder.features.weight.data,
            "norm.weight": source["embeddings.LayerNorm.weight"],
            "norm.bias": source["embeddings.LayerNorm.bias"],
        }
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for i in range(DEPTH):
            old = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [source[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                target[f"blocks.{i}.qkv.{kind}"] = torch.cat(parts)
                for ours, theirs in names.items():
                    target[f"blocks.{i}.{ours}.{kind}"] = source[f"{old}{theirs}.{kind}"]
        self.encoder.load_state_dict(target)


def crf_loss(emissions: Tensor, tags: Tensor, transitions: Tensor, outside: Tensor) -> Tensor:
    """Return the negative log likelihood [cues] of gold tags under a linear-chain CRF.

    emissions: [cues, SPAN, TAGS]; tags: [cues, SPAN]; outside: [cues, SPAN], places beyond the window.
    The anchor, in the middle, is known to be part of the cue.
    """
    known = torch.zeros_like(emissions)
    known[:, REACH, [0, 1, 2, 5, 6]] = FORBIDDEN
    blank = torch.full_like(emissions[0, 0], FORBIDDEN)
    blank[0] = 0.0
    scores = torch.where(outside.unsqueeze(-1), blank, emissions + known)
    start = torch.tensor([FORBIDDEN if tag.startswith("I-") else 0.0 for tag in TAGS], device=scores.device)
    total = scores[:, 0] + start
    for step in scores.unbind(1)[1:]:
        total = torch.logsumexp(total.unsqueeze(2) + transitions, dim=1) + step
    gold = scores.gather(2, tags.unsqueeze(2)).squeeze(2).sum(1)
    gold = gold + transitions[tags[:, :-1], tags[:, 1:]].sum(1)
    return total.logsumexp(1) - gold
