"""A document of GUM -> the same with its people called otherwise, so that links are not learnt by heart."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.analysis.givennames import FEMALE, MALE
from onrecord.analysis.namewords import COMPANY, GENERATION, JOINS, PARTICLES, TITLES
from onrecord.analysis.rolewords import PERSONS
from onrecord.analysis.types import Form
from onrecord.evaluation.gum import GumDocument, GumMention
from onrecord.story.types import Span

_LONGEST = 4
_KEPT = TITLES | PERSONS | COMPANY | GENERATION.keys() | JOINS | PARTICLES | {"vice", "god", "jesus", "christ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names to draw from."""

    male: tuple[str, ...]
    female: tuple[str, ...]
    surnames: tuple[str, ...]

    def other(self, word: str, order: random.Random) -> str:
        """A name of the same sort."""
        low = word.lower()
        sort = self.male if low in MALE else self.female if low in FEMALE else self.surnames
        drawn = order.choice(sort)
        return drawn.upper() if word.isupper() else drawn


def names_in(documents: Iterable[GumDocument]) -> Names:
    """The names of the people of documents."""
    found = list(documents)
    words = {word for document in found for word in _names(document).values() if word.istitle()}
    full = {
        word
        for document in found
        for m in document.mentions
        if m.type == "person" and m.form is Form.NAME and _short(m)
        for given, *rest in [[span.of(document.text) for span in m.head]]
        if given.lower() in MALE | FEMALE
        for word in rest
    }
    surnames = {word for word in words & full if word.lower() not in MALE | FEMALE and len(word) > 2}
    male, female = ({word for word in words if word.lower() in sort} for sort in (MALE, FEMALE))
    return Names(male=tuple(sorted(male)), female=tuple(sorted(female)), surnames=tuple(sorted(surnames)))


def _short(mention: GumMention) -> bool:
    """Whether it is a name and no description with one in it."""
    return len(mention.words) <= _LONGEST and len(mention.head) >= len(mention.words) - 1


def renamed(document: GumDocument, names: Names, order: random.Random) -> GumDocument:
    """Give each name of a person another one of its sort, the same wherever it stands."""
    own = _names(document)
    drawn = {word: names.other(word, order) for word in sorted(set(own.values()))}
    changed = {document.text[w.start : w.end] for w in document.words} & drawn.keys()
    edits = [
        (w, drawn[word])
        for w in dict.fromkeys(document.words)
        if (word := document.text[w.start : w.end]) in changed
    ]
    text, at, shift = "", 0, 0
    moved: dict[int, int] = {}
    for span, word in edits:
        text += document.text[at : span.start] + word
        at = span.end
        shift += len(word) - (span.end - span.start)
        moved[span.end] = shift
    text += document.text[at:]
    shifts = _running(moved, len(document.text))

    def place(span: Span) -> Span:
        return Span(start=span.start + shifts[span.start], end=span.end + shifts[span.end])

    def mention(old: GumMention) -> GumMention:
        return replace(old, words=tuple(map(place, old.words)), head=tuple(map(place, old.head)))

    return replace(
        document,
        text=text,
        words=tuple(map(place, document.words)),
        mentions=tuple(map(mention, document.mentions)),
    )


def _running(moved: dict[int, int], length: int) -> list[int]:
    """For each offset, by how much the text before it has grown."""
    shifts, shift = [], 0
    for at in range(length + 1):
        shift = moved.get(at, shift)
        shifts.append(shift)
    return shifts


def _names(document: GumDocument) -> dict[Span, str]:
    """The words of people's names; none that is a title, that stands in small letters too, or that others share."""
    text = document.text
    small = Counter(text[w.start : w.end] for w in document.words)
    found: dict[Span, str] = {}
    for m in document.mentions:
        if m.type == "person" and m.form is Form.NAME and _short(m):
            for span in m.head:
                word = span.of(text)
                low = word.lower()
                if word.isalpha() and word[0].isupper() and len(word) > 1 and not small[low] and low not in _KEPT:
                    found[span] = word
    others = {
        span.of(text)
        for m in document.mentions
        if m.type in ("place", "organization")
        for span in m.head
        if span not in found
    }
    return {span: word for span, word in found.items() if word not in others}
