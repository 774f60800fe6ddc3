from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.analysis import Analysis, Engine, Kind
from onrecord.evaluation.attributions import score
from onrecord.evaluation.gold import GoldAttribution
from onrecord.story.types import Span, Story

STORY = """PORT HALDEN, March 3 (NWA) - Mayor Ada Holm said on Monday that the harbour would open again by June.

“We have waited long enough,” Holm told reporters outside the customs house. “The cranes are ready.

“And so are the people of this town, who have lost more than anybody in the capital will admit.”

Dockers' leader Piet Vale rejected the plan. He said the mayor had told him in January that no date was safe.

According to two officials, the ministry has not yet signed the contract.
"""


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(text) for span in spans)


@pytest.fixture(scope="module")
def analysis(engine: Engine) -> Analysis:
    return engine.analyse(Story(source="desk", text=STORY))


def said(analysis: Analysis, piece: str) -> tuple[str, str, Kind]:
    """Return (source, cue, kind) of the outer statement whose content holds `piece`."""
    for statement in analysis.statements:
        if statement.inside is None and piece in words(STORY, statement.content):
            return words(STORY, statement.source), words(STORY, statement.cue), statement.kind
    raise AssertionError(f"no statement has {piece!r}")


def test_it_finds_who_said_what(analysis: Analysis) -> None:
    assert said(analysis, "harbour would open again") == ("Mayor Ada Holm", "said", Kind.INDIRECT)
    assert said(analysis, "waited long enough") == ("Holm", "told", Kind.DIRECT)
    assert said(analysis, "not yet signed")[0] == "two officials"
    assert said(analysis, "no date was safe")[:2] == ("He", "said")


def test_a_quotation_that_goes_on_keeps_its_source(analysis: Analysis) -> None:
    further = next(s for s in analysis.statements if "so are the people" in words(STORY, s.content))
    if not further.cue:
        before = next(s for s in analysis.statements if s.id == further.carried)
        assert words(STORY, before.source) == "Holm"
    else:
        assert words(STORY, further.source) == "Holm"


def test_ids_are_unique_and_inside_points_at_a_holder(analysis: Analysis) -> None:
    by_id = {statement.id: statement for statement in analysis.statements}
    assert len(by_id) == len(analysis.statements)
    for statement in analysis.statements:
        if statement.inside is not None:
            outer = by_id[statement.inside].content
            assert all(any(o.start <= c.start and c.end <= o.end for o in outer) for c in statement.cue)


def test_the_same_story_gives_the_same_analysis_in_any_company(engine: Engine) -> None:
    stories = [Story(source=str(i), text=STORY.replace("June", f"June {i}")) for i in range(3)]
    alone = [engine.analyse(story) for story in stories]
    assert list(engine.analyse_many(stories)) == alone
    assert list(engine.analyse_many(reversed(stories))) == alone[::-1]


def test_processes_give_the_same_in_the_same_order(engine: Engine) -> None:
    stories = [Story(source=str(i), text=STORY[: 400 + 20 * i]) for i in range(20)]
    assert list(engine.analyse_many(stories, jobs=2)) == [engine.analyse(story) for story in stories]


def test_a_long_story_reads_like_its_parts(engine: Engine) -> None:
    """Where windows are cut must not matter: a long story's statements are those of its copies."""
    copies = 12
    body = STORY.partition(" - ")[2] + "\n"

    def moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
        return tuple(Span(start=span.start + by, end=span.end + by) for span in spans)

    alone = engine.analyse(Story(source="desk", text=body)).statements
    expected = [
        GoldAttribution(source=moved(s.source, by), cue=moved(s.cue, by), content=moved(s.content, by))
        for s in alone
        for by in range(0, copies * len(body), len(body))
    ]
    together = engine.analyse(Story(source="desk", text=body * copies)).statements
    assert score([(body * copies, expected, together)])["linked_soft"] >= 90


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            [
                "Holm",
                "said",
                "“",
                "”",
                '"',
                "that",
                "the",
                "plan",
                ",",
                ".",
                "\n\n",
                "‘",
                "’",
                "told",
                "he",
                "😀",
                "\u202e",
            ]
        ),
        max_size=80,
    ).map(" ".join)
)
def test_every_span_points_into_the_text(engine: Engine, text: str) -> None:
    analysis = engine.analyse(Story(source="fuzz", text=text))
    for statement in analysis.statements:
        assert statement.content
        for role in (statement.source, statement.cue, statement.content):
            for span in role:
                assert 0 <= span.start < span.end <= len(text)
                assert span.of(text).strip() == span.of(text) != ""
            assert all(a.end <= b.start for a, b in pairwise(role))


@pytest.mark.parametrize("text", ["", " \n\n ", "A" * 100_000, "😀" * 5_000, "\u202eשלום אמר השר", "a\x00b said c"])
def test_strange_stories_are_no_trouble(engine: Engine, text: str) -> None:
    assert isinstance(engine.analyse(Story(source="strange", text=text)).statements, tuple)
