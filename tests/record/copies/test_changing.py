"""What became of each statement between two versions of a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.types import Analysis, EngineVersion, Entity, EntityKind, Kind, Statement
from onrecord.record.copies.changing import Change, ChangeKind, changes
from onrecord.story.types import Span, Story

ADDED, DROPPED, KEPT = ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.KEPT
REATTRIBUTED, REWORDED = ChangeKind.REATTRIBUTED, ChangeKind.REWORDED

Said = tuple[str | None, str, str]
"""Speaker, cue, content; a bar in the content is where it is broken into two pieces."""

DAM = ("Ilse Marten", "said", "the dam at Orsk would hold through the night")
SCHOOLS = ("Ilse Marten", "said", "schools in the valley would stay closed on Friday")
RIVER = ("Pavel Ord", "warned", "the river was rising by a hand every hour")


def version(*said: Said) -> Analysis:
    """An analysis of a story that is its statements, one a line."""
    text = ""
    statements: list[Statement] = []
    speakers: dict[str, Entity] = {}
    for speaker, cue, content in said:
        if speaker is not None:
            entity = Entity(id=f"e{len(speakers)}", kind=EntityKind.PERSON, name=speaker, role=None, mentions=())
            speakers.setdefault(speaker, entity)
        text += f"{speaker or 'Someone'} "
        cues = (Span(start=len(text), end=len(text) + len(cue)),)
        text += f"{cue} "
        pieces: list[Span] = []
        for piece in content.split("|"):
            pieces.append(Span(start=len(text), end=len(text) + len(piece)))
            text += f"{piece} -- "
        text += "\n"
        statement = Statement(
            id=f"s{len(statements)}",
            kind=Kind.INDIRECT,
            source=(),
            cue=cues,
            content=tuple(pieces),
            carried=None,
            inside=None,
            confidence=1.0,
            speaker=None if speaker is None else speakers[speaker].id,
        )
        statements.append(statement)
    return Analysis(
        story=Story(source="test", text=text),
        statements=tuple(statements),
        engine=EngineVersion(version="test", weights="test"),
        entities=tuple(speakers.values()),
    )


def kinds(old: Analysis, new: Analysis) -> list[ChangeKind]:
    return [change.kind for change in changes(old, new)]


def content(side: Analysis, statement: Statement | None) -> str | None:
    return None if statement is None else " ".join(span.of(side.story.text) for span in statement.content)


def aligned(old: Analysis, new: Analysis, change: Change) -> list[tuple[str, str, bool]]:
    return [
        (
            "|".join(span.of(old.story.text) for span in piece.old),
            "|".join(span.of(new.story.text) for span in piece.new),
            piece.same,
        )
        for piece in change.content
    ]


def test_the_same_version_keeps_all() -> None:
    story = version(DAM, SCHOOLS, RIVER)
    assert kinds(story, story) == [KEPT] * 3


def test_statements_come_in_the_order_of_the_new_version() -> None:
    assert kinds(version(DAM, RIVER), version(RIVER, SCHOOLS, DAM)) == [KEPT, ADDED, KEPT]


def test_a_dropped_statement_comes_after_the_one_it_followed() -> None:
    old = version(DAM, SCHOOLS, RIVER)
    found = changes(old, version(DAM, RIVER))
    assert [change.kind for change in found] == [KEPT, DROPPED, KEPT]
    assert found[1].old == old.statements[1]
    assert found[1].new is None


def test_a_dropped_first_statement_comes_first() -> None:
    assert kinds(version(DAM, RIVER), version(RIVER)) == [DROPPED, KEPT]


def test_reworded_content_shows_the_words_that_gave_way() -> None:
    old = version(DAM)
    new = version(("Ilse Marten", "said", "the dam at Orsk might not hold through Friday night"))
    (change,) = changes(old, new)
    assert change.kind is REWORDED
    assert aligned(old, new, change) == [
        ("the dam at Orsk", "the dam at Orsk", True),
        ("would", "might not", False),
        ("hold through", "hold through", True),
        ("the", "Friday", False),
        ("night", "night", True),
    ]


def test_an_updated_figure_is_reworded() -> None:
    old = version(("Pavel Ord", "said", "at least 1,200 people had left their homes"))
    new = version(("Pavel Ord", "said", "at least 3,400 people had left their homes"))
    (change,) = changes(old, new)
    assert change.kind is REWORDED
    assert ("1,200", "3,400", False) in aligned(old, new, change)


def test_another_cue_is_reworded() -> None:
    (change,) = changes(version(DAM), version(("Ilse Marten", "denied", DAM[2])))
    assert change.kind is REWORDED
    assert [piece.same for piece in change.cue] == [False]
    assert [piece.same for piece in change.content] == [True]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the dam would hold", "The dam would hold,"),
        ("a café in Orsk had burned down", "a cafe in Orsk had burned down"),
        ("“we won’t leave”", '"we won\'t leave"'),
        ("we will stay|because it is home", "we will stay because it is home"),
    ],
)
def test_capitals_accents_and_punctuation_change_no_words(before: str, after: str) -> None:
    assert kinds(version(("Pavel Ord", "said", before)), version(("Pavel Ord", "said", after))) == [KEPT]


def test_a_cut_quotation_is_the_same_statement() -> None:
    old = version(("Pavel Ord", "said", "nobody slept and nobody will, as we all heard the water in the cellars"))
    assert kinds(old, version(("Pavel Ord", "said", "we all heard the water"))) == [REWORDED]


def test_a_corrected_speaker_is_told() -> None:
    assert kinds(version(DAM, RIVER), version(DAM, ("Ilse Marten", *RIVER[1:]))) == [KEPT, REATTRIBUTED]


@pytest.mark.parametrize("speaker", ["Marten", "Minister Ilse Marten", "I. Marten", None])
def test_a_speaker_may_be_called_otherwise_or_left_open(speaker: str | None) -> None:
    assert kinds(version(DAM), version((speaker, *DAM[1:]))) == [KEPT]


def test_like_words_of_two_speakers_are_two_statements() -> None:
    old = version(("Ilse Marten", "said", "the council would vote against the plan on Monday"))
    new = version(("Pavel Ord", "said", "the council would vote for a new plan in March"))
    assert kinds(old, new) == [DROPPED, ADDED]


def test_the_same_words_twice_are_each_kept() -> None:
    old = version(DAM, ("Pavel Ord", *DAM[1:]))
    assert kinds(old, version(("Pavel Ord", *DAM[1:]), DAM)) == [KEPT, KEPT]


def test_nothing_becomes_of_nothing() -> None:
    assert changes(version(), version()) == ()


CONTENTS = ("a", "dam", "12", "hold", "café", "night", "...", "no|yes")
SAYINGS = st.lists(
    st.tuples(
        st.sampled_from(["Ilse Marten", "Pavel Ord", None]),
        st.sampled_from(["said", "denied"]),
        st.lists(st.sampled_from(CONTENTS), min_size=1, max_size=6).map(" ".join),
    ),
    max_size=5,
)


@given(SAYINGS, SAYINGS)
def test_every_statement_is_told_of_once_and_every_word_aligned(before: list[Said], after: list[Said]) -> None:
    old, new = version(*before), version(*after)
    found = changes(old, new)
    assert tuple(change.new for change in found if change.new) == new.statements
    assert sorted(change.old.start for change in found if change.old) == [s.start for s in old.statements]
    for change in found:
        for piece in change.content:
            assert piece.old or piece.new
        for side, statement, of in (
            (old, change.old, [span for piece in change.content for span in piece.old]),
            (new, change.new, [span for piece in change.content for span in piece.new]),
        ):
            assert of == sorted(of)
            if statement and change.kind not in (ADDED, DROPPED):
                assert all(any(w.start <= s.start and s.end <= w.end for w in statement.content) for s in of)
                letters = "".join(filter(str.isalnum, "".join(span.of(side.story.text) for span in of)))
                assert letters == "".join(filter(str.isalnum, content(side, statement) or ""))
