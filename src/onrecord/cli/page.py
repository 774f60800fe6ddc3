"""Analyses -> one HTML page that needs nothing but itself, a story at a time: its text, and who said what in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice
from pathlib import Path

from onrecord.analysis.types import Analysis, Kind
from onrecord.cli.markup import Mark, escaped, marked
from onrecord.cli.phrasing import Entry, entries, head
from onrecord.story import paragraphs

_KINDS = {
    Kind.DIRECT: "all of it quoted",
    Kind.MIXED: "partly quoted",
    Kind.INDIRECT: "in the story's words",
}
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
    for number, analysis in enumerate(chain(first, remaining), 1):
        yield _story(analysis, number)
        count = len(analysis.statements)
        contents.append(
            f'<li><a href="#a{number}"><bdi>{escaped(_title(analysis))}</bdi></a> <small>{count}</small></li>'
        )
    if len(contents) > 1:
        listed = "\n".join(contents)
        yield f'<nav id="contents" aria-label="Stories"><h2>Stories</h2>\n<ol>\n{listed}\n</ol></nav>\n'
    yield "</body>\n</html>\n"


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


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
so</span> <span class="content">what is said, <span class="content">and what is said within it</span></span></p>
</header>
"""


def _story(analysis: Analysis, number: int) -> str:
    story = analysis.story
    shown = list(entries(analysis))
    spans = list(paragraphs(story.text))
    text = "\n".join(
        f'<p dir="auto">{words}</p>' for words in marked(story.text, spans, _marks(analysis, shown, number))
    )
    meta = "".join(f"<li><bdi>{escaped(part)}</bdi></li>" for part in head(analysis))
    language = story.language if story.language.replace("-", "").isalnum() else _UNKNOWN
    return f"""<article id="a{number}" lang="{escaped(language)}">
<style>{_lighting(shown, number)}</style>
<header><h2><bdi>{escaped(_title(analysis))}</bdi></h2>
<ul class="meta">{meta}</ul></header>
<div class="text">
{text}
</div>
<section class="said" aria-label="Who said what"><h3>Who said what</h3>
{_list(shown, number)}</section>
</article>
"""


def _marks(analysis: Analysis, shown: Iterable[Entry], number: int) -> list[Mark]:
    marks = [Mark(span=part.span, css=part.kind.value, rank=-1) for part in analysis.story.parts]
    for at, entry in enumerate(shown, 1):
        statement = entry.statement
        name = f"a{number}-{at}"
        roles = (("content", statement.content), ("source", statement.source), ("cue", statement.cue))
        for place, (role, pieces) in enumerate(roles):
            link = f"l{number}-{at}" if role == "cue" else None
            marks += [
                Mark(span=span, css=f"{role} {name}", rank=3 * entry.depth + place, name=name, link=link)
                for span in pieces
            ]
    return marks


def _lighting(shown: Iterable[Entry], number: int) -> str:
    """The rules by which a statement and its words in the text light each other up."""
    rules = []
    for at, _ in enumerate(shown, 1):
        words, line = f"a{number}-{at}", f"l{number}-{at}"
        lit = f"#a{number}:has(#{line}:hover,#{line}:focus,#{line}:target,#{words}:target) .{words}"
        rules.append(
            f"{lit}{{background:var(--lit);color:var(--lit-ink)}}{lit} *{{background:none;color:inherit}}"
            f"#a{number}:has(.text .{words}:hover,#{words}:target) #{line}{{border-color:var(--ink)}}"
        )
    return "\n".join(rules)


def _list(shown: Iterable[Entry], number: int) -> str:
    """Nested lists, as deep as the statements are."""
    lines: list[str] = []
    depth = -1
    for at, entry in enumerate(shown, 1):
        if entry.depth > depth:
            lines.append("<ol>")
        else:
            lines.append("</li>" + "</ol></li>" * (depth - entry.depth))
        depth = entry.depth
        lines.append(_line(entry, f"a{number}-{at}", f"l{number}-{at}"))
    if depth < 0:
        return "<p>No statement was found.</p>\n"
    return "\n".join([*lines, "</li></ol>" * (depth + 1)]) + "\n"


def _line(entry: Entry, words: str, line: str) -> str:
    who = f"<bdi>{escaped(entry.who)}</bdi>" if entry.who else ("" if entry.continues else "no source")
    continues = "<i>continues</i> " if entry.continues else ""
    cue = f' <bdi class="cue">{escaped(entry.cue)}</bdi>' if entry.cue else ""
    statement = entry.statement
    return (
        f'<li><a id="{line}" href="#{words}"><span class="who">{continues}{who}</span>{cue}'
        f' <bdi class="what">{escaped(entry.what)}</bdi>'
        f" <small>{statement.kind.value}: {_KINDS[statement.kind]} · {statement.confidence:.2f}</small></a>"
    )
