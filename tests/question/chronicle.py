"""Marked text -> an Analysis by hand, for tests of what was said and what happened on which day."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from onrecord.analysis.types import (
    Analysis,
    Entity,
    EntityKind,
    Form,
    Kind,
    Mention,
    Said,
    Statement,
    Time,
    TimeType,
)
from onrecord.story.types import Part, PartKind, Span, Story
from tests.cli.analyses import ENGINE

_MARK = re.compile(r"\[(\w+):([\w-]+)\||\]")


def marked(text: str, published: date | None, *, publisher: str = "NWA", source: str = "wire") -> Analysis:
    """A story out of a text whose marks are taken out; they nest.

    [day:2025-03-03|on Monday] is a time, [who:e0|the company] a mention of e0, whose first one is its name,
    [dateline:0|HALDEN -] a part; [source:s0|…], [cue:s0|…] and [content:s0|…] make the statement s0, and a time in
    its source or cue, or right behind the mark [said:s0|…], says when it was made.
    """
    plain, at = "", 0
    opened: list[tuple[str, str, int]] = []
    spans: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in _MARK.finditer(text):
        plain += text[at : found.start()]
        at = found.end()
        if found[1]:
            opened.append((found[1], found[2], len(plain)))
        else:
            kind, name, start = opened.pop()
            spans[kind][name].append(Span(start=start, end=len(plain)))
    plain += text[at:]
    times = sorted((span, value) for value, places in spans["day"].items() for span in places)
    found_times = tuple(
        Time(id=f"t{number}", span=span, type=TimeType.DATE, value=value)
        for number, (span, value) in enumerate(times)
    )
    entities = tuple(
        Entity(
            id=name,
            kind=EntityKind.PERSON,
            name=places[0].of(plain),
            role=None,
            mentions=tuple(Mention(span=span, form=Form.NAME) for span in places),
        )
        for name, places in spans["who"].items()
    )

    def said(name: str) -> Said | None:
        for span in spans["said"][name]:
            for time in found_times:
                if span.start <= time.span.start and time.span.end <= span.end:
                    return Said(value=time.value, time=time.id)
        return Said(value=published.isoformat(), time=None) if published else None

    def speaker(name: str) -> str | None:
        spoken = spans["source"][name]
        return next((e.id for e in entities for m in e.mentions if m.span in spoken), None)

    return Analysis(
        story=Story(
            source=source,
            text=plain,
            published=published,
            publisher=publisher,
            parts=tuple(Part(kind=PartKind.DATELINE, span=span) for span in spans["dateline"]["0"]),
        ),
        statements=tuple(
            Statement(
                id=name,
                kind=Kind.INDIRECT,
                source=tuple(spans["source"][name]),
                cue=tuple(spans["cue"][name]),
                content=tuple(places),
                carried=None,
                inside=None,
                confidence=0.9,
                speaker=speaker(name),
                unresolved=None if speaker(name) else "nobody is named",
                said=said(name),
                about=tuple(
                    e.id
                    for e in entities
                    if any(c.start <= m.span.start and m.span.end <= c.end for c in places for m in e.mentions)
                ),
            )
            for name, places in spans["content"].items()
        ),
        engine=ENGINE,
        entities=entities,
        times=found_times,
    )


STRIKE = (
    "[dateline:0|PORT HALDEN -] Dockers of the [who:e0|Vale Company] walked out [day:2025-03-03|on Monday]. "
    "[source:s0|[who:e1|Ada Holm]] [said:s0|[cue:s0|said] [day:2025-03-04|on Tuesday]] [content:s0|that the port "
    "would stay open, as it did in the strike of [day:1962|1962]]. [who:e0|The company], founded in "
    "[day:1962|1962], hired forty dockers [day:2025-02|in February] and thirty more [day:2025-02|that month]. The "
    "first of the new cranes of the port was put up [day:2025-W09|last week] near the old customs house on the "
    "northern quay of the harbour."
)
CLEARED = " Police cleared the northern quay of the dockers who had camped there [day:2025-03-05|on Wednesday]."
BAKERY = (
    "[source:s0|[who:e0|Piet Vale]] [said:s0|[cue:s0|wrote] [day:2025-03|in March]] [content:s0|that the strike of "
    "the [who:e1|Halden Union] cost him his bakery]. [source:s1|[who:e0|He]] [said:s1|[cue:s1|told] neighbours "
    "[day:XXXX-WXX-1|on a Monday]] [content:s1|that he would bake again]."
)
UNDATED = "[source:s0|[who:e0|Ada Holm]] [cue:s0|said] [content:s0|a strike is never the end of a port]."


def archive() -> list[Analysis]:
    """A strike, the same a day later with a sentence more, a story known to the month, and one without a day."""
    return [
        marked(STRIKE, date(2025, 3, 5)),
        marked(STRIKE + CLEARED, date(2025, 3, 6)),
        marked(BAKERY, date(2025, 4, 9), publisher="Gazette"),
        marked(UNDATED, None),
    ]
