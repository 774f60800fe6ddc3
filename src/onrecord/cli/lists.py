"""Entries and cast -> the lists beside a story: who said what, and who is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.analysis.types import Analysis, Entity, Kind, TimeType
from onrecord.showing.cast import cast
from onrecord.showing.dates import datetime
from onrecord.showing.marks import line, mention, words
from onrecord.showing.markup import escaped
from onrecord.showing.phrasing import Entry

_KINDS = {
    Kind.DIRECT: "all of it quoted",
    Kind.MIXED: "partly quoted",
    Kind.INDIRECT: "in the story's words",
}
_FEW = 4
"""So many entities at least are folded away where they are mentioned once and say nothing."""


def said_list(analysis: Analysis, shown: Iterable[Entry], story: int) -> str:
    """Who said what, as lists that are nested as deep as the statements are."""
    numbers = {entity.id: number for number, entity in enumerate(analysis.entities, 1)}
    lines: list[str] = []
    depth = -1
    for at, entry in enumerate(shown, 1):
        if entry.depth > depth:
            lines.append("<ol>")
        else:
            lines.append("</li>" + "</ol></li>" * (depth - entry.depth))
        depth = entry.depth
        who = _who(entry, numbers, analysis.story.text, story)
        lines.append(f'<li><div class="card">{who} {_statement(entry, story, at)}</div>')
    if depth < 0:
        return "<p>No statement was found.</p>\n"
    return "\n".join([*lines, "</li></ol>" * (depth + 1)]) + "\n"


def cast_list(analysis: Analysis, story: int) -> str:
    """Who is in it: those who speak or come more than once, the others folded; "" where there is nobody."""
    speaking = {statement.speaker for statement in analysis.statements}
    leading: list[str] = []
    others: list[str] = []
    for member in cast(analysis):
        entity = member.entity
        leads = len(entity.mentions) > 1 or entity.id in speaking
        about = f"<small>{escaped(member.about)}</small>"
        name = f"<bdi>{escaped(member.name)}</bdi> {about}"
        (leading if leads else others).append(
            f"<li>{_link(entity, member.number, name, analysis.story.text, story)}</li>"
        )
    if not leading or len(others) < _FEW:
        leading, others = leading + others, []
    if not leading:
        return ""
    listed = "<ul>\n" + "\n".join(leading) + "\n</ul>\n"
    if others:
        folded = "\n".join(others)
        summary = f"{len(others)} more, each mentioned once"
        listed += f"<details><summary>{summary}</summary>\n<ul>\n{folded}\n</ul></details>\n"
    return f'<section class="cast" aria-label="Who is in it"><h3>Who is in it</h3>\n{listed}</section>\n'


def _who(entry: Entry, numbers: Mapping[str, int], text: str, story: int) -> str:
    continues = "<i>continues</i> " if entry.continues else ""
    name = f"<bdi>{escaped(entry.who)}</bdi>" if entry.who else ""
    if entry.speaker is not None:
        name = _link(entry.speaker, numbers[entry.speaker.id], name, text, story)
    elif not name and not entry.continues:
        name = f"<i>{escaped(entry.reason or 'no source')}</i>"
    role = f'<span class="role">, <bdi>{escaped(entry.role)}</bdi></span>' if entry.role else ""
    return f'<span class="who">{continues}{name}</span>{role}'


def _link(entity: Entity, number: int, name: str, text: str, story: int) -> str:
    """The name, leading to the first mention that can be seen."""
    if not any(one.span.of(text).strip() for one in entity.mentions):
        return f'<span class="m">{name}</span>'
    return f'<a class="m e{number}" href="#{mention(story, number)}">{name}</a>'


def _statement(entry: Entry, story: int, at: int) -> str:
    statement = entry.statement
    cue = f'<bdi class="cue">{escaped(entry.cue)}</bdi> ' if entry.cue else ""
    known = [f"{statement.kind.value}: {_KINDS[statement.kind]}", f"{statement.confidence:.2f}"]
    if entry.who and entry.reason:
        known.append(f"speaker left open: {escaped(entry.reason)}")
    return (
        f'<a class="s{at}" id="{line(story, at)}" href="#{words(story, at)}">{cue}'
        f'<bdi class="what">{escaped(entry.what)}</bdi> <small>{_when(entry)}{" · ".join(known)}</small></a>'
    )


def _when(entry: Entry) -> str:
    said = entry.statement.said
    if said is None or not entry.when:
        return ""
    moment = datetime(said.value, TimeType.DATE)
    when = escaped(entry.when)
    return (f'<time datetime="{moment}">{when}</time>' if moment else when) + " · "
