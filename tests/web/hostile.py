"""Stories that would do harm on a page: markup, direction overrides, very long lines, odd names."""

from __future__ import annotations

from datetime import date

from onrecord.analysis.types import Analysis, Entity, EntityKind, Form, Kind, Mention, Said, Statement
from onrecord.story.types import Span, Story
from tests.cli.analyses import ENGINE

MARKUP = """<script>alert(1)</script>"""
NAME = """"><img src=x onerror=alert(2)> O'Mally"""
OVERRIDE = "\u202egnorw \u2066si siht\u2069"
ENTITY = "&lt;b&gt; {{ 7*7 }} {% raw %} ${7*7}"
LONG = "lo" + "o" * 100_000 + "ng"


def hostile() -> list[Analysis]:
    """One story for each kind of harm, in words, names, roles, headline and publisher."""
    harms = (MARKUP, NAME, OVERRIDE, ENTITY, LONG, "</pre></textarea></style>]]>", "javascript:alert(3)")
    return [_story(number, harm) for number, harm in enumerate(harms)]


def _story(number: int, harm: str) -> Analysis:
    name = harm[:60].strip()
    text = f"{name} said {harm} is harmless, No. {number}.\n\nNothing else is written here."
    source = Span(start=0, end=len(name))
    cue = Span(start=len(name) + 1, end=len(name) + 5)
    content = Span(start=cue.end + 1, end=cue.end + 1 + len(harm) + len(" is harmless"))
    speaker = Entity(
        id="e0", kind=EntityKind.PERSON, name=name, role=harm[:60], mentions=(Mention(span=source, form=Form.NAME),)
    )
    statement = Statement(
        id="s0",
        kind=Kind.INDIRECT,
        source=(source,),
        cue=(cue,),
        content=(content,),
        carried=None,
        inside=None,
        confidence=0.9,
        speaker="e0",
        said=Said(value=f"2025-07-0{number + 1}", time=None),
        about=("e0",),
    )
    story = Story(
        source=f"javascript:alert(4)//{number}",
        text=text,
        headline=f"{harm[:300]} {number}",
        publisher=harm[:60],
        published=date(2025, 7, number + 1),
        language='en" onload="alert(5)',
    )
    return Analysis(story=story, statements=(statement,), engine=ENGINE, entities=(speaker,))
