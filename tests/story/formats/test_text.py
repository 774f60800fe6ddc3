"""Plain text: one file, one story."""

from __future__ import annotations

import io
import tracemalloc

from onrecord.errors import StoryError
from onrecord.story.decoding import STORY_LIMIT
from onrecord.story.formats.text import read
from onrecord.story.types import Story


def read_bytes(data: bytes) -> tuple[list[Story], list[StoryError]]:
    errors: list[StoryError] = []
    return list(read(io.BufferedReader(io.BytesIO(data)), "a.txt", errors.append)), errors


def test_reads_the_story_whole() -> None:
    text = "OSLO (AP) — The board denied it.\r\n\r\n“No,” it said.\r\n"
    (story,), errors = read_bytes(text.encode())
    assert (story.text, story.source, story.place, errors) == (text, "a.txt", "OSLO", [])


def test_reads_windows_1252() -> None:
    (story,), _ = read_bytes("OSLO — “No,” it said.".encode("cp1252"))
    assert story.text == "OSLO — “No,” it said."


def test_mixed_encodings_are_told() -> None:
    stories, (error,) = read_bytes("déjà ".encode() + "vu à Paris".encode("latin-1"))
    assert stories == []
    assert error.source == "a.txt"
    assert "UTF-8 in part only" in error.problem


def test_a_file_over_the_limit_is_told_without_reading_it_all() -> None:
    class Long(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            count = min(len(buffer), 1 << 20)
            buffer[:count] = b"a" * count
            self.given += count
            return count if self.given < 50_000_000 else 0

    long = Long()
    errors: list[StoryError] = []
    tracemalloc.start()
    assert list(read(io.BufferedReader(long), "a.txt", errors.append)) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "is longer than 20 MB" in str(errors[0])
    assert long.given < 2 * STORY_LIMIT
    assert peak < 4 * STORY_LIMIT
