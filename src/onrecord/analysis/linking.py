"""Mentions -> clusters: which of them refer to the same one, by a score for each pair and for being new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.analysis.agreeing import AGREEMENTS, agreement
from onrecord.analysis.decode import FloatArray, IntArray
from onrecord.analysis.encode import Words
from onrecord.analysis.matching import Match, same
from onrecord.analysis.mentions import KINDS, Head
from onrecord.analysis.naming import parse
from onrecord.analysis.rolewords import PERSONS
from onrecord.analysis.types import EntityKind, Form

NEAR = 120
"""How many mentions before it may be a mention's antecedent; the last one of the same words may be, anywhere."""

_BLOCK = 256

PRONOUNS = (
    ("i", "me", "my", "mine", "myself"),
    ("we", "us", "our", "ours", "ourselves"),
    ("you", "your", "yours", "yourself", "yourselves"),
    ("he", "him", "his", "himself"),
    ("she", "her", "hers", "herself"),
    ("it", "its", "itself"),
    ("they", "them", "their", "theirs", "themselves"),
    ("who", "whom", "whose"),
)
_PRONOUN = {word: number for number, words in enumerate(PRONOUNS) for word in words}
_OTHER, _NAME, _DESCRIPTION = len(PRONOUNS), len(PRONOUNS) + 1, len(PRONOUNS) + 2
_CLASSES = len(PRONOUNS) + 3

RELATIONS = 8
BUCKETS = 12
OFTEN = 8
FEATURES = (
    _CLASSES * _CLASSES,
    RELATIONS,
    BUCKETS,
    BUCKETS,
    BUCKETS,
    5,
    AGREEMENTS * AGREEMENTS,
    len(KINDS) * len(KINDS),
    OFTEN,
)
"""How many values each feature of a pair takes: forms and pronouns of the two, relation of their words, distance in
mentions, in words, in paragraphs and sentences, whether they stand in quotations, man, woman or several of the two,
kinds of the two, and how often the story has the words of the earlier one. New features go to the end: weights that
were released without them can be trained on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Mentions with their possible antecedents.

    left, right: [pairs] mention numbers, left < right, sorted by right. features: [pairs, FEATURES].
    """

    left: IntArray
    right: IntArray
    features: IntArray


class Mentions:
    """What pairs of a story's mentions are told apart by."""

    def __init__(self, text: str, words: Words, quotation: IntArray, heads: Sequence[Head]) -> None:
        """quotation: [words], which quotation each word stands in, -1 for none."""
        self.names = [h.head(words).of(text) for h in heads]
        self._first = np.array([h.first for h in heads], dtype=np.int64)
        self._last = np.array([h.last for h in heads], dtype=np.int64)
        keys = [_key(name) for name in self.names]
        unique = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        self._unique = [_Key.of(key) for key in unique]
        self._key = np.array([unique[key] for key in keys], dtype=np.int64)
        self._class = np.array([_class(h.form, k) for h, k in zip(heads, keys, strict=True)], dtype=np.int64)
        sentence = np.cumsum([text[s] in ".?!" for s in words.start.tolist()])
        self._sentence = sentence[self._first]
        self._paragraph = words.paragraph[self._first]
        self._quotation = quotation[self._first]
        self._twin = _last_twins(self._key)
        self._agreement = np.array(
            [agreement(n, h.form) for n, h in zip(self.names, heads, strict=True)], dtype=np.int64
        )
        self._kind = np.array([KINDS.index(h.kind) for h in heads], dtype=np.int64)
        often = np.bincount(self._key, minlength=len(unique)) if len(keys) else np.zeros(0, dtype=np.int64)
        self._often = np.minimum(_bucket(often[self._key] - 1), OFTEN - 1)

    def __len__(self) -> int:
        return len(self.names)

    def pairs(self, low: int, high: int) -> Pairs:
        """Pair mentions low .. high with those NEAR before each, and with the last one before of the same words."""
        left, right = self._candidates(low, high)
        relation = _relations(self._unique, self._key[left], self._key[right])
        relation[(self._class[left] <= _OTHER) | (self._class[right] <= _OTHER)] = 0
        here, there = self._quotation[right], self._quotation[left]
        apart = self._paragraph[right] - self._paragraph[left]
        sentences = self._sentence[right] - self._sentence[left]
        unquoted = (here < 0) + 2 * (there < 0)
        quoted = np.where(unquoted == 0, 3 + (here != there), unquoted % 3)
        features = np.stack(
            [
                self._class[left] * _CLASSES + self._class[right],
                relation,
                _bucket(right - left),
                _bucket(self._first[right] - self._last[left]),
                np.where(apart == 0, np.minimum(sentences, 3), 3 + np.minimum(_bucket(apart), BUCKETS - 4)),
                quoted,
                self._agreement[left] * AGREEMENTS + self._agreement[right],
                self._kind[left] * len(KINDS) + self._kind[right],
                self._often[left],
            ],
            axis=1,
        )
        return Pairs(left=left, right=right, features=features.astype(np.int64))

    def _candidates(self, low: int, high: int) -> tuple[IntArray, IntArray]:
        left: list[int] = []
        right: list[int] = []
        for i in range(low, high):
            near = max(0, i - NEAR)
            before = [int(self._twin[i])] if 0 <= self._twin[i] < near else []
            before += range(near, i)
            left += before
            right += [i] * len(before)
        return np.array(left, dtype=np.int64), np.array(right, dtype=np.int64)


def _last_twins(key: IntArray) -> IntArray:
    """For each mention the last one before it of the same words, -1 for none."""
    seen: dict[int, int] = {}
    twins = []
    for i, k in enumerate(key.tolist()):
        twins.append(seen.get(k, -1))
        seen[k] = i
    return np.array(twins, dtype=np.int64)


def _key(words: str) -> str:
    key = " ".join(words.lower().split())
    return key.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’").strip()


def _class(form: Form, key: str) -> int:
    if form is Form.NAME:
        return _NAME
    if form is Form.DESCRIPTION:
        return _DESCRIPTION
    return _PRONOUN.get(key, _OTHER)


def _bucket(distance: IntArray) -> IntArray:
    """0 to 4 exactly, then ever wider, below BUCKETS."""
    size = np.maximum(distance, 0)
    wide = 4 + np.log2(np.maximum(size, 4) / 4.0).astype(np.int64) + (size > 4)
    return np.where(size <= 4, size, np.minimum(wide, BUCKETS - 1)).astype(np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    """The words of a head, folded, and their initials where there are several."""

    words: tuple[str, ...]
    initials: str

    @classmethod
    def of(cls, key: str) -> _Key:
        words = tuple(word for word in key.replace(".", "").split() if word not in ("the", "a", "an"))
        great = [word for word in words if word not in ("of", "and", "for")]
        return cls(words=words, initials="".join(word[0] for word in great) if len(words) > 1 else "")


def _relations(unique: Sequence[_Key], left: IntArray, right: IntArray) -> IntArray:
    """How the words of two heads are related, for each pair of numbers into `unique`."""
    if not len(left):
        return np.zeros(0, dtype=np.int64)
    distinct, where = np.unique(left * len(unique) + right, return_inverse=True)
    table = [_relation(unique[pair // len(unique)], unique[pair % len(unique)]) for pair in distinct.tolist()]
    relation: IntArray = np.array(table, dtype=np.int64)[where.reshape(-1)]
    return relation


def _relation(a: _Key, b: _Key) -> int:
    if not a.words or not b.words:
        return 0
    if a.words == b.words:
        return 1
    short, long = (a.words, b.words) if len(a.words) <= len(b.words) else (b.words, a.words)
    common = set(short) & set(long)
    if len(common) == len(set(short)):
        return 2 if short[-1] == long[-1] else 3 if short[0] == long[0] else 5
    if (b.words == (a.initials,)) or (a.words == (b.initials,)):
        return 4
    if a.words[-1] == b.words[-1]:
        return 6
    return 7 if common else 0


Bridge = tuple[float, int, int]
"""How much likelier two mentions are one than the later is new, the number of a pronoun, the number of a name."""

_ADOPT = -1.0
"""A chain of pronouns joins somebody with a name where its best bridge is above this."""

Link = Callable[[FloatArray, IntArray, IntArray, IntArray], tuple[FloatArray, FloatArray]]
"""A Scorer's link."""


def clusters_of(mentions: Mentions, heads: Sequence[Head], vectors: FloatArray, link: Link) -> list[list[int]]:
    """Join each mention in text order to the likeliest cluster before it, where that is likelier than a new one.

    A cluster is as likely as its mentions are as antecedents together, as training sums them (Lee et al. 2017). A
    name joins no cluster that has a name which cannot be the same person's, nor one of another kind. vectors:
    [heads, 2 * width].
    """
    clusters: list[list[int]] = []
    bridges: list[Bridge] = []
    owner = np.zeros(len(mentions), dtype=np.int64)
    for low in range(0, len(mentions), _BLOCK):
        high = min(low + _BLOCK, len(mentions))
        pairs = mentions.pairs(low, high)
        count = len(pairs.left)
        asked = np.concatenate([pairs.left, pairs.right, np.arange(low, high)])
        used, where = np.unique(asked, return_inverse=True)
        scores, new = link(vectors[used], where[:count], where[count : 2 * count], pairs.features)
        alone = new[where[2 * count :]]
        if count:
            bridges += _bridges(pairs, scores - alone[pairs.right - low], heads)
        bounds = np.searchsorted(pairs.right, np.arange(low, high + 1))
        for i in range(low, high):
            here = slice(int(bounds[i - low]), int(bounds[i - low + 1]))
            chosen = len(clusters)
            for cluster in _likeliest(owner[pairs.left[here]], scores[here], float(alone[i - low])):
                if not _clashes(i, clusters[cluster], mentions, heads):
                    chosen = cluster
                    break
            else:
                clusters.append([])
            clusters[chosen].append(i)
            owner[i] = chosen
    return _adopted(clusters, owner, bridges, heads)


def _bridges(pairs: Pairs, margin: FloatArray, heads: Sequence[Head]) -> list[Bridge]:
    """The pairs of a pronoun and a name, in either order, that may be one."""
    pronoun = np.array([head.form is Form.PRONOUN for head in heads])
    name = np.array([head.form is Form.NAME for head in heads])
    likely = margin > _ADOPT
    found: list[Bridge] = []
    for one, other in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
        at = np.flatnonzero(likely & pronoun[one] & name[other])
        found += zip(margin[at].tolist(), one[at].tolist(), other[at].tolist(), strict=True)
    return found


def _adopted(
    clusters: list[list[int]], owner: IntArray, bridges: list[Bridge], heads: Sequence[Head]
) -> list[list[int]]:
    """Join each cluster of nothing but pronouns to the named one that any of its mentions is likeliest to be.

    A narrator's "I" is new when first met, and the name may stand anywhere: what no single mention decides, the
    best of a whole chain does.
    """
    pronouns = [all(heads[i].form is Form.PRONOUN for i in cluster) for cluster in clusters]
    best: dict[int, Bridge] = {}
    for bridge in bridges:
        chain = int(owner[bridge[1]])
        if pronouns[chain]:
            best[chain] = max(best.get(chain, bridge), bridge)
    for chain, (_, _, name) in best.items():
        clusters[int(owner[name])] += clusters[chain]
        clusters[chain] = []
    return [sorted(cluster) for cluster in clusters if cluster]


def _likeliest(owner: IntArray, scores: FloatArray, alone: float) -> list[int]:
    """The clusters that are likelier than being new, the likeliest first."""
    if not len(owner):
        return []
    found, which = np.unique(owner, return_inverse=True)
    peak = float(scores.max())
    together = np.log(np.bincount(which.reshape(-1), weights=np.exp(scores - peak)) + 1e-30) + peak
    order = np.argsort(-together, kind="stable")
    return [int(found[k]) for k in order if together[k] > alone]


def _clashes(i: int, cluster: Sequence[int], mentions: Mentions, heads: Sequence[Head]) -> bool:
    """Whether a name or a description cannot be of a cluster: for its names, or for what it surely is."""
    if heads[i].form is Form.PRONOUN:
        return False
    named = [j for j in cluster if heads[j].form is Form.NAME]
    if any(_unlike(heads[i], heads[j]) for j in named):
        return True
    if heads[i].form is Form.DESCRIPTION:
        return False
    name = parse(mentions.names[i])
    found = {
        same(name, parse(other)) for other in {mentions.names[j] for j in named if _is_proper(mentions.names[j])}
    }
    return Match.CLASH in found or (found == {Match.NONE} and _is_proper(mentions.names[i]))


def _is_proper(name: str) -> bool:
    """Whether it is more than a title ("the U.S. President"): two proper names of one share a word."""
    last = name.split()[-1]
    return last[0].isupper() and last.lower() not in PERSONS


_SURE = 0.7
_ALIKE = ({EntityKind.ORGANIZATION, EntityKind.PLACE}, {EntityKind.ORGANIZATION, EntityKind.DOCUMENT})


def _unlike(a: Head, b: Head) -> bool:
    """Whether two are surely of kinds that nothing is both of; a place stands for its government."""
    if a.kind is b.kind or min(max(a.kinds), max(b.kinds)) < _SURE:
        return False
    return {a.kind, b.kind} not in _ALIKE
