"""`onrecord add` and what is done with a record: what each takes, and what its help says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.choices import RECORD, Form, RecordOption
from onrecord.cli.failures import in_a_sentence

keeping = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


_StoryIds = Annotated[
    list[str], typer.Argument(metavar="ID", help="Ids of stories, as `onrecord stories` lists them.")
]


@keeping.command()
def add(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns, or - for standard input.")
    ],
    record: RecordOption = RECORD,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Worker processes.")] = 1,
    weights: Annotated[
        Path | None, typer.Option("--weights", metavar="DIR", hidden=True, help="Another weights folder.")
    ] = None,
) -> None:
    """Read stories into a record, which is made where there is none.

    What is in the record already is not read again, so an interrupted command goes on where it was when it is run
    again. Each story is recorded whole or not at all. A story that cannot be used is named on standard error and
    the rest goes on.

    \b
    Examples:
      onrecord add wire/*.txt
      onrecord add archive/ --record archive.db --jobs 4
      cat today.jsonl | onrecord add - --record postgresql://localhost/news

    \b
    Exit codes: 0 all recorded; 1 it failed; 2 some input could not be used.
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.add import run

        code = run(paths, record=record, jobs=jobs, weights=weights)
    raise typer.Exit(code)


@keeping.command()
def stories(record: RecordOption = RECORD) -> None:
    """List the stories of a record, a line each: id, day, publisher, place, headline or source, tabs between.

    \b
    Examples:
      onrecord stories
      onrecord stories | grep -i tariff | cut -f 1
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.keeping import stories as run

        run(record=record)


@keeping.command()
def story(
    name: Annotated[str, typer.Argument(metavar="ID", help="The story's id, as `onrecord stories` lists it.")],
    record: RecordOption = RECORD,
    form: Annotated[
        Form,
        typer.Option("--format", help="text: a table; jsonl: one JSON object; html: a page for a browser."),
    ] = Form.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all."),
    ] = None,
) -> None:
    """Print who said what in a story of the record.

    \b
    Examples:
      onrecord story 83e47190914d1fa9
      onrecord story 83e47190914d1fa9 --format html --output story.html
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.keeping import story as run

        run(name, record=record, form=form, output=output)


@keeping.command()
def versions(
    name: Annotated[str, typer.Argument(metavar="ID", help="The id of any of the versions.")],
    record: RecordOption = RECORD,
) -> None:
    """Show the versions of a story, copies and updates, and which statements changed from one to the next.

    \b
    Example:
      onrecord versions 83e47190914d1fa9
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.versions import run

        run(name, record=record)


@keeping.command()
def remove(names: _StoryIds, record: RecordOption = RECORD) -> None:
    """Take stories out of a record, with all that was found in them.

    \b
    Example:
      onrecord remove 83e47190914d1fa9
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.keeping import remove as run

        run(names, record=record)


@keeping.command()
def check(record: RecordOption = RECORD) -> None:
    """Verify a record: every id, offset, word and reference, and the index of words.

    \b
    Example:
      onrecord check --record archive.db

    \b
    Exit codes: 0 all is well; 1 it is not, and what is wrong stands on standard error.
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.keeping import check as run

        code = run(record=record)
    raise typer.Exit(code)


@keeping.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The new SQLite file.")],
    record: RecordOption = RECORD,
) -> None:
    """Copy a record, row for row, into a new SQLite file, while others go on using it.

    \b
    Examples:
      onrecord backup monday.db
      onrecord backup news.db --record postgresql://localhost/news
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.keeping import backup as run

        run(file, record=record)
