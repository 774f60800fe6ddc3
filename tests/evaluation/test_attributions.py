from __future__ import annotations

import pytest

from onrecord.evaluation.attributions import align, role_words, score
from onrecord.evaluation.gold import GoldAttribution
from onrecord.story.types import Span

TEXT = "Ada Holm said the port was safe. Vale denied it, he told reporters."


def attribution(source: str, cue: str, content: str) -> GoldAttribution:
    def spans(words: str) -> tuple[Span, ...]:
        return (Span(start=TEXT.index(words), end=TEXT.index(words) + len(words)),) if words else ()

    return GoldAttribution(source=spans(source), cue=spans(cue), content=spans(content))


FIRST = attribution("Ada Holm", "said", "the port was safe")
SECOND = attribution("Vale", "denied", "it")


def test_gold_against_itself_is_perfect() -> None:
    assert set(score([(TEXT, [FIRST, SECOND], [SECOND, FIRST])]).values()) == {100.0}


def test_nothing_found_is_nothing() -> None:
    assert set(score([(TEXT, [FIRST], [])]).values()) == {0.0}


def test_a_short_content_costs_softly_and_strictly() -> None:
    found = attribution("Ada Holm", "said", "the port")
    result = score([(TEXT, [FIRST], [found])])
    assert result["source_exact"] == result["cue_exact"] == 100.0
    assert result["content_exact"] == result["linked_strict"] == 0.0
    assert result["content_token"] == pytest.approx(66.7)
    assert result["linked_soft"] == pytest.approx(88.9)


def test_a_wrong_link_costs_as_much_as_a_wrong_span() -> None:
    found = attribution("Vale", "said", "the port was safe")
    assert score([(TEXT, [FIRST], [found])])["linked_soft"] == pytest.approx(66.7)


def test_an_empty_source_is_right_where_gold_has_none() -> None:
    bare = attribution("", "said", "the port was safe")
    assert score([(TEXT, [bare], [bare])])["linked_strict"] == 100.0


def test_pairs_must_share_a_word_of_cue_or_content() -> None:
    apart = attribution("Ada Holm", "told", "reporters")
    assert align(role_words(TEXT, [FIRST]), role_words(TEXT, [apart])) == []
    assert align(role_words(TEXT, [FIRST, SECOND]), role_words(TEXT, [SECOND, FIRST])) == [(0, 1, 1.0), (1, 0, 1.0)]
