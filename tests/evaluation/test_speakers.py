from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.types import Entity, EntityKind, Form, Kind, Mention, Statement
from onrecord.evaluation.gold import GoldAttribution, GoldSpeaker, GoldStory
from onrecord.evaluation.speakers import FORMS, SpeakerScore, cases, is_right, score, source_form
from onrecord.story.types import Span

TEXT = (
    "Mayor Ada Holm said the port was safe. She denied rumours. The mayor blamed rain. “It fell.” "
    "Two dockers complained of noise. It was reported that cranes failed."
)


def spans(words: str) -> tuple[Span, ...]:
    return (Span(start=TEXT.index(words), end=TEXT.index(words) + len(words)),) if words else ()


HOLM = GoldSpeaker(kind="person", name="Ada Holm", aliases=("Holm",))
CARRIED = GoldSpeaker(kind="person", name="Ada Holm", aliases=("Holm",), carried=True)
DOCKERS = GoldSpeaker(kind="group", name="Two dockers")
NOBODY = GoldSpeaker(kind="none", name=None)
ROLES = (
    ("Mayor Ada Holm", "said", "the port was safe", HOLM),
    ("She", "denied", "rumours", HOLM),
    ("The mayor", "blamed", "rain", HOLM),
    ("", "", "“It fell.”", CARRIED),
    ("Two dockers", "complained", "of noise", DOCKERS),
    ("", "was reported", "that cranes failed", NOBODY),
)
STORY = GoldStory(
    name="port",
    text=TEXT,
    published=None,
    attributions=tuple(
        GoldAttribution(source=spans(source), cue=spans(cue), content=spans(content), speaker=speaker)
        for source, cue, content, speaker in ROLES
    ),
    nested=True,
)


def entity(name: str, kind: EntityKind, *mentions: tuple[str, Form], called: str | None = None) -> Entity:
    return Entity(
        id=name,
        kind=kind,
        name=called,
        role=None,
        mentions=tuple(Mention(span=spans(words)[0], form=form) for words, form in mentions),
    )


ADA = entity("e0", EntityKind.PERSON, ("Ada Holm", Form.NAME), ("She", Form.PRONOUN), called="Ada Holm")
DOCK = entity("e1", EntityKind.GROUP, ("Two dockers", Form.DESCRIPTION))


def found(*speakers: str | None) -> list[Statement]:
    return [
        Statement(
            id=f"s{number}",
            kind=Kind.INDIRECT,
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            carried=None,
            inside=None,
            confidence=1.0,
            speaker=speaker,
        )
        for number, (attribution, speaker) in enumerate(zip(STORY.attributions, speakers, strict=False))
    ]


def test_forms_of_the_gold_source() -> None:
    assert [source_form(TEXT, attribution) for attribution in STORY.attributions] == [
        "name",
        "pronoun",
        "description",
        "missing",
        "description",
        "missing",
    ]


@pytest.mark.parametrize(
    ("source", "kind", "names", "form"),
    [
        ("Holm", "person", ["Ada Holm"], "name"),
        ("the council's Holm", "person", ["Ada Holm"], "name"),
        ("Holmes", "person", ["Ada Holm"], "description"),
        ("the U.S. envoy", "person", ["Ada Holm", "the U.S. envoy"], "description"),
        ("the Port Authority", "organization", ["The Port Authority"], "name"),
        ("the Authority", "organization", ["Port Authority", "PA"], "description"),
        ("the\nPort of  Halden", "organization", ["Port of Halden"], "name"),
        ("Envoy Omar al-Amr", "person", ["Omar al-Amr"], "name"),
        ("Port officials", "group", ["Port"], "description"),
        ("US", "place", ["US"], "name"),
        ("it", "organization", ["PA"], "pronoun"),
        ("which", "document", ["the letter"], "pronoun"),
        ("He himself", "person", ["Omar al-Amr"], "pronoun"),
    ],
)
def test_forms(source: str, kind: str, names: list[str], form: str) -> None:
    speaker = GoldSpeaker(kind=kind, name=names[0], aliases=tuple(names[1:]))
    attribution = GoldAttribution(
        source=(Span(start=0, end=len(source)),), cue=(), content=(Span(start=0, end=1),), speaker=speaker
    )
    assert source_form(source, attribution) == form


def test_shares_by_form() -> None:
    result = score([(STORY, found("e0", "e0", "e1", "e0", "e1", None), [ADA, DOCK])])
    assert tuple(result) == ("all", *FORMS)
    assert result["all"] == SpeakerScore(marked=6, found=6, right=5)
    assert result["name"] == result["pronoun"] == SpeakerScore(marked=1, found=1, right=1)
    assert result["description"] == SpeakerScore(marked=2, found=2, right=1)
    assert result["missing"] == SpeakerScore(marked=2, found=2, right=2)
    assert result["all"].share == 83.3


def test_only_what_is_found_counts() -> None:
    result = score([(STORY, found("e0"), [ADA])])
    assert result["all"] == SpeakerScore(marked=6, found=1, right=1)
    assert result["pronoun"].share == 0.0
    assert [case.right for case in cases(STORY, [], [])] == [None] * 6


def test_gold_without_speakers_has_no_cases() -> None:
    bare = GoldAttribution(source=spans("She"), cue=spans("denied"), content=spans("rumours"))
    story = GoldStory(name="port", text=TEXT, published=None, attributions=(bare,), nested=True)
    assert cases(story, found("e0"), [ADA]) == []


def test_nobody_is_right_only_for_nobody() -> None:
    assert is_right(NOBODY, None, TEXT) and is_right(GoldSpeaker(kind="author", name=None), None, TEXT)
    assert not is_right(NOBODY, ADA, TEXT) and not is_right(HOLM, None, TEXT)


def test_a_speaker_that_is_no_entity_is_nobody() -> None:
    assert cases(STORY, found("e9"), [ADA])[0].right is False


def test_people_are_told_by_names_and_groups_by_any_mention() -> None:
    mayor = entity("e0", EntityKind.PERSON, ("The mayor", Form.DESCRIPTION))
    assert not is_right(GoldSpeaker(kind="person", name="the mayor"), mayor, TEXT)
    assert is_right(GoldSpeaker(kind="unnamed", name="the mayor"), mayor, TEXT)
    assert is_right(GoldSpeaker(kind="unnamed", name="x", aliases=("A MAYOR",)), mayor, TEXT)
    assert is_right(DOCKERS, DOCK, TEXT)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("the  Port\nAuthority", "Port authority", True),
        ("Holm's", "Holm", True),
        ("dockers’", "the dockers", True),
        ("Vale", "Holm", False),
        ("Mayor Holm", "Holm", False),
        ("Theodore", "odore", False),
    ],
)
def test_what_does_not_count_in_a_name(ours: str, theirs: str, same: bool) -> None:
    one = Entity(id="e0", kind=EntityKind.PERSON, name=ours, role=None, mentions=())
    assert is_right(GoldSpeaker(kind="person", name=theirs), one, TEXT) is same


@given(st.lists(st.sampled_from(["e0", "e1", "e9", None]), max_size=6))
def test_right_found_and_marked_are_ordered_and_add_up(speakers: list[str | None]) -> None:
    result = score([(STORY, found(*speakers), [ADA, DOCK])])
    assert all(0 <= s.right <= s.found <= s.marked and 0 <= s.share <= 100 for s in result.values())
    assert sum(result[form].marked for form in FORMS) == result["all"].marked
    assert sum(result[form].right for form in FORMS) == result["all"].right
