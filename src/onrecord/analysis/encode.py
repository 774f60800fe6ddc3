"""Text -> ids: a story's words with their features, and the windows of word pieces that the network reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.analysis.quotation import quotations
from onrecord.story.paragraphs import paragraphs

IntArray = npt.NDArray[np.int64]

WINDOW = 320
"""The most word pieces that the network reads at once, the two frame pieces included."""

CONTEXT = 40
"""The most word pieces that a window repeats of the one before, and of the one after, for context only."""

SHAPES = ("lower", "title", "upper", "mixed", "digit", "mark")
QUOTED = ("outside", "first", "inside", "last")
FEATURES = len(SHAPES) * len(QUOTED) * 2
"""How many values the one feature of a word takes: shape x place in a quotation x first word of a paragraph."""

_WORD = re.compile(r"\w+|[^\w\s]")
_CHUNK = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    r"""A story cut into words: runs of \w or single other marks.

    start, end: [words] code point offsets. feature: [words], below FEATURES. paragraph: [words], rising from 0.
    """

    start: IntArray
    end: IntArray
    feature: IntArray
    paragraph: IntArray

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What the network reads at once: words first .. first + count of a story.

    pieces, features: [pieces] ids, framed by [CLS] and [SEP]. head: [words of the window] each word's first piece.
    core: the words [from, to) of the story that this window decides; the others are context.
    """

    first: int
    pieces: IntArray
    features: IntArray
    head: IntArray
    core: tuple[int, int]


def words_of(text: str) -> Words:
    """Cut `text` into words with their features. Linear in its length."""
    spans = [found.span() for found in _WORD.finditer(text)]
    start = np.array([s for s, _ in spans], dtype=np.int64)
    end = np.array([e for _, e in spans], dtype=np.int64)
    begins = np.array([p.start for p in paragraphs(text)], dtype=np.int64)
    paragraph = np.searchsorted(begins, start, side="right") - 1
    opens_paragraph = np.diff(paragraph, prepend=-1) > 0
    shape = np.array([_shape(text[s:e]) for s, e in spans], dtype=np.int64)
    quoted = _quoted(text, start, end)
    feature = (shape * len(QUOTED) + quoted) * 2 + opens_paragraph
    return Words(start=start, end=end, feature=feature.astype(np.int64), paragraph=paragraph.astype(np.int64))


def _shape(word: str) -> int:
    if not (word[0].isalnum() or word[0] == "_"):
        return SHAPES.index("mark")
    if word.islower():
        return SHAPES.index("lower")
    if word.isupper():
        return SHAPES.index("upper") if len(word) > 1 else SHAPES.index("title")
    if word[0].isupper() and word[1:].islower():
        return SHAPES.index("title")
    if word.isdigit():
        return SHAPES.index("digit")
    return SHAPES.index("mixed")


def _quoted(text: str, start: IntArray, end: IntArray) -> IntArray:
    quoted = np.zeros(len(start), dtype=np.int64)
    for span in quotations(text):
        first = int(np.searchsorted(start, span.start, side="left"))
        last = int(np.searchsorted(end, span.end, side="right"))
        if first < last:
            quoted[first:last] = QUOTED.index("inside")
            quoted[first] = QUOTED.index("first")
            quoted[last - 1] = QUOTED.index("last")
    return quoted


def quotation_numbers(text: str, words: Words) -> IntArray:
    """Return for each word which of the text's quotations it stands in, -1 for none."""
    numbers = np.full(len(words), -1, dtype=np.int64)
    for number, span in enumerate(quotations(text)):
        first = int(np.searchsorted(words.start, span.start, side="left"))
        last = int(np.searchsorted(words.end, span.end, side="right"))
        numbers[first:last] = number
    return numbers


def windows_of(
    text: str, words: Words, tokenizer: Tokenizer, limit: int = WINDOW, context: int = CONTEXT
) -> Iterator[Window]:
    """Yield the windows of a story, each of at most `limit` pieces, cut at paragraph ends where one is in reach.

    Every word is in the core of exactly one window. Where a story needs more than one window, each reads up to
    `context` pieces of its neighbours' cores as well. Memory for one window at a time, beside the words.
    """
    ids, lengths = _pieces(text, words, tokenizer)
    offset = np.concatenate([[0], np.cumsum(lengths)])
    room = limit - 2
    total = int(offset[-1])
    core_room = room if total <= room else room - 2 * context
    first = 0
    while first < len(words):
        last = _cut(words, offset, first, core_room)
        left = max(0, int(np.searchsorted(offset, offset[first] - context, side="left")))
        right = min(len(words), int(np.searchsorted(offset, offset[last] + context, side="right")) - 1)
        left, right = min(left, first), max(right, last)
        pieces = np.concatenate([[_CLS], ids[offset[left] : offset[right]], [_SEP]])
        features = np.concatenate([[0], np.repeat(words.feature[left:right], lengths[left:right]), [0]])
        head = offset[left:right] - offset[left] + 1
        yield Window(first=left, pieces=pieces, features=features, head=head, core=(first, last))
        first = last


_CLS, _SEP, _UNKNOWN = 101, 102, 100


def _cut(words: Words, offset: IntArray, first: int, room: int) -> int:
    """Return the end of the core that starts at word `first`: in reach, at a paragraph's end."""
    most = int(np.searchsorted(offset, offset[first] + room, side="right")) - 1
    most = max(most, first + 1)
    if most >= len(words):
        return len(words)
    half = int(np.searchsorted(offset, offset[first] + room // 2, side="left"))
    edges = np.flatnonzero(np.diff(words.paragraph[half : most + 1]))
    return half + int(edges[-1]) + 1 if len(edges) else most


def _pieces(text: str, words: Words, tokenizer: Tokenizer) -> tuple[IntArray, IntArray]:
    """Return (ids of all pieces, how many pieces each word has); a word it drops is one unknown piece."""
    ids: list[IntArray] = []
    lengths: list[IntArray] = []
    for begin in range(0, len(words), _CHUNK):
        stop = min(begin + _CHUNK, len(words))
        chunk = [text[s:e] for s, e in zip(words.start[begin:stop], words.end[begin:stop], strict=True)]
        encoding = tokenizer.encode(chunk, is_pretokenized=True, add_special_tokens=False)
        owner = np.array(encoding.word_ids, dtype=np.int64)
        piece = np.array(encoding.ids, dtype=np.int64)
        dropped = np.setdiff1d(np.arange(len(chunk)), owner)
        if len(dropped):
            places = np.searchsorted(owner, dropped)
            owner = np.insert(owner, places, dropped)
            piece = np.insert(piece, places, _UNKNOWN)
        ids.append(piece)
        lengths.append(np.bincount(owner, minlength=len(chunk)))
    return np.concatenate([np.zeros(0, np.int64), *ids]), np.concatenate([np.zeros(0, np.int64), *lengths])
