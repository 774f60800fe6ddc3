"""JSON lines: a story a line, errors by line, streamed."""

from __future__ import annotations

import io
import json
import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StoryError
from onrecord.story.decoding import STORY_LIMIT
from onrecord.story.formats.jsonl import read
from onrecord.story.types import PartKind, Story

TEXT = "OSLO, April 14 (Reuters) - The harbour board denied on Monday that it had sold a pier.\n"


def read_bytes(data: bytes) -> tuple[list[Story], list[str]]:
    errors: list[StoryError] = []
    stories = list(read(io.BufferedReader(io.BytesIO(data)), "w.jsonl", errors.append))
    return stories, [str(error) for error in errors]


def one(**fields: object) -> Story:
    (story,), errors = read_bytes(json.dumps({"text": TEXT, **fields}).encode())
    assert errors == []
    return story


def problem(line: bytes) -> str:
    stories, errors = read_bytes(line)
    assert stories == []
    (message,) = errors
    return message


def test_reads_every_field() -> None:
    story = one(
        published="2031-04-15T10:00Z",
        headline="Board denies sale",
        url="https://news.example/1",
        source="wire-1",
        publisher="Example Wire",
        language="nb",
        byline="By Ada Field and Bo Ek",
        attributions=[{"source": [[0, 4]]}],
    )
    assert (story.text, story.source, story.publisher, story.language) == (TEXT, "wire-1", "Example Wire", "nb")
    assert (story.published, story.headline, story.byline) == (
        date(2031, 4, 15),
        "Board denies sale",
        ("Ada Field", "Bo Ek"),
    )
    assert (story.place, story.parts[0].kind) == ("OSLO", PartKind.DATELINE)


def test_the_source_is_the_field_then_the_url_then_the_line() -> None:
    assert one(source="s", url="u").source == "s"
    assert one(url="u").source == "u"
    assert one(source=None).source == "w.jsonl#1"


@pytest.mark.parametrize(
    ("fields", "byline"),
    [
        ({"author": "Ada Field"}, ("Ada Field",)),
        ({"authors": ["Ada Field", " Bo Ek ", ""]}, ("Ada Field", "Bo Ek")),
        ({"byline": "our own correspondent"}, ("our own correspondent",)),
        ({"byline": None, "author": ""}, ()),
    ],
)
def test_reads_bylines(fields: dict[str, object], byline: tuple[str, ...]) -> None:
    assert one(**fields).byline == byline


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("19980213", date(1998, 2, 13)),
        ("1998-02-13T12:00", date(1998, 2, 13)),
        ("1998", None),
        ("", None),
        (None, None),
    ],
)
def test_reads_the_day_of_publication(value: str | None, day: date | None) -> None:
    assert one(published=value).published == day


def test_an_undated_head_stays_undated_without_published() -> None:
    assert one().published is None


def test_a_headline_in_the_text_is_marked() -> None:
    story = one(text="Board denies sale\n\n" + TEXT, title="Board denies sale")
    assert [part.kind for part in story.parts] == [PartKind.HEADLINE, PartKind.DATELINE]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"not json", "is not JSON"),
        (b'{"text": "a', "is not JSON"),
        (b'"a"', "is a string, not an object"),
        (b"[1]", "is a list, not an object"),
        (b"null", "is null, not an object"),
        (b"{}", "has no text"),
        (b'{"text": null}', "has no text"),
        (b'{"text": 5}', "has a number for text"),
        (b'{"text": " \\n"}', "white space"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "a \\ud800 b"}', "half a surrogate pair (\\ud800) in text"),
        (b'{"text": "a", "headline": "\\udc00"}', "half a surrogate pair (\\udc00) in headline"),
        (b'{"text": "a", "publisher": {}}', "has an object for publisher"),
        (b'{"text": "a", "authors": [1]}', "has a number for authors"),
        (b'{"text": "a", "author": true}', "has true or false for author"),
        (b'{"text": "a", "published": 19980213}', "has a number for published"),
        (b'{"text": "a", "published": "soon"}', 'has published "soon", which is no day'),
        (b'{"text": "caf\xe9"}', "is not UTF-8 (byte 13)"),
        (b'{"text": ' + b"[" * 100_000, "nesting too deep"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "a number too long"),
        (b"\x1f\x8b\x08garbage", "is not UTF-8"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: bytes, words: str) -> None:
    good = json.dumps({"text": TEXT}).encode()
    stories, errors = read_bytes(good + b"\r\n\n" + line + b"\n" + good)
    assert [story.source for story in stories] == ["w.jsonl#1", "w.jsonl#4"]
    (message,) = errors
    assert message.startswith("w.jsonl, line 3: ") and words in message


def test_surrogate_pairs_and_right_to_left_text_are_characters() -> None:
    (story,), errors = read_bytes(b'{"text": "\\ud83d\\ude42 \\u05e9\\u05dc\\u05d5\\u05dd"}')
    assert (story.text, errors) == ("🙂 שלום", [])


def test_reads_utf16_and_says_where_it_ends() -> None:
    data = "".join(json.dumps({"text": f"één {n}"}, ensure_ascii=False) + "\n" for n in range(3)).encode("utf-16")
    stories, errors = read_bytes(data)
    assert ([story.text for story in stories], errors) == (["één 0", "één 1", "één 2"], [])
    assert "stops being the UTF-16" in read_bytes(data + b"\x00")[1][0]


def test_a_line_over_the_limit_is_told_without_holding_it() -> None:
    class Long(io.RawIOBase):
        """Fifty million bytes in one line, then a story."""

        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            data = b'{"text": "' + b"a" * 65_000 if self.given < 50_000_000 else b'"}\n{"text": "short"}\n'
            if self.given < 0:
                return 0
            data = data[: len(buffer)]
            buffer[: len(data)] = data
            self.given = self.given + len(data) if self.given < 50_000_000 else -1
            return len(data)

    errors: list[StoryError] = []
    tracemalloc.start()
    stories = list(read(io.BufferedReader(Long()), "w.jsonl", errors.append))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [story.source for story in stories] == ["w.jsonl#2"]
    assert [str(error) for error in errors] == [
        "w.jsonl, line 1: is longer than 20 MB, the most for one story; split it."
    ]
    assert peak < 3 * STORY_LIMIT


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(str.strip),
    st.booleans(),
)
def test_the_text_is_unchanged(text: str, escaped: bool) -> None:
    (story,), errors = read_bytes(json.dumps({"text": text}, ensure_ascii=escaped).encode())
    assert (story.text, errors) == (text, [])


FIELDS = st.sampled_from(["text", "published", "headline", "source", "url", "byline", "authors"])
SCALARS = st.none() | st.booleans() | st.floats() | st.text()


@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(FIELDS, inner), max_leaves=12))
def test_any_json_is_a_story_or_an_error(value: object) -> None:
    stories, errors = read_bytes(json.dumps(value).encode())
    assert len(stories) + len(errors) == 1
