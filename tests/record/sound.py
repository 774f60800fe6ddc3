"""Arbitrary analyses -> such as an engine makes: what refers to nothing is left out."""

from __future__ import annotations

from dataclasses import replace

from onrecord.analysis.types import Analysis, Said, Statement


def sound(found: Analysis) -> Analysis:
    """The same with references to its own entities and times only, and each thing once."""
    entities = tuple(
        replace(entity, mentions=tuple(dict.fromkeys(sorted(entity.mentions, key=lambda m: m.span))))
        for entity in {entity.id: entity for entity in found.entities}.values()
    )
    entities = tuple(
        replace(entity, mentions=tuple({m.span: m for m in entity.mentions}.values())) for entity in entities
    )
    times = tuple({time.id: time for time in found.times}.values())
    known, clock = {entity.id for entity in entities}, {time.id for time in times}

    def mended(statement: Statement) -> Statement:
        said = statement.said
        if said is not None and said.time not in clock:
            said = Said(value=said.value, time=None)
        return replace(
            statement,
            speaker=statement.speaker if statement.speaker in known else None,
            said=said,
            about=tuple(dict.fromkeys(e for e in statement.about if e in known)),
        )

    statements = tuple(mended(s) for s in {s.id: s for s in found.statements}.values())
    return replace(found, entities=entities, times=times, statements=statements)


def is_sound(found: Analysis) -> bool:
    """Whether a database keeps all its characters."""
    return not any(c == "\0" or "\ud800" <= c <= "\udfff" for c in repr_of(found))


def repr_of(found: Analysis) -> str:
    """All its words in one."""
    story = found.story
    words = [story.source, story.text, story.headline or "", story.place or "", story.publisher or ""]
    words += [*story.byline, *story.credits]
    words += [f"{e.id}{e.name or ''}{e.role or ''}" for e in found.entities]
    words += [f"{t.id}{t.value}" for t in found.times]
    words += [
        f"{s.id}{s.unresolved or ''}{s.carried}{s.inside}{s.said.value if s.said else ''}" for s in found.statements
    ]
    return "".join(words)
