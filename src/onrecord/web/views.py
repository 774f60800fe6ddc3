"""Hits, stories and versions -> what templates show of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.analysis.types import Analysis, Statement
from onrecord.question.answers import Hit
from onrecord.question.recorded import Standing, speaking
from onrecord.question.words import Words
from onrecord.record import Record
from onrecord.record.copies.changing import Aligned, Change, ChangeKind
from onrecord.record.types import Version
from onrecord.showing.cast import Member, cast
from onrecord.showing.phrasing import Entry, entries, head, joined
from onrecord.showing.rows import row
from onrecord.showing.visible import visible
from onrecord.web.marking import hues, passage, story
from onrecord.web.rendering import titled

RULES = 50
"""Lighting rules come in sheets for so many statements and entities, so that stories share them."""

MOST_RULES = 5000
"""Statements and entities that have rules; in longer stories the others do not light up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A hit. words: in context; person: who speaks, as P17; cue and content: its words alone."""

    hit: Hit
    words: Markup
    person: str | None
    cue: str
    content: str

    @property
    def place(self) -> str:
        """Where it stands in its story."""
        return f"/stories/{self.hit.story}#{self.hit.statement}"

    @property
    def permalink(self) -> str:
        """Its own page."""
        return f"/stories/{self.hit.permalink}"


def shown(record: Record, hits: Sequence[Hit], words: Words | None = None) -> tuple[Shown, ...]:
    """Hits as they are shown, with the words that were looked for."""
    persons = speaking(record, hits) if hits else {}
    return tuple(_shown(hit, words, persons.get(hit.permalink)) for hit in hits)


def _shown(hit: Hit, words: Words | None, person: int | None) -> Shown:
    fields = row(hit)
    return Shown(
        hit=hit,
        words=passage(hit.passage, words),
        person=f"P{person}" if person is not None else None,
        cue=visible(str(fields["cue"])),
        content=visible(str(fields["content"])),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A statement in the list beside its story. at: its number there; hue: its speaker's colour, 0 for none.

    entity: the number and id of its speaker; person: who that is across stories; repeats: the permalink of what it
    repeats. opened, closed: how many lists begin before it and end behind it.
    """

    entry: Entry
    at: int
    hue: int
    entity: tuple[int, str] | None
    person: str | None
    repeats: str | None
    opened: int
    closed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks in a story: name, number of the entity, colour, person across stories, number of statements."""

    name: str
    at: int
    id: str
    hue: int
    person: str | None
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story as a page shows it. lighting: the sheet that has rules for so many statements and entities.

    persons: who its entities are across stories. left_open: statements whose speaker is not known. recorded:
    whether it is in the record.
    """

    analysis: Analysis
    title: str
    about: tuple[str, ...]
    paragraphs: tuple[Markup, ...]
    lines: tuple[Line, ...]
    speakers: tuple[Speaker, ...]
    cast: tuple[Member, ...]
    persons: Mapping[str, int]
    left_open: int
    lighting: str
    recorded: bool

    @property
    def language(self) -> str:
        """The story's language where it is written as HTML has it."""
        language = self.analysis.story.language
        return language if language.replace("-", "").isalnum() and language.isascii() else "und"


def story_view(analysis: Analysis, standing: Standing | None = None) -> StoryView:
    """A story with its statements; standing: what the record knows beyond it, None where it is in none."""
    listed = list(entries(analysis))
    persons = standing.persons if standing else {}
    repeats = standing.repeats if standing else {}
    return StoryView(
        analysis=analysis,
        title=titled(analysis.story),
        about=head(analysis),
        paragraphs=tuple(story(analysis, listed)),
        lines=tuple(_lines(analysis, listed, persons, repeats)),
        speakers=tuple(_speakers(analysis, listed, persons)),
        cast=tuple(cast(analysis)),
        persons=persons,
        left_open=sum(entry.speaker is None for entry in listed),
        lighting=f"{_sheet(len(listed))}-{_sheet(len(analysis.entities))}",
        recorded=standing is not None,
    )


def _sheet(count: int) -> int:
    return min(MOST_RULES, -(-count // RULES) * RULES)


def _lines(
    analysis: Analysis, listed: Sequence[Entry], persons: Mapping[str, int], repeats: Mapping[str, str]
) -> Iterator[Line]:
    numbers = {entity.id: at for at, entity in enumerate(analysis.entities, 1)}
    colours = hues(listed)
    for at, entry in enumerate(listed, 1):
        speaker = entry.speaker
        before = listed[at - 2].depth if at > 1 else -1
        following = listed[at].depth if at < len(listed) else -1
        person = persons.get(speaker.id) if speaker is not None else None
        yield Line(
            entry=entry,
            at=at,
            hue=colours[speaker.id] if speaker is not None else 0,
            entity=(numbers[speaker.id], speaker.id) if speaker is not None else None,
            person=f"P{person}" if person is not None else None,
            repeats=repeats.get(entry.statement.id),
            opened=max(0, entry.depth - before),
            closed=max(0, entry.depth - following),
        )


def _speakers(analysis: Analysis, listed: Sequence[Entry], persons: Mapping[str, int]) -> Iterator[Speaker]:
    numbers = {entity.id: at for at, entity in enumerate(analysis.entities, 1)}
    for speaker, hue in hues(listed).items():
        own = [entry for entry in listed if entry.speaker is not None and entry.speaker.id == speaker]
        person = persons.get(speaker)
        yield Speaker(
            name=own[0].who,
            at=numbers[speaker],
            id=speaker,
            hue=hue,
            person=f"P{person}" if person is not None else None,
            statements=len(own),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a statement that two versions have, or only the old, or only the new one."""

    tag: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What became of a statement between two versions. story, id: where it stands now, or stood."""

    kind: ChangeKind
    was: str
    who: str
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    place: str


def changed(before: Version, version: Version) -> tuple[Changed, ...]:
    """The statements of a version that are not as they were in the one before."""
    return tuple(
        _changed(before.analysis, version.analysis, change)
        for change in version.changes
        if change.kind is not ChangeKind.KEPT
    )


def _changed(old: Analysis, new: Analysis, change: Change) -> Changed:
    was = _who(old, change.old) if change.old is not None else ""
    who = _who(new, change.new) if change.new is not None else was
    analysis, statement = (new, change.new) if change.new is not None else (old, change.old)
    assert statement is not None
    both = change.old is not None and change.new is not None
    text = analysis.story.text
    return Changed(
        kind=change.kind,
        was=was if was != who else "",
        who=who,
        cue=_pieces(old, new, change.cue) if both else (Piece(tag="", words=joined(text, statement.cue)),),
        content=_pieces(old, new, change.content)
        if both
        else (Piece(tag="", words=joined(text, statement.content)),),
        place=f"/stories/{analysis.story.id}#{statement.id}",
    )


def _pieces(old: Analysis, new: Analysis, aligned: Sequence[Aligned]) -> tuple[Piece, ...]:
    pieces = []
    for each in aligned:
        if each.same:
            pieces.append(Piece(tag="", words=joined(new.story.text, each.new)))
            continue
        if each.old:
            pieces.append(Piece(tag="del", words=joined(old.story.text, each.old)))
        if each.new:
            pieces.append(Piece(tag="ins", words=joined(new.story.text, each.new)))
    return tuple(pieces)


def _who(analysis: Analysis, statement: Statement) -> str:
    names = {entity.id: entity.name for entity in analysis.entities}
    named = names.get(statement.speaker) if statement.speaker is not None else None
    return visible(named or joined(analysis.story.text, statement.source) or "no source")
