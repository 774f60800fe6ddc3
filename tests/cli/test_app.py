from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.conftest import PATIENCE, Onrecord, environment


def test_without_arguments_it_explains_itself(onrecord: Onrecord) -> None:
    done = onrecord()
    assert done.returncode == 0 and not done.stderr
    assert b"Usage: onrecord [OPTIONS]" in done.stdout
    assert all(
        name in done.stdout for name in (b"read", b"evaluate", b"demo", b"--version", b"--install-completion")
    )
    assert b"Usage: onrecord evaluate" in onrecord("evaluate").stdout


def test_the_version(onrecord: Onrecord) -> None:
    assert onrecord("--version").stdout.decode() == f"onrecord {version('onrecord')}\n"


@pytest.mark.parametrize("command", [["read"], ["demo"], ["evaluate", "attributions"]])
def test_help_has_examples_line_by_line(command: list[str], onrecord: Onrecord) -> None:
    done = onrecord(*command, "--help")
    assert done.returncode == 0
    assert f"\n    onrecord {' '.join(command)}" in done.stdout.decode()
    assert b"--weights" not in done.stdout


@pytest.mark.parametrize(
    "arguments", [["read"], ["read", "a.txt", "--format", "xml"], ["read", "a.txt", "--jobs", "0"], ["raed"]]
)
def test_wrong_usage_is_said_without_a_traceback(arguments: list[str], onrecord: Onrecord) -> None:
    done = onrecord(*arguments)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr and b"Error: " in done.stderr


def test_help_waits_for_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys; from onrecord.cli import main; sys.argv = ['onrecord', 'read', '--help']\n"
        "heavy = {'numpy', 'onnxruntime', 'tokenizers', 'rich', 'scipy'}\n"
        "try: main()\n"
        "finally: print(heavy & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        env=environment(),
        cwd=tmp_path,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stderr.decode().strip() == "set()"
