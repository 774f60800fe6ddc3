"""`onrecord evaluate …`: what each takes, and what its help says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.failures import in_a_sentence

evaluate = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


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
