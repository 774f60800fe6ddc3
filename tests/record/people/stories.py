"""Stories by hand with people in them: "Mayor Ann Lee said that ...", each person with a name and a role."""

from __future__ import annotations

from datetime import date

from onrecord.analysis.types import (
    Analysis,
    EngineVersion,
    Entity,
    EntityKind,
    Form,
    Kind,
    Mention,
    Said,
    Statement,
)
from onrecord.story.types import Span, Story
from tests.cli.analyses import ENGINE


def told(
    number: int,
    *speakers: tuple[str, str],
    roles: dict[str, str] | None = None,
    kind: EntityKind = EntityKind.PERSON,
    published: date | None = None,
    engine: EngineVersion = ENGINE,
) -> Analysis:
    """A story in which each of the speakers says something."""
    text = f"OSTRAVIA, No. {number}\n"
    entities: dict[str, list[Mention]] = {}
    statements = []
    for at, (name, content) in enumerate(speakers):
        begin = len(text)
        text += f"{name} said {content}.\n"
        source = Span(start=begin, end=begin + len(name))
        cue = Span(start=source.end + 1, end=source.end + 5)
        entities.setdefault(name, []).append(Mention(span=source, form=Form.NAME))
        day = published or date(2025, 3, number)
        statements.append(
            Statement(
                id=f"s{at}",
                kind=Kind.INDIRECT,
                source=(source,),
                cue=(cue,),
                content=(Span(start=cue.end + 1, end=len(text) - 2),),
                carried=None,
                inside=None,
                confidence=0.9,
                speaker=f"e{list(entities).index(name)}",
                said=Said(value=day.isoformat(), time=None),
            )
        )
    return Analysis(
        story=Story(
            source=f"{number}.txt", text=text, published=published or date(2025, 3, number), publisher="NWA"
        ),
        statements=tuple(statements),
        engine=engine,
        entities=tuple(
            Entity(id=f"e{at}", kind=kind, name=name, role=(roles or {}).get(name), mentions=tuple(mentions))
            for at, (name, mentions) in enumerate(entities.items())
        ),
    )
