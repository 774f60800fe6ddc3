from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from onrecord.analysis.types import Act
from onrecord.errors import AnswerError, QuestionError
from onrecord.question.answering import answer
from onrecord.question.language import parse
from onrecord.question.paging import Cursor, CursorError
from onrecord.question.searching import DEEPEST, Search
from onrecord.record import Record
from tests.question.stories import archive, many


def sources(record: Record, question: str) -> list[int]:
    """The numbers of the stories found, in the order of the hits."""
    return [int(hit.source.removesuffix(".txt")) for hit in answer(record, parse(question)).hits]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", {1, 2, 3, 4, 5, 6}),
        ("tariffs", {1, 2, 4}),  # and the singular
        ("tariffs harbour", {1, 2}),
        ('"harbour tariffs"', {1}),
        ("tariff* -harbour", {4}),
        ("-tariffs", {3, 5, 6}),
        ("steel OR drawer", {3, 5}),
        ("(steel OR drawer) -empty", {5}),
        ("co-operate", {6}),
        ("empt*", {3}),
        ("speaker:obermann", {1, 6}),
        ("speaker:ober", set()),  # whole words
        ("speaker:jose", {3}),  # without accents
        ("speaker:vale,renwick", {2, 3}),
        ("-speaker:obermann", {2, 3, 4, 5}),  # also where nobody is known to speak
        ("about:vale", {1}),
        ("-about:vale", {2, 3, 4, 5, 6}),
        ('publisher:"halden gazette"', {3}),
        ("kind:direct,mixed", {2, 6}),
        ("source:named", {1, 2, 3, 6}),
        ("source:unnamed", {4}),
        ("source:none", {5}),
        ("speaker-kind:unnamed", {4}),
        ("said:2025-03", {1, 2}),
        ("said:2025-03-02..", {2, 3, 5, 6}),
        ("said:<2025", {4}),
        ("published:2025-01", {4}),
        ("-said:2025", {4}),
        ("confidence:>=0.95", set()),
        ("confidence:>=0.9", {1, 2, 3, 4, 5, 6}),
        ("tariffs speaker:vale kind:direct said:2025", {2}),
        ("nothing-of-the-kind", set()),
    ],
)
def test_a_question_finds_what_it_asks_for(asked: Record, question: str, found: set[int]) -> None:
    assert set(sources(asked, question)) == found
    assert answer(asked, parse(question)).total == len(found)


@pytest.mark.parametrize("question", ["-disputed:yes", 'tariffs meaning:"duties on trade"'])
def test_what_no_record_knows_is_refused_and_never_answered_by_everything(asked: Record, question: str) -> None:
    with pytest.raises(AnswerError, match="cannot be answered yet"):
        answer(asked, parse(question))


def test_a_speech_act_is_asked_for(record: Record) -> None:
    told = archive()[0]
    denied = replace(told, statements=tuple(replace(s, act=Act.DENY) for s in told.statements))
    record.add(denied)
    assert record.analysis(denied.story.id) == denied
    assert answer(record, parse("act:deny,accuse")).total == len(denied.statements)
    assert answer(record, parse("act:assert")).total == 0


def test_hits_are_ordered_by_time_or_relevance(asked: Record) -> None:
    assert sources(asked, "") == [5, 6, 3, 2, 1, 4]
    assert sources(asked, "sort:oldest") == [4, 1, 2, 3, 6, 5]
    assert sources(asked, "tariffs sort:newest") == [2, 1, 4]
    scores = [hit.score for hit in answer(asked, parse("tariffs OR harbour")).hits]
    assert all(score is not None for score in scores)
    assert scores == sorted(scores, key=lambda score: -(score or 0))


def test_a_hit_has_its_words_in_context_and_a_permalink(asked: Record) -> None:
    [hit] = answer(asked, parse("drawer")).hits
    stored = asked.analysis(hit.story)
    assert stored is not None
    passage = hit.passage
    assert stored.story.text[passage.start : passage.start + len(passage.text)] == passage.text
    assert [span.of(stored.story.text) for span in passage.content] == ["the drawer was empty"]
    assert passage.start <= passage.source[0].start and passage.content[0].end <= passage.start + len(passage.text)
    assert (hit.speaker, hit.publisher, hit.said) == ("José Renwick", "Halden Gazette", "2025-04-01")
    assert hit.permalink == f"{stored.story.id}/s0"


def test_facets_count_what_was_found(asked: Record) -> None:
    facets = {
        facet.name: {b.value: b.count for b in facet.buckets}
        for facet in answer(asked, parse("tariffs"), facets=True).facets
    }
    assert facets["speaker"] == {"Ilse Obermann": 1, "Piet Vale": 1, "a senior official": 1}
    assert facets["kind"] == {"indirect": 2, "direct": 1}
    assert facets["year"] == {"2025": 2, "2024": 1}
    assert facets["publisher"] == {"NWA": 3}


@pytest.mark.parametrize("question", ["bridge", "sort:newest", "bridge sort:oldest", "bridge OR old"])
def test_pages_neither_skip_nor_repeat_while_stories_arrive(record: Record, question: str) -> None:
    stories = many(60)
    order = random.Random(3)
    order.shuffle(stories)
    for analysis in stories[:40]:
        record.add(analysis)
    there = {analysis.story.id for analysis in stories[:40]}
    arriving = iter(stories[40:])
    shown: list[str] = []
    page = answer(record, parse(question), limit=7)
    assert page.total == 40
    while True:
        shown += [hit.story for hit in page.hits]
        if page.more is None:
            break
        for _ in range(3):
            record.add(next(arriving))
        page = answer(record, parse(question), cursor=page.more, limit=7)
    assert sorted(shown) == sorted(there)


def test_a_cursor_that_no_answer_gave_is_refused(asked: Record) -> None:
    for text in ("x", "!!!", "AAAA", Cursor(newest=1).write()[:-3]):
        with pytest.raises(CursorError):
            answer(asked, parse(""), cursor=text)


def test_cursors_stay_short() -> None:
    seen = tuple(random.Random(1).sample(range(1, 1_000_000), DEEPEST))
    cursor = Cursor(newest=1_000_000, seen=tuple(sorted(seen)))
    assert Cursor.read(cursor.write()) == cursor
    assert len(cursor.write()) < 8000


@pytest.mark.parametrize(
    "question", ["'", '"; DROP TABLE stories"', "a*", "NEAR", "content", "speaker:%", "speaker:_", '"*"']
)
def test_nothing_in_a_question_reaches_the_database_as_its_language(asked: Record, question: str) -> None:
    with suppress(QuestionError):
        assert answer(asked, parse(question)).total == 0
    assert asked.counts().stories == 6


def test_a_search_for_words_begins_with_the_index_of_words(tmp_path: Path) -> None:
    """Not with one that most statements meet: over many statements that takes minutes."""
    with Record(str(tmp_path / "record.db"), create=True) as record, record.reading() as connection:
        search = Search.of(parse("tariffs"), connection)
        asked = search.narrowed(select(func.count())).compile(connection, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
    assert "statement_words VIRTUAL TABLE" in plan[0], plan
