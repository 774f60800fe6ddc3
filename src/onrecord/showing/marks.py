"""Analysis -> Marks: what a page sets off in the text, and the names by which lists find it again."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from onrecord.analysis.types import Analysis, Time
from onrecord.showing.dates import datetime, phrased
from onrecord.showing.markup import Mark
from onrecord.showing.phrasing import Entry
from onrecord.showing.visible import visible

_INNERMOST = sys.maxsize


def words(story: int, entry: int) -> str:
    """The id of the first words of a story's entry."""
    return f"a{story}-{entry}"


def line(story: int, entry: int) -> str:
    """The id of its line in the list."""
    return f"l{story}-{entry}"


def mention(story: int, entity: int) -> str:
    """The id of the first mention of a story's entity."""
    return f"e{story}-{entity}"


def marks(analysis: Analysis, shown: Iterable[Entry], story: int) -> list[Mark]:
    """The parts of the story, its statements, the mentions of its entities and its times."""
    found = [Mark(span=part.span, css=part.kind.value, rank=-1) for part in analysis.story.parts]
    for at, entry in enumerate(shown, 1):
        found += _statement(entry, story, at)
    for at, entity in enumerate(analysis.entities, 1):
        name = mention(story, at)
        found += [
            Mark(span=one.span, css=f"m e{at}", rank=_INNERMOST, name=name, tapped=True) for one in entity.mentions
        ]
    found += [timed(time, analysis.story.text) for time in analysis.times]
    return found


def _statement(entry: Entry, story: int, at: int) -> Iterator[Mark]:
    statement = entry.statement
    roles = (("content", statement.content), ("source", statement.source), ("cue", statement.cue))
    for place, (role, pieces) in enumerate(roles):
        link = line(story, at) if role == "cue" else None
        rank = 3 * entry.depth + place
        for span in pieces:
            yield Mark(span=span, css=f"{role} s{at}", rank=rank, name=words(story, at), link=link)


def timed(time: Time, text: str) -> Mark:
    """A time; its reading only where it says more than the words."""
    reading = phrased(time.value, time.type, spelled=True)
    said = visible(time.span.of(text)).casefold()
    return Mark(
        span=time.span,
        css="t",
        rank=_INNERMOST,
        reading=reading if reading.casefold() not in said else None,
        moment=datetime(time.value, time.type),
        tapped=True,
    )
