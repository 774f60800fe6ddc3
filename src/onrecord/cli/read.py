"""`onrecord read`: paths -> stories -> analyses -> text, JSON lines or a page, as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from onrecord.analysis import Analysis, Engine
from onrecord.analysis.contract import to_json
from onrecord.cli import terminal
from onrecord.cli.choices import Form
from onrecord.cli.output import refuse, write
from onrecord.cli.page import page
from onrecord.cli.progress import Meter, for_people
from onrecord.cli.table import table
from onrecord.errors import EXIT_OK, EXIT_UNUSABLE, StoryError
from onrecord.showing.counting import stories as counted
from onrecord.story import read_stories


def run(
    paths: Sequence[str], *, form: Form, output: Path | None, jobs: int, outer: bool, weights: Path | None
) -> int:
    """Read the stories at `paths` and print their record; return the exit code."""
    refuse(output, paths)
    unusable = 0
    with Meter(shown=for_people(to_file=output is not None)) as meter:

        def complain(error: StoryError) -> None:
            nonlocal unusable
            unusable += 1
            meter.say(str(error))

        stories = read_stories(paths, complain)
        first = next(stories, None)
        if first is not None:
            engine = Engine.load(weights)
            analyses = meter.watch(engine.analyse_many(chain([first], stories), jobs))
            shown = map(outermost, analyses) if outer else analyses
            write(printed(shown, form, to_file=output is not None), output)
        if unusable:
            meter.say(f"{counted(meter.stories)} read, {unusable} could not be read.")
    return EXIT_UNUSABLE if unusable else EXIT_OK


def printed(analyses: Iterable[Analysis], form: Form, *, to_file: bool) -> Iterator[str]:
    """The chunks of a record in one of the forms."""
    if form is Form.JSONL:
        return (json.dumps(to_json(analysis), ensure_ascii=False) + "\n" for analysis in analyses)
    if form is Form.HTML:
        return page(analyses)
    return table(analyses, width=terminal.width(to_file=to_file), colour=terminal.colour(to_file=to_file))


def outermost(analysis: Analysis) -> Analysis:
    """The analysis without the statements that stand inside another one."""
    kept = tuple(statement for statement in analysis.statements if statement.inside is None)
    return replace(analysis, statements=kept)
