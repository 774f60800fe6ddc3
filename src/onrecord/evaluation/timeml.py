"""A folder of TimeML files -> TimemlStory: its text unchanged, its day, and every TIMEX3 pinned to the text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.analysis.types import TimeType
from onrecord.errors import GoldError
from onrecord.story.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """A TIMEX3 as people marked it (TimeML 1.2.1; Pustejovsky et al. 2003)."""

    span: Span
    type: TimeType
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimemlStory:
    """A story of TimeBank, AQUAINT and the like.

    name: the file's stem. text: the characters of the TEXT element. published: the day of the document creation
    time, whose hour is left out; None where that is not a whole day. times: in the order of their ends; the
    document creation time is none of them.
    """

    name: str
    text: str
    published: date | None
    times: tuple[GoldTime, ...]


def read_timeml(folder: Path, *, names: Collection[str] | None = None) -> list[TimemlStory]:
    """Read the folder's *.tml files in the order of their names, all or those named.

    Raises GoldError where no story is left, or a file is not TimeML with TEXT and DCT in it.
    """
    paths = [path for path in sorted(folder.glob("*.tml")) if not path.name.startswith("._")]
    paths = [path for path in paths if names is None or path.stem in names]
    if not paths:
        wanted = " of these names" if names is not None else ""
        raise GoldError(f"{folder}: there is no story{wanted} in it; name a folder of TimeML's .tml files.")
    return [_read(path) for path in paths]


def _read(path: Path) -> TimemlStory:
    try:
        root = ET.fromstring(path.read_bytes().lstrip())
        body, created = root.find(".//TEXT"), root.find(".//DCT//TIMEX3")
        if body is None or created is None:
            raise ValueError("TEXT or DCT is missing")
        parts: list[str] = []
        times: list[GoldTime] = []
        _walk(body, parts, times)
    except (ET.ParseError, ValueError) as error:
        raise GoldError(f"{path}: not a TimeML story ({error}).") from error
    return TimemlStory(
        name=path.stem, text="".join(parts), published=_day(created.get("value", "")), times=tuple(times)
    )


def _walk(element: ET.Element, parts: list[str], times: list[GoldTime]) -> None:
    """Append the characters of an element to `parts`, and the TIMEX3s in it to `times`."""
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        _walk(child, parts, times)
        parts.append(child.tail or "")
    if element.tag == "TIMEX3":
        span = Span(start=start, end=sum(map(len, parts)))
        times.append(GoldTime(span=span, type=TimeType(element.get("type", "")), value=element.get("value", "")))


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None
