"""Analyses -> one HTML page that needs nothing but itself, a story at a time: text, who said what, who is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice
from pathlib import Path

from onrecord.analysis.types import Analysis
from onrecord.cli.lists import cast_list, said_list
from onrecord.showing.lighting import entity_rules, statement_rules
from onrecord.showing.look import story_style
from onrecord.showing.marks import marks
from onrecord.showing.markup import escaped, marked
from onrecord.showing.phrasing import entries, head
from onrecord.story import paragraphs

_UNKNOWN = "und"


def page(analyses: Iterable[Analysis]) -> Iterator[str]:
    """Yield the page in chunks: the top, each story as it comes, the contents where there are several stories.

    The contents are last in the file, because a stream has no way back, and first on the screen.
    """
    remaining = iter(analyses)
    first = list(islice(remaining, 2))
    title = _title(first[0]) if len(first) == 1 else "Who said what"
    yield _top(title, several=len(first) > 1)
    contents: list[str] = []
    statements = entities = 0
    for number, analysis in enumerate(chain(first, remaining), 1):
        count = len(analysis.statements)
        rules = statement_rules(range(statements + 1, count + 1))
        rules += entity_rules(range(entities + 1, len(analysis.entities) + 1))
        statements, entities = max(statements, count), max(entities, len(analysis.entities))
        yield _story(analysis, number, rules)
        contents.append(
            f'<li><a href="#a{number}"><bdi>{escaped(_title(analysis))}</bdi></a> <small>{count}</small></li>'
        )
    if len(contents) > 1:
        listed = "\n".join(contents)
        yield f'<nav id="contents" aria-label="Stories"><h2>Stories</h2>\n<ol>\n{listed}\n</ol></nav>\n'
    yield "</body>\n</html>\n"


@cache
def _style() -> str:
    return story_style() + Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def _title(analysis: Analysis) -> str:
    return " ".join((analysis.story.headline or analysis.story.source).split())


def _top(title: str, *, several: bool) -> str:
    skip = '<a class="skip" href="#contents">Contents</a>\n' if several else ""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Onrecord">
<title>{escaped(title)} – Onrecord</title>
<style>
{_style()}</style>
</head>
<body>
{skip}<header class="page">
<p class="name">Onrecord</p>
<p>Who said what, pinned to the words of the story. It says that somebody said something, and never whether it is
true.</p>
<p class="legend" aria-label="Legend"><span class="source">who says it</span> <span class="cue">the words that say
so</span> <span class="content">what is said, <span class="content">and what is said within it</span></span>
<span class="m">who is meant: point at it or tap it</span> <span class="t">when</span></p>
</header>
"""


def _story(analysis: Analysis, number: int, rules: str) -> str:
    """rules: those of the lighting that no story before this one needed."""
    story = analysis.story
    shown = list(entries(analysis))
    spans = list(paragraphs(story.text))
    text = "\n".join(
        f'<p dir="auto">{words}</p>' for words in marked(story.text, spans, marks(analysis, shown, number))
    )
    meta = "".join(f"<li><bdi>{escaped(part)}</bdi></li>" for part in head(analysis))
    language = story.language if story.language.replace("-", "").isalnum() else _UNKNOWN
    style = f"<style>\n{rules}</style>\n" if rules else ""
    return f"""<article id="a{number}" lang="{escaped(language)}">
{style}<header><h2><bdi>{escaped(_title(analysis))}</bdi></h2>
<ul class="meta">{meta}</ul></header>
<div class="text">
{text}
</div>
<div class="lists">
<section class="said" aria-label="Who said what"><h3>Who said what</h3>
{said_list(analysis, shown, number)}</section>
{cast_list(analysis, number)}</div>
</article>
"""
