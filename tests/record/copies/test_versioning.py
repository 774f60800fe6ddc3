from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from onrecord.analysis.types import Analysis, EngineVersion, Entity, EntityKind, Form, Kind, Mention, Statement
from onrecord.question.answering import answer
from onrecord.question.language import parse
from onrecord.record import Record
from onrecord.record.checking import problems
from onrecord.record.copies.changing import ChangeKind
from onrecord.record.copies.relating import CopyKind
from onrecord.record.schema import statements
from onrecord.story.types import Span, Story
from tests.cli.analyses import ENGINE

HEAD = "PORT HALDEN - Mayor Roderick Haas said the bridge over the Vale would open in June after years of repairs."
UNION = "The dockers' union said the steel of its northern pillar was too thin to carry the new cranes of the port."
COST = "An engineer of the council said the work had cost eleven million crowns, twice what was planned in spring."
LATER = "Later on Monday Haas said he had never promised a day, and that the council would meet again in autumn."


def version(*sentences: str, headline: str = "Bridge to open", day: int = 5) -> Analysis:
    """A story of these sentences; what stands behind "said" in each is a statement of what stands before it."""
    text = "\n\n".join(sentences)
    made, people = [], []
    for number, sentence in enumerate(sentences):
        begin = text.index(sentence)
        cue = text.index(" said ", begin) + 1
        end = begin + len(sentence) - 1
        source = Span(start=begin, end=cue - 1)
        mention = Mention(span=source, form=Form.NAME)
        name = source.of(text).removeprefix("PORT HALDEN - ").removeprefix("Later on Monday ")
        people.append(Entity(id=f"e{number}", kind=EntityKind.PERSON, name=name, role=None, mentions=(mention,)))
        made.append(
            Statement(
                id=f"s{number}",
                kind=Kind.INDIRECT,
                source=(source,),
                cue=(Span(start=cue, end=cue + 4),),
                content=(Span(start=cue + 5, end=end),),
                carried=None,
                inside=None,
                confidence=0.9,
                speaker=f"e{number}",
            )
        )
    story = Story(source="wire", text=text, headline=headline, published=date(2025, 5, day), publisher="NWA")
    return Analysis(story=story, statements=tuple(made), engine=ENGINE, entities=tuple(people))


FIRST = version(HEAD, UNION, COST)
AGAIN = version(HEAD, UNION, COST, headline="Haas: bridge opens in June")
UPDATED = version(HEAD, UNION, COST, LATER, headline="Haas takes back June", day=6)


def total(record: Record, question: str = "") -> int:
    return answer(record, parse(question)).total


def test_a_story_run_twice_is_one_with_versions(record: Record) -> None:
    for analysis in (FIRST, AGAIN, UPDATED):
        record.add(analysis)
    first, again, updated = record.versions(AGAIN.story.id)
    assert [v.analysis.story.id for v in (first, again, updated)] == [a.story.id for a in (FIRST, AGAIN, UPDATED)]
    assert (first.kind, again.kind, updated.kind) == (None, CopyKind.REHEADLINED, CopyKind.EXTENDED)
    assert [change.kind for change in updated.changes] == [ChangeKind.KEPT] * 3 + [ChangeKind.ADDED]
    assert record.counts().copies == 2
    assert record.versions("0" * 16) == ()


def test_what_a_later_version_repeats_counts_once(record: Record) -> None:
    for analysis in (FIRST, AGAIN, UPDATED):
        record.add(analysis)
    assert total(record) == 4
    assert total(record, "cranes") == 1
    assert total(record, f"story:{AGAIN.story.id}") == 3  # all of a story that is asked for


def test_another_story_is_no_copy(record: Record) -> None:
    record.add(FIRST)
    record.add(version("HALDEN - The zoo said its last bear had died in its sleep at the age of thirty-one years."))
    assert record.counts().copies == 0 and total(record) == 4


def test_reading_an_origin_anew_keeps_its_versions(record: Record) -> None:
    for analysis in (FIRST, AGAIN, UPDATED):
        record.add(analysis)
    before = record.versions(FIRST.story.id)
    record.add(replace(FIRST, engine=EngineVersion(version="0", weights="newer")))
    after = record.versions(FIRST.story.id)
    assert [(v.kind, v.kept, v.known) for v in after] == [(v.kind, v.kept, v.known) for v in before]
    assert total(record) == 4


@pytest.mark.parametrize("anew", [FIRST, UPDATED])
def test_what_a_third_version_repeats_of_a_second_counts_once_whatever_is_read_anew(
    record: Record, anew: Analysis
) -> None:
    last = version(HEAD, UNION, COST, LATER, headline="Haas on the bridge", day=7)
    for analysis in (FIRST, UPDATED, last):
        record.add(analysis)
    assert total(record) == 4
    record.add(replace(anew, engine=EngineVersion(version="0", weights="newer")))
    assert total(record) == 4
    record.remove(UPDATED.story.id)
    assert total(record) == 4  # the last sentence is now that of the third version


def test_without_its_origin_the_next_version_is_the_origin(record: Record) -> None:
    for analysis in (FIRST, AGAIN, UPDATED):
        record.add(analysis)
    record.remove(FIRST.story.id)
    again, updated = record.versions(UPDATED.story.id)
    assert (again.kind, updated.kind) == (None, CopyKind.EXTENDED)
    assert total(record) == 4
    with record.reading() as connection:
        copied = (
            connection.execute(select(statements.c.id).where(statements.c.copy_of.is_not(None))).scalars().all()
        )
    assert sorted(copied) == ["s0", "s1", "s2"]
    assert list(problems(record)) == []
