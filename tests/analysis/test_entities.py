from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.entities import Cast
from onrecord.analysis.types import Entity, EntityKind, Form
from tests.analysis.marked import Marked, link


def entities(marked: str) -> tuple[str, tuple[Entity, ...]]:
    """The text without marks, and the entities of its cast when nobody speaks."""
    story = Marked(marked)
    return story.text, Cast(story.text, story.reading(), link).entities([])[0]


def test_an_entity_has_all_its_mentions_in_order() -> None:
    text, [lee] = entities("Mayor [n1:Ann Lee] came. [p1:She] is [d1:the new mayor]. [n1:Lee] left.")
    assert (lee.name, lee.role, lee.kind) == ("Ann Lee", "Mayor", EntityKind.PERSON)
    assert [(m.span.of(text), m.form) for m in lee.mentions] == [
        ("Ann Lee", Form.NAME),
        ("She", Form.PRONOUN),
        ("the new mayor", Form.DESCRIPTION),
        ("Lee", Form.NAME),
    ]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[n1:Ann Lee] met [n2:Tom Lee].", ["Ann Lee", "Tom Lee"]),  # two of one surname stay two
        ("[n1:Ann Lee] met [n1:Tom Lee].", ["Ann Lee", "Tom Lee"]),  # though they were linked
        ("[n1:Ann Lee] met [n1:Piet Vale].", ["Ann Lee", "Piet Vale"]),  # nor two without a word in common one
        ("[n1:Ann Lee] came. [n2:Ann Lee] left.", ["Ann Lee"]),  # one name is one person
        ("[n1:Ann Lee] came. [n2:Lee] left.", ["Ann Lee"]),  # a surname of only one
        ("[n1:Ann Lee] met [n2:Tom Lee]. [n3:Lee] left.", ["Ann Lee", "Tom Lee", "Lee"]),  # a surname of two
        ("The [no1:Port of Halden Authority] grew. [no2:POHA] is rich.", ["Port of Halden Authority"]),
        ("[no1:Vale Shipping Inc] grew. [no2:Vale Shipping] shrank.", ["Vale Shipping Inc"]),
        ("[n1:Vale] came from [nl2:Vale].", ["Vale", "Vale"]),  # a person and a place
    ],
)
def test_names_join_and_part_entities(marked: str, names: list[str]) -> None:
    assert [entity.name for entity in entities(marked)[1]] == names


def test_a_possessor_is_not_who_is_described() -> None:
    text, found = entities(
        "[n1:Anselm Krey] sat. [n1:Krey]'s [d2:lawyer], [n3:Fatima Brandt], rose. [p3:She] left."
    )
    assert {entity.name: [m.span.of(text) for m in entity.mentions] for entity in found} == {
        "Anselm Krey": ["Anselm Krey", "Krey"],
        "Fatima Brandt": ["lawyer", "Fatima Brandt", "She"],
    }


def test_a_role_is_a_description_of_who_has_it() -> None:
    text, found = entities("Prime Minister [n1:Ann Lee] met [n2:Piet Vale]. [d2:The prime minister] left.")
    assert {entity.name: [m.span.of(text) for m in entity.mentions] for entity in found} == {
        "Ann Lee": ["Ann Lee", "The prime minister"],
        "Piet Vale": ["Piet Vale"],
    }


def test_of_two_presidents_each_has_his_title() -> None:
    text, found = entities(
        "Velmaria President [n1:Ann Lee] met President [n2:Piet Vale]."
        " The [n3:U.S. president] and [d1:the president] left."
    )
    mentions = {entity.name: [m.span.of(text) for m in entity.mentions] for entity in found}
    assert mentions == {"Ann Lee": ["Ann Lee"], "Piet Vale": ["Piet Vale", "U.S. president", "the president"]}


def test_who_is_mentioned_once_without_a_name_is_left_out() -> None:
    assert entities("[d1:A boy] ran.")[1] == ()
    [boy] = entities("[d1:A boy] ran. [p1:He] fell.")[1]
    assert boy.name is None


@given(st.lists(st.tuples(st.sampled_from("ndp"), st.integers(0, 4), st.sampled_from(("Ann Lee", "Lee", "Vale")))))
def test_every_mention_is_in_one_entity_at_most(marks: list[tuple[str, int, str]]) -> None:
    text, found = entities(" met ".join(f"[{form}{who}:{name}]" for form, who, name in marks))
    spans = [mention.span for entity in found for mention in entity.mentions]
    assert len(spans) == len(set(spans)) <= len(marks)
    assert all(span.of(text) in ("Ann Lee", "Lee", "Vale") for span in spans)
    assert [entity.id for entity in found] == [f"e{n}" for n in range(len(found))]
    assert all(list(entity.mentions) == sorted(entity.mentions, key=lambda m: m.span) for entity in found)
