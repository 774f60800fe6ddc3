from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.analysis.types import EngineVersion, EntityKind
from onrecord.errors import RecordError
from onrecord.question import parse
from onrecord.question.answering import answer
from onrecord.question.answers import Passage
from onrecord.record.checking import problems
from onrecord.record.correcting import Who, add_statement, correct_speaker, log, merge, reject, split, undo
from onrecord.record.judgements.types import Words
from onrecord.record.store import Record
from onrecord.story.types import Span
from tests.record.people.stories import told
from tests.record.people.test_placing import persons
from tests.record.test_store import rows

FIRST = told(1, ("Ilse Obermann", "the port was closed"), ("Karel Renwick", "it was not"))
SECOND = told(2, ("Ilse Obermann", "the port was open"), ("I. Obermann", "she had said so"))
NEWER = EngineVersion(version="0", weights="newer")


@pytest.fixture
def filled(record: Record) -> Record:
    record.add(FIRST)
    record.add(SECOND)
    return record


def found(record: Record, text: str) -> list[str]:
    return sorted(f"{hit.speaker}: {_said(hit.passage)}" for hit in answer(record, parse(text)).hits)


def _said(passage: Passage) -> str:
    first, last = passage.content[0].start - passage.start, passage.content[-1].end - passage.start
    return passage.text[first:last]


def judged_only(record: Record) -> dict[str, list[str]]:
    return {name: found for name, found in rows(record).items() if name != "judgements"}


def test_merging_finds_one_under_both_names_and_is_undone(filled: Record) -> None:
    before = judged_only(filled)
    people = persons(filled)
    one, other = people["1.txt Karel Renwick"], people["2.txt I. Obermann"]
    assert one and other and one != other
    made = merge(filled, one, other, by="ada")
    assert persons(filled)["2.txt I. Obermann"] == persons(filled)["1.txt Karel Renwick"]
    assert found(filled, "speaker:Renwick") == ["I. Obermann: she had said so", "Karel Renwick: it was not"]
    assert found(filled, f"speaker:P{other}") == found(filled, f"speaker:P{one}")
    with pytest.raises(RecordError, match="same already"):
        merge(filled, one, other, by="ada")
    undo(filled, made.number, by="bob")
    assert judged_only(filled) == before
    assert [(j.by, j.verb.value, j.undone) for j in log(filled)] == [("ada", "same", 2), ("bob", "undo", None)]
    assert list(problems(filled)) == []


def test_merges_chain_and_come_apart_in_any_order(filled: Record) -> None:
    filled.add(told(3, ("Vera Lind", "all of it was true")))
    a, b, c = sorted({number for number in persons(filled).values() if number})[:3]
    first, second = merge(filled, b, c, by="ada"), merge(filled, a, c, by="ada")
    assert len(set(persons(filled).values()) & {a, b, c}) == 1
    undo(filled, first.number, by="ada")
    left = set(persons(filled).values())
    assert b in left and (a in left) and c not in left
    undo(filled, second.number, by="ada")
    assert {a, b, c} <= set(persons(filled).values())


def test_a_merge_outlives_newer_weights_and_removal(filled: Record) -> None:
    people = persons(filled)
    one, other = people["1.txt Karel Renwick"], people["2.txt Ilse Obermann"]
    assert one and other
    merge(filled, one, other, by="ada")
    filled.add(replace(SECOND, engine=NEWER))
    assert persons(filled)["2.txt Ilse Obermann"] == persons(filled)["1.txt Karel Renwick"]
    for story in (FIRST, SECOND):
        filled.remove(story.story.id)
    filled.add(SECOND)
    filled.add(FIRST)
    assert persons(filled)["2.txt Ilse Obermann"] == persons(filled)["1.txt Karel Renwick"] == min(one, other)


def test_splitting_makes_somebody_new_for_good(filled: Record) -> None:
    person = persons(filled)["2.txt Ilse Obermann"]
    assert person
    [made] = split(filled, person, [(SECOND.story.id, "e0")], by="ada", note="her cousin")
    apart = persons(filled)
    assert apart["1.txt Ilse Obermann"] == person != apart["2.txt Ilse Obermann"]
    filled.add(replace(SECOND, engine=NEWER))
    assert persons(filled) == apart
    filled.remove(SECOND.story.id)
    filled.add(SECOND)
    assert persons(filled)["2.txt Ilse Obermann"] == apart["2.txt Ilse Obermann"]
    undo(filled, made.number, by="ada")
    assert persons(filled)["2.txt Ilse Obermann"] == person
    with pytest.raises(RecordError, match="not taken for person"):
        split(filled, person, [(FIRST.story.id, "e1")], by="ada")


def test_a_speaker_is_put_right_and_back(filled: Record) -> None:
    before = judged_only(filled)
    made = correct_speaker(filled, FIRST.story.id, "s1", Who(entity="e0"), by="ada")
    assert found(filled, "speaker:Ilse published:2025-03-01") == [
        "Ilse Obermann: it was not",
        "Ilse Obermann: the port was closed",
    ]
    assert found(filled, "speaker:Renwick") == []
    again = correct_speaker(filled, FIRST.story.id, "s1", Who(), by="bob")
    assert found(filled, "source:none") == ["None: it was not"]
    undo(filled, again.number, by="bob")
    assert len(found(filled, "speaker:Ilse published:2025-03-01")) == 2
    undo(filled, made.number, by="ada")
    assert judged_only(filled) == before


def test_a_speaker_whom_the_story_does_not_name_is_found_elsewhere(filled: Record) -> None:
    correct_speaker(filled, FIRST.story.id, "s1", Who(name="I. Obermann"), by="ada")
    [statement] = [s for s in filled.analysis(FIRST.story.id).statements if s.id == "s1"]  # type: ignore[union-attr]
    assert statement.speaker == "h1"
    people = persons(filled)
    assert people["1.txt I. Obermann"] == people["2.txt I. Obermann"]
    correct_speaker(filled, FIRST.story.id, "s0", Who(name="the clerks", kind=EntityKind.UNNAMED), by="ada")
    assert found(filled, 'speaker:"the clerks"') == ["the clerks: the port was closed"]
    assert list(problems(filled)) == []


def test_what_is_rejected_is_found_no_more(filled: Record) -> None:
    made = reject(filled, FIRST.story.id, "s1", by="ada")
    assert found(filled, "speaker:Renwick") == []
    assert [s.id for s in filled.analysis(FIRST.story.id).statements] == ["s0"]  # type: ignore[union-attr]
    filled.add(replace(FIRST, engine=NEWER))
    assert found(filled, "speaker:Renwick") == []
    undo(filled, made.number, by="ada")
    assert found(filled, "speaker:Renwick") == ["Karel Renwick: it was not"]


def words(record: Record, story: str, content: str) -> Words:
    text = record.analysis(story).story.text  # type: ignore[union-attr]
    start = text.index(content)
    return Words(source=(), cue=(), content=(Span(start=start, end=start + len(content)),))


def test_a_missed_statement_is_added_and_outlives_newer_weights(filled: Record) -> None:
    story = FIRST.story.id
    made = add_statement(filled, story, words(filled, story, "No. 1"), Who(name="Ilse Obermann"), by="ada")
    assert [s.id for s in filled.analysis(story).statements] == ["h1", "s0", "s1"]  # type: ignore[union-attr]
    assert "Ilse Obermann: No. 1" in " ".join(found(filled, "speaker:Ilse"))
    filled.add(replace(FIRST, engine=NEWER))
    assert [s.id for s in filled.analysis(story).statements] == ["h1", "s0", "s1"]  # type: ignore[union-attr]
    assert list(problems(filled)) == []
    undo(filled, made.number, by="ada")
    assert [s.id for s in filled.analysis(story).statements] == ["s0", "s1"]  # type: ignore[union-attr]


def test_what_newer_weights_lose_but_somebody_vouched_for_stays(filled: Record) -> None:
    correct_speaker(filled, FIRST.story.id, "s1", Who(entity="e0"), by="ada")
    filled.add(replace(FIRST, engine=NEWER, statements=FIRST.statements[:1]))
    assert found(filled, "speaker:Ilse published:2025-03-01") == [
        "Ilse Obermann: it was not",
        "Ilse Obermann: the port was closed",
    ]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda r: correct_speaker(r, "0" * 16, "s0", Who(), by="a"), "no story 0000000000000000"),
        (lambda r: correct_speaker(r, FIRST.story.id, "s9", Who(), by="a"), "no statement s9"),
        (lambda r: correct_speaker(r, FIRST.story.id, "s0", Who(entity="e9"), by="a"), "no entity e9"),
        (lambda r: correct_speaker(r, FIRST.story.id, "s0", Who(person=99), by="a"), "no person 99"),
        (lambda r: undo(r, 7, by="a"), "no judgement 7"),
        (
            lambda r: add_statement(
                r, FIRST.story.id, Words(source=(), cue=(), content=(Span(start=0, end=9999),)), Who(), by="a"
            ),
            "0-9999 is no place",
        ),
    ],
)
def test_what_is_not_there_is_told_and_nothing_is_logged(filled: Record, wrong: object, said: str) -> None:
    before = rows(filled)
    with pytest.raises(RecordError, match=said):
        wrong(filled)  # type: ignore[operator]
    assert rows(filled) == before
