from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.types import Time, TimeType
from onrecord.evaluation.times import MEASURES, Timed, align, score
from onrecord.story.types import Span


def time(start: int, end: int, value: str = "P1D", kind: TimeType = TimeType.DURATION) -> Time:
    return Time(id="", span=Span(start=start, end=end), type=kind, value=value)


def times(*, apart: bool = False) -> st.SearchStrategy[list[Time]]:
    """Any times of a story, or such as do not overlap."""
    if apart:
        cuts = st.sets(st.integers(0, 60), max_size=12).map(sorted)
        spans = cuts.map(lambda c: list(zip(c[::2], c[1::2], strict=False)))
    else:
        spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda p: (p[0], sum(p))), max_size=6)
    return spans.flatmap(
        lambda found: st.tuples(
            *(
                st.builds(time, st.just(a), st.just(b), st.sampled_from(["P1D", "P2D"]), st.sampled_from(TimeType))
                for a, b in found
            )
        ).map(list)
    )


def test_each_measure_asks_for_more() -> None:
    gold = [time(0, 6), time(10, 16), time(20, 26), time(30, 36)]
    found = [
        time(0, 6),
        time(12, 14),
        time(20, 26, kind=TimeType.DATE),
        time(30, 36, value="P2D"),
        time(40, 46),
    ]
    assert score([(gold, found)]) == {"strict": 66.7, "relaxed": 88.9, "type": 66.7, "value": 66.7}


def test_pairs_are_one_to_one_in_text_order() -> None:
    wide, left, right = time(0, 20), time(0, 5), time(10, 15)
    assert align([wide], [right, left]) == [(wide, left)]
    assert align([right, left], [wide]) == [(left, wide)]
    touching: list[Timed] = [time(5, 10)]
    assert align([left], touching) == []


def test_nothing_marked_and_nothing_found_is_right() -> None:
    assert score([([], [])]) == dict.fromkeys(MEASURES, 100.0)
    assert score([([], [time(0, 1)])]) == dict.fromkeys(MEASURES, 0.0)


@given(st.lists(times(apart=True)))
def test_gold_against_itself_is_perfect(stories: list[list[Time]]) -> None:
    assert score([(story, story) for story in stories]) == dict.fromkeys(MEASURES, 100.0)


@given(st.lists(st.tuples(times(), times())))
def test_measures_lie_between_none_and_all_and_relaxed_is_the_greatest(
    stories: list[tuple[list[Time], list[Time]]],
) -> None:
    result = score(stories)
    assert set(result) == set(MEASURES)
    assert all(0 <= value <= result["relaxed"] <= 100 for value in result.values())


@given(st.lists(st.tuples(times(apart=True), times(apart=True))))
def test_gold_and_found_may_be_exchanged(stories: list[tuple[list[Time], list[Time]]]) -> None:
    there = score(stories)
    back = score([(found, gold) for gold, found in stories])
    assert there["strict"] <= there["relaxed"] and there["relaxed"] == back["relaxed"]
