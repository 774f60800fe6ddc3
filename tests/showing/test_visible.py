from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.showing.visible import visible


@given(st.text(st.characters(codec=None)))
def test_what_is_printed_can_be_encoded_and_steers_nothing(words: str) -> None:
    shown = visible(words)
    shown.encode("utf-8")
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_ordinary_words_stay_as_they_are() -> None:
    assert visible("“Ich\n  auch,” said Zoë 日本 \U0001f600") == "“Ich auch,” said Zoë 日本 \U0001f600"


def test_an_escape_sequence_is_disarmed() -> None:
    assert visible("\x1b[31mred\x1b[0m") == "\ufffd[31mred\ufffd[0m"
