"""`onrecord demo`: the bundled stories -> the record on the screen, and the same as a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from onrecord.analysis import Engine
from onrecord.cli.app import Form
from onrecord.cli.output import refuse, write
from onrecord.cli.page import page
from onrecord.cli.read import printed
from onrecord.demo import STORIES
from onrecord.story import read_stories


def run(output: Path) -> None:
    """Print the record of the bundled stories, write it as a page to `output`, and say where it is."""
    refuse(output, [])
    stories = [replace(story, source=Path(story.source).name) for story in read_stories(STORIES)]
    engine = Engine.load()
    analyses = [engine.analyse(story) for story in stories]
    write(page(analyses), output)
    write(printed(analyses, Form.TEXT, to_file=False), None)
    write([f"\nThe page: {output.resolve()}\n"], None)
