"""The commands: thin callers of reading, analysing and evaluating; `main` is what the shell starts."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the `onrecord` command and exit with its code."""
    try:
        from onrecord.cli.app import app

        app(prog_name="onrecord")
    except KeyboardInterrupt:
        sys.exit(130)
