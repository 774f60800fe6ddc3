from __future__ import annotations

import errno
import json
import os
import pty
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from onrecord import Engine
from onrecord.analysis.contract import to_json
from onrecord.cli.choices import Form
from onrecord.cli.read import outermost, printed
from onrecord.story import read_stories
from tests.cli.analyses import example
from tests.cli.conftest import COMMAND, PATIENCE, SAID, Onrecord, environment
from tests.cli.elements import parsed


def on_a_terminal(*arguments: str, cwd: Path, **changed: str) -> str:
    """What the command prints on a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=cwd,
        env=environment(COLUMNS="80", **changed),
    )
    os.close(theirs)
    printed_ = b""
    while True:
        try:
            chunk = os.read(ours, 4096)
        except OSError as error:
            assert error.errno == errno.EIO
            break
        if not chunk:
            break
        printed_ += chunk
    os.close(ours)
    assert process.wait(timeout=PATIENCE) == 0
    return printed_.decode()


def test_a_table_in_a_pipe_is_plain(onrecord: Onrecord, story: Path) -> None:
    done = onrecord("read", story.name)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0 and not done.stderr
    assert lines[0] == "bridge.txt"
    assert lines[1].startswith("PORT HALDEN · 5 May 2025 · ")
    assert [title for title in lines[3].split() if title != "WHEN"] == ["WHO", "CUE", "WHAT", "KIND"]
    assert any(re.match(r"(Mayor )?Roderick Haas,?( Mayor)? +said +", line) for line in lines)
    assert not re.search(r"[\x1b│┃─━|]", done.stdout.decode())
    assert max(map(len, lines)) <= 100
    assert max(map(len, onrecord("read", story.name, COLUMNS="50").stdout.decode().splitlines())) <= 50


def test_colour_is_for_terminals_and_for_those_who_want_it(story: Path) -> None:
    assert "\x1b[1mbridge.txt\x1b[0m" in on_a_terminal("read", story.name, cwd=story.parent, TERM="xterm")
    plain = on_a_terminal("read", story.name, cwd=story.parent, TERM="xterm", NO_COLOR="1")
    assert "bridge.txt" in plain and "\x1b" not in plain
    assert "\x1b" not in on_a_terminal("read", story.name, cwd=story.parent, TERM="dumb")


def test_json_lines_are_the_contract(onrecord: Onrecord, story: Path, engine: Engine) -> None:
    done = onrecord("read", story, "-", "--format", "jsonl", given=SAID.replace("June", "July").encode())
    first, second = map(json.loads, done.stdout.decode().splitlines())
    (read,) = read_stories(story)
    assert first == json.loads(json.dumps(to_json(engine.analyse(read))))
    assert second["story"]["source"] == "standard input"
    assert first["statements"]


def test_several_jobs_print_what_one_prints(onrecord: Onrecord, tmp_path: Path) -> None:
    lines = [json.dumps({"text": SAID.replace("June", f"June {day}")}) for day in range(1, 20)]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines))
    one, two = (onrecord("read", "wire.jsonl", "--format", "jsonl", "--jobs", jobs) for jobs in ("1", "2"))
    assert one.stdout == two.stdout and two.returncode == 0
    assert one.stdout.count(b"\n") == 19


def test_a_page(onrecord: Onrecord, story: Path) -> None:
    done = onrecord("read", story, "--format", "html", "--output", "record.html")
    assert done.returncode == 0 and not done.stdout and not done.stderr
    root = parsed((story.parent / "record.html").read_text(encoding="utf-8"))
    assert root.of_class("text")[0].text.split() == SAID.split()


def test_the_outer_layer_leaves_out_what_stands_inside() -> None:
    assert [s.id for s in outermost(example()).statements] == ["s0", "s1", "s2", "s3"]


def test_the_outer_layer_as_an_option(onrecord: Onrecord, story: Path) -> None:
    done = onrecord("read", story, "--format", "jsonl", "--layer", "outer")
    assert {s["inside"] for s in json.loads(done.stdout)["statements"]} == {None}


def test_one_bad_story_stops_nothing(onrecord: Onrecord, story: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "mixed.jsonl").write_text(json.dumps({"text": SAID}) + '\n{"text": 7}\nno json\n')
    done = onrecord("read", "noise.txt", "missing.txt", story.name, "mixed.jsonl", "--format", "jsonl")
    assert done.returncode == 2
    assert done.stdout.count(b"\n") == 2
    complaints = done.stderr.decode().splitlines()
    assert len(complaints) == 5
    assert complaints[0].startswith("noise.txt: ") and complaints[1].startswith("missing.txt: ")
    assert "mixed.jsonl" in complaints[2] and "mixed.jsonl" in complaints[3]
    assert complaints[4] == "2 stories read, 4 could not be read."


def test_nothing_readable_writes_nothing(onrecord: Onrecord, tmp_path: Path) -> None:
    done = onrecord("read", "missing.txt", "--format", "html", "--output", "record.html")
    assert done.returncode == 2 and not done.stdout
    assert done.stderr.decode().splitlines()[-1] == "0 stories read, 1 could not be read."
    assert not list(tmp_path.iterdir())


def test_missing_weights_are_said_in_a_sentence(onrecord: Onrecord, story: Path, tmp_path: Path) -> None:
    done = onrecord("read", story, "--weights", tmp_path)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1 and b"manifest.json" in done.stderr


@pytest.mark.parametrize("form", Form)
def test_a_full_disk_is_said_in_a_sentence(form: Form, onrecord: Onrecord, story: Path) -> None:
    done = onrecord("read", story, "--format", form, "--output", "/dev/full")
    assert done.returncode == 1
    assert done.stderr.decode() == "/dev/full: cannot be written (No space left on device); choose another place.\n"
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [*COMMAND, "read", str(story), "--format", form],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=PATIENCE,
            check=False,
        )
    assert process.returncode == 1
    assert process.stderr.decode().count("\n") == 1 and b"standard output: cannot be written" in process.stderr


def test_a_file_that_grows_too_large_leaves_the_old_one(story: Path) -> None:
    before = story.parent / "record.html"
    before.write_text("before")
    command = ["bash", "-c", 'ulimit -f 1; exec "$@"', "bash", *COMMAND]
    done = subprocess.run(
        [*command, "read", str(story), "--format", "html", "--output", str(before)],
        capture_output=True,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert b"File too large" in done.stderr and b"Traceback" not in done.stderr
    assert before.read_text() == "before"
    assert {path.name for path in story.parent.iterdir()} == {"record.html", "bridge.txt"}


def test_the_output_is_not_one_of_the_inputs(onrecord: Onrecord, story: Path) -> None:
    done = onrecord("read", story, "--output", story.name)
    assert done.returncode == 1 and b"is also an input" in done.stderr
    assert story.read_text(encoding="utf-8") == SAID


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text("\n".join(json.dumps({"text": f"{SAID} {i}"}) for i in range(60)))
    process = subprocess.Popen(
        [*COMMAND, "read", "wire.jsonl", "--format", "html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=PATIENCE) == 141
    process.stderr.close()


def test_an_interrupt_ends_it_quietly(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "read", "-", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
    )
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    process.stdin.write((json.dumps({"text": SAID}) + "\n").encode() * 2)
    process.stdin.flush()
    assert process.stdout.readline().startswith(b"{")
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    assert process.stderr.read() == b""
    assert process.wait(timeout=PATIENCE) == 130
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()


def test_half_a_surrogate_pair_can_be_printed_in_every_form() -> None:
    from tests.cli.analyses import analysis, statement

    text = "He \ud83d said so."
    found = analysis(statement("s0", text, source="He \ud83d", cue="said", content=("so",)), text=text)
    for form in Form:
        "".join(printed([found], form, to_file=True)).encode("utf-8", "backslashreplace")
    (line,) = printed([found], Form.JSONL, to_file=True)
    assert json.loads(line.encode("utf-8", "backslashreplace"))["story"]["text"] == text


def test_being_ended_leaves_neither_workers_nor_half_a_file(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text("\n".join(json.dumps({"text": f"{SAID} {i}"}) for i in range(900)))
    process = subprocess.Popen(
        [*COMMAND, "read", "wire.jsonl", "--jobs", "2", "--output", "record.txt"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
    )
    assert process.stderr is not None
    while process.poll() is None and not any(part.stat().st_size for part in tmp_path.glob(".record.txt.*.part")):
        time.sleep(0.05)  # until the workers have begun
    process.send_signal(signal.SIGTERM)
    assert process.stderr.read() == b"", "read to the end: no worker holds the stream open"
    assert process.wait(timeout=PATIENCE) == 143
    assert [path.name for path in tmp_path.iterdir()] == ["wire.jsonl"]
    process.stderr.close()
