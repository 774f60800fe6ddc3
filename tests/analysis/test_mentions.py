from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.encode import words_of
from onrecord.analysis.mentions import (
    EXTENTS,
    KINDS,
    MENTION_TAGS,
    completed,
    echoes,
    heads_of,
    part_numbers,
    placed,
    trimmed,
)
from onrecord.analysis.types import EntityKind, Form
from onrecord.story.types import Part, PartKind, Span
from tests.analysis.marked import Marked


def scores(tags: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    table = np.full((len(tags), len(MENTION_TAGS)), 0.01, dtype=np.float32)
    for row, tag in enumerate(tags):
        table[row, MENTION_TAGS.index(tag)] = 0.9
    return table


def kinds(count: int, kind: EntityKind) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    table = np.zeros((count, len(KINDS)), dtype=np.float32)
    table[:, KINDS.index(kind)] = 1.0
    return table


BODY = np.full(7, -1)
"""Seven words that stand in no part of their own."""


def test_names_descriptions_and_pronouns_are_told_apart() -> None:
    # The Harbour Minister Piet Vale saw him
    tags = ["O", "O", "B-description", "B-name", "I-name", "O", "B-pronoun"]
    extents = np.array([0, 0, 2, 0, 3, 0, 0])
    heads = heads_of(scores(tags), kinds(7, EntityKind.PERSON), extents, BODY, first_word=100)
    assert [(h.begin, h.first, h.last, h.form) for h in heads] == [
        (100, 102, 102, Form.DESCRIPTION),
        (103, 103, 104, Form.NAME),
        (106, 106, 106, Form.PRONOUN),
    ]
    assert {h.kind for h in heads} == {EntityKind.PERSON}


def test_two_names_side_by_side_stay_two() -> None:
    heads = heads_of(
        scores(["B-name", "B-name", "I-name"]), kinds(3, EntityKind.PLACE), np.zeros(3, np.int64), BODY[:3]
    )
    assert [(h.first, h.last) for h in heads] == [(0, 0), (1, 2)]


@given(st.lists(st.sampled_from(MENTION_TAGS), max_size=12), st.integers(0, EXTENTS - 1))
def test_heads_are_in_order_and_do_not_overlap(tags: list[str], back: int) -> None:
    found = heads_of(
        scores(tags), kinds(len(tags), EntityKind.GROUP), np.full(len(tags), back), np.full(len(tags), -1)
    )
    covered = [n for head in found for n in range(head.first, head.last + 1)]
    assert covered == sorted(set(covered)) == [n for n, tag in enumerate(tags) if tag != "O"]
    assert all(0 <= head.begin <= head.first <= head.last for head in found)


def test_a_byline_and_the_dateline_below_it_are_two_names_and_the_second_no_person() -> None:
    text = "By Joss Peregrin\nOSTRAVIA - It rained."
    words = words_of(text)
    parts = (
        Part(kind=PartKind.BYLINE, span=Span(start=0, end=16)),
        Part(kind=PartKind.DATELINE, span=Span(start=17, end=27)),
    )
    within = part_numbers(words, parts)
    assert within.tolist() == [0, 0, 0, 1, 1, -1, -1, -1]
    tags = ["O", "B-name", "I-name", "I-name", *["O"] * 4]
    found = heads_of(scores(tags), kinds(8, EntityKind.PERSON), np.zeros(8, np.int64), within)
    named = [placed(head, within, parts) for head in found]
    assert [(head.span(words).of(text), head.kind) for head in named] == [
        ("Joss Peregrin", EntityKind.PERSON),
        ("OSTRAVIA", EntityKind.PLACE),
    ]


def test_a_name_begins_with_the_capitalised_words_before_it() -> None:
    story = Marked(
        "It was the Civil Defense [n1:Authority], on Monday [n2:Ann Lee], not [n3:Bob] [n4:Roe]. Then [n5:Vale]."
    )
    found = completed(story.heads, story.text, story.words, np.full(len(story.words), -1), 0)
    assert [head.span(story.words).of(story.text) for head in found] == [
        "Civil Defense Authority",
        "Ann Lee",
        "Bob",
        "Roe",
        "Vale",
    ]
    found = completed(story.heads, story.text, story.words, np.full(len(story.words), -1), 4)
    assert found[0].span(story.words).of(story.text) == "Defense Authority"


def test_what_has_no_capital_is_no_name() -> None:
    story = Marked("The state-[n1:run] press")
    kept = trimmed(story.heads[0], story.text, story.words)
    assert kept is not None and kept.form is Form.DESCRIPTION


def test_a_name_found_once_is_found_everywhere() -> None:
    story = Marked("[n1:Piet Vale] came. Vale and Piet Vale left, and so did [n2:Vale] with Ann Valens.")
    found = echoes(story.heads, story.text, story.words)
    assert [(head.span(story.words).of(story.text), twin) for head, twin in found] == [
        ("Vale", 1),
        ("Piet Vale", 0),
    ]


def test_titles_ends_and_possessives_are_trimmed() -> None:
    story = Marked("The [n1:of Halden and] saw [n2:The Hague] and Lee'[n3:s] and [n4:of].")
    kept = [trimmed(head, story.text, story.words) for head in story.heads]
    assert [head and head.span(story.words).of(story.text) for head in kept] == ["Halden", "Hague", None, None]


def test_a_possessor_is_cut_off_a_name_and_a_description() -> None:
    story = Marked("[n1:Krey's] lawyer met Lee'[d2:s wife] and [n3:J].")
    kept = [trimmed(head, story.text, story.words) for head in story.heads]
    assert [head and head.span(story.words).of(story.text) for head in kept] == ["Krey", "wife", None]
