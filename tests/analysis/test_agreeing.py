from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.agreeing import AGREEMENTS, MAN, SEVERAL, UNTOLD, WOMAN, agreement
from onrecord.analysis.types import Form


@pytest.mark.parametrize(
    ("words", "form", "wanted"),
    [
        ("Mr. Vale", Form.NAME, MAN),
        ("Piet Vale", Form.NAME, UNTOLD),
        ("Peter Vale", Form.NAME, MAN),
        ("Anna Vale", Form.NAME, WOMAN),
        ("Vale", Form.NAME, UNTOLD),
        ("Mrs Vale’s", Form.NAME, WOMAN),
        ("spokeswoman", Form.DESCRIPTION, WOMAN),
        ("chairman’s", Form.DESCRIPTION, MAN),
        ("officials", Form.DESCRIPTION, SEVERAL),
        ("boss", Form.DESCRIPTION, UNTOLD),
        ("police", Form.DESCRIPTION, SEVERAL),
        ("He", Form.PRONOUN, MAN),
        ("hers", Form.PRONOUN, WOMAN),
        ("Their", Form.PRONOUN, SEVERAL),
        ("his", Form.PRONOUN, MAN),
        ("I", Form.PRONOUN, UNTOLD),
    ],
)
def test_words_tell_a_man_a_woman_or_several(words: str, form: Form, wanted: int) -> None:
    assert agreement(words, form) == wanted


@given(st.text(max_size=20), st.sampled_from(Form))
def test_any_words_have_an_agreement(words: str, form: Form) -> None:
    assert 0 <= agreement(words, form) < AGREEMENTS
