"""Gold stories -> training windows: ids, features, the layer of every word, and the role tags around every cue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.analysis.decode import LAYERS, REACH, SPAN, TAGS
from onrecord.analysis.encode import WINDOW, Window, windows_of, words_of
from onrecord.evaluation.attributions import RoleWords, role_words
from onrecord.evaluation.gold import GoldStory

IntArray = npt.NDArray[np.int64]

NOT_OUTER = len(LAYERS)
"""The label of a word inside a content of a corpus that marks one layer only: anything but an outer cue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A window with its labels.

    layers: [words], an index into LAYERS, or NOT_OUTER. cue_words: for each attribution, the window's words that
    may be its anchor. tags: [attributions, words], an index into TAGS.
    """

    window: Window
    layers: IntArray
    cue_words: tuple[IntArray, ...]
    tags: IntArray


def examples_of(story: GoldStory, tokenizer: Tokenizer, limit: int = WINDOW) -> Iterable[Example]:
    """Cut one gold story into examples, without context across windows."""
    words = words_of(story.text)
    attributions = role_words(story.text, story.attributions)
    layers = _layers(len(words), story, attributions)
    for window in windows_of(story.text, words, tokenizer, limit=limit, context=0):
        first, last = window.core
        here = [a for a in attributions if a.cue and first <= min(a.cue) and max(a.cue) < last]
        yield Example(
            window=window,
            layers=layers[first:last],
            cue_words=tuple(np.array(sorted(a.cue), dtype=np.int64) - first for a in here),
            tags=np.stack([_tags(a, first, last) for a in here])
            if here
            else np.zeros((0, last - first), dtype=np.int64),
        )


def _layers(count: int, story: GoldStory, attributions: list[RoleWords]) -> IntArray:
    layers = np.zeros(count, dtype=np.int64)
    if not story.nested:
        for words in attributions:
            layers[sorted(words.content)] = NOT_OUTER
    for inner in (True, False):
        for gold, words in zip(story.attributions, attributions, strict=True):
            if (gold.inside is not None) == inner:
                layers[sorted(words.cue)] = LAYERS.index("inner" if inner else "outer")
    return layers


def _tags(words: RoleWords, first: int, last: int) -> IntArray:
    tags = np.zeros(last - first, dtype=np.int64)
    for role in ("content", "source", "cue"):
        previous = -2
        for word in sorted(getattr(words, role)):
            if first <= word < last:
                begins = word != previous + 1
                tags[word - first] = TAGS.index(("B-" if begins else "I-") + role)
                previous = word
    for i in range(len(tags)):  # where two roles share words, what is left of one may begin with an inside tag
        tag = TAGS[tags[i]]
        if tag.startswith("I-") and (i == 0 or TAGS[tags[i - 1]][2:] != tag[2:]):
            tags[i] -= 1
    return tags


def around(tags: IntArray, anchor: int) -> IntArray:
    """Return the [SPAN] tags around one anchor, O beyond the window's edges.

    tags: [words] of one attribution. The result starts with a begin tag where the cut fell inside a span.
    """
    result = np.zeros(SPAN, dtype=np.int64)
    low, high = max(0, anchor - REACH), min(len(tags), anchor + REACH + 1)
    result[low - anchor + REACH : high - anchor + REACH] = tags[low:high]
    edge = low - anchor + REACH
    if TAGS[result[edge]].startswith("I-"):
        result[edge] -= 1
    return result
