"""GUM, TimeML and the speakers of wire stories -> documents: whole stories with what is known of their words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.analysis.encode import WINDOW, Window, Words, quotation_numbers, windows_of, words_of
from onrecord.analysis.linking import PRONOUNS, Mentions, Pairs
from onrecord.analysis.mentions import EXTENTS, FORMS, KINDS, Head
from onrecord.analysis.namewords import HONORIFICS
from onrecord.analysis.roles import role
from onrecord.analysis.timing import TIME_TAGS
from onrecord.analysis.types import EntityKind, Form
from onrecord.evaluation.gum import GumDocument
from onrecord.story.types import Span
from training.headwords import chosen, head_words, is_plural
from training.marking import MarkedMention, MarkedStory

IntArray = npt.NDArray[np.int64]

UNKNOWN = -100
"""The label of a word of which a corpus says nothing."""

_GUM_KINDS = {
    "person": EntityKind.PERSON,
    "organization": EntityKind.ORGANIZATION,
    "place": EntityKind.PLACE,
}


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
    limit: int = WINDOW,
) -> Document:
    """whole: whether every mention of the story is among the heads. limit: of the pieces of a window."""
    windows = tuple(windows_of(text, words, tokenizer, limit=limit, context=0))
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


def gum_document(document: GumDocument, tokenizer: Tokenizer, limit: int = WINDOW) -> Document:
    """Every person, organisation and place of a GUM document; other noun phrases are no mentions here."""
    text = document.text
    words = words_of(text)
    named = {m.entity for m in document.mentions if m.form is Form.NAME}
    numbers: dict[str, int] = {}
    heads: list[tuple[Head, int]] = []
    known = (head_words(text, words, m) for m in document.mentions if m.type in _GUM_KINDS)
    for found in chosen([head for head in known if head is not None]):
        mention = found.mention
        kind = _GUM_KINDS[mention.type]
        last = text[words.start[found.last] : words.end[found.last]]
        if kind is EntityKind.PERSON and mention.entity not in named and is_plural(last, found.form):
            kind = EntityKind.GROUP
        begin = min(int(np.searchsorted(words.start, mention.span.start)), found.first)
        head = _head(begin, (found.first, found.last), found.form, kind)
        heads.append((head, numbers.setdefault(mention.entity, len(numbers))))
    return _document(document.name, text, words, tokenizer, heads, whole=True, limit=limit)


_POSSESSOR = re.compile(r"(?:['’]s|['’])?\s\Z")


def marked_document(story: MarkedStory, tokenizer: Tokenizer, limit: int = WINDOW) -> Document:
    """A story of the project's own with all its mentions; descriptions begin with a possessor, as GUM has it."""
    words = words_of(story.text)
    heads: list[tuple[Head, int]] = []
    before: MarkedMention | None = None
    for mention in story.mentions:
        begin = int(np.searchsorted(words.start, mention.span.start))
        last = int(np.searchsorted(words.start, mention.span.end)) - 1
        first = last if mention.form is Form.DESCRIPTION else begin
        if before is not None and mention.form is Form.DESCRIPTION:
            between = story.text[before.span.end : mention.span.start]
            owns = between.startswith(("'", "’")) or before.span.of(story.text).lower() in _POSSESSIVES
            if owns and _POSSESSOR.fullmatch(between):
                begin = int(np.searchsorted(words.start, before.span.start))
        heads.append((_head(begin, (first, last), mention.form, mention.kind), mention.entity))
        before = mention
    return _document(story.name, story.text, words, tokenizer, heads, whole=True, limit=limit)


_POSSESSIVES = frozenset(("my", "your", "his", "her", "its", "our", "their"))


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
_HONORIFIC = re.compile(r"(?<!\w)([A-Z]\w+)\.?\s\Z")
_ANY_PRONOUN = {word for words in PRONOUNS for word in words} | {"that", "which", "this", "one", "some", "many"}


def wire_documents(path: Path, tokenizer: Tokenizer) -> Iterator[Document]:
    """The sources of labelled wire stories, those of one speaker linked, and every further use of their names."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        yield _wire_document(item["source"], item["text"], item["attributions"], tokenizer)


def _with_title(text: str, start: int, end: int) -> int:
    """Where a name begins with the title in front of it, which GUM has as one head with it: "President Ann Lee"."""
    honorific = _HONORIFIC.search(text, max(0, start - 12), start)
    if honorific and honorific[1].lower() in HONORIFICS:
        start = honorific.start(1)
    title = role(text, Span(start=start, end=end))
    great = title is not None and text[title.start].isupper() and text[title.start : title.end].istitle()
    if title is None or not great or not 0 < start - title.end <= 1:
        return start
    return title.start


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
                        start = _with_title(text, *found.span()) if kind is EntityKind.PERSON else found.start()
                        add((start, found.end()), start, Form.NAME, kind, key)
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
