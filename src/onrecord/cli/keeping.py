"""`onrecord story`, `remove`, `check`, `backup`: what is done with a record as a whole, or with one story of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from onrecord.cli.choices import Form
from onrecord.cli.failures import say
from onrecord.cli.output import refuse, write
from onrecord.cli.read import printed
from onrecord.errors import EXIT_FAILURE, EXIT_OK, RecordError
from onrecord.record import Record
from onrecord.record.checking import problems
from onrecord.record.copying import back_up
from onrecord.showing import counting

_ID = re.compile(r"[0-9a-f]{16}")


def story(name: str, *, record: str, form: Form, output: Path | None) -> None:
    """Print what is recorded of a story."""
    check_id(name)
    refuse(output, [record])
    with Record(record) as archive:
        analysis = archive.analysis(name)
        if analysis is None:
            raise RecordError(f"{name}: no story of {archive.location} has this id; `onrecord stories` lists them.")
        write(printed([analysis], form, to_file=output is not None), output)


def stories(*, record: str) -> None:
    """Print a line for each story: id, day, publisher, headline or source."""
    with Record(record) as archive:
        lines = (
            "\t".join(
                _cell(field)
                for field in (
                    found.id,
                    str(found.published or ""),
                    found.publisher or "",
                    found.place or "",
                    found.headline or found.source,
                )
            )
            + "\n"
            for found in archive.stories()
        )
        write(lines, None)


def remove(names: Sequence[str], *, record: str) -> None:
    """Take stories out of the record."""
    for name in names:
        check_id(name)
    with Record(record) as archive:
        for name in names:
            if not archive.remove(name):
                raise RecordError(f"{name}: no story of {archive.location} has this id.")
            print(f"{name} removed.")


def check(*, record: str) -> int:
    """Look at every row of the record; return the exit code."""
    found = 0
    with Record(record) as archive:
        for problem in problems(archive):
            found += 1
            say(f"{problem.where}: {problem.what}")
        counts = archive.counts()
        if found:
            say(f"{archive.location}: {found} problem{'' if found == 1 else 's'}.")
            return EXIT_FAILURE
        held = f"{counting.stories(counts.stories)} and {counting.statements(counts.statements)}"
        print(f"{archive.location}: all is well in {held}.")
    return EXIT_OK


def backup(file: Path, *, record: str) -> None:
    """Copy the record into a new SQLite file."""
    with Record(record) as archive:
        back_up(archive, file)
    print(f"{file}: written.")


def check_id(name: str) -> None:
    """Raise RecordError where a text is no id of a story."""
    if not _ID.fullmatch(name):
        raise RecordError(f"{name}: a story's id is 16 hexadecimal digits; `onrecord stories` lists them.")


def _cell(field: str) -> str:
    return " ".join(field.split())
