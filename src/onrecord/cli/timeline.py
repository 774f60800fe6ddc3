"""`onrecord timeline`: a question -> what was said and what happened, by day, as text, JSON, JSON lines or CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain

from onrecord.cli import terminal
from onrecord.cli.choices import Listing
from onrecord.cli.failures import say
from onrecord.cli.output import write
from onrecord.cli.table import wrapped
from onrecord.cli.terminal import BLUE, BOLD, DIM, YELLOW, Paint
from onrecord.question import parse
from onrecord.question.counts import Scale
from onrecord.question.days import read_ends
from onrecord.question.periods import Entry, Happened, Period, Said, Timeline
from onrecord.question.timeline import timeline, whole
from onrecord.record import Record
from onrecord.record.days import Days
from onrecord.showing.counting import entries, events, statements
from onrecord.showing.dates import phrased
from onrecord.showing.rows import csv_line, row
from onrecord.showing.visible import visible

FIELDS = (
    *("from", "to", "what", "when", "permalink", "speaker", "speaker_kind", "role", "kind", "act", "cue", "words"),
    *("confidence", "story", "headline", "publisher", "place", "published", "story_source", "start", "end"),
)
"""The columns of an entry: said or happened; when as TIMEX3 has it, from its first day to its last."""


def run(
    text: str,
    *,
    record: str,
    scale: Scale,
    ends: tuple[str | None, str | None],
    listing: Listing,
    limit: int,
    after: str | None,
    everything: bool,
) -> None:
    """Print a page of a timeline, or all of it. ends: the days, months or years that it lies between."""
    question, within = parse(text), read_ends(*ends)
    left, more = 0, None
    with Record(record) as archive:
        if everything:
            pages = whole(archive, question, scale=scale, within=within)
        else:
            page = timeline(archive, question, scale=scale, within=within, cursor=after, limit=limit)
            left, more = page.left, page.more
            pages = iter([page])
        match listing:
            case Listing.TEXT:
                lines = _text(pages)
            case Listing.JSON:
                lines = _json(pages, left, more)
            case Listing.JSONL:
                lines = (_dumped(fields(entry)) + "\n" for entry in _entries(pages))
            case Listing.CSV:
                lines = chain([csv_line(FIELDS)], (csv_line(fields(each).values()) for each in _entries(pages)))
        write(lines, None)
    if more is not None:
        say(f"{entries(left)} more: --after {more}")


def fields(entry: Entry) -> dict[str, object]:
    """The entry as text and numbers by FIELDS."""
    first, last = _ends(entry.days)
    known: dict[str, object] = {"from": first, "to": last, "when": entry.value}
    match entry:
        case Said(hit=hit):
            told = row(hit)
            content = hit.passage.content
            own = {"what": "said", "words": told["content"], "start": content[0].start, "end": content[-1].end}
        case Happened():
            told = {name: getattr(entry, name) for name in ("permalink", "story", "headline", "publisher", "place")}
            told |= {"published": entry.published and entry.published.isoformat(), "story_source": entry.source}
            own = {"what": "happened", "words": entry.words, "start": entry.span.start, "end": entry.span.end}
    known |= {**told, **own}
    return {name: known.get(name) for name in FIELDS}


def _ends(days: Days | None) -> tuple[str | None, str | None]:
    """The first day and the last."""
    if days is None:
        return None, None
    return days.first.isoformat(), (days.before - timedelta(days=1)).isoformat()


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _entries(pages: Iterable[Timeline]) -> Iterator[Entry]:
    return (entry for page in pages for period in page.periods for entry in period.entries)


def _periods(pages: Iterable[Timeline]) -> Iterator[Period]:
    """The periods of several pages; one that stands on two of them is one."""
    last: Period | None = None
    for period in (period for page in pages for period in page.periods):
        if last is not None and last.days == period.days:
            last = replace(last, entries=last.entries + period.entries)
            continue
        if last is not None:
            yield last
        last = period
    if last is not None:
        yield last


def _json(pages: Iterator[Timeline], left: int, more: str | None) -> Iterator[str]:
    """One object; left, more: what stands behind these pages."""
    first = next(pages)
    yield f'{{"said": {first.said}, "happened": {first.happened}, "periods": ['
    for number, period in enumerate(_periods(chain([first], pages))):
        start, end = _ends(period.days)
        told = {
            "from": start,
            "to": end,
            "said": period.said,
            "happened": period.happened,
            "entries": [fields(entry) for entry in period.entries],
        }
        yield ("," if number else "") + "\n" + _dumped(told)
    yield f'], "left": {left}, "more": {_dumped(more)}}}\n'


def _text(pages: Iterator[Timeline]) -> Iterator[str]:
    paint, width = terminal.painter(colour=terminal.colour(to_file=False)), max(20, terminal.width(to_file=False))
    first = next(pages)
    yield paint(DIM, f"{statements(first.said)} and {events(first.happened)} found.") + "\n"
    for period in _periods(chain([first], pages)):
        counts = ((period.said, "said"), (period.happened, "happened"))
        told = ", ".join(f"{count:,} {what}" for count, what in counts if count)
        yield f"\n{paint(BOLD, _named(period.days))}{paint(DIM, f'  {told}')}\n"
        for entry in period.entries:
            yield "\n" + "".join(f"  {line}\n" for line in _entry(entry, period.days, width - 2, paint))


def _entry(entry: Entry, days: Days | None, width: int, paint: Paint) -> Iterator[str]:
    """What it is, its words and where they stand. days: those of the heading, which need no second word."""
    when = phrased(entry.value) if entry.value and entry.days != days else ""
    match entry:
        case Said(hit=hit):
            role = f", {visible(hit.role)}" if hit.role else ""
            cue = visible(str(row(hit)["cue"]))
            style, who = BLUE, visible(hit.speaker or f"({hit.unresolved or 'nobody is named'})") + role
            known = [when, cue, f"{hit.kind} {hit.confidence:.2f}"]
            where = [hit.publisher, hit.published, hit.headline or hit.source, hit.permalink]
        case Happened():
            style, who, known = YELLOW, "happened", [when]
            where = [entry.publisher, entry.published, entry.headline or entry.source, entry.permalink]
    yield paint(style, who) + paint(DIM, "".join(f"  {part}" for part in known if part))
    yield from (f"  {line}" for line in wrapped(visible(str(fields(entry)["words"])), width - 2))
    told = " · ".join(visible(str(part)) for part in where if part)
    yield from (f"  {paint(DIM, line)}" for line in wrapped(told, width - 2))


def _named(days: Days | None) -> str:
    """A stretch of days in words: "Monday 3 March 2025", "March 2025", "1980 to 1989"."""
    first, last = _ends(days)
    if days is None or first is None or last is None:
        return "No day is known"
    digits = 10
    if days.first.day == days.before.day == 1:
        digits = 4 if days.first.month == days.before.month == 1 else 7
    start, end = (phrased(day[:digits], spelled=True) for day in (first, last))
    return start if start == end else f"{start} to {end}"
