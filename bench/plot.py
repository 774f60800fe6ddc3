"""Points between 0 and 1 -> an SVG of them beside the diagonal, a bar of their counts below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_SIDE = 320
_LEFT, _TOP = 56, 36
_BARS = 56
"""The height of the bars below the square, in pixels."""
_GAP = 44
_WIDTH, _HEIGHT = _LEFT + _SIDE + 20, _TOP + _SIDE + _GAP + _BARS + 24
_STYLE = (
    "text{font:12px sans-serif;fill:#333}.title{font-size:14px;font-weight:bold}.grid{stroke:#e3e3e3}"
    ".even{stroke:#888;stroke-dasharray:4 4}.spread{stroke:#1f6feb;stroke-width:1.5}.line{stroke:#1f6feb;fill:none}"
    ".point,.bar{fill:#1f6feb}.bar{fill-opacity:.55}.frame{fill:none;stroke:#333}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place, the interval of its y, and how many cases stand behind it."""

    x: float
    y: float
    spread: tuple[float, float]
    count: int


def plot(title: str, along: str, up: str, points: Sequence[Point]) -> str:
    """Draw them; `along` and `up` name the axes."""
    most = max(point.count for point in points)
    bottom = _TOP + _SIDE + _GAP + _BARS
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}"'
        f' viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title, quote=True)}">',
        f"<style>{_STYLE}</style>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text class="title" x="{_LEFT}" y="22">{escape(title)}</text>',
        *_grid(),
        f'<line class="even" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>',
        f'<rect class="frame" x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>',
        f'<text x="{_x(0.5)}" y="{_TOP + _SIDE + 34}" text-anchor="middle">{escape(along)}</text>',
        f'<text transform="translate(16 {_y(0.5)}) rotate(-90)" text-anchor="middle">{escape(up)}</text>',
        f'<polyline class="line" points="{" ".join(f"{_x(p.x)},{_y(p.y)}" for p in points)}"/>',
    ]
    for point in points:
        height = round(_BARS * point.count / most, 1)
        middle = _x(point.x)
        low, high = map(_y, point.spread)
        parts += [
            f'<line class="spread" x1="{middle}" y1="{low}" x2="{middle}" y2="{high}"/>',
            f'<circle class="point" cx="{middle}" cy="{_y(point.y)}" r="4"/>',
            f'<rect class="bar" x="{middle - 8:.1f}" y="{bottom - height:.1f}" width="16" height="{height}"/>',
            f'<text x="{middle}" y="{bottom + 14}" text-anchor="middle">{point.count}</text>',
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _grid() -> list[str]:
    lines = []
    for tenth in range(0, 11, 2):
        place = tenth / 10
        lines += [
            f'<line class="grid" x1="{_x(place)}" y1="{_y(0)}" x2="{_x(place)}" y2="{_y(1)}"/>',
            f'<line class="grid" x1="{_x(0)}" y1="{_y(place)}" x2="{_x(1)}" y2="{_y(place)}"/>',
            f'<text x="{_x(place)}" y="{_y(0) + 16}" text-anchor="middle">{place:.1f}</text>',
            f'<text x="{_x(0) - 6}" y="{_y(place) + 4}" text-anchor="end">{place:.1f}</text>',
        ]
    return lines


def _x(value: float) -> float:
    return round(_LEFT + _SIDE * value, 1)


def _y(value: float) -> float:
    return round(_TOP + _SIDE * (1 - value), 1)
