"""A command -> what it took: seconds from start to end, processor time, peak memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_EVERY = 0.1
"""Seconds between two looks at the memory."""


class CommandError(Exception):
    """A command ended with an error; the message has the end of what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """seconds: start to end. cpu: user and system seconds. peak: bytes resident at once, all processes summed."""

    seconds: float
    cpu: float
    peak: int


def run(command: Sequence[str], output: Path | None = None, fine: Sequence[int] = (0,)) -> Taken:
    """Run a command to its end, its standard output into a file or nowhere. Linux only: reads /proc.

    Memory that processes share is counted in each of them. fine: the exit codes that are no failure; any other
    raises CommandError.
    """
    ended = threading.Event()
    peak = 0

    def watch(session: int) -> None:
        nonlocal peak
        while not ended.wait(_EVERY):
            peak = max(peak, _resident(session))

    with tempfile.TemporaryFile() as complaints, (output or Path(os.devnull)).open("wb") as stdout:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=complaints, start_new_session=True
        )
        watcher = threading.Thread(target=watch, args=(process.pid,))
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        ended.set()
        watcher.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in fine:
            complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - 2000))
            said = complaints.read().decode("utf-8", "replace").strip()
            raise CommandError(f"{' '.join(command)}: ended with {process.returncode}: {said}")
    return Taken(seconds=seconds, cpu=usage.ru_utime + usage.ru_stime, peak=max(peak, usage.ru_maxrss * 1024))


def _resident(session: int) -> int:
    """Bytes resident in all processes of a session."""
    total = 0
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it has ended meanwhile
                continue
            if int(fields[3]) == session:
                total += int(fields[21]) * _PAGE
    return total
