from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, SAID, Onrecord, environment


def table(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a record but for when they were recorded."""
    found = {}
    with sqlite3.connect(path) as connection:
        for name in ("engines", "stories", "entities", "mentions", "times", "statements", "spans", "about"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] != "recorded"]
            quoted = ", ".join(f'"{column}"' for column in columns)
            found[name] = connection.execute(f"SELECT {quoted} FROM {name} ORDER BY {quoted}").fetchall()
    connection.close()
    return found


def recorded(path: Path) -> int:
    """How many stories a record has that is being written, or may not be there yet."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM stories").fetchone()[0])
    except sqlite3.OperationalError:  # the tables are not made yet
        return 0
    finally:
        connection.close()


def test_stories_are_added_once_listed_printed_and_removed(onrecord: Onrecord, story: Path, tmp_path: Path) -> None:
    first = onrecord("add", story)
    assert first.returncode == 0, first.stderr
    assert first.stdout.decode().startswith("1 story added. onrecord.db holds 1 story with ")
    assert first.stderr == b""
    again = onrecord("add", story)
    assert again.stdout.decode().startswith("0 stories added, 1 known before. onrecord.db holds 1 story with ")
    [line] = onrecord("stories").stdout.decode().splitlines()
    name, day, _, place, _ = line.split("\t")
    assert (day, place) == ("2025-05-05", "PORT HALDEN")
    assert onrecord("story", name).stdout == onrecord("read", story).stdout
    assert (
        onrecord("story", name, "--format", "jsonl").stdout == onrecord("read", story, "--format", "jsonl").stdout
    )
    assert onrecord("check").stdout.decode().startswith("onrecord.db: all is well in 1 story and")
    assert onrecord("remove", name).stdout.decode() == f"{name} removed.\n"
    assert onrecord("stories").stdout == b""
    gone = onrecord("story", name)
    assert gone.returncode == 1
    assert gone.stderr.decode().startswith(f"{name}: no story of onrecord.db has this id")


def test_the_record_may_be_named_in_the_environment(onrecord: Onrecord, story: Path, tmp_path: Path) -> None:
    named = onrecord("add", "-", given=SAID.encode(), ONRECORD_RECORD="archive.db")
    assert named.returncode == 0 and (tmp_path / "archive.db").exists()
    assert not (tmp_path / "onrecord.db").exists()


def test_what_cannot_be_used_is_named_and_counted(onrecord: Onrecord, story: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    mixed = onrecord("add", story, "empty.txt")
    assert mixed.returncode == 2
    assert "empty.txt" in mixed.stderr.decode()
    assert "1 story added, 1 could not be used." in mixed.stdout.decode()


def test_there_is_a_sentence_for_each_mistake(onrecord: Onrecord, story: Path, tmp_path: Path) -> None:
    missing = onrecord("stories")
    assert missing.returncode == 1
    assert missing.stderr.decode() == (
        "onrecord.db: there is no record; make one with `onrecord add PATH --record onrecord.db`.\n"
    )
    odd = onrecord("story", "../etc/passwd")
    assert odd.returncode == 1 and b"16 hexadecimal digits" in odd.stderr
    taken = onrecord("add", story, "--record", story)
    assert taken.returncode == 1 and b"not a SQLite file" in taken.stderr


def test_a_backup_is_a_record(onrecord: Onrecord, story: Path, tmp_path: Path) -> None:
    onrecord("add", story)
    assert onrecord("backup", "monday.db").stdout == b"monday.db: written.\n"
    assert table(tmp_path / "monday.db") == table(tmp_path / "onrecord.db")
    assert onrecord("check", "--record", "monday.db").returncode == 0
    assert b"exists already" in onrecord("backup", "monday.db").stderr


def test_damage_is_found(onrecord: Onrecord, story: Path, tmp_path: Path) -> None:
    onrecord("add", story)
    with sqlite3.connect(tmp_path / "onrecord.db") as connection:
        connection.execute("UPDATE stories SET text = text || '!'")
    connection.close()
    found = onrecord("check")
    assert found.returncode == 1
    assert b"not what was added" in found.stderr and b"1 problem" in found.stderr


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of Unix")
def test_killed_and_run_again_gives_the_same_record(onrecord: Onrecord, tmp_path: Path) -> None:
    stories = tmp_path / "wire"
    stories.mkdir()
    for number in range(40):
        (stories / f"{number:02}.txt").write_text(f"{SAID}\nHaas has said so {number} times.\n", encoding="utf-8")
    assert onrecord("add", stories, "--record", "whole.db").returncode == 0
    command = [*COMMAND, "add", str(stories), "--record", "killed.db"]
    for least in (1, 9, 17, 30):
        running = subprocess.Popen(
            command, cwd=tmp_path, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while running.poll() is None and recorded(tmp_path / "killed.db") < least:
            time.sleep(0.01)
        running.send_signal(signal.SIGKILL)
        assert running.wait() == -signal.SIGKILL, "it was killed at work"
        assert least <= recorded(tmp_path / "killed.db") < 40
    assert onrecord("add", stories, "--record", "killed.db").returncode == 0
    assert table(tmp_path / "killed.db") == table(tmp_path / "whole.db")
    assert onrecord("check", "--record", "killed.db").returncode == 0
