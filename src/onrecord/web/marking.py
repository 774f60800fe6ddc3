"""Analysis or hit -> HTML with its marks; a statement's words carry the colour of who speaks."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from onrecord.analysis.types import Analysis
from onrecord.question.answers import Passage
from onrecord.question.words import And, Not, Or, Phrase, Prefix, Word, Words
from onrecord.showing.marks import timed
from onrecord.showing.markup import Mark, marked
from onrecord.showing.phrasing import Entry
from onrecord.story import paragraphs
from onrecord.story.types import Span

HUES = 8
"""The colours of speakers; where a story has more, the last is that of all the others."""

_INNERMOST = sys.maxsize


def hues(shown: Sequence[Entry]) -> Mapping[str, int]:
    """The colour of each speaker of a story, from 1: who says most comes first."""
    spoken = Counter(entry.speaker.id for entry in shown if entry.speaker is not None)
    return {speaker: min(at, HUES) for at, (speaker, _) in enumerate(spoken.most_common(), 1)}


def story(analysis: Analysis, shown: Sequence[Entry]) -> list[Markup]:
    """The paragraphs of a story as HTML."""
    text = analysis.story.text
    return [Markup(words) for words in marked(text, list(paragraphs(text)), list(_marks(analysis, shown)))]


def _marks(analysis: Analysis, shown: Sequence[Entry]) -> Iterator[Mark]:
    colours = hues(shown)
    for part in analysis.story.parts:
        yield Mark(span=part.span, css=part.kind.value, rank=-1)
    for at, entry in enumerate(shown, 1):
        statement = entry.statement
        hue = f" v{colours[entry.speaker.id]}" if entry.speaker is not None else ""
        roles = (("content", statement.content), ("source", statement.source), ("cue", statement.cue))
        for place, (role, pieces) in enumerate(roles):
            link = f"l-{statement.id}" if role == "cue" else None
            css = f"{role} s{at}{hue}"
            for span in pieces:
                yield Mark(span=span, css=css, rank=3 * entry.depth + place, name=statement.id, link=link)
    for at, entity in enumerate(analysis.entities, 1):
        for mention in entity.mentions:
            yield Mark(span=mention.span, css=f"m e{at}", rank=_INNERMOST, name=entity.id, tapped=True)
    for time in analysis.times:
        yield timed(time, analysis.story.text)


def passage(passage: Passage, words: Words | None = None) -> Markup:
    """A statement's words in context as HTML, with the words that were looked for."""
    text = passage.text
    found = [
        Mark(span=Span(start=span.start - passage.start, end=span.end - passage.start), css=role, rank=rank)
        for rank, role in enumerate(("content", "source", "cue"))
        for span in getattr(passage, role)
    ]
    for sought in _sought(words):
        found += [
            Mark(span=Span(start=one.start(), end=one.end()), css="sought", rank=_INNERMOST)
            for one in sought.finditer(text)
        ]
    pieces = marked(text, list(paragraphs(text)) or [Span(start=0, end=len(text))], found)
    begun, ended = "" if passage.whole_start else "… ", "" if passage.whole_end else " …"
    return Markup(f"{begun}{' '.join(pieces)}{ended}")


def _sought(words: Words | None) -> Iterator[re.Pattern[str]]:
    """What finds the words in a text as an index would, near enough to point at them."""
    match words:
        case Word(text=text) | Phrase(text=text):
            singular = text[:-1] if text.endswith(("s", "S")) and len(text) > 3 else text
            yield _pattern(singular, r"(?:e?s)?(?!\w)")
        case Prefix(text=text):
            yield _pattern(text, r"\w*")
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _sought(part)
        case Not() | None:
            return


def _pattern(text: str, ending: str) -> re.Pattern[str]:
    """The words of a text, whatever stands between them."""
    inner = r"\W+".join(map(re.escape, re.findall(r"\w+", text)))
    return re.compile(rf"(?<!\w){inner}{ending}", re.IGNORECASE)
