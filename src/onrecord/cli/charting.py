"""An audit's rows -> a chart as SVG or PNG, through Vega-Lite."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord.cli.failures import OutputError
from onrecord.cli.output import whole
from onrecord.question.counts import Grouping, Measure, Row

_SOURCES = {
    "persons": "people",
    "organizations": "organisations",
    "others": "groups and others, named",
    "unnamed": "unnamed",
    "open": "not known",
}
_COLOURS = ["#1b6ca8", "#3aa6a0", "#8cc084", "#e8a33d", "#b9b9b9"]


def draw(rows: Sequence[Row], by: Grouping, measure: Measure, file: Path) -> None:
    """Draw a bar of shares for each group, whole or not at all; the file's ending says how: .svg or .png.

    Raises OutputError where it has another ending, or what draws is not installed.
    """
    if file.suffix.lower() not in (".svg", ".png"):
        raise OutputError(f"{file}: a chart is .svg or .png; give the file one of these endings.")
    try:
        import altair
        import vl_convert  # noqa: F401 - what altair saves SVG and PNG with
    except ImportError:
        raise OutputError("Charts need more than is installed: pip install 'onrecord[charts]'.") from None
    values = [
        {"group": row.group or "(not known)", "source": name, "share": getattr(row, field) / row.total, "order": at}
        for row in rows
        if row.total
        for at, (field, name) in enumerate(_SOURCES.items())
    ]
    names = list(_SOURCES.values())
    shown = (
        altair.Chart(altair.Data(values=values), title=f"Who is quoted, share of {measure.value}")
        .mark_bar()
        .encode(
            x=altair.X("share:Q", axis=altair.Axis(format="%", title=None), scale=altair.Scale(domain=[0, 1])),
            y=altair.Y("group:N", title=None if by is Grouping.ALL else by.value, sort=None),
            color=altair.Color(
                "source:N", title="source", sort=names, scale=altair.Scale(domain=names, range=_COLOURS)
            ),
            order=altair.Order("order:Q"),
            tooltip=["group:N", "source:N", altair.Tooltip("share:Q", format=".1%")],
        )
        .properties(width=520)
    )
    with whole(file) as made:
        shown.save(str(made), format=file.suffix.lower().removeprefix("."), scale_factor=2.0)
