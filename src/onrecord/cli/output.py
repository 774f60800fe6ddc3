"""Chunks of text -> standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from onrecord.cli.failures import OutputError


def write(chunks: Iterable[str], output: Path | None) -> None:
    """Write the chunks in UTF-8 as they come, to `output` or where it is None to standard output.

    A half of a surrogate pair becomes backslash, u and its four digits, which in JSON strings is what it is.
    Raises OutputError where they cannot be written; then a file at `output` is as it was before.
    """
    if output is None:
        if sys.stdout is None:
            raise OutputError("Standard output is closed; give --output FILE.")
        _copy(chunks, sys.stdout.buffer, "standard output")
    elif output.exists() and not output.is_file() and not output.is_dir():
        with _opened(output) as device:
            _copy(chunks, device, str(output))
    else:
        _replace(chunks, Path(os.path.realpath(output)), output)


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """Give a place beside `file` for another library to write at; what is there at the end becomes `file`."""
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=f".{file.name}.") as folder:
        made = Path(folder) / file.name
        yield made
        made.replace(file)


def refuse(output: Path | None, inputs: Iterable[str]) -> None:
    """Raise OutputError before the work where its place is no good: a folder, in none, or one of the inputs."""
    if output is None:
        return
    if not output.parent.is_dir():
        raise OutputError(f"{output}: there is no folder {output.parent}; make it, or give --output another place.")
    if output.is_dir():
        raise OutputError(f"{output}: is a folder; give --output the name of a file.")
    for given in inputs:
        with suppress(OSError, ValueError):
            if output.is_file() and output.samefile(given):
                raise OutputError(f"{output}: is also an input, which would be lost; give --output another name.")


def _opened(path: Path) -> FileIO:
    try:
        return path.open("wb", buffering=0)
    except OSError as error:
        raise _failed(error, str(path)) from error


def _copy(chunks: Iterable[str], stream: BinaryIO | FileIO, name: str) -> None:
    for chunk in chunks:
        data = memoryview(chunk.encode("utf-8", "backslashreplace"))
        try:
            while data:
                data = data[stream.write(data) :]
            stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _failed(error, name) from error


def _replace(chunks: Iterable[str], target: Path, output: Path) -> None:
    """Write beside the target, then put the file in its place."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:64]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise _failed(error, str(output)) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb", buffering=0) as stream:
            _copy(chunks, stream, str(output))
            try:
                os.fsync(stream.fileno())
                part.chmod(_mode(target))
                part.replace(target)
            except OSError as error:
                raise _failed(error, str(output)) from error
    finally:
        part.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _failed(error: OSError, name: str) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(f"{name}: cannot be written ({reason}); choose another place.")
