"""Analysis -> Entries: what a person is shown of each statement, in the order and depth in which it is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.analysis.types import Analysis, Entity, Statement
from onrecord.showing.cast import called, role
from onrecord.showing.dates import phrased
from onrecord.showing.visible import visible
from onrecord.story.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the record.

    speaker: the entity that says it, where it is known. who: its name, or the words of the source, its own or the
    one it goes on with; empty where there is none. role: the speaker's, where it is shown for the first time.
    reason: why the speaker is not known. when: the day it was said, or what is known of it.
    continues: whether the source is an earlier statement's. depth: how many statements it stands inside of.
    """

    statement: Statement
    speaker: Entity | None
    who: str
    role: str
    reason: str
    cue: str
    what: str
    when: str
    continues: bool
    depth: int


def entries(analysis: Analysis) -> Iterator[Entry]:
    """Yield an entry for each statement in text order, those inside a statement right after it."""
    by_id = {statement.id: statement for statement in analysis.statements}
    entities = {entity.id: entity for entity in analysis.entities}
    within: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in analysis.statements:
        within[_holder(statement, by_id)].append(statement)
    waiting = [(statement, 0) for statement in reversed(within[None])]
    introduced: set[str] = set()
    text = analysis.story.text
    while waiting:
        statement, depth = waiting.pop()
        speaking = _speaking(statement, by_id)
        speaker = entities.get(statement.speaker) if statement.speaker is not None else None
        new = speaker is not None and speaker.id not in introduced
        yield Entry(
            statement=statement,
            speaker=speaker,
            who=called(speaker, text) if speaker else joined(text, speaking.source),
            role=role(speaker, text) if speaker and new else "",
            reason="" if speaker else visible(statement.unresolved or ""),
            cue=joined(text, statement.cue),
            what=joined(text, statement.content),
            when=phrased(statement.said.value) if statement.said else "",
            continues=speaking is not statement or (not statement.source and statement.carried is not None),
            depth=depth,
        )
        introduced |= {speaker.id} if speaker else set()
        waiting += [(inner, depth + 1) for inner in reversed(within[statement.id])]


def joined(text: str, spans: Sequence[Span]) -> str:
    """The words of several spans on one line, an ellipsis where something was left out between them."""
    pieces = (visible(span.of(text)) for span in spans)
    return " … ".join(piece for piece in pieces if piece)


def head(analysis: Analysis) -> tuple[str, ...]:
    """What is known of the story in words: place, day, byline, credits, publisher, number of statements."""
    story = analysis.story
    day = story.published
    count = len(analysis.statements)
    known = (
        story.place,
        f"{day.day} {day:%B} {day.year}" if day else None,
        f"by {', '.join(story.byline)}" if story.byline else None,
        f"credits: {', '.join(story.credits)}" if story.credits else None,
        story.publisher,
        f"{count} statement{'' if count == 1 else 's'}",
        story.source if story.headline else None,
    )
    return tuple(visible(part) for part in known if part)


def _holder(statement: Statement, by_id: Mapping[str, Statement]) -> str | None:
    """The id of the statement under which this one is shown; None where it stands by itself."""
    seen = {statement.id}
    above = statement.inside
    while above is not None and above in by_id and above not in seen:
        seen.add(above)
        above = by_id[above].inside
    return statement.inside if statement.inside in by_id and above not in seen else None


def _speaking(statement: Statement, by_id: Mapping[str, Statement]) -> Statement:
    """The statement whose source this one has: itself, or the one that it goes on with."""
    seen: set[str] = set()
    speaking: Statement | None = statement
    while speaking is not None and not speaking.source:
        seen.add(speaking.id)
        before = speaking.carried
        speaking = by_id.get(before) if before is not None and before not in seen else None
    return speaking or statement
