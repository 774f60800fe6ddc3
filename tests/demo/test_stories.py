from __future__ import annotations

import re

from onrecord.demo import STORIES
from onrecord.story import PartKind, Story, read_stories


def stories() -> list[Story]:
    return list(read_stories(STORIES))


def test_ten_stories_of_a_wire_storys_length() -> None:
    assert len(stories()) == 10
    assert all(250 <= len(story.text.split()) <= 500 for story in stories())
    assert len({story.id for story in stories()}) == 10


def test_each_has_a_place_and_most_have_a_day_a_byline_or_credits() -> None:
    assert all(story.place for story in stories())
    assert sum(story.published is not None for story in stories()) >= 6
    assert sum(bool(story.byline or story.credits) for story in stories()) >= 8


def test_they_show_what_wire_copy_does() -> None:
    texts = "\n\n".join(story.text for story in stories())
    kinds = {part.kind for story in stories() for part in story.parts}
    assert kinds == set(PartKind)
    for manner in (
        r"person familiar with",  # a source without a name
        r"had told (?:him|her|them)",  # what somebody was told
        r"rejects|denies|denied",
        r"“[^”]+\n\n“",  # a long quotation whose next paragraph opens it again
        r"‘[^’]+’”",  # single marks within double ones
        r"“[^”]+”",
        r'"[^"]+"',
        r"``[^']+''",
        r"on Monday|last week|last month",
    ):
        assert re.search(manner, texts), manner
