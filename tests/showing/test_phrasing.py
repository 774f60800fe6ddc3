from __future__ import annotations

from collections import Counter

from hypothesis import given

from onrecord.analysis.types import Analysis
from onrecord.showing.phrasing import entries, head
from tests.cli.analyses import analyses, analysis, entity, example, resolved, statement


def test_each_statement_comes_once_with_its_words() -> None:
    shown = [(e.depth, e.who, e.cue, e.what, e.continues) for e in entries(example())]
    obermann = "Harbour leader Ilse Obermann"
    assert shown == [
        (0, "Renwick", "denied", 'hiding the report … "a fairy tale"', False),
        (0, obermann, "said", '"He locked it in a drawer,"', False),
        (0, obermann, "", '"He is still skiing."', True),
        (0, "Obermann", "said", "a clerk had told her that the drawer was empty", False),
        (1, "a clerk", "had told", "that the drawer was empty", False),
    ]


def test_speakers_are_called_by_name_and_introduced_once() -> None:
    assert [(e.who, e.role, e.reason, e.when) for e in entries(resolved())] == [
        ("Renwick", "Minister", "", "2025-03-09"),
        ("Ilse Obermann", "Harbour leader", "", "2025-03-09"),
        ("Ilse Obermann", "", "", ""),
        ("Ilse Obermann", "", "", "week of 3 Mar 2025"),
        ("a clerk", "", "two clerks fit", "a Friday"),
    ]


def test_a_speaker_that_is_no_entity_is_left_open() -> None:
    found = analysis(
        statement("a", source="Renwick", content=("Sunday",), speaker="e7"),
        statement("b", content=("report",), unresolved="the story names\nno source"),
        entities=(entity("e0", "Renwick", ("Renwick", 0)),),
    )
    assert [(e.speaker, e.who, e.reason) for e in entries(found)] == [
        (None, "Renwick", ""),
        (None, "", "the story names no source"),
    ]


@given(analyses())
def test_no_statement_is_lost_or_doubled_whatever_refers_to_what(found: Analysis) -> None:
    shown = list(entries(found))
    assert Counter(e.statement.id for e in shown) == Counter(s.id for s in found.statements)
    before = -1
    for entry in shown:
        assert 0 <= entry.depth <= before + 1
        before = entry.depth


def test_what_stands_inside_comes_right_after_its_holder() -> None:
    found = analysis(
        statement("a", content=("Renwick",)),
        statement("b", content=("Sunday",)),
        statement("c", content=("report",), inside="a"),
        statement("d", content=("report",), inside="c"),
    )
    assert [(e.statement.id, e.depth) for e in entries(found)] == [("a", 0), ("c", 1), ("d", 2), ("b", 0)]


def test_a_source_is_carried_over_several_statements() -> None:
    found = analysis(
        statement("a", source="Renwick", content=("Sunday",)),
        statement("b", content=("report",), carried="a"),
        statement("c", content=("drawer",), carried="b"),
        statement("d", content=("drawer",), carried="gone"),
        statement("e", content=("drawer",)),
    )
    assert [(e.who, e.continues) for e in entries(found)] == [
        ("Renwick", False),
        ("Renwick", True),
        ("Renwick", True),
        ("", True),
        ("", False),
    ]


def test_the_head_says_what_is_known() -> None:
    assert head(example()) == (
        "OSTRAVIA",
        "9 March 2025",
        "by Marta Lindqvale",
        "credits: Cora Whitlam",
        "5 statements",
        "pension.txt",
    )
    assert head(analysis(statement("a", content=("Sunday",)))) == ("1 statement",)
