"""The root of the command line; its commands are in `commands`."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from onrecord.cli.commands.asking import asking
from onrecord.cli.commands.correcting import correct
from onrecord.cli.commands.evaluating import evaluate
from onrecord.cli.commands.keeping import keeping
from onrecord.cli.commands.reading import reading
from onrecord.cli.commands.serving import serving

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (reading, keeping, asking, serving):
    app.add_typer(group)
app.add_typer(correct, name="correct")
app.add_typer(evaluate, name="evaluate")


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
      onrecord add archive/
      onrecord find 'tariffs speaker:rubio'
    """  # noqa: D301 - \b keeps the lines of a paragraph
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
