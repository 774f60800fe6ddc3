"""`onrecord find`, `who`, `timeline`, `audit`, `export`: what each takes, and what its help says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.choices import RECORD, Listing, QuestionArgument, RecordOption, Shape, Sheet, Telling
from onrecord.cli.failures import in_a_sentence
from onrecord.question.counts import Grouping, Measure, Scale

asking = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@asking.command()
def find(
    question: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUESTION", help="Words and fields, as docs/searching.md has them; none: everything."
        ),
    ] = None,
    record: RecordOption = RECORD,
    shape: Annotated[
        Shape, typer.Option("--format", help="text: for reading; jsonl: one JSON object a statement; csv: a table.")
    ] = Shape.TEXT,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=200, metavar="N", help="Hits of a page.")] = 20,
    after: Annotated[
        str | None,
        typer.Option("--after", metavar="CURSOR", help="The next page: what the one before said at its end."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Print all pages.")] = False,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count who speaks, how, where and when as well.")
    ] = False,
) -> None:
    """Find statements in a record by their words, speakers, subjects, days and more.

    Words are looked for in what is said, in the source and in the cue. A hit shows who said it and when, the words
    in their place in the story, and a permalink: the story's id and the statement's.

    \b
    Examples:
      onrecord find tariffs
      onrecord find 'tarif* -steel speaker:rubio said:2025-04'
      onrecord find 'source:unnamed sort:newest' --format csv --all > unnamed.csv

    A question that begins with a hyphen goes behind two of them: onrecord find -- -steel tariffs
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.find import run

        run(
            " ".join(question or ()),
            record=record,
            shape=shape,
            limit=limit,
            after=after,
            everything=everything,
            facets=facets,
        )


@asking.command()
def who(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="A name, a part of one, or a number such as P17.")
    ],
    record: RecordOption = RECORD,
    telling: Annotated[
        Telling, typer.Option("--format", help="text: for reading; json: one JSON object.")
    ] = Telling.TEXT,
    each: Annotated[
        int,
        typer.Option(
            "--each", min=1, max=50, metavar="N", help="So many of the first and of the last of a subject."
        ),
    ] = 2,
    subjects: Annotated[
        int, typer.Option("--subjects", min=0, max=100, metavar="N", help="So many subjects, the commonest.")
    ] = 8,
) -> None:
    """Show all that a person or organisation said: roles over time, first and last, by subject.

    Of several whom a name finds, the one who says most is shown and the others are listed with their numbers.

    \b
    Examples:
      onrecord who Marco Rubio
      onrecord who P17 --each 5
      onrecord who rubio --format json | jq '.subjects[].name'
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.who import run

        run(" ".join(name), record=record, telling=telling, each=each, subjects=subjects)


@asking.command()
def timeline(
    question: QuestionArgument = None,
    record: RecordOption = RECORD,
    by: Annotated[Scale, typer.Option("--by", help="A heading for each day, month or year.")] = Scale.DAY,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="From this day, month or year on: 2025-04.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Up to this day, month or year, with it.")
    ] = None,
    listing: Annotated[
        Listing,
        typer.Option(
            "--format", help="text: for reading; json: one object; jsonl: a JSON object an entry; csv: a table."
        ),
    ] = Listing.TEXT,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, max=200, metavar="N", help="Entries of a page.")
    ] = 50,
    after: Annotated[
        str | None,
        typer.Option("--after", metavar="CURSOR", help="The next page: what the one before said at its end."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Print all pages.")] = False,
) -> None:
    """Show what was said and what happened, day by day, for a person, a subject or a search.

    What was said are the statements that meet the question. What happened are sentences in the stories' own voice
    that name a day, month or year, with the words asked for, and with whom speaker: and about: name in them. The
    oldest come first, or the newest with sort:newest.

    \b
    Examples:
      onrecord timeline speaker:rubio --since 2025-04
      onrecord timeline tariffs --by month
      onrecord timeline 'harbour about:"Vale Company" sort:newest' --format csv --all > harbour.csv
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.timeline import run

        run(
            " ".join(question or ()),
            record=record,
            scale=by,
            ends=(since, until),
            listing=listing,
            limit=limit,
            after=after,
            everything=everything,
        )


@asking.command()
def audit(
    question: QuestionArgument = None,
    record: RecordOption = RECORD,
    by: Annotated[
        Grouping, typer.Option("--by", help="A row for each publisher, or month of publication.")
    ] = Grouping.ALL,
    counted: Annotated[
        Measure, typer.Option("--count", help="Count statements, or the words of what is said.")
    ] = Measure.STATEMENTS,
    sheet: Annotated[
        Sheet, typer.Option("--format", help="text: shares in per cent; csv: the counts.")
    ] = Sheet.TEXT,
    chart: Annotated[
        Path | None, typer.Option("--chart", metavar="FILE", help="Draw the sources as well, as .svg or .png.")
    ] = None,
) -> None:
    """Count who gets quoted: people, organisations, unnamed sources; directly or not; where in the story.

    \b
    Examples:
      onrecord audit --by publisher
      onrecord audit about:tariffs --by month --count words --format csv > tariffs.csv
      onrecord audit kind:direct --by publisher --chart quoted.svg
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.audit import run

        run(
            " ".join(question or ()),
            record=record,
            by=by,
            measure=counted,
            sheet=sheet,
            chart=chart,
        )


@asking.command()
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What to write: .csv, .jsonl or .parquet.")],
    question: QuestionArgument = None,
    record: RecordOption = RECORD,
) -> None:
    """Write statements of a record into a file for other programs, in the order in which they were added.

    \b
    Examples:
      onrecord export statements.parquet
      onrecord export rubio.csv speaker:rubio said:2025
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.export import run

        run(file, " ".join(question or ()), record=record)
