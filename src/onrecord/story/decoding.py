"""Bytes to text: which encodings a story may come in, and how one that is no text is told."""

from __future__ import annotations

import codecs
import io
import re

from onrecord.errors import StoryError

STORY_LIMIT = 20_000_000
"""The most bytes that one story may have as it is stored; more is an error, never a cut."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")


def decode(data: bytes, source: str) -> str:
    """The text that a file's bytes hold: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else Windows-1252.

    A byte order mark is not part of the text; nothing else is changed. Windows-1252 is taken only where no
    part of the file is UTF-8 beyond ASCII. Raises StoryError for anything that is not text in one encoding.
    """
    if data.startswith(_UTF16):
        text = _strictly(data, "utf-16", source)
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            text = _western(data, error, source)
    if "\0" in text:
        raise StoryError(source, "is binary or in an unmarked UTF-16; give plain text in UTF-8")
    if len(_CONTROLS.findall(text)) * 20 > len(text):
        raise StoryError(source, "is binary, more than a twentieth of it is control characters; give plain text")
    return text


def as_utf8(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream itself, or where it begins as UTF-16 the same in UTF-8, recoded while it is read."""
    return io.BufferedReader(_Recoded(stream)) if stream.peek(2).startswith(_UTF16) else stream


def is_binary(start: bytes) -> bool:
    """Do a file's first bytes show that it is no text? UTF-16 counts as text where it is marked."""
    return b"\0" in start and not start.startswith(_UTF16)


def size(count: int) -> str:
    """A number of bytes for a message: 20 MB."""
    return f"{count // 1_000_000} MB" if count >= 1_000_000 else f"{count:,} bytes"


def _strictly(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise StoryError(source, f"is not the {encoding.upper()} that it begins as (byte {error.start})") from None


def _western(data: bytes, error: UnicodeDecodeError, source: str) -> str:
    if any("\x80" <= char < "\udc80" or char > "\udcff" for char in data.decode("utf-8", "surrogateescape")):
        problem = f"is UTF-8 in part only (byte {error.start} is not); save it in one encoding"
        raise StoryError(source, problem) from None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as second:
        problem = f"is text neither in UTF-8 nor in Windows-1252 (byte {second.start}); save it as UTF-8"
        raise StoryError(source, problem) from None


class _Recoded(io.RawIOBase):
    """UTF-16 bytes read as UTF-8. Raises UnicodeDecodeError where they are not UTF-16."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")()
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            data = self._stream.read(io.DEFAULT_BUFFER_SIZE)
            self._ready = self._decoder.decode(data, final=not data).encode("utf-8")
            if not data:
                break
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count
