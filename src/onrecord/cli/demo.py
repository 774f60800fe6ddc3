"""`onrecord demo`: the bundled stories -> the record on the screen, and the same as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.analysis import Analysis, Engine
from onrecord.cli.choices import Form
from onrecord.cli.output import refuse, write
from onrecord.cli.page import page
from onrecord.cli.read import printed
from onrecord.demo import STORIES
from onrecord.story import read_stories


def run(output: Path) -> None:
    """Print the record of the bundled stories, write it as a page to `output`, and say where it is."""
    refuse(output, [])
    stories = [replace(story, source=Path(story.source).name) for story in read_stories(STORIES)]
    analyses: list[Analysis] = []
    write(printed(_kept(Engine.load().analyse_many(stories), analyses), Form.TEXT, to_file=False), None)
    write(page(analyses), output)
    write([f"\nThe page: {output.resolve()}\n"], None)


def _kept(passing: Iterable[Analysis], kept: list[Analysis]) -> Iterator[Analysis]:
    for analysis in passing:
        kept.append(analysis)
        yield analysis
