"""The first step, bytes to stories: files, folders, globs and standard input, each read by what it holds."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import StoryError
from onrecord.story.decoding import is_binary
from onrecord.story.formats import Reader, Report, jsonl, reuters, text
from onrecord.story.types import Story

STDIN = "-"
"""The source that stands for standard input."""

_ENDINGS = {
    ".txt": text.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".sgm": reuters.read,
    ".sgml": reuters.read,
}
_PEEK = 1 << 13
_JSON = re.compile(rb"\{\s*[\"}]")
_SGML = re.compile(rb"<!DOCTYPE\s+lewis\b|<REUTERS\b", re.IGNORECASE)
_MARKUP = re.compile(rb"<!DOCTYPE\b|<html\b|<\?xml\b|<rss\b", re.IGNORECASE)
_DOCUMENT = re.compile(rb"\{\s*[\r\n]|\[\s*\{\s*\"")
_WIDE = re.compile(rb"\xff\xfe|\xfe\xff")


def read_stories(
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    on_error: Callable[[StoryError], None] | None = None,
    *,
    stdin: BinaryIO | None = None,
) -> Iterator[Story]:
    """Yield the stories of one or more sources in order, reading as it goes.

    source: a file, a folder, a glob pattern, "-" for standard input, or several of them. A folder gives its .txt,
    .jsonl, .ndjson, .sgm and .sgml files in sorted order, subfolders included and hidden ones left out; a file
    named outright is read whatever its name. A file that comes up twice is read once.
    on_error: is told of each story, line or file that cannot be read, and the rest goes on; without it the first
    such StoryError is raised.
    stdin: the bytes behind "-"; standard input where it is not given.
    """
    report = on_error or _fail
    sources = [source] if isinstance(source, str | os.PathLike) else source
    seen: set[str] = set()
    for path in _files(sources, report):
        identity = path if path == STDIN else os.path.realpath(path)
        if identity not in seen:
            seen.add(identity)
            yield from _read(path, report, stdin)


def _fail(error: StoryError) -> None:
    raise error


def _files(sources: Iterable[str | os.PathLike[str]], report: Report) -> Iterator[str]:
    """The paths of the files that the sources stand for; "-" as it is."""
    for source in sources:
        path = os.fspath(source)
        if not path or "\0" in path:
            report(StoryError(repr(path), "is no path; name a file, a folder, a pattern, or - for standard input"))
        elif path == STDIN or not glob.has_magic(path) or os.path.exists(path):  # noqa: PTH110 - as below
            yield from _walk(path, report)
        else:
            matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - patterns may be absolute
            if not matches:
                report(StoryError(_printable(path), "matches no file; check the pattern"))
            for match in matches:
                yield from _walk(match, report)


def _walk(path: str, report: Report) -> Iterator[str]:
    """The path itself, or where it is a folder, the story files in it."""
    if path == STDIN or not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for odd names
        yield path
        return
    empty = True
    for folder, folders, files in os.walk(path, onerror=lambda error: _unreadable(error, path, report)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in _ENDINGS:
                empty = False
                yield str(Path(folder, name))
    if empty:
        endings = ", ".join(_ENDINGS)
        report(StoryError(_printable(path), f"is a folder without a story file ({endings}); name the file itself"))


def _unreadable(error: OSError, path: str, report: Report) -> None:
    where = error.filename if isinstance(error.filename, str) else path
    reason = "there is no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
    report(StoryError(_printable(where), f"cannot be read ({reason}); check the path and its permissions"))


def _read(path: str, report: Report, stdin: BinaryIO | None) -> Iterator[Story]:
    """The stories of one file; whatever is wrong with it is reported."""
    try:
        if path == STDIN:
            given = stdin or sys.stdin.buffer
            stream = given if isinstance(given, BufferedReader) else BufferedReader(_Unclosed(given))
            yield from _read_stream(stream, "standard input", "", report)
        else:
            with Path(path).open("rb") as opened:
                yield from _read_stream(opened, _printable(path), Path(path).suffix.lower(), report)
    except OSError as error:
        _unreadable(error, path, report)


def _read_stream(stream: BufferedReader, name: str, ending: str, report: Report) -> Iterator[Story]:
    start = stream.peek(_PEEK)
    if is_binary(start):
        report(StoryError(name, "is binary or in an unmarked UTF-16; give plain text, JSON lines or SGML"))
        return
    try:
        reader = _ENDINGS.get(ending) or _sniff(start, name)
    except StoryError as error:
        report(error)
        return
    yield from reader(stream, name, report)


def _sniff(start: bytes, name: str) -> Reader:
    """The reader for what a file begins with."""
    begin = start.removeprefix(b"\xef\xbb\xbf")
    if _WIDE.match(begin):
        begin = begin[2:].replace(b"\0", b"")
    begin = begin.lstrip()
    if _SGML.match(begin):
        return reuters.read
    if _JSON.match(begin) and not _DOCUMENT.match(begin):
        return jsonl.read
    if _DOCUMENT.match(begin):
        raise StoryError(name, "is one JSON document; write its objects one a line (jq -c), each with a text")
    if _MARKUP.match(begin):
        raise StoryError(name, "is HTML or XML, which is not read; give its words as plain text or JSON lines")
    return text.read


def _printable(path: str) -> str:
    """A path for stories and messages; bytes of its name that are not UTF-8 become replacement characters."""
    return os.fsencode(path).decode("utf-8", "replace")


class _Unclosed(RawIOBase):
    """Any binary stream as a raw one that leaves the other open."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
