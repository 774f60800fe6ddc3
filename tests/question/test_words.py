"""Words in their normal form mean what they were made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.question.words import And, Not, Or, Phrase, Prefix, Word, Words, all_of, any_of, negated
from tests.question.questions import value

A, B, C = Word(text="a"), Word(text="b"), Word(text="c")
LETTERS = st.sampled_from([A, B, C])
TREES: st.SearchStrategy[Words] = st.recursive(
    LETTERS,
    lambda words: st.one_of(
        words.map(negated), st.tuples(words, words).map(all_of), st.tuples(words, words).map(any_of)
    ),
    max_leaves=8,
)
HELD = st.frozensets(st.sampled_from("abc"))


@given(st.lists(TREES, min_size=1, max_size=3), HELD)
def test_combining_keeps_the_meaning(parts: list[Words], held: frozenset[str]) -> None:
    assert value(all_of(parts), held) is all(value(part, held) for part in parts)
    assert value(any_of(parts), held) is any(value(part, held) for part in parts)
    assert value(negated(parts[0]), held) is not value(parts[0], held)


@given(TREES)
def test_not_stands_at_the_root_or_beside_something_wanted(words: Words) -> None:
    def check(part: Words) -> None:
        match part:
            case And(parts=parts):
                assert not all(isinstance(inner, Not) for inner in parts)
                for inner in parts:
                    check(inner.part if isinstance(inner, Not) else inner)
            case Or(parts=parts):
                for inner in parts:
                    check(inner)
            case _:
                assert isinstance(part, Word)

    check(words.part if isinstance(words, Not) else words)


@pytest.mark.parametrize("text", ["", "a b", "-", "'a", "a,", "a:b", "a*", '"a"', "(a", "OR", "a\0b", "a\u200bb"])
def test_no_bare_word(text: str) -> None:
    with pytest.raises(ValueError, match=r"no bare word|cannot be searched"):
        Word(text=text)


def test_what_is_not_in_normal_form_is_refused() -> None:
    with pytest.raises(ValueError, match="all_of"):
        And(parts=(A, And(parts=(B, C))))
    with pytest.raises(ValueError, match="all_of"):
        And(parts=(Not(part=A), Not(part=B)))
    with pytest.raises(ValueError, match="any_of"):
        Or(parts=(A,))
    with pytest.raises(ValueError, match="too many"):
        Prefix(text="a")
    with pytest.raises(ValueError, match="cannot be searched"):
        Phrase(text="...")
