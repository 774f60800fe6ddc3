"""Analyses -> a table for a terminal: who, cue, what and kind, wrapped to its width, nothing ever cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, zip_longest

from rich.cells import cell_len, chop_cells

from onrecord.analysis.types import Analysis
from onrecord.cli.phrasing import Entry, entries, head
from onrecord.cli.visible import visible

NARROW = 64
"""Below this width a statement is set as a paragraph instead of a row."""

_TITLES = ("WHO", "CUE", "WHAT", "KIND")
_GAP = "  "
_DEEPEST = 5
_PLAIN, _BOLD, _DIM, _BLUE, _YELLOW = "", "1", "2", "36", "33"

Paint = Callable[[str, str], str]
Sizes = tuple[int, int, int, int]


def table(analyses: Iterable[Analysis], *, width: int, colour: bool) -> Iterator[str]:
    """Yield a table for each story, in chunks of whole lines.

    width: of the terminal in cells; lines are no longer, unless width is below 20. colour: ANSI colours or none.
    """
    width = max(width, 20)
    paint = _painted if colour else _unpainted
    for number, analysis in enumerate(analyses):
        lines = list(_heading(analysis, width, paint))
        found = list(entries(analysis))
        if width < NARROW:
            lines += ["", *chain.from_iterable(_paragraph(entry, width, paint) for entry in found)]
        elif found:
            sizes = _columns(found, width)
            lines += ["", _header(sizes, paint)]
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
        yield paint(_BOLD, line)
    yield from wrapped(" · ".join(head(analysis)), width)


def _who(entry: Entry) -> str:
    if entry.continues:
        return f"(continues) {entry.who}".rstrip()
    return entry.who or "(no source)"


def _indent(entry: Entry) -> str:
    return "  " * (min(entry.depth, _DEEPEST) - 1) + "↳ " if entry.depth else ""


def _kind(entry: Entry) -> str:
    return f"{entry.statement.kind.value:8} {entry.statement.confidence:.2f}"


def _columns(found: Iterable[Entry], width: int) -> Sizes:
    """The widths of the columns of one story's table: no wider than their words, and the most room for what."""
    longest_who = max(cell_len(_indent(entry) + _who(entry)) for entry in found)
    longest_cue = max(cell_len(entry.cue) for entry in found)
    kind = len("indirect 0.00")
    who = max(3, min(longest_who, width // 4))
    cue = max(3, min(longest_cue, width // 7))
    return who, cue, width - who - cue - kind - 3 * len(_GAP), kind


def _header(sizes: Sizes, paint: Paint) -> str:
    cells = zip(_TITLES, sizes, strict=True)
    return paint(_DIM, _GAP.join(title.ljust(size) for title, size in cells).rstrip())


def _row(entry: Entry, sizes: Sizes, paint: Paint) -> Iterator[str]:
    indent = _indent(entry)
    who = wrapped(_who(entry), sizes[0] - len(indent))
    cells = (
        [(indent if number == 0 else " " * len(indent)) + line for number, line in enumerate(who)],
        wrapped(entry.cue, sizes[1]),
        wrapped(entry.what, sizes[2]),
        [_kind(entry)],
    )
    for parts in zip_longest(*cells, fillvalue=""):
        line = ""
        for part, size, style in zip(parts, sizes, (_BLUE, _YELLOW, _PLAIN, _DIM), strict=True):
            line += paint(style, part) + " " * (size - cell_len(part)) + _GAP
        yield line.rstrip()


def _paragraph(entry: Entry, width: int, paint: Paint) -> Iterator[str]:
    indent = _indent(entry)
    room = width - len(indent)
    lead = f"{_who(entry)} {entry.cue} ({_kind(entry)})"
    for number, line in enumerate(wrapped(lead, room)):
        yield (indent if number == 0 else " " * len(indent)) + paint(_BLUE, line)
    for line in wrapped(entry.what, room - 2):
        yield " " * (len(indent) + 2) + line


def _painted(style: str, words: str) -> str:
    return f"\x1b[{style}m{words}\x1b[0m" if style and words else words


def _unpainted(style: str, words: str) -> str:
    return words
