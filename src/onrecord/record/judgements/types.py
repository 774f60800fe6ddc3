"""A judgement of a person's: what, about which words, by whom and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from onrecord.analysis.types import EntityKind
from onrecord.story.types import Span


class Verb(StrEnum):
    """What is judged: two persons are the same; an entity is not the person that it was taken for; who spoke; that
    a statement is none; that one was missed; that an earlier judgement is taken back.
    """

    SAME = "same"
    DIFFERENT = "different"
    SPEAKER = "speaker"
    REJECT = "reject"
    ADD = "add"
    UNDO = "undo"


OF_STATEMENTS = (Verb.SPEAKER, Verb.REJECT, Verb.ADD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A row of the log. story: an id. evidence: see Words and Speaker. undone: the number of what took it back."""

    number: int
    recorded: datetime
    by: str
    verb: Verb
    story: str | None
    evidence: Mapping[str, Any]
    person: int | None
    other: int | None
    undoes: int | None
    undone: int | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Where a statement stands, which is how it is known again when the story is read anew."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def kept(self) -> dict[str, list[list[int]]]:
        """As JSON."""
        return {role: [[s.start, s.end] for s in getattr(self, role)] for role in ("source", "cue", "content")}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Words:
        """Out of its JSON."""
        return cls(**{role: tuple(Span(start=a, end=b) for a, b in kept[role]) for role in kept})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who spoke. mentions: of an entity of the story, empty where the story does not mention the speaker.

    person: the number of the person of the record, None for who has no name.
    """

    name: str
    kind: EntityKind
    mentions: tuple[Span, ...] = ()
    person: int | None = None

    def kept(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "name": self.name,
            "kind": self.kind.value,
            "mentions": [[s.start, s.end] for s in self.mentions],
            "person": self.person,
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Speaker:
        """Out of its JSON."""
        return cls(
            name=kept["name"],
            kind=EntityKind(kept["kind"]),
            mentions=tuple(Span(start=a, end=b) for a, b in kept["mentions"]),
            person=kept["person"],
        )
