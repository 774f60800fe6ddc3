from __future__ import annotations

import random

from onrecord.analysis.types import Form
from onrecord.evaluation.gum import GumDocument, GumMention
from onrecord.story.types import Span
from training.renaming import Names, names_in, renamed

TEXT = "Robert Vale met Mary. Mr. Vale thanked the Bank of Halden, Mary says."


def document() -> GumDocument:
    words, at = [], 0
    for word in TEXT.replace(".", " .").replace(",", " ,").split():
        start = TEXT.index(word, at)
        words.append(Span(start=start, end=start + len(word)))
        at = start + len(word)

    def mention(entity: str, own: str, kind: str = "person", after: int = 0) -> GumMention:
        start = TEXT.index(own, after)
        spans = tuple(w for w in words if start <= w.start and w.end <= start + len(own))
        return GumMention(entity=entity, type=kind, link="coref", form=Form.NAME, words=spans, head=spans)

    return GumDocument(
        name="own",
        genre="news",
        text=TEXT,
        published=None,
        words=tuple(words),
        mentions=(
            mention("1", "Robert Vale"),
            mention("2", "Mary"),
            mention("1", "Vale", after=20),
            mention("3", "Bank of Halden", "organization"),
            mention("2", "Mary", after=30),
        ),
    )


def test_people_get_other_names_everywhere_and_spans_follow() -> None:
    names = Names(male=("Peter",), female=("Elizabeth",), surnames=("Whitlam",))
    made = renamed(document(), names, random.Random(1))
    assert made.text == "Peter Whitlam met Elizabeth. Mr. Whitlam thanked the Bank of Halden, Elizabeth says."
    assert [mention.span.of(made.text) for mention in made.mentions] == [
        "Peter Whitlam",
        "Elizabeth",
        "Whitlam",
        "Bank of Halden",
        "Elizabeth",
    ]
    assert [word.of(made.text) for word in made.words][:5] == ["Peter", "Whitlam", "met", "Elizabeth", "."]


def test_names_to_draw_are_those_of_people() -> None:
    assert names_in([document()]) == Names(male=("Robert",), female=("Mary",), surnames=("Vale",))
