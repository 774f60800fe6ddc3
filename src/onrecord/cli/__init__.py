"""The commands: thin callers of reading, analysing and evaluating; `main` is what the shell starts."""

from __future__ import annotations

import signal
import sys
from types import FrameType

_ENDING = ("SIGTERM", "SIGHUP")
"""Signals before whose end temporary files and worker processes are cleared away; not every system has both."""


def main() -> None:
    """Run the `onrecord` command and exit with its code."""
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)
    try:
        from onrecord.cli.app import app

        app(prog_name="onrecord")
    except KeyboardInterrupt:
        sys.exit(130)


def _leave(number: int, _: FrameType | None) -> None:
    sys.exit(128 + number)
