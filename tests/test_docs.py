"""The documentation against the program: every command and option is described, and what the README shows is so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
import typer

from onrecord.cli.app import app

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COMMANDS = ROOT / "docs" / "commands.md"
CONFIDENCE = re.compile(r"(?<!\S)[01]\\\.\d\d(?=\\ |$)")
PROGRAMS = ("onrecord", "cat")
"""What the console examples may start; anything else belongs into a block that is not `console`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A command that the README shows after `$`, and what it shows below it."""

    line: int
    command: str
    shown: str


class Parameter(Protocol):
    """What is asked here of an option or an argument; the class is click's, or typer's own copy of it."""

    @property
    def opts(self) -> list[str]: ...
    @property
    def secondary_opts(self) -> list[str]: ...


class Command(Protocol):
    """What is asked here of a command."""

    @property
    def hidden(self) -> bool: ...
    @property
    def params(self) -> Sequence[Parameter]: ...


def commands(command: Command, name: str) -> Iterator[tuple[str, Command]]:
    """Yield the full name of every command that is not hidden, of groups those that have options of their own."""
    inner: dict[str, Command] = getattr(command, "commands", {})
    if not command.hidden:
        if not inner or options(command):
            yield name, command
        for short, one in inner.items():
            yield from commands(one, f"{name} {short}")


def options(command: Command) -> list[str]:
    """The long and short names of the options of a command that are not hidden."""
    shown = [p for p in command.params if p.opts[0].startswith("-") and not getattr(p, "hidden", False)]
    return [name for option in shown for name in (*option.opts, *option.secondary_opts)]


def sections(text: str) -> dict[str, str]:
    """Split docs/commands.md: the command that a heading names in backquotes -> what stands below that heading.

    What stands above the first is about `onrecord` itself; words in capitals are arguments, not commands.
    """
    above, *parts = re.split(r"^#+ .*?`(onrecord(?: [a-z-]+)*)[^`]*`.*$", text, flags=re.MULTILINE)
    return {"onrecord": above, **dict(zip(parts[::2], parts[1::2], strict=True))}


def sessions(text: str) -> Iterator[Session]:
    """Yield what the `console` blocks show; a line that ends in a backslash goes on in the next."""
    for block in re.finditer(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        first = text.count("\n", 0, block.start(1)) + 1
        pieces = re.split(r"^\$ ((?:.*\\\n)*.*)\n", block[1], flags=re.MULTILINE)
        assert not pieces[0].strip(), f"line {first}: a console block begins with a command after $"
        for command, shown in zip(pieces[1::2], pieces[2::2], strict=True):
            yield Session(line=first, command=command.replace("\\\n", " "), shown=shown)


ALL = list(commands(typer.main.get_command(app), "onrecord"))
SHOWN = list(sessions(README.read_text(encoding="utf-8")))


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_every_command_and_option_is_documented(name: str, command: Command) -> None:
    documented = sections(COMMANDS.read_text(encoding="utf-8"))
    assert name in documented, f"docs/commands.md has no heading with `{name}` in it"
    missing = [
        o for o in options(command) if not re.search(rf"(?<![\w-]){re.escape(o)}(?![\w-])", documented[name])
    ]
    assert not missing, f"docs/commands.md, `{name}`: {', '.join(missing)} not described"


def test_no_command_or_option_is_documented_that_does_not_exist() -> None:
    known = dict(ALL)
    for name, body in sections(COMMANDS.read_text(encoding="utf-8")).items():
        assert name in known, f"docs/commands.md describes `{name}`, which does not exist"
        ours = {*options(known[name]), *options(known["onrecord"]), "--help", "-h"}
        described = re.findall(r"(?<![\w-])`(--?\w[\w-]*)", body)
        assert set(described) <= ours, f"docs/commands.md, `{name}`: {set(described) - ours} does not exist"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the README shows: what it prints below `$ cat NAME` is written into NAME."""
    folder = tmp_path_factory.mktemp("desk")
    for session in SHOWN:
        if found := re.fullmatch(r"cat ([\w.-]+)", session.command):
            (folder / found[1]).write_text(session.shown, encoding="utf-8")
    return folder


def test_the_readme_shows_a_session() -> None:
    assert any(session.command.startswith("onrecord ") for session in SHOWN)


@pytest.mark.parametrize("session", SHOWN, ids=[f"line {s.line}: {s.command}" for s in SHOWN])
def test_the_readme_shows_what_is_printed(session: Session, desk: Path) -> None:
    """White space does not count, and a line of three dots stands for any lines.

    Confidences may differ in their last digits: processors round 8-bit products differently.
    """
    assert session.command.split()[0] in PROGRAMS, "use a block that is not `console` for what the tests cannot run"
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": programs, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        session.command,
        shell=True,
        cwd=desk,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stdout
    parts = re.split(r"^\s*(?:\.\.\.|…)\s*$", session.shown, flags=re.MULTILINE)
    shown = [" ".join(part.split()) for part in parts]
    pattern = ".*".join(CONFIDENCE.sub(r"([01]\\.\\d\\d)", re.escape(part)) for part in shown)
    found = re.fullmatch(pattern, " ".join(done.stdout.split()))
    assert found, f"the README shows\n{session.shown}\nbut it prints\n{done.stdout}"
    wanted = re.findall(r"(?<!\S)[01]\.\d\d(?!\S)", " ".join(shown))
    assert [float(n) for n in found.groups()] == pytest.approx([float(n) for n in wanted], abs=0.05)


def test_the_python_examples_of_the_readme_run(desk: Path) -> None:
    """One after the other, in a folder with the files that the README shows."""
    blocks = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    for block in blocks:
        done = subprocess.run(
            [sys.executable, "-c", block], cwd=desk, capture_output=True, encoding="utf-8", timeout=600
        )
        assert done.returncode == 0, done.stderr
