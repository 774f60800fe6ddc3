from __future__ import annotations

import pytest

from onrecord.analysis.entities import Cast
from onrecord.analysis.speakers import NO_SOURCE, NOT_LINKED, OWN_VOICE, speakers_of
from onrecord.analysis.types import Entity, EntityKind
from onrecord.story.paragraphs import paragraphs
from onrecord.story.sentences import sentence_starts
from tests.analysis.marked import Marked, link


def resolved(marked: str) -> list[tuple[Entity | None, str | None]]:
    """The speaker of each attribution of a marked text, or why there is none."""
    story = Marked(marked)
    reading = story.reading()
    cast = Cast(story.text, reading, link)
    starts = sentence_starts(story.text, list(paragraphs(story.text)))
    speakers = speakers_of(story.text, reading, cast, starts)
    entities, ids = cast.entities(s.member for s in speakers if s.member is not None)
    by_id = {entity.id: entity for entity in entities}
    return [(None if s.member is None else by_id[ids[s.member]], s.unresolved) for s in speakers]


@pytest.mark.parametrize(
    ("marked", "kind", "name", "role"),
    [
        ("{s1:[n1:Ann Lee]} {u1:said} {c1:it would rain}.", "person", "Ann Lee", None),
        ("[n1:Ann Lee] left. {s1:[n1:Lee]} {u1:said} {c1:it would rain}.", "person", "Ann Lee", None),
        ("[n1:Ann Lee] left. {s1:[p1:She]} {u1:said} {c1:it would rain}.", "person", "Ann Lee", None),
        ("{s1:Harbour Secretary [n1:Ann Lee]} {u1:said} {c1:no}.", "person", "Ann Lee", "Harbour Secretary"),
        ("{s1:[n1:Ann Lee], a nurse at the port,} {u1:said} {c1:no}.", "person", "Ann Lee", "nurse at the port"),
        ("{s1:[d2:A spokesman] for the port, [n1:Piet Vale],} {u1:said} {c1:no}.", "person", "Piet Vale", None),
        ("{s1:[d1:The chairman], [n1:Piet Vale],} {u1:said} {c1:no}.", "person", "Piet Vale", "chairman"),
        ("{s1:Director of the [no2:Port Office] [n1:Piet Vale]} {u1:said} {c1:no}.", "person", "Piet Vale", None),
        ("{s1:[nl2:Halden]'s mayor [n1:Piet Vale]} {u1:said} {c1:no}.", "person", "Piet Vale", None),
        ("{s1:[n1:Vale]'s comment} {u1:was that} {c1:it would rain}.", "person", "Vale", None),
        ("{s1:[dg1:lawyers] and [dg2:relatives] of [dg3:the sailors]} {u1:say} {c1:no}.", "group", None, None),
        ("{s1:[n1:Ann Lee] and [n2:Piet Vale]} {u1:say} {c1:no}.", "group", "Ann Lee and Piet Vale", None),
        ("{s1:[dg2:Attorneys] for [no2:Vale Inc]} {u1:said} {c1:no}.", "group", "Attorneys for Vale Inc", None),
        ("{s1:[d1:A critic], the Rev. [n2:Piet Vale],} {u1:said} {c1:no}.", "person", "Piet Vale", None),
        ("{s1:[d1:A delegation], which came late,} {u1:said} {c1:no}.", "unnamed", "delegation", None),
        ("{s1:[d1:chairman] and [d1:president] [n1:Jack Vale]} {u1:said} {c1:no}.", "person", "Jack Vale", None),
        ("{s1:Lee and Co manager [n1:Jack Vale]} {u1:said} {c1:no}.", "person", "Jack Vale", None),
        ("{s1:[n1:Ann Lee] and the actor [n2:Piet Vale], both of Halden,} {u1:say} {c1:no}.", "group", None, None),
        ("{s1:[no1:WHO]} {u1:says} {c1:no}.", "organization", "WHO", None),
        ("{s1:[d1:a man] facing the [dg2:crowd]} {u1:said} {c1:no}.", "unnamed", "man facing the crowd", None),
        ("{s1:[dg1:Analysts] at [n2:Marlowe Fenn]} {u1:said} {c1:no}.", "group", "Analysts at Marlowe Fenn", None),
        ("{s1:[dg1:Rights groups]} {u1:say} {c1:no}.", "group", "Rights groups", None),
        ("{s1:[d1:A senior official]} {u1:said} {c1:no}.", "unnamed", "senior official", None),
        ("{s1:A leaked report} {u1:says} {c1:no}.", "document", "leaked report", None),
        (
            "{s1:The [no1:Port of Halden Authority]} {u1:said} {c1:no}.",
            "organization",
            "Port of Halden Authority",
            None,
        ),
        ("[n1:Lee] has a new report {s1:that} {u1:says} {c1:no}.", "document", "new report", None),
        ("[n1:Lee] left the [no2:Port Office], {s1:which} {u1:says} {c1:no}.", "organization", "Port Office", None),
        ("[n1:Ann Lee], {s1:who} {u1:said} {c1:no}, left.", "person", "Ann Lee", None),
    ],
)
def test_the_source_tells_the_speaker(marked: str, kind: str, name: str | None, role: str | None) -> None:
    [(entity, unresolved)] = resolved(marked)
    assert unresolved is None
    assert entity is not None
    assert entity.kind == kind
    if name is not None:
        assert entity.name == name
    if role is not None:
        assert entity.role == role


def test_i_in_a_statement_is_its_speaker() -> None:
    (outer, _), (inner, _) = resolved(
        "{s1:[n1:Ann Lee]} {u1:said}, {c1:“{s2:[p0:I]} {u2:think} {c2:[p0:my] dog} is ill.”}"
    )
    assert outer is not None
    assert outer == inner
    assert len(outer.mentions) == 3


def test_the_writers_own_voice_is_no_source() -> None:
    assert resolved("{s1:[p0:We]} {u1:think} {c1:it will rain}.") == [(None, OWN_VOICE)]


def test_nobody_is_guessed() -> None:
    assert resolved("{s1:[p0:He]} {u1:said} {c1:it would rain}.") == [(None, NOT_LINKED)]
    assert resolved("It {u1:was said} {c1:that it would rain}.") == [(None, NO_SOURCE)]


def test_an_unnamed_source_told_twice_is_one() -> None:
    (first, _), (second, _) = resolved(
        "{s1:A leaked report} {u1:says} {c1:no}. {s2:The leaked report} {u2:adds} {c2:never}."
    )
    assert first is not None
    assert first == second
    assert first.kind is EntityKind.DOCUMENT
