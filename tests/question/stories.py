"""Stories to ask about: a few people, what they said, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.analysis.types import Analysis, Entity, EntityKind, Form, Kind, Mention, Said, Statement
from onrecord.story.types import Span, Story
from tests.cli.analyses import ENGINE


def told(
    speaker: str | None,
    content: str,
    day: date,
    *,
    about: str | None = None,
    kind: Kind = Kind.INDIRECT,
    publisher: str | None = "NWA",
    entity_kind: EntityKind = EntityKind.PERSON,
    number: int = 0,
) -> Analysis:
    """A story of one statement: "<speaker> said <content>."."""
    source = speaker or "It was"
    text = f"OSTRAVIA - {source} said {content}. Nobody else spoke, and that was all of note {number}."

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start=start, end=start + len(words))

    entities = []
    if speaker:
        mention = Mention(span=span(speaker), form=Form.NAME)
        entities.append(Entity(id="e0", kind=entity_kind, name=speaker, role=None, mentions=(mention,)))
    if about:
        mention = Mention(span=span(about), form=Form.NAME)
        entities.append(Entity(id="e1", kind=EntityKind.ORGANIZATION, name=about, role=None, mentions=(mention,)))
    statement = Statement(
        id="s0",
        kind=kind,
        source=(span(source),) if speaker else (),
        cue=(span("said"),),
        content=(span(content),),
        carried=None,
        inside=None,
        confidence=0.9,
        speaker="e0" if speaker else None,
        unresolved=None if speaker else "nobody is named",
        said=Said(value=day.isoformat(), time=None),
        about=("e1",) if about else (),
    )
    story = Story(
        source=f"{number}.txt", text=text, published=day + timedelta(days=1), publisher=publisher, place="OSTRAVIA"
    )
    return Analysis(story=story, statements=(statement,), engine=ENGINE, entities=tuple(entities))


def archive() -> list[Analysis]:
    """Six stories."""
    return [
        told(
            "Ilse Obermann",
            "the harbour tariffs hurt the Vale Company",
            date(2025, 3, 1),
            about="Vale Company",
            number=1,
        ),
        told("Piet Vale", "tariffs are good for the harbour", date(2025, 3, 2), kind=Kind.DIRECT, number=2),
        told("José Renwick", "the drawer was empty", date(2025, 4, 1), publisher="Halden Gazette", number=3),
        told(
            "a senior official", "the tariff would go", date(2024, 12, 31), entity_kind=EntityKind.UNNAMED, number=4
        ),
        told(None, "steel will be dearer", date(2025, 5, 5), number=5),
        told("Ilse Obermann", 'he would "never co-operate" with them', date(2025, 4, 2), kind=Kind.MIXED, number=6),
    ]


def many(count: int, day: date = date(2025, 6, 1)) -> list[Analysis]:
    """Stories of one speaker, some on the same day."""
    return [
        replace(
            told(
                "Cora Whitlam", f"the bridge is {'very ' * (n % 4)}old", day + timedelta(days=n % 5), number=100 + n
            )
        )
        for n in range(count)
    ]
