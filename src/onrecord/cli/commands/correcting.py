"""`onrecord correct`: what each correction takes, and what its help says."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.analysis.types import EntityKind
from onrecord.cli.choices import RECORD, RecordOption, Telling
from onrecord.cli.failures import in_a_sentence

correct = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="""Put right what a record says: speakers, statements, and who is who. Nothing is overwritten.

Each correction is a judgement in the record's log, with who made it and when; it holds when stories are read anew
by newer weights, and can be taken back.""",
)

_By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", envvar="ONRECORD_BY", help="Who judges; else the user's name.")
]
_Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why, for those who read the log.")]
_Statement = Annotated[str, typer.Argument(metavar="STATEMENT", help="A permalink, as `onrecord find` prints it.")]
_SpeakerKind = Annotated[
    EntityKind, typer.Option("--kind", help="What a speaker is whom the record does not know by this name.")
]


@correct.command()
def speaker(
    statement: _Statement,
    name: Annotated[
        str,
        typer.Argument(
            metavar="SPEAKER", help="A name, a person of the record (P17), an entity of the story (e2), or nobody."
        ),
    ],
    record: RecordOption = RECORD,
    kind: _SpeakerKind = EntityKind.PERSON,
    by: _By = None,
    note: _Note = None,
) -> None:
    """Say who made a statement.

    \b
    Examples:
      onrecord correct speaker 83e47190914d1fa9/s4 'Marco Rubio'
      onrecord correct speaker 83e47190914d1fa9/s4 P17 --by ada --note 'see the transcript'
      onrecord correct speaker 83e47190914d1fa9/s4 nobody
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.correct import speaker as run

        run(statement, name, kind=kind, record=record, by=by, note=note)


@correct.command()
def reject(statement: _Statement, record: RecordOption = RECORD, by: _By = None, note: _Note = None) -> None:
    """Say that a statement is none; nothing finds it any more.

    \b
    Example:
      onrecord correct reject 83e47190914d1fa9/s4
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.correct import reject as run

        run(statement, record=record, by=by, note=note)


@correct.command()
def add(
    story: Annotated[str, typer.Argument(metavar="ID", help="The story's id, as `onrecord stories` lists it.")],
    content: Annotated[
        list[str],
        typer.Option("--content", metavar="WORDS", help="What was said: words that stand there once, or offsets."),
    ],
    source: Annotated[str | None, typer.Option("--source", metavar="WORDS", help="The words that say who.")] = None,
    cue: Annotated[str | None, typer.Option("--cue", metavar="WORDS", help="The words that signal it.")] = None,
    name: Annotated[
        str, typer.Option("--speaker", metavar="SPEAKER", help="Who said it, as for `correct speaker`.")
    ] = "nobody",
    record: RecordOption = RECORD,
    kind: _SpeakerKind = EntityKind.PERSON,
    by: _By = None,
    note: _Note = None,
) -> None:
    """Add a statement that was missed.

    \b
    Examples:
      onrecord correct add 83e47190914d1fa9 --speaker 'Marco Rubio' --content 'He is not coming back'
      onrecord correct add 83e47190914d1fa9 --source Bukele --cue rejects --content 1203-1244 --speaker e2
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.correct import add as run

        run(
            story,
            content=content,
            source=source,
            cue=cue,
            name=name,
            kind=kind,
            record=record,
            by=by,
            note=note,
        )


@correct.command()
def merge(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="A number such as P17, as `onrecord who` shows.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another one.")],
    record: RecordOption = RECORD,
    by: _By = None,
    note: _Note = None,
) -> None:
    """Say that two persons or organisations are the same.

    \b
    Example:
      onrecord correct merge P17 P204
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.correct import merge as run

        run(person, other, record=record, by=by, note=note)


@correct.command()
def split(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Who was taken for somebody else, such as P17.")],
    entities: Annotated[
        list[str], typer.Argument(metavar="ENTITY", help="The entities that are not: STORY/e2, of any stories.")
    ],
    record: RecordOption = RECORD,
    by: _By = None,
    note: _Note = None,
) -> None:
    """Say that entities are not the person that they were taken for; together they are a new one.

    \b
    Example:
      onrecord correct split P17 83e47190914d1fa9/e2 540114430272a8d2/e0
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.correct import split as run

        run(person, entities, record=record, by=by, note=note)


@correct.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The judgement, as `correct log` numbers it.")],
    record: RecordOption = RECORD,
    by: _By = None,
    note: _Note = None,
) -> None:
    """Take a judgement back; the log keeps both.

    \b
    Example:
      onrecord correct undo 12
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.correct import undo as run

        run(number, record=record, by=by, note=note)


@correct.command()
def log(
    story: Annotated[str | None, typer.Argument(metavar="ID", help="Only what was judged of this story.")] = None,
    record: RecordOption = RECORD,
    telling: Annotated[
        Telling, typer.Option("--format", help="text: a line a judgement; json: all in one list.")
    ] = Telling.TEXT,
) -> None:
    """List the judgements: number, moment (UTC), by whom, what.

    \b
    Examples:
      onrecord correct log
      onrecord correct log 83e47190914d1fa9 --format json
    """  # noqa: D301 - \b keeps the lines of a paragraph
    with in_a_sentence():
        from onrecord.cli.correct import log as run

        run(story, record=record, telling=telling)
