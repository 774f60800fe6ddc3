"""A Story -> the keys that its copies share with it; two stories -> what the second is to the first as its copy."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from onrecord.record.copies.bodies import Body, body_of, body_words, folded
from onrecord.story.types import Story

_Numbers = npt.NDArray[np.uint64]

_RUN = 3
"""How many neighbouring words make a run; stories are compared by their runs."""

_BANDS = 28
"""How many keys are made of the whole body."""

_LEAD_BANDS = 4
"""How many are made of its lead alone, which a story cut short still has."""

_LEAD = 24
"""How many words the lead has."""

_ROWS = 3
"""Of how many least runs a key is made."""

_BLOCK = 512
"""How many runs are looked at at once, to bound the memory."""

_SEEDS = np.frombuffer(
    hashlib.shake_256(b"onrecord: copies").digest(16 * (_BANDS + _LEAD_BANDS) * _ROWS), dtype="<u8"
).reshape(2, -1, 1)
_FACTORS, _OFFSETS = _SEEDS[0] | np.uint64(1), _SEEDS[1]

_ALIKE = 0.5
"""Which share of one story's words the other has, at least, where they are one story."""

_NEARLY_ALL = 0.95
"""The same where one story says next to nothing that the other does not."""

_AGREEING = 0.8
"""Which share of the names, and which of the figures, agrees at least."""

_AGREEING_IN_TABLES = 0.9
_AGREEING_AT_LENGTH = 0.6
_LENGTH = 150
"""From so many words in common on they tell enough for the lower share; what series repeat is shorter."""

_AGREEING_HEADS = 0.7
"""Which share of the words of two headlines agrees at least, where it comes to that."""

_RESPELT = 0.8
"""How alike two words are, above this, that may be spellings of one name."""

_TERSE = 40
"""A body of fewer words may be another story's too, so the headlines have to agree and no name or figure differ."""

_TABLE = 0.2
"""From this share of figures among the words on a story is a table; the next of its kind is like it."""

_DAYS = 3
"""A version follows within so many days; what is only like a story, and later, is the next of a series."""


class CopyKind(StrEnum):
    """What a story is to another that it is a copy of.

    SAME: the same words. REHEADLINED: the same words under another headline. SHORTENED: it leaves words out and
    adds next to none. EXTENDED: it adds words and leaves next to none out. UPDATED: both, or words are changed.
    """

    SAME = "same"
    REHEADLINED = "reheadlined"
    SHORTENED = "shortened"
    EXTENDED = "extended"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two stories that are one, and how far.

    kept: the share of the old one's words that stand in the new one too, in runs of three. known: the share of the
    new one's words that stand in the old one. days: from the old one's day of publication to the new one's, None
    where one of them has none.
    """

    kind: CopyKind
    kept: float
    known: float
    days: int | None


def keys(story: Story) -> tuple[int, ...]:
    """Return numbers below 2**63 such that copies share one or more; none where the story has no words.

    Stories that share a key are candidates, those that share more likelier ones; `relation` decides. MinHash over
    runs of words in bands (Broder 1997; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3),
    of the whole body and of its lead. The same body has the same keys on every machine. Linear in the words.
    """
    words = body_words(story)
    if not words:
        return ()
    runs = _hashed_runs(words)
    cut = _BANDS * _ROWS
    whole = _least(runs, _FACTORS[:cut], _OFFSETS[:cut])
    lead = _least(runs[: _LEAD - _RUN + 1], _FACTORS[cut:], _OFFSETS[cut:])
    rows = np.concatenate([whole, lead]).reshape(-1, _ROWS)
    bands = np.arange(len(rows), dtype=np.uint64)
    for column in range(_ROWS):
        bands = _mixed(bands, rows[:, column])
    return tuple((bands >> np.uint64(1)).tolist())


def _hashed_runs(words: Sequence[str]) -> _Numbers:
    """Return a number for each run of words."""
    size = min(_RUN, len(words))
    numbers = np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in words], dtype=np.uint64)
    runs = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for begin in range(size):
        runs = _mixed(runs, numbers[begin : begin + len(runs)])
    return runs


def _least(runs: _Numbers, factors: _Numbers, offsets: _Numbers) -> _Numbers:
    """Return the least number of all runs under each factor and offset."""
    blocks = (runs[at : at + _BLOCK] for at in range(0, len(runs), _BLOCK))
    least: _Numbers = np.minimum.reduce([(factors * block + offsets).min(axis=1) for block in blocks])
    return least


def _mixed(numbers: _Numbers, more: _Numbers) -> _Numbers:
    """Return a number for each two (the steps of SplitMix64; Steele, Lea and Flood 2014)."""
    golden = np.uint64(0x9E3779B97F4A7C15)
    x = numbers * golden + more + golden
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


def relation(old: Story, new: Story) -> Copy | None:
    """Return what `new` is to `old` as its copy, None where they are two stories.

    Wire series say the same sentences of other names and figures, so names and figures have to agree, and where the
    words are few or a table, the headlines. The same words are a copy however late, unless they are few. Linear in
    the words, but for the names that only one of two like stories has: these are compared each with each, as they
    may be respelt.
    """
    a, b = body_of(old), body_of(new)
    kept, known = _shared(a.words, b.words)
    days = None if old.published is None or new.published is None else (new.published - old.published).days
    heads = _Heads(old, new)
    if not a.words or max(kept, known) < _ALIKE or not _is_one(a, b, max(kept, known), days, heads):
        return None
    return Copy(kind=_kind(a, b, kept, known, heads), kept=kept, known=known, days=days)


class _Heads:
    """The headlines of two stories, as words."""

    def __init__(self, old: Story, new: Story) -> None:
        self._old, self._new = (folded(story.headline or "") for story in (old, new))
        self.given = bool(self._old and self._new)
        self.differ = self.given and self._old != self._new

    def agree(self) -> bool:
        """Whether they may be of one story: like words, no other figures. One that is missing agrees with any."""
        words = _Agreement(frozenset(self._old), frozenset(self._new))
        old, new = (frozenset(word for word in head if not word.isalpha()) for head in (self._old, self._new))
        return words.share >= _AGREEING_HEADS and not _Agreement(old, new).contrary


class _Agreement:
    """How many words of two sets agree, and how many of one stand against others in the other.

    Words that only one of two versions has are no contradiction, as long as the other has none of its own.
    """

    def __init__(self, a: frozenset[str], b: frozenset[str]) -> None:
        only_a, only_b = a - b, b - a
        respelt = min(_respelt(only_a, only_b), _respelt(only_b, only_a))
        self.contrary = min(len(only_a), len(only_b)) - respelt
        agreeing = len(a & b) + respelt
        self.share = agreeing / (agreeing + self.contrary) if agreeing or self.contrary else 1.0


def _respelt(words: frozenset[str], others: frozenset[str]) -> int:
    """Count the words that stand among the others with a letter or so changed."""
    return sum(
        word.isalpha() and any(Indel.normalized_similarity(word, other) > _RESPELT for other in others)
        for word in words
    )


def _is_one(a: Body, b: Body, share: float, days: int | None, heads: _Heads) -> bool:
    """Whether two like bodies are of one story. share: of the words of one that the other has."""
    late = days is not None and abs(days) > _DAYS
    terse = min(len(a.words), len(b.words)) < _TERSE
    if terse and (late or not heads.agree()):
        return False
    if a.words == b.words:
        return True
    names, figures = _Agreement(a.names, b.names), _Agreement(a.figures, b.figures)
    common = share * min(len(a.words), len(b.words))
    if names.contrary + figures.contrary == 0:
        return not late or (share >= _NEARLY_ALL and common >= _LENGTH)
    if late or terse:
        return False
    agreeing = min(names.share, figures.share)
    if _is_table(a) and _is_table(b):
        return heads.given and heads.agree() and agreeing >= _AGREEING_IN_TABLES
    if days == 0 and names.contrary == 0 and figures.contrary == 1:
        return True
    return agreeing >= (_AGREEING_AT_LENGTH if common >= _LENGTH else _AGREEING)


def _is_table(body: Body) -> bool:
    return sum(word in body.figures for word in body.words) >= _TABLE * len(body.words)


def _kind(a: Body, b: Body, kept: float, known: float, heads: _Heads) -> CopyKind:
    if a.words == b.words:
        return CopyKind.REHEADLINED if heads.differ else CopyKind.SAME
    if known >= _NEARLY_ALL > kept:
        return CopyKind.SHORTENED
    if kept >= _NEARLY_ALL > known:
        return CopyKind.EXTENDED
    return CopyKind.UPDATED


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, float]:
    """Return the share of a's words that stand in a run of b, and that of b's in a run of a."""
    if a == b:
        return 1.0, 1.0
    return _covered(a, b), _covered(b, a)


def _covered(words: tuple[str, ...], others: tuple[str, ...]) -> float:
    size = min(_RUN, len(words), len(others))
    if size == 0:
        return 0.0
    runs = {others[at : at + size] for at in range(len(others) - size + 1)}
    covered: set[int] = set()
    for at in range(len(words) - size + 1):
        if words[at : at + size] in runs:
            covered.update(range(at, at + size))
    return len(covered) / len(words)
