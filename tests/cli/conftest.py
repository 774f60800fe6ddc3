"""The command as a process, and stories to give it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

PATIENCE = 300
"""Seconds after which a command that does not end has failed."""

SAID = """PORT HALDEN, May 5, 2025 (NWA) - Mayor Roderick Haas said on Monday that the bridge would open in June.

"We have waited long enough," Haas told reporters. Critics say the bridge is unsafe, a claim Haas rejects.

The council's engineer said that a contractor had told her that the steel was too thin.
"""


class Onrecord(Protocol):
    """Runs the command; what it prints is bytes."""

    def __call__(
        self, *arguments: str | Path, given: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]: ...


def environment(**changed: str) -> dict[str, str]:
    """The environment of a command: nothing in it that changes what is printed."""
    kept = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM"}}
    return {**kept, **changed}


COMMAND = [sys.executable, "-m", "onrecord.cli"]


@pytest.fixture
def onrecord(tmp_path: Path) -> Onrecord:
    """The command, run in a folder of its own."""

    def run(*arguments: str | Path, given: bytes = b"", **changed: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*COMMAND, *map(str, arguments)],
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env=environment(**changed),
            timeout=PATIENCE,
            check=False,
        )

    return run


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story on disk."""
    path = tmp_path / "bridge.txt"
    path.write_text(SAID, encoding="utf-8")
    return path
