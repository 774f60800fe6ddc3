from __future__ import annotations

import pytest

from onrecord.analysis.encode import words_of
from onrecord.analysis.types import Form
from onrecord.evaluation.gum import GumMention
from onrecord.story.types import Span
from training.headwords import chosen, head_words, is_plural


def mention(text: str, own: str, head: str, kind: str = "person", form: Form = Form.NAME) -> GumMention:
    start = text.index(own)

    def spans(words: str) -> tuple[Span, ...]:
        found, at = [], start
        for word in words.split():
            at = text.index(word, at)
            found.append(Span(start=at, end=at + len(word)))
            at += len(word)
        return tuple(found)

    return GumMention(entity=own, type=kind, link="sgl", form=form, words=spans(own), head=spans(head))


def heads(text: str, *mentions: GumMention) -> list[tuple[str, Form]]:
    words = words_of(text)
    found = [head for m in mentions if (head := head_words(text, words, m)) is not None]
    return [(text[words.start[h.first] : words.end[h.last]], h.form) for h in chosen(found)]


def test_a_name_is_not_broken_by_the_place_in_it() -> None:
    text = "She left the University of Halden for the Halden Gazette ."
    assert heads(
        text,
        mention(text, "Halden", "Halden", "place"),
        mention(text, "the University of Halden", "University Halden", "organization"),
        mention(text, "the Halden Gazette", "Halden Gazette", "organization"),
    ) == [("University of Halden", Form.NAME), ("Halden Gazette", Form.NAME)]


@pytest.mark.parametrize(
    ("own", "head", "wanted"),
    [
        ("Ann Lee of the Harbour Party", "Ann Lee Harbour Party", ("Ann Lee", Form.NAME)),
        ("Secretary of State Ann Lee", "Secretary State Ann Lee", ("Secretary of State Ann Lee", Form.NAME)),
        ("Ann Lee , known as Nan", "Ann Lee Nan", ("Ann Lee", Form.NAME)),
        ("the citizens of Halden", "citizens Halden", ("citizens", Form.DESCRIPTION)),
    ],
)
def test_a_head_ends_where_the_name_does(own: str, head: str, wanted: tuple[str, Form]) -> None:
    text = f"They saw {own} ."
    assert heads(text, mention(text, own, head))[0] == wanted


def test_several_are_told_by_their_last_word() -> None:
    assert is_plural("sailors", Form.DESCRIPTION) and is_plural("They", Form.PRONOUN)
    assert not is_plural("boss", Form.DESCRIPTION) and not is_plural("she", Form.PRONOUN)
