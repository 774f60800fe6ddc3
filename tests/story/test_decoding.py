"""Bytes to text: encodings told apart, and what is no text."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StoryError
from onrecord.story.decoding import as_utf8, decode, is_binary, size

TEXT = "Le maire a dit : «\u00a0non\u00a0» — שלום 🙂\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_reads_unicode_without_changing_it(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_reads_big_endian_utf16() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt") == TEXT


def test_falls_back_to_windows_1252() -> None:
    assert decode("“Café”, she said – in 1987…".encode("cp1252"), "a.txt") == "“Café”, she said – in 1987…"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF\x00\x01", "binary"),
        ("no mark".encode("utf-16-le"), "binary"),
        (b"\x01\x02\x03\x04 tape", "control characters"),
        ("café ".encode() + "café".encode("latin-1"), "in part only (byte 9 is not)"),
        ("café".encode()[:-1] + "é".encode() + b"\xc3", "in part only"),
        (b"caf\x81", "neither in UTF-8 nor in Windows-1252 (byte 3)"),
        (b"\xff\xfea", "not the UTF-16"),
        (b"\xff\xfe\x00\xd8a\x00", "not the UTF-16"),
        ("a".encode("utf-32"), "binary"),
    ],
)
def test_says_why_bytes_are_no_text(data: bytes, problem: str) -> None:
    with pytest.raises(StoryError, match=r"^a\.txt: ") as caught:
        decode(data, "a.txt")
    assert problem in str(caught.value)


@given(st.binary())
def test_arbitrary_bytes_are_text_or_a_story_error(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except StoryError:
        return
    text.encode("utf-8")


@given(
    st.text(
        alphabet=st.characters(min_codepoint=1, codec="utf-8").filter(lambda c: c.isprintable() and c != "\ufeff")
    )
)
def test_utf8_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_recodes_while_reading(encoding: str) -> None:
    text = "één\u2028regel\n" * 5000
    stream = as_utf8(io.BufferedReader(io.BytesIO(text.encode(encoding))))
    assert stream.readline() == "één\u2028regel\n".encode()
    assert stream.read() == ("één\u2028regel\n" * 4999).encode()


def test_tells_binary_by_its_first_bytes() -> None:
    assert is_binary(b"\x7fELF\x00")
    assert not is_binary("marked".encode("utf-16"))


def test_sizes_read_well() -> None:
    assert (size(20_000_000), size(1500)) == ("20 MB", "1,500 bytes")
