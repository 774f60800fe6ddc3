"""Composing a Story: a text and what its input says of it, with head, crossheads and credits found in the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.story.credits import find_credits
from onrecord.story.crossheads import crossheads
from onrecord.story.dateline import head
from onrecord.story.paragraphs import paragraphs
from onrecord.story.types import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What an input says of a story beside its text; it stands above what the text's own head says."""

    published: date | None = None
    headline: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    language: str = "en"


def compose(text: str, source: str, slip: Slip | None = None) -> Story:
    """Make a story of `text`, which stays as it is. Linear in its length."""
    given = slip or Slip()
    top = head(text, given.published, given.headline)
    spans = [span for span in paragraphs(text) if span.end > top.end]
    tail = find_credits(text, spans, top.end)
    close = tail.parts[0].span.start if tail.parts else len(text)
    body = [span for span in spans if span.end <= close]
    return Story(
        source=source,
        text=text,
        headline=given.headline or top.headline,
        place=top.place,
        published=given.published or top.day,
        byline=given.byline or top.byline,
        credits=tail.names,
        publisher=given.publisher,
        language=given.language,
        parts=(*top.parts, *crossheads(text, body), *tail.parts),
    )
