"""`onrecord serve`: what it takes, and what its help says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.choices import RECORD, RecordOption
from onrecord.cli.failures import in_a_sentence

serving = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@serving.command()
def serve(
    record: RecordOption = RECORD,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, metavar="N", help="On which port.")] = 8000,
    token_file: Annotated[
        Path | None,
        typer.Option(
            "--token-file",
            metavar="FILE",
            help="Reading needs the token in this file; else that in ONRECORD_TOKEN.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name that it is reached by as well; may be repeated."),
    ] = None,
) -> None:
    """Open a record in a browser: search, stories, people, audit, and an HTTP API under /api/v1.

    It listens on this machine only. On another address it starts only where reading needs a token.

    \b
    Examples:
      onrecord serve
      onrecord serve --record archive.db --port 8080
      onrecord serve --host 0.0.0.0 --name news.example.org --token-file token.txt
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.web.serving import run

        run(record, host=host, port=port, token_file=token_file, names=tuple(name or ()))
