"""Analyses -> a table for a terminal: who, cue, what, when and kind, wrapped to its width, nothing ever cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from rich.cells import cell_len, chop_cells

from onrecord.analysis.types import Analysis
from onrecord.cli.terminal import BLUE, BOLD, DIM, PLAIN, YELLOW, Paint, painter
from onrecord.showing.phrasing import Entry, entries, head
from onrecord.showing.visible import visible

NARROW = 64
"""Below this width a statement is set as a paragraph instead of a row."""

_GAP = "  "
_DEEPEST = 5
_LEAST = 34
"""A narrower WHAT gets the room of WHEN, which then stands below KIND."""
_AMPLE = 44
"""A narrower WHAT has WHEN wrapped to the width of a day."""
_WHEN = len("2025-01-31")
_KIND = len("indirect 0.00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The widths of the columns in cells. when: 0 where it has no column; then it stands below the kind."""

    who: int
    cue: int
    what: int
    when: int


def table(analyses: Iterable[Analysis], *, width: int, colour: bool) -> Iterator[str]:
    """Yield a table for each story, in chunks of whole lines.

    width: of the terminal in cells; lines are no longer, unless width is below 20. colour: ANSI colours or none.
    """
    width = max(width, 20)
    paint = painter(colour=colour)
    for number, analysis in enumerate(analyses):
        lines = list(_heading(analysis, width, paint))
        found = list(entries(analysis))
        if width < NARROW:
            lines += ["", *chain.from_iterable(_paragraph(entry, width, paint) for entry in found)]
        elif found:
            sizes = _columns(found, width)
            lines += ["", _header(sizes, paint, dated=any(entry.when for entry in found))]
            lines += chain.from_iterable(_row(entry, sizes, paint) for entry in found)
        yield ("\n" if number else "") + "\n".join(lines) + "\n"


def wrapped(words: str, width: int) -> list[str]:
    """Break words into lines of at most `width` cells; a word that is wider goes on in the next line."""
    lines: list[str] = []
    line, used = "", 0
    for word in words.split():
        size = cell_len(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        *full, line = chop_cells(word, width) if size > width else [word]
        lines += full
        used = cell_len(line)
    return [*lines, line] if line else lines


def _heading(analysis: Analysis, width: int, paint: Paint) -> Iterator[str]:
    story = analysis.story
    for line in wrapped(visible(story.headline or story.source), width):
        yield paint(BOLD, line)
    yield from wrapped(" · ".join(head(analysis)), width)


def _who(entry: Entry) -> str:
    who = f"{entry.who}, {entry.role}" if entry.role else entry.who
    if entry.continues:
        return f"(continues) {who}".rstrip()
    return who or f"({entry.reason or 'no source'})"


def _indent(entry: Entry) -> str:
    return "  " * (min(entry.depth, _DEEPEST) - 1) + "↳ " if entry.depth else ""


def _kind(entry: Entry) -> str:
    return f"{entry.statement.kind.value:8} {entry.statement.confidence:.2f}"


def _columns(found: Sequence[Entry], width: int) -> Sizes:
    """The widths of one story's columns: no wider than their words, and the most room for what."""
    whens = [entry.when for entry in found if entry.when]
    if whens:
        who, cue = _left(found, width // 5, width // 8)
        room = width - who - cue - _KIND - 4 * len(_GAP)
        whole = max(_longest(whens), len("WHEN"))
        for when, least in ((whole, _AMPLE), (min(whole, max(_WHEN, _longest_word(whens))), _LEAST)):
            if room - when >= least:
                return Sizes(who=who, cue=cue, what=room - when, when=when)
    who, cue = _left(found, width // 4, width // 7)
    return Sizes(who=who, cue=cue, what=width - who - cue - _KIND - 3 * len(_GAP), when=0)


def _left(found: Sequence[Entry], most_who: int, most_cue: int) -> tuple[int, int]:
    """The widths of who and cue; for a long word a cue may be two cells wider."""
    who = _longest(_indent(entry) + _who(entry) for entry in found)
    cues = [entry.cue for entry in found]
    most_cue = min(max(most_cue, _longest_word(cues)), most_cue + 2)
    return max(3, min(who, most_who)), max(3, min(_longest(cues), most_cue))


def _longest(words: Iterable[str]) -> int:
    return max(map(cell_len, words), default=0)


def _longest_word(words: Iterable[str]) -> int:
    return _longest(word for several in words for word in several.split())


def _header(sizes: Sizes, paint: Paint, *, dated: bool) -> str:
    titles = [("WHO", sizes.who), ("CUE", sizes.cue), ("WHAT", sizes.what)]
    titles += [("WHEN", sizes.when)] if sizes.when else []
    last = "KIND, WHEN" if dated and not sizes.when else "KIND"
    return paint(DIM, _GAP.join([*(title.ljust(size) for title, size in titles), last]))


def _row(entry: Entry, sizes: Sizes, paint: Paint) -> Iterator[str]:
    indent = _indent(entry)
    who = wrapped(_who(entry), sizes.who - len(indent))
    cells = [
        (BLUE, sizes.who, [(" " * len(indent) if number else indent) + line for number, line in enumerate(who)]),
        (YELLOW, sizes.cue, wrapped(entry.cue, sizes.cue)),
        (PLAIN, sizes.what, wrapped(entry.what, sizes.what)),
    ]
    if sizes.when:
        cells += [(PLAIN, sizes.when, wrapped(entry.when, sizes.when)), (DIM, _KIND, [_kind(entry)])]
    else:
        cells.append((DIM, _KIND, [_kind(entry), *wrapped(entry.when, _KIND)]))
    for parts in zip_longest(*(lines for _, _, lines in cells), fillvalue=""):
        line = ""
        for part, (style, size, _) in zip(parts, cells, strict=True):
            line += paint(style, part) + " " * (size - cell_len(part)) + _GAP
        yield line.rstrip()


def _paragraph(entry: Entry, width: int, paint: Paint) -> Iterator[str]:
    indent = _indent(entry)
    room = width - len(indent)
    known = f"{entry.when}, {_kind(entry)}" if entry.when else _kind(entry)
    lead = f"{_who(entry)} {entry.cue} ({known})"
    for number, line in enumerate(wrapped(lead, room)):
        yield (indent if number == 0 else " " * len(indent)) + paint(BLUE, line)
    for line in wrapped(entry.what, room - 2):
        yield " " * (len(indent) + 2) + line
