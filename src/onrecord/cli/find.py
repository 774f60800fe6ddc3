"""`onrecord find`: a question -> the statements that meet it, as text, JSON lines or CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.cli import terminal
from onrecord.cli.choices import Shape
from onrecord.cli.failures import say
from onrecord.cli.output import write
from onrecord.cli.table import wrapped
from onrecord.cli.terminal import BLUE, BOLD, DIM, PLAIN, Paint
from onrecord.question import parse
from onrecord.question.answering import MOST, answer
from onrecord.question.answers import Answer, Facet, Hit
from onrecord.question.types import Question
from onrecord.record import Record
from onrecord.showing.counting import statements
from onrecord.showing.dates import phrased
from onrecord.showing.rows import FIELDS, csv_line, json_line, row
from onrecord.showing.visible import visible

_WORD = re.compile(r"\S+")


def run(
    text: str, *, record: str, shape: Shape, limit: int, after: str | None, everything: bool, facets: bool
) -> None:
    """Print the statements that meet a question, a page of them or all."""
    question = parse(text)
    with Record(record) as archive:
        pages = _pages(
            archive, question, after, MOST if everything else limit, everything=everything, facets=facets
        )
        if shape is Shape.TEXT:
            write(_text(pages), None)
        else:
            write(_rows(pages, shape), None)


def _pages(
    archive: Record, question: Question, after: str | None, limit: int, *, everything: bool, facets: bool
) -> Iterator[Answer]:
    while True:
        page = answer(archive, question, cursor=after, limit=limit, facets=facets)
        yield page
        facets, after = False, page.more
        if after is None:
            return
        if not everything:
            say(f"There is more: --after {after}")
            return


def _text(pages: Iterator[Answer]) -> Iterator[str]:
    paint, width = terminal.painter(colour=terminal.colour(to_file=False)), max(20, terminal.width(to_file=False))
    for number, page in enumerate(pages):
        if number == 0:
            yield paint(DIM, f"{statements(page.total)} found.") + "\n"
            yield from (f"{line}\n" for facet in page.facets for line in _facet(facet, width, paint))
        for hit in page.hits:
            yield "\n" + "\n".join(_hit(hit, width, paint)) + "\n"


def _facet(facet: Facet, width: int, paint: Paint) -> Iterator[str]:
    told = ", ".join(f"{visible(bucket.value)} {bucket.count:,}" for bucket in facet.buckets)
    for number, line in enumerate(wrapped(f"{facet.name}: {told or 'none'}", width - 2)):
        yield paint(DIM, line if number == 0 else f"  {line}")


def _hit(hit: Hit, width: int, paint: Paint) -> Iterator[str]:
    who = visible(hit.speaker or f"({hit.unresolved or 'nobody is named'})")
    role = f", {visible(hit.role)}" if hit.role else ""
    when = f"  {phrased(hit.said)}" if hit.said else ""
    yield paint(BOLD, who) + role + paint(DIM, f"{when}  {hit.kind} {hit.confidence:.2f}")
    passage = hit.passage
    first, last = passage.content[0].start - passage.start, passage.content[-1].end - passage.start
    begun, ended = "" if passage.whole_start else "… ", "" if passage.whole_end else " …"
    shown = f"{begun}{passage.text.rstrip()}{ended}"
    for line in _lines(shown, first + len(begun), last + len(begun), width - 2, paint):
        yield f"  {line}"
    where = [hit.publisher, hit.published and hit.published.isoformat(), hit.headline or hit.source]
    told = " · ".join(visible(part) for part in (*where, hit.permalink) if part)
    yield from (f"  {paint(DIM, line)}" for line in wrapped(told, width - 2))


def _lines(text: str, first: int, last: int, width: int, paint: Paint) -> Iterator[str]:
    """Wrap a text, the words that begin from `first` on and before `last` in their own colour."""
    styles = (BLUE if first <= found.start() < last else PLAIN for found in _WORD.finditer(text))
    for line in wrapped(visible(text), width):
        yield " ".join(paint(next(styles, PLAIN), word) for word in line.split())


def _rows(pages: Iterator[Answer], shape: Shape) -> Iterator[str]:
    if shape is Shape.CSV:
        yield csv_line(FIELDS)
    for page in pages:
        for hit in page.hits:
            yield csv_line(row(hit).values()) if shape is Shape.CSV else json_line(hit)
