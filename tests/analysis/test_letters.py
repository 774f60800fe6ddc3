from __future__ import annotations

import pytest

from onrecord.analysis.encode import quotation_numbers
from onrecord.analysis.letters import told
from tests.analysis.marked import Marked


def references(marked: str) -> list[tuple[str, str]]:
    """Each pronoun that is told, and the name it gets."""
    story = Marked(marked)
    found = told(story.text, story.words, story.heads, quotation_numbers(story.text, story.words))
    return [
        (
            story.heads[each.pronoun].span(story.words).of(story.text),
            story.heads[each.name].span(story.words).of(story.text),
        )
        for each in found
    ]


LETTER = """Dear Mrs. [n1:Obermann]:

[p2:I] thank [p1:you] for [p1:your] letter. "[p3:I] shall stay," says the mayor.

Yours sincerely,

[n2:Cora Whitlam]
"""


def test_who_signs_a_letter_is_its_i_and_who_is_greeted_its_you() -> None:
    assert references(LETTER) == [("I", "Cora Whitlam"), ("you", "Obermann"), ("your", "Obermann")]


def test_each_of_two_letters_has_its_own() -> None:
    marked = LETTER + "\nDear [n4:Cora],\n\n[p5:I] am glad.\n\nBest wishes,\n\n[n5:Ilse]\n"
    assert references(marked)[-1] == ("I", "Ilse")


def test_a_letter_without_greeting_is_told_by_its_closing() -> None:
    assert references("[p1:My] roof leaks.\n\nRegards,\n\n[n1:Piet Vale]\n") == [("My", "Piet Vale")]


def test_who_gives_a_name_is_the_i_of_that_paragraph() -> None:
    marked = "Good morning. [p1:My] name is [n1:Ann Lee]. [p1:I] speak for the port.\n\n[p2:I] thank [p1:you]."
    assert references(marked) == [("My", "Ann Lee"), ("I", "Ann Lee")]


@pytest.mark.parametrize(
    "marked",
    [
        "[p1:I] like letters.\n\n[n2:Ann Lee]\n",  # a crosshead is no signature
        "[p1:I] met Dear Leader [n2:Vale] in May. He was kind to [p3:you], they say.",
        'He said: "[p1:My] name is [n2:Ann Lee]".',  # who speaks in quotation marks is found otherwise
        "Dear [n2:Ann Lee] and [n3:Piet Vale],\n\n[p1:you] know it.",
    ],
)
def test_what_tells_nobody_is_left_alone(marked: str) -> None:
    assert references(marked) == []
