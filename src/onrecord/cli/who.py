"""`onrecord who`: a name -> who bears it and all that they said, by subject, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date

from onrecord.cli import terminal
from onrecord.cli.choices import Telling
from onrecord.cli.output import write
from onrecord.cli.table import wrapped
from onrecord.cli.terminal import BLUE, BOLD, DIM, Paint
from onrecord.errors import AnswerError
from onrecord.question import render
from onrecord.question.answers import Hit
from onrecord.question.dossier import MOST, Bearer, Dossier, Role, Subject, bearers, dossier
from onrecord.question.types import NameField, NameFilter, Question
from onrecord.record import Record
from onrecord.showing import counting
from onrecord.showing.dates import phrased
from onrecord.showing.rows import row
from onrecord.showing.visible import visible

_OTHERS = 20


def run(name: str, *, record: str, telling: Telling, each: int, subjects: int) -> None:
    """Print what the one who bears a name most prominently said, and who else bears it."""
    with Record(record) as archive:
        found = bearers(archive, name)
        if not found:
            raise AnswerError(
                f'Nobody in {archive.location} is called {name}; `onrecord find speaker:"{name}"` looks among'
                " unnamed sources too."
            )
        first, *others = found
        told = dossier(archive, first, each=each, subjects=subjects)
    if telling is Telling.JSON:
        write([json.dumps(_json(told, others), ensure_ascii=False, indent=2) + "\n"], None)
        return
    paint, width = terminal.painter(colour=terminal.colour(to_file=False)), max(20, terminal.width(to_file=False))
    write((f"{line}\n" for line in _lines(told, others, width, paint)), None)


def _lines(told: Dossier, others: Sequence[Bearer], width: int, paint: Paint) -> Iterator[str]:
    bearer = told.bearer
    yield paint(BOLD, visible(bearer.name)) + paint(DIM, f"  {bearer.key} · {bearer.kind}")
    called = [visible(name) for name in bearer.names if name != bearer.name]
    if called:
        yield from wrapped(f"also called {', '.join(called)}", width)
    for role in bearer.roles:
        yield from (f"  {line}" for line in wrapped(_role(role), width - 2))
    yield from wrapped(_totals(told), width)
    for subject in told.subjects:
        yield ""
        yield from _section(f"About {visible(subject.name)}", subject, bearer, width, paint)
    if told.more:
        yield ""
        yield from wrapped(
            f"And about {told.more:,} more subject{'' if told.more == 1 else 's'}: --subjects.", width
        )
    if told.all.total and (not told.subjects or told.more):
        yield ""
        yield from _section("First and last", told.all, bearer, width, paint)
    if others:
        yield ""
        yield paint(DIM, "Others whom this name finds")
        for other in others[:_OTHERS]:
            yield from (f"  {line}" for line in wrapped(_other(other), width - 2))
        if len(others) > _OTHERS:
            most = " or more" if len(others) + 1 >= MOST else ""
            yield f"  … and {len(others) - _OTHERS}{most} others"


def _role(role: Role) -> str:
    told = (_between(role.first, role.last), counting.stories(role.stories))
    return f"{visible(role.name)} ({', '.join(part for part in told if part)})"


def _between(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    return str(first) if first == last else f"{first} to {last}"


def _totals(told: Dossier) -> str:
    bearer = told.bearer
    when = _between(bearer.first, bearer.last) if bearer.statements else ""
    spoken = counting.statements(bearer.statements) + (f", {when}" if when else "")
    of = f"; spoken of in {counting.statements(told.spoken_of)}" if told.spoken_of else ""
    return f"{spoken}; mentioned in {counting.stories(bearer.stories)}{of}"


def _section(title: str, subject: Subject, bearer: Bearer, width: int, paint: Paint) -> Iterator[str]:
    yield paint(BOLD, title) + paint(DIM, f"  {counting.statements(subject.total)}")
    for hit in subject.earliest:
        yield from _hit(hit, width, paint)
    if subject.left_out:
        asked = [NameFilter(field=NameField.SPEAKER, names=(bearer.key,))]
        asked += [NameFilter(field=NameField.ABOUT, names=(subject.key,))] if subject.key else []
        text = render(Question(filters=tuple(asked)))
        yield paint(DIM, f"  … {subject.left_out:,} more: onrecord find '{text} sort:oldest'")
    for hit in subject.latest:
        yield from _hit(hit, width, paint)


def _hit(hit: Hit, width: int, paint: Paint) -> Iterator[str]:
    fields = row(hit)
    said = f"{phrased(hit.said) if hit.said else 'undated'}"
    words = f"{visible(str(fields['cue']))}: {visible(str(fields['content']))}".removeprefix(": ")
    first = True
    for line in wrapped(words, width - 14):
        yield f"  {paint(BLUE, said.ljust(10) if first else ' ' * 10)}  {line}"
        first = False
    where = " · ".join(visible(part) for part in (hit.publisher, hit.headline or hit.source, hit.permalink) if part)
    yield from (" " * 14 + paint(DIM, line) for line in wrapped(where, width - 14))


def _other(other: Bearer) -> str:
    roles = ", ".join(visible(role.name) for role in other.roles[:2])
    told = (
        counting.statements(other.statements),
        counting.stories(other.stories),
        _between(other.first, other.last),
    )
    about = ", ".join(part for part in (roles, *told) if part)
    return f"{other.key}  {visible(other.name)} ({about})"


def _json(told: Dossier, others: Sequence[Bearer]) -> dict[str, object]:
    def of(subject: Subject) -> dict[str, object]:
        return {
            "name": subject.name,
            "key": subject.key,
            "total": subject.total,
            "earliest": [row(hit) for hit in subject.earliest],
            "latest": [row(hit) for hit in subject.latest],
        }

    return {
        "person": _bearer(told.bearer),
        "spoken_of": told.spoken_of,
        "all": of(told.all),
        "subjects": [of(subject) for subject in told.subjects],
        "more_subjects": told.more,
        "others": [_bearer(other) for other in others],
    }


def _bearer(bearer: Bearer) -> dict[str, object]:
    made: dict[str, object] = asdict(bearer) | {"key": bearer.key}
    return {name: _plain(value) for name, value in made.items()}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return value
