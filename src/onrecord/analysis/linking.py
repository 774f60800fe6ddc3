"""Mentions -> clusters: which of them refer to the same one, by a score for each pair and for being new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.analysis.decode import FloatArray, IntArray
from onrecord.analysis.encode import Words
from onrecord.analysis.mentions import Head
from onrecord.analysis.types import Form

NEAR = 120
"""How many mentions before it can be a mention's antecedent by nearness; one of the same words can from anywhere."""

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
FEATURES = (_CLASSES * _CLASSES, RELATIONS, BUCKETS, BUCKETS, BUCKETS, 5)
"""How many values each feature of a pair takes: forms and pronouns of the two, relation of their words, distance in
mentions, in words, in paragraphs and sentences, and whether they stand in quotations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Every mention with its possible antecedents.

    left, right: [pairs] mention numbers, left < right, sorted by right. features: [pairs, FEATURES].
    """

    left: IntArray
    right: IntArray
    features: IntArray


def pairs_of(text: str, words: Words, quotation: IntArray, heads: Sequence[Head]) -> Pairs:
    """Pair each mention with those NEAR before it, and with the last earlier ones of the same words.

    quotation: [words], which quotation each word stands in, -1 for none. Linear in the number of mentions.
    """
    count = len(heads)
    first = np.array([h.first for h in heads], dtype=np.int64)
    last = np.array([h.last for h in heads], dtype=np.int64)
    keys = [_key(h.head(words).of(text)) for h in heads]
    unique = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    key = np.array([unique[k] for k in keys], dtype=np.int64)
    right, left = _candidates(key, count)
    classes = np.array([_class(h.form, k) for h, k in zip(heads, keys, strict=True)], dtype=np.int64)
    relation = _relations(list(unique), key[left], key[right])
    relation[(classes[left] <= _OTHER) | (classes[right] <= _OTHER)] = 0
    sentence = np.cumsum([text[s] in ".?!" for s in words.start.tolist()]) if len(words) else np.zeros(0, np.int64)
    here, there = quotation[first[right]], quotation[first[left]]
    apart = words.paragraph[first[right]] - words.paragraph[first[left]]
    sentences = sentence[first[right]] - sentence[first[left]]
    features = np.stack(
        [
            classes[left] * _CLASSES + classes[right],
            relation,
            _bucket(right - left),
            _bucket(first[right] - last[left]),
            np.where(apart == 0, np.minimum(sentences, 3), 3 + np.minimum(_bucket(apart), BUCKETS - 4)),
            np.where((here < 0) & (there < 0), 0, np.where(here < 0, 1, np.where(there < 0, 2, 3 + (here != there)))),
        ],
        axis=1,
    ).astype(np.int64)
    return Pairs(left=left, right=right, features=features)


def _candidates(key: IntArray, count: int) -> tuple[IntArray, IntArray]:
    right = np.repeat(np.arange(count), np.minimum(np.arange(count), NEAR))
    steps = np.concatenate([np.arange(max(0, i - NEAR), i) for i in range(count)]) if count else np.zeros(0, np.int64)
    seen: dict[int, int] = {}
    far: list[tuple[int, int]] = []
    for i, k in enumerate(key.tolist()):
        before = seen.get(k)
        if before is not None and before < i - NEAR:
            far.append((i, before))
        seen[k] = i
    if far:
        more = np.array(far, dtype=np.int64)
        right, steps = np.concatenate([right, more[:, 0]]), np.concatenate([steps, more[:, 1]])
        order = np.lexsort((steps, right))
        right, steps = right[order], steps[order]
    return right.astype(np.int64), steps.astype(np.int64)


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


def _relations(unique: list[str], left: IntArray, right: IntArray) -> IntArray:
    """How the words of two heads are related, for each pair of numbers into `unique`."""
    words = [tuple(w for w in key.replace(".", "").split() if w not in ("the", "a", "an")) for key in unique]
    initials = ["".join(w[0] for w in ws if w not in ("of", "and", "for")) if len(ws) > 1 else "" for ws in words]
    known: dict[int, int] = {}
    code = left * len(unique) + right
    distinct, where = np.unique(code, return_inverse=True)
    for at, pair in enumerate(distinct.tolist()):
        i, j = divmod(pair, len(unique))
        known[at] = _relation(words[i], words[j], initials[i], initials[j])
    table = np.array([known[at] for at in range(len(distinct))], dtype=np.int64)
    return table[where.reshape(-1)] if len(distinct) else np.zeros(0, dtype=np.int64)


def _relation(a: tuple[str, ...], b: tuple[str, ...], a_initials: str, b_initials: str) -> int:
    if not a or not b:
        return 0
    if a == b:
        return 1
    short, long = (set(a), set(b)) if len(a) <= len(b) else (set(b), set(a))
    if short <= long:
        return 2 if a[-1] == b[-1] else 3 if a[0] == b[0] else 5
    if (len(b) == 1 and a_initials == b[0]) or (len(a) == 1 and b_initials == a[0]):
        return 4
    if a[-1] == b[-1]:
        return 6
    return 7 if short & long else 0


def clusters_of(count: int, pairs: Pairs, scores: FloatArray, new: FloatArray) -> list[list[int]]:
    """Join each mention to its best antecedent where that beats being new; clusters in text order.

    scores: [pairs]; new: [mentions] (Lee et al. 2017 give "new" the score 0; here it is learnt).
    """
    cluster = list(range(count))
    bounds = np.searchsorted(pairs.right, np.arange(count + 1))
    for i in range(count):
        low, high = int(bounds[i]), int(bounds[i + 1])
        if low < high:
            best = low + int(np.argmax(scores[low:high]))
            if scores[best] > new[i]:
                cluster[i] = cluster[int(pairs.left[best])]
    grouped: dict[int, list[int]] = {}
    for i, c in enumerate(cluster):
        grouped.setdefault(c, []).append(i)
    return list(grouped.values())
