"""`onrecord audit`: who gets quoted, as a table, CSV or a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from rich.cells import cell_len

from onrecord.cli import terminal
from onrecord.cli.charting import draw
from onrecord.cli.choices import Sheet
from onrecord.cli.output import refuse, write
from onrecord.cli.terminal import BOLD, DIM, Paint
from onrecord.question import parse
from onrecord.question.auditing import audit
from onrecord.question.counts import Grouping, Measure, Row
from onrecord.record import Record
from onrecord.showing.rows import csv_line
from onrecord.showing.visible import visible

_SHARES = ("persons", "organizations", "others", "unnamed", "open", "direct", "mixed", "indirect")


def run(text: str, *, record: str, by: Grouping, measure: Measure, sheet: Sheet, chart: Path | None) -> None:
    """Print who gets quoted in the statements that meet a question; draw it too where a file is named."""
    question = parse(text)
    refuse(chart, [record])
    with Record(record) as archive:
        rows = audit(archive, question, by=by, measure=measure)
    if chart is not None:
        draw(rows, by, measure, chart)
    write(_csv(rows) if sheet is Sheet.CSV else _table(rows, by, measure), None)


def _csv(rows: Sequence[Row]) -> Iterator[str]:
    names = [field.name for field in fields(Row)]
    yield csv_line(names)
    for row in rows:
        yield csv_line([asdict(row)[name] if name != "position" else f"{row.position:.4f}" for name in names])


def _table(rows: Sequence[Row], by: Grouping, measure: Measure) -> Iterator[str]:
    """Shares in per cent of each group's total; the groups above one another."""
    if not rows:
        yield "0 statements found.\n"
        return
    paint = terminal.painter(colour=terminal.colour(to_file=False))
    columns: list[tuple[str, Callable[[Row], str]]] = [
        ("" if by is Grouping.ALL else by.value, lambda row: visible(row.group) or "(not known)"),
        ("stories", lambda row: f"{row.stories:,}"),
        (measure.value, lambda row: f"{row.total:,}"),
        *((name, _share(name)) for name in _SHARES),
        ("position", lambda row: f"{100 * row.position:.0f}%"),
    ]
    cells = [[write_cell(row) for _, write_cell in columns] for row in rows]
    heads = [title for title, _ in columns]
    widths = [max(map(cell_len, column)) for column in zip(heads, *cells, strict=True)]
    yield _row(heads, widths, DIM, paint)
    for row in cells:
        yield _row(row, widths, "", paint, first=BOLD)


def _share(name: str) -> Callable[[Row], str]:
    return lambda row: f"{100 * getattr(row, name) / row.total:.1f}%" if row.total else "-"


def _row(cells: Sequence[str], widths: Sequence[int], style: str, paint: Paint, first: str = "") -> str:
    padded = [
        cell + " " * (width - cell_len(cell)) if at == 0 else " " * (width - cell_len(cell)) + cell
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return (
        "  ".join([paint(first or style, padded[0]), *(paint(style, cell) for cell in padded[1:])]).rstrip() + "\n"
    )
