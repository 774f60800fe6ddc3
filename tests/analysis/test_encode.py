from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.analysis.encode import FEATURES, Window, windows_of, words_of
from onrecord.analysis.weights import BUNDLED


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))


def windows(text: str, tokenizer: Tokenizer, limit: int = 40, context: int = 6) -> list[Window]:
    return list(windows_of(text, words_of(text), tokenizer, limit=limit, context=context))


def test_words_are_runs_of_letters_or_single_marks() -> None:
    text = "“No,” Zoë_1 said."
    words = words_of(text)
    spans = zip(words.start.tolist(), words.end.tolist(), strict=True)
    assert [text[s:e] for s, e in spans] == ["“", "No", ",", "”", "Zoë_1", "said", "."]


def test_features_tell_case_quotation_and_paragraph() -> None:
    words = words_of("He said\n\n“No” 12 NATO")
    assert len(set(words.feature.tolist())) == len(words.feature)
    assert words.paragraph.tolist() == [0, 0, 1, 1, 1, 1, 1]


@settings(deadline=None)
@given(text=st.text(max_size=400) | st.text(alphabet="aé.\n “”\u200b\ufe0f\x00😀", max_size=400))
def test_every_word_is_in_one_core_and_no_window_is_too_long(tokenizer: Tokenizer, text: str) -> None:
    words = words_of(text)
    covered: list[int] = []
    for window in windows(text, tokenizer):
        assert len(window.pieces) == len(window.features) <= 40
        assert window.features.max(initial=0) < FEATURES
        assert len(np.unique(window.head)) == len(window.head)
        first, last = window.core
        assert window.first <= first < last <= window.first + len(window.head)
        covered += range(first, last)
    assert covered == list(range(len(words)))


def test_windows_end_with_paragraphs_where_they_can(tokenizer: Tokenizer) -> None:
    text = "\n\n".join(["The council met on Monday and rose at noon."] * 12)
    words = words_of(text)
    cuts = [window.core[1] for window in windows(text, tokenizer)][:-1]
    assert cuts
    assert all(words.paragraph[cut] != words.paragraph[cut - 1] for cut in cuts)
