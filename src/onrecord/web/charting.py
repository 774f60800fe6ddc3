"""An audit's rows and a record's months -> the bars of charts that need no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.question.counts import Row
from onrecord.question.coverage import Share
from onrecord.showing.visible import visible

SOURCES = (
    ("persons", "people"),
    ("organizations", "organisations"),
    ("others", "groups and others, named"),
    ("unnamed", "unnamed"),
    ("open", "not known"),
)
"""The kinds of sources: a Row's field, and what it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a bar, from x on, in thousandths of its length. name: what it is; share: as in "12.5%"."""

    field: str
    name: str
    x: float
    width: float
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row of an audit."""

    name: str
    row: Row
    pieces: tuple[Piece, ...]

    @property
    def told(self) -> str:
        """The same in words."""
        return ", ".join(f"{piece.name} {piece.share}" for piece in self.pieces)


def bars(rows: Sequence[Row]) -> tuple[Bar, ...]:
    """A bar of shares for each row that counts anything."""
    return tuple(_bar(row) for row in rows if row.total)


def _bar(row: Row) -> Bar:
    pieces, x = [], 0.0
    for field, name in SOURCES:
        share = getattr(row, field) / row.total
        if share:
            pieces.append(
                Piece(field=field, name=name, x=round(x, 2), width=round(1000 * share, 2), share=f"{share:.1%}")
            )
        x += 1000 * share
    return Bar(name=visible(row.group) or "(not known)", row=row, pieces=tuple(pieces))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A month: its place from the first one, its height in hundredths of the highest."""

    month: str
    stories: int
    at: int
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The stories of a year."""

    year: str
    stories: int


def columns(months: Sequence[Share]) -> tuple[Column, ...]:
    """A column for each month that has stories; months without any leave their place empty."""
    if not months:
        return ()
    most = max(share.stories for share in months)
    numbers = [_number(share.name or "") for share in months]
    return tuple(
        Column(
            month=share.name or "", stories=share.stories, at=number - numbers[0], height=100 * share.stories / most
        )
        for share, number in zip(months, numbers, strict=True)
    )


def years(months: Sequence[Share]) -> tuple[Year, ...]:
    """The same by year."""
    found: dict[str, int] = {}
    for share in months:
        year = (share.name or "")[:4]
        found[year] = found.get(year, 0) + share.stories
    return tuple(Year(year=year, stories=count) for year, count in found.items())


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:7])
