from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="PyTorch is not installed: the network's tests are skipped")

from tokenizers import Tokenizer

from onrecord.analysis.encode import words_of
from onrecord.analysis.types import EntityKind, Form
from onrecord.analysis.weights import BUNDLED
from training.documents import marked_document
from training.marking import MarkError, read_folder, read_marked
from training.train import STORIES

MARKED = (
    "[n1:Mayor Ann Lee] saw [dg2:the old sailors] of the [no3:Bank of Halden]."
    " [p1:Her] [d4:wife] left [nl5:Halden]."
)


def test_marks_are_taken_out_and_point_at_their_words() -> None:
    story = read_marked("own", MARKED)
    assert story.text == "Mayor Ann Lee saw the old sailors of the Bank of Halden. Her wife left Halden."
    assert [(m.span.of(story.text), m.form, m.kind, m.entity) for m in story.mentions] == [
        ("Mayor Ann Lee", Form.NAME, EntityKind.PERSON, 1),
        ("the old sailors", Form.DESCRIPTION, EntityKind.GROUP, 2),
        ("Bank of Halden", Form.NAME, EntityKind.ORGANIZATION, 3),
        ("Her", Form.PRONOUN, EntityKind.PERSON, 1),
        ("wife", Form.DESCRIPTION, EntityKind.PERSON, 4),
        ("Halden", Form.NAME, EntityKind.PLACE, 5),
    ]


def test_a_description_begins_with_its_possessor_and_ends_with_its_head() -> None:
    story = read_marked("own", MARKED)
    words = words_of(story.text)
    document = marked_document(story, Tokenizer.from_file(str(BUNDLED / "tokenizer.json")))
    spans = [(head.span(words).of(story.text), head.head(words).of(story.text)) for head in document.heads]
    assert ("the old sailors", "sailors") in spans and ("Her wife", "wife") in spans
    assert document.entity[0] == document.entity[3]


@pytest.mark.parametrize(
    ("marked", "problem"),
    [
        ("[n1:Ann] met [x1:Bob].", "no mark"),
        ("[n1:Ann] met [no1:Ann].", "two kinds|organization and person"),
        ("[n1: Ann] came.", "space"),
        ("[n1:The Hague] slept.", "article"),
        ("[p1:he himself] came.", "pronoun"),
        ("Nobody came.", "no mark"),
    ],
)
def test_what_is_wrong_with_a_mark_is_said(marked: str, problem: str) -> None:
    with pytest.raises(MarkError, match=problem):
        read_marked("own", marked)


def test_every_story_of_the_project_can_be_read() -> None:
    stories = list(read_folder(STORIES))
    assert len(stories) > 100
    assert all(len(story.mentions) > 20 for story in stories)
