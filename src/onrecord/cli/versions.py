"""`onrecord versions`: a story's versions and what became of its statements, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.analysis.types import Analysis, Statement
from onrecord.cli import terminal
from onrecord.cli.keeping import check_id
from onrecord.cli.output import write
from onrecord.cli.table import wrapped
from onrecord.cli.terminal import BOLD, DIM, Paint
from onrecord.errors import RecordError
from onrecord.record import Record
from onrecord.record.copies.changing import ChangeKind
from onrecord.record.copies.relating import CopyKind
from onrecord.record.types import Version
from onrecord.showing.phrasing import joined
from onrecord.showing.visible import visible

_KINDS = {
    CopyKind.SAME: "the same words",
    CopyKind.REHEADLINED: "the same words, another headline",
    CopyKind.SHORTENED: "shortened",
    CopyKind.EXTENDED: "extended",
    CopyKind.UPDATED: "updated",
}
_SIGNS = {
    ChangeKind.ADDED: "+",
    ChangeKind.DROPPED: "-",
    ChangeKind.REWORDED: "~",
    ChangeKind.REATTRIBUTED: "→",
}


def run(name: str, *, record: str) -> None:
    """Print the versions of a story."""
    check_id(name)
    with Record(record) as archive:
        found = archive.versions(name)
        if not found:
            raise RecordError(f"{name}: no story of {archive.location} has this id; `onrecord stories` lists them.")
    paint = terminal.painter(colour=terminal.colour(to_file=False))
    write(_lines(found, max(20, terminal.width(to_file=False)), paint), None)


def _lines(found: tuple[Version, ...], width: int, paint: Paint) -> Iterator[str]:
    for number, version in enumerate(found):
        story = version.analysis.story
        kind = "the first" if version.kind is None else f"{_KINDS[version.kind]}{_shares(version)}"
        told = (story.id, story.published and story.published.isoformat(), kind)
        if number:
            yield "\n"
        yield paint(BOLD, visible(story.headline or story.source)) + "\n"
        yield "  " + paint(DIM, " · ".join(part for part in told if part)) + "\n"
        kept = sum(change.kind is ChangeKind.KEPT for change in version.changes)
        if version.changes:
            yield f"  {kept} of its {len(version.analysis.statements)} statements as before\n"
        for change in version.changes:
            if change.kind is ChangeKind.KEPT:
                continue
            if change.old is not None and change.new is not None:
                yield from _said(found[number - 1].analysis, change.old, _SIGNS[change.kind], width)
                yield from _said(version.analysis, change.new, " ", width)
            elif change.new is not None:
                yield from _said(version.analysis, change.new, _SIGNS[change.kind], width)
            elif change.old is not None:
                yield from _said(found[number - 1].analysis, change.old, _SIGNS[change.kind], width)


def _shares(version: Version) -> str:
    if version.kept is None or version.known is None or version.kept == version.known == 1:
        return ""
    return f": {version.kept:.0%} of the first one's words, {1 - version.known:.0%} new"


def _said(analysis: Analysis, statement: Statement, sign: str, width: int) -> Iterator[str]:
    text = analysis.story.text
    names = {entity.id: entity.name for entity in analysis.entities}
    who = (statement.speaker and names.get(statement.speaker)) or joined(text, statement.source) or "(no source)"
    words = f"{visible(who)} {joined(text, statement.cue)}: {joined(text, statement.content)}"
    for number, line in enumerate(wrapped(words, width - 4)):
        yield f"  {sign if number == 0 else ' '} {line}\n"
