"""GUM, TimeML and the speakers of wire stories -> documents: whole stories with what is known of their words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.analysis.encode import WINDOW, Window, Words, quotation_numbers, windows_of, words_of
from onrecord.analysis.linking import PRONOUNS, Mentions, Pairs
from onrecord.analysis.mentions import EXTENTS, FORMS, KINDS, Head
from onrecord.analysis.timing import TIME_TAGS
from onrecord.analysis.types import EntityKind, Form
from onrecord.evaluation.gum import GumDocument, GumMention
from onrecord.story.types import Span

IntArray = npt.NDArray[np.int64]

UNKNOWN = -100
"""The label of a word of which a corpus says nothing."""

_GUM_KINDS = {
    "person": EntityKind.PERSON,
    "organization": EntityKind.ORGANIZATION,
    "place": EntityKind.PLACE,
}
_WIDEST_GAP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole story, in windows, with the labels of its words and its mentions.

    mentions, kinds, extents, times: [words], UNKNOWN where nothing is known. heads: the known mentions; entity:
    [heads], equal numbers for the same one. pairs: the candidates among them.
    """

    name: str
    windows: tuple[Window, ...]
    mentions: IntArray
    kinds: IntArray
    extents: IntArray
    times: IntArray
    heads: tuple[Head, ...]
    entity: IntArray
    pairs: Pairs | None

    @property
    def pieces(self) -> int:
        """How many pieces it has in all."""
        return sum(len(window.pieces) for window in self.windows)


def _document(
    name: str,
    text: str,
    words: Words,
    tokenizer: Tokenizer,
    heads: list[tuple[Head, int]],
    *,
    whole: bool,
    times: IntArray | None = None,
) -> Document:
    """whole: whether every mention of the story is among the heads."""
    windows = tuple(windows_of(text, words, tokenizer, limit=WINDOW, context=0))
    count = len(words)
    mentions = np.zeros(count, np.int64) if whole else np.full(count, UNKNOWN)
    kinds, extents = np.full(count, UNKNOWN), np.full(count, UNKNOWN)
    heads = sorted(heads, key=lambda h: h[0].first)
    for head, _ in heads:
        begin = 1 + 2 * FORMS.index(head.form)
        mentions[head.first] = begin
        mentions[head.first + 1 : head.last + 1] = begin + 1
        kinds[head.last] = KINDS.index(head.kind)
        if whole and head.form is Form.DESCRIPTION:
            extents[head.last] = min(head.first - head.begin, EXTENTS - 1)
    return Document(
        name=name,
        windows=windows,
        mentions=mentions,
        kinds=kinds,
        extents=extents,
        times=np.full(count, UNKNOWN) if times is None else times,
        heads=tuple(head for head, _ in heads),
        entity=np.array([entity for _, entity in heads], dtype=np.int64),
        pairs=Mentions(text, words, quotation_numbers(text, words), [h for h, _ in heads]).pairs(0, len(heads))
        if heads
        else None,
    )


def gum_document(document: GumDocument, tokenizer: Tokenizer) -> Document:
    """Every person, organisation and place of a GUM document; other noun phrases are no mentions here."""
    words = words_of(document.text)
    named = {m.entity for m in document.mentions if m.form is Form.NAME}
    numbers: dict[str, int] = {}
    taken: dict[int, int] = {}
    heads: list[tuple[Head, int]] = []
    plural = re.compile(r"(they|them|their|theirs|themselves|we|us|our|ours|ourselves)$", re.IGNORECASE)
    for mention in sorted(document.mentions, key=lambda m: (m.span.end - m.span.start, m.span.start)):
        if mention.type not in _GUM_KINDS:
            continue
        run = _run(words, mention)
        if run is None or any(word in taken for word in range(run[0], run[1] + 1)):
            continue
        kind = _GUM_KINDS[mention.type]
        if kind is EntityKind.PERSON and mention.entity not in named:
            last = document.text[words.start[run[1]] : words.end[run[1]]]
            if plural.match(last) or (mention.form is Form.DESCRIPTION and _is_plural(last)):
                kind = EntityKind.GROUP
        begin = int(np.searchsorted(words.start, mention.span.start))
        heads.append(
            (_head(min(begin, run[0]), run, mention.form, kind), numbers.setdefault(mention.entity, len(numbers)))
        )
        taken.update(dict.fromkeys(range(run[0], run[1] + 1), len(heads)))
    return _document(document.name, document.text, words, tokenizer, heads, whole=True)


def _run(words: Words, mention: GumMention) -> tuple[int, int] | None:
    """The head in word numbers: all of it where its gaps are short ("University of California"), None where not."""
    numbers: list[int] = []
    for span in mention.head:
        low = int(np.searchsorted(words.end, span.start, side="right"))
        high = int(np.searchsorted(words.start, span.end, side="left"))
        numbers += range(low, high)
    if not numbers:
        return None
    numbers.sort()
    widest = max((b - a for a, b in pairwise(numbers)), default=1)
    return (numbers[0], numbers[-1]) if widest <= _WIDEST_GAP else None


def _is_plural(word: str) -> bool:
    low = word.lower()
    return low in ("people", "men", "women", "children", "police") or (low.endswith("s") and not low.endswith("ss"))


def _head(begin: int, run: tuple[int, int], form: Form, kind: EntityKind) -> Head:
    kinds = tuple(float(k is kind) for k in KINDS)
    return Head(begin=begin, first=run[0], last=run[1], form=form, kinds=kinds, score=1.0)


def timeml_document(name: str, text: str, spans: Iterable[Span], tokenizer: Tokenizer) -> Document:
    """The time expressions of a TimeML story."""
    words = words_of(text)
    times = np.zeros(len(words), dtype=np.int64)
    for span in spans:
        low = int(np.searchsorted(words.end, span.start, side="right"))
        high = int(np.searchsorted(words.start, span.end, side="left"))
        times[low:high] = TIME_TAGS.index("I-time")
        times[low : low + 1] = TIME_TAGS.index("B-time")
    return _document(name, text, words, tokenizer, [], whole=False, times=times)


_CUT = re.compile(
    r"\s(?:of|for|in|at|from|with|on|by|who|which|that|whose|to|under|near|including|against|about|there)\s|[,(;]"
)
_ANY_PRONOUN = {word for words in PRONOUNS for word in words} | {"that", "which", "this", "one", "some", "many"}


def wire_documents(path: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """The sources of labelled wire stories, those of one speaker linked, and every further use of their names."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        yield _wire_document(item["source"], item["text"], item["attributions"], tokenizer)


def _wire_document(name: str, text: str, attributions: list[dict[str, object]], tokenizer: Tokenizer) -> Document:
    words = words_of(text)
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    heads: list[tuple[Head, int]] = []

    def add(span: tuple[int, int], begin: int, form: Form, kind: EntityKind, key: str) -> None:
        low = int(np.searchsorted(words.end, span[0], side="right"))
        high = int(np.searchsorted(words.start, span[1], side="left"))
        if low >= high or taken.intersection(range(low, high)):
            return
        taken.update(range(low, high))
        first = min(low, int(np.searchsorted(words.start, begin)))
        heads.append((_head(first, (low, high - 1), form, kind), numbers.setdefault(key, len(numbers))))

    speakers: dict[str, tuple[EntityKind, list[str]]] = {}
    for attribution in attributions:
        speaker = attribution["speaker"]
        assert isinstance(speaker, dict)
        if speaker["kind"] in ("none", "author") or not speaker["name"]:
            continue
        kind = EntityKind.PERSON if speaker["kind"] == "unnamed" else EntityKind(speaker["kind"])
        names = sorted({speaker["name"], *speaker["aliases"]}, key=len, reverse=True)
        speakers[speaker["name"]] = (kind, names)
    for key, (kind, names) in speakers.items():
        if kind in (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE):
            for alias in names:
                if alias[0].isupper() and alias.split()[0] not in ("The", "A", "An", "Its", "His"):
                    for found in re.finditer(
                        r"(?<!\w)" + r"\s+".join(map(re.escape, alias.split())) + r"(?!\w)", text
                    ):
                        add(found.span(), found.start(), Form.NAME, kind, key)
    for attribution in attributions:
        speaker, source = attribution["speaker"], attribution["source"]
        assert isinstance(speaker, dict) and isinstance(source, list)
        if speaker["name"] not in speakers or len(source) != 1:
            continue
        kind, names = speakers[speaker["name"]]
        start, end = source[0]
        phrase = text[start:end]
        if phrase.lower() in _ANY_PRONOUN:
            add((start, end), start, Form.PRONOUN, kind, speaker["name"])
            continue
        if speaker["kind"] in ("person", "organization") and any(n in phrase for n in names if n[0].isupper()):
            continue  # found by its name
        cut = _CUT.search(phrase, 1)
        stop = start + cut.start() if cut else end
        last = max(start, text.rfind(" ", start, stop) + 1, text.rfind("\n", start, stop) + 1)
        if " and " not in phrase and last < stop:
            add((last, stop), start, Form.DESCRIPTION, kind, speaker["name"])
    return _document(name, text, words, tokenizer, heads, whole=False)
