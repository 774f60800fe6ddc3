"""Arguments -> one of the commands; what each takes, and what its help says."""

from __future__ import annotations

from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.failures import in_a_sentence

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
evaluate = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(evaluate, name="evaluate")


class Form(StrEnum):
    """How a record is printed."""

    TEXT = "text"
    JSONL = "jsonl"
    HTML = "html"


class Shape(StrEnum):
    """How statements that were found are printed."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


class Sheet(StrEnum):
    """How counts are printed."""

    TEXT = "text"
    CSV = "csv"


class By(StrEnum):
    """What statements are counted by."""

    ALL = "all"
    PUBLISHER = "publisher"
    MONTH = "month"


class Counted(StrEnum):
    """What is counted: statements, or the words of their contents."""

    STATEMENTS = "statements"
    WORDS = "words"


class Layer(StrEnum):
    """Which statements are printed: all, or those that stand in no other one."""

    ALL = "all"
    OUTER = "outer"


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _onrecord(
    context: typer.Context,
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Take news stories apart: who said what, every entry pinned to the words it came from.

    Onrecord says that somebody said something, and never whether it is true.

    \b
    Examples:
      onrecord demo
      onrecord read story.txt
      onrecord read archive/ --format html --output record.html
    """  # noqa: D301 - \b keeps the lines of a paragraph
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command()
def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns, or - for standard input.")
    ],
    form: Annotated[
        Form,
        typer.Option(
            "--format", help="text: a table; jsonl: one JSON object a story; html: one page for a browser."
        ),
    ] = Form.TEXT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write there, whole or not at all, not to standard output."
        ),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Worker processes.")] = 1,
    layer: Annotated[
        Layer, typer.Option("--layer", help="outer: leave out statements that stand within another one.")
    ] = Layer.ALL,
    weights: Annotated[
        Path | None, typer.Option("--weights", metavar="DIR", hidden=True, help="Another weights folder.")
    ] = None,
) -> None:
    """Read stories and print who said what; nothing is stored.

    Plain text, JSON lines (objects with a text) and Reuters SGML are read, each by what it holds. A story that
    cannot be read is named on standard error and the rest goes on. Tables are wrapped to the terminal, or to
    COLUMNS where that is set; NO_COLOR turns colour off.

    \b
    Examples:
      onrecord read story.txt
      onrecord read wire/*.txt --format html --output record.html
      onrecord read archive.jsonl --format jsonl --jobs 4 > record.jsonl
      cat story.txt | onrecord read -

    \b
    Exit codes: 0 all read; 1 it failed; 2 some input could not be read.
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.read import run

        code = run(paths, form=form, output=output, jobs=jobs, outer=layer is Layer.OUTER, weights=weights)
    raise typer.Exit(code)


_RECORD = "onrecord.db"
_Record = Annotated[
    str,
    typer.Option(
        "--record",
        "-r",
        metavar="RECORD",
        envvar="ONRECORD_RECORD",
        help="The record: a SQLite file, or postgresql://HOST/DATABASE.",
    ),
]
_StoryIds = Annotated[
    list[str], typer.Argument(metavar="ID", help="Ids of stories, as `onrecord stories` lists them.")
]


@app.command()
def add(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns, or - for standard input.")
    ],
    record: _Record = _RECORD,
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


@app.command()
def find(
    question: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUESTION", help="Words and fields, as docs/searching.md has them; none: everything."
        ),
    ] = None,
    record: _Record = _RECORD,
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


@app.command()
def audit(
    question: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUESTION", help="Which statements, as for `onrecord find`; none: all."),
    ] = None,
    record: _Record = _RECORD,
    by: Annotated[By, typer.Option("--by", help="A row for each publisher, or month of publication.")] = By.ALL,
    counted: Annotated[
        Counted, typer.Option("--count", help="Count statements, or the words of what is said.")
    ] = Counted.STATEMENTS,
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
        from onrecord.question.auditing import Grouping, Measure

        run(
            " ".join(question or ()),
            record=record,
            by=Grouping(by),
            measure=Measure(counted),
            sheet=sheet,
            chart=chart,
        )


@app.command()
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What to write: .csv, .jsonl or .parquet.")],
    question: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUESTION", help="Which statements, as for `onrecord find`; none: all."),
    ] = None,
    record: _Record = _RECORD,
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


@app.command()
def stories(record: _Record = _RECORD) -> None:
    """List the stories of a record, a line each: id, day, publisher, place, headline or source, tabs between.

    \b
    Examples:
      onrecord stories
      onrecord stories | grep -i tariff | cut -f 1
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.keeping import stories as run

        run(record=record)


@app.command()
def story(
    name: Annotated[str, typer.Argument(metavar="ID", help="The story's id, as `onrecord stories` lists it.")],
    record: _Record = _RECORD,
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


@app.command()
def versions(
    name: Annotated[str, typer.Argument(metavar="ID", help="The id of any of the versions.")],
    record: _Record = _RECORD,
) -> None:
    """Show the versions of a story, copies and updates, and which statements changed from one to the next.

    \b
    Example:
      onrecord versions 83e47190914d1fa9
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.versions import run

        run(name, record=record)


@app.command()
def remove(names: _StoryIds, record: _Record = _RECORD) -> None:
    """Take stories out of a record, with all that was found in them.

    \b
    Example:
      onrecord remove 83e47190914d1fa9
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.keeping import remove as run

        run(names, record=record)


@app.command()
def check(record: _Record = _RECORD) -> None:
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


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The new SQLite file.")], record: _Record = _RECORD
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


@app.command()
def demo(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where the page goes.")] = Path(
        "onrecord-demo.html"
    ),
) -> None:
    """Read ten bundled stories, print the record and write it as a page.

    \b
    Example:
      onrecord demo --output demo.html
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.demo import run

        run(output)


@evaluate.callback(invoke_without_command=True)
def _evaluate(context: typer.Context) -> None:
    """Measure the engine against stories that people annotated."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


_Predictions = Annotated[
    Path | None,
    typer.Option(
        "--predictions",
        metavar="FILE",
        help="Score this output of `onrecord read --format jsonl` instead of running the engine.",
    ),
]
_Names = Annotated[
    str | None,
    typer.Option(
        "--names",
        metavar="FILE[#SECTION]",
        help="Score these only: a file with a name a line, plain or as a list; with #SECTION what stands under"
        " that heading.",
    ),
]
_AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
_Weights = Annotated[
    Path | None, typer.Option("--weights", metavar="DIR", hidden=True, help="Another weights folder.")
]


@evaluate.command()
def attributions(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="A folder in PolNeAR's format, or a file of labelled JSON lines.")
    ],
    predictions: _Predictions = None,
    as_json: _AsJson = False,
    weights: _Weights = None,
) -> None:
    """Score source, cue, content and the links between them, as F1 in per cent; and the speakers.

    \b
    Examples:
      onrecord evaluate attributions polnear/dev
      onrecord evaluate attributions wire/dev.jsonl --predictions record.jsonl --json
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.evaluate.attributions import run

        run(gold, predictions=predictions, as_json=as_json, weights=weights)


@evaluate.command()
def entities(
    gold: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of GUM's .conllu files.")],
    genre: Annotated[
        str | None, typer.Option("--genre", metavar="GENRE", help="Score this genre only, such as news.")
    ] = None,
    names: _Names = None,
    predictions: _Predictions = None,
    as_json: _AsJson = False,
    weights: _Weights = None,
) -> None:
    """Score people and organisations: their mentions and coreference as F1, and pronouns resolved, in per cent.

    \b
    Examples:
      onrecord evaluate entities gum/conllu --names gum/splits.md#dev
      onrecord evaluate entities gum/conllu --genre news --predictions record.jsonl --json
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.evaluate.entities import run

        run(gold, genre=genre, names=names, predictions=predictions, as_json=as_json, weights=weights)


@evaluate.command()
def times(
    gold: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of TimeML's .tml files.")],
    names: _Names = None,
    predictions: _Predictions = None,
    as_json: _AsJson = False,
    weights: _Weights = None,
) -> None:
    """Score time expressions: their extents, types and values, as F1 in per cent.

    \b
    Examples:
      onrecord evaluate times timeml/TimeBank
      onrecord evaluate times timeml/TimeBank --predictions record.jsonl --json
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.evaluate.times import run

        run(gold, names=names, predictions=predictions, as_json=as_json, weights=weights)
