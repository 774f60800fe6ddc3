"""Stories of the project's own, their mentions marked -> documents: "[n1:Ann Lee] said [p1:she] would go"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.analysis.types import EntityKind, Form
from onrecord.story.types import Span

_MARK = re.compile(r"\[([ndp])([ogl]?)(\d+):([^\[\]]+)\]")
_FORMS = {"n": Form.NAME, "d": Form.DESCRIPTION, "p": Form.PRONOUN}
_KINDS = {
    "": EntityKind.PERSON,
    "o": EntityKind.ORGANIZATION,
    "g": EntityKind.GROUP,
    "l": EntityKind.PLACE,
}


class MarkError(ValueError):
    """Marks that cannot be read; the message says where and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedMention:
    """A mention as marked: its words, form, kind, and the number of what it refers to."""

    span: Span
    form: Form
    kind: EntityKind
    entity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedStory:
    """A story without its marks, and its mentions in text order."""

    name: str
    text: str
    mentions: tuple[MarkedMention, ...]


def read_marked(name: str, marked: str) -> MarkedStory:
    """Take the marks out. [n1:…] is a name, [d1:…] a description, [p1:…] a pronoun of entity 1, a person.

    The kind stands behind the form: o an organisation, g a group of people, l a place. A description ends with its
    head. Raises MarkError where marks are malformed or an entity has two kinds.
    """
    text, at = "", 0
    mentions: list[MarkedMention] = []
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        at = found.end()
        span = Span(start=len(text), end=len(text) + len(found[4]))
        text += found[4]
        mentions.append(
            MarkedMention(span=span, form=_FORMS[found[1]], kind=_KINDS[found[2]], entity=int(found[3]))
        )
    text += marked[at:]
    if stray := re.search(r"[\[\]]", text):
        raise MarkError(
            f"{name}: a bracket that is no mark near {text[max(0, stray.start() - 40) : stray.end() + 20]!r}"
        )
    kinds: dict[int, set[EntityKind]] = defaultdict(set)
    for mention in mentions:
        words = mention.span.of(text)
        kinds[mention.entity].add(mention.kind)
        if words != words.strip() or "\n" in words:
            raise MarkError(f"{name}: the mark around {words!r} begins or ends with a space, or goes over a line")
        if mention.form is Form.PRONOUN and len(words.split()) > 1:
            raise MarkError(f"{name}: {words!r} is marked as a pronoun")
        if mention.form is Form.NAME and words.split()[0].lower() in ("the", "a", "an"):
            raise MarkError(f"{name}: the name {words!r} is marked with its article")
    for entity, several in kinds.items():
        if len(several) > 1:
            raise MarkError(f"{name}: entity {entity} is marked as {' and '.join(sorted(several))}")
    if not mentions:
        raise MarkError(f"{name}: there is no mark in it")
    return MarkedStory(name=name, text=text, mentions=tuple(mentions))


def read_folder(folder: Path) -> Iterator[MarkedStory]:
    """The stories of a folder, by name."""
    for path in sorted(folder.glob("*.txt")):
        yield read_marked(path.stem, path.read_text(encoding="utf-8"))
