"""Templates and what they are told -> pages."""

from __future__ import annotations

from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from onrecord.analysis.types import TimeType
from onrecord.showing import counting
from onrecord.showing.dates import datetime, phrased
from onrecord.showing.look import story_style
from onrecord.showing.markup import escaped
from onrecord.showing.visible import visible

NAVIGATION = (
    ("/", "Search"),
    ("/audit", "Audit"),
    ("/read", "Read a story"),
    ("/about", "The record"),
)
"""Where the head of every page leads."""

STATIC = Path(__file__).with_name("static")


def page(template: str, *, status: int = 200, here: str = "", **told: object) -> Response:
    """Render a page. here: which entry of NAVIGATION it belongs to."""
    return HTMLResponse(_environment().get_template(template).render(here=here, **told), status)


def drawn(template: str, **told: object) -> str:
    """Render what is no page."""
    return _environment().get_template(template).render(**told)


def address(path: str, **query: object) -> str:
    """A path with a query; what is None or empty is left out."""
    kept = {name: str(value) for name, value in query.items() if value not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path


class Titled(Protocol):
    """Whatever has a story's headline and source."""

    @property
    def headline(self) -> str | None: ...
    @property
    def source(self) -> str: ...


@cache
def static(name: str) -> bytes:
    """A file that pages need. Raises KeyError where there is none such."""
    if name == "room.css":
        return (story_style() + (STATIC / name).read_text(encoding="utf-8")).encode()
    if name not in {file.name for file in STATIC.iterdir()}:
        raise KeyError(name)
    return (STATIC / name).read_bytes()


@cache
def _static_address(name: str) -> str:
    return f"/static/{name}?{sha256(static(name)).hexdigest()[:12]}"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"navigation": NAVIGATION, "address": address, "static": _static_address}
    made.filters |= {
        "shown": _shown,
        "titled": titled,
        "when": _when,
        "day": _day,
        "stories": counting.stories,
        "statements": counting.statements,
        "number": lambda number: f"{number:,}",
    }
    return made


def _shown(words: object) -> Markup:
    """Words of a story or a record on one line, harmless."""
    return Markup(escaped(visible(str(words))))


def titled(story: Titled) -> Markup:
    """A story's headline, or else the last part of the path or address that it came from."""
    return _shown(story.headline or story.source.rstrip("/").rpartition("/")[2] or story.source)


def _day(day: date) -> Markup:
    return Markup(f'<time datetime="{day.isoformat()}">{day.day} {day:%B} {day.year}</time>')


def _when(value: str) -> Markup:
    """A TIMEX3 value in words."""
    words, moment = escaped(phrased(value)), datetime(value, TimeType.DATE)
    if moment is None or not words:
        return Markup(words)
    if len(moment) == 10:
        return _day(date.fromisoformat(moment))
    return Markup(f'<time datetime="{escaped(moment)}">{words}</time>')
