"""`onrecord read` and `demo`: what each takes, and what its help says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.choices import Form, Layer
from onrecord.cli.failures import in_a_sentence

reading = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@reading.command()
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


@reading.command()
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
