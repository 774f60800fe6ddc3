"""`onrecord correct`: a person's judgement into the record's log, and the log as lines."""

from __future__ import annotations

import getpass
import json
import re
from collections.abc import Iterator, Sequence

from onrecord.analysis.types import EntityKind
from onrecord.cli.choices import Telling
from onrecord.cli.output import write
from onrecord.errors import RecordError
from onrecord.record import Record, correcting
from onrecord.record.correcting import Who
from onrecord.record.judgements.types import Judgement, Verb, Words
from onrecord.showing.visible import visible
from onrecord.story.types import Span

_PERMALINK = re.compile(r"([0-9a-f]{16})/(\w+)")
_PERSON = re.compile(r"P(\d{1,9})")
_ENTITY = re.compile(r"[eh]\d+")
_OFFSETS = re.compile(r"(\d+)-(\d+)")


def me(by: str | None) -> str:
    """Who judges: as named, else the user of this computer."""
    if by is not None and not by.strip():
        raise RecordError("A judgement needs somebody who makes it; name one with --by.")
    try:
        return by.strip() if by is not None else getpass.getuser()
    except (OSError, KeyError):
        raise RecordError("Nobody is known to be logged in; name who judges with --by.") from None


def merge(one: str, other: str, *, record: str, by: str | None, note: str | None) -> None:
    """Judge two persons to be the same."""
    with Record(record) as archive:
        _say(correcting.merge(archive, _number(one), _number(other), by=me(by), note=note))


def split(person: str, entities: Sequence[str], *, record: str, by: str | None, note: str | None) -> None:
    """Judge entities not to be the person that they are taken for."""
    with Record(record) as archive:
        where = [_permalink(entity, "an entity") for entity in entities]
        for made in correcting.split(archive, _number(person), where, by=me(by), note=note):
            _say(made)


def speaker(statement: str, name: str, *, kind: EntityKind, record: str, by: str | None, note: str | None) -> None:
    """Say who made a statement."""
    with Record(record) as archive:
        story, number = _permalink(statement, "a statement")
        _say(correcting.correct_speaker(archive, story, number, _who(name, kind), by=me(by), note=note))


def reject(statement: str, *, record: str, by: str | None, note: str | None) -> None:
    """Say that a statement is none."""
    with Record(record) as archive:
        _say(correcting.reject(archive, *_permalink(statement, "a statement"), by=me(by), note=note))


def add(
    story: str,
    *,
    content: Sequence[str],
    source: str | None,
    cue: str | None,
    name: str,
    kind: EntityKind,
    record: str,
    by: str | None,
    note: str | None,
) -> None:
    """Add a statement that was missed."""
    with Record(record) as archive:
        analysis = archive.analysis(story)
        if analysis is None:
            raise RecordError(
                f"{story}: no story of {archive.location} has this id; `onrecord stories` lists them."
            )
        text = analysis.story.text
        words = Words(
            source=(_place(text, source),) if source else (),
            cue=(_place(text, cue),) if cue else (),
            content=tuple(_place(text, piece) for piece in content),
        )
        _say(correcting.add_statement(archive, story, words, _who(name, kind), by=me(by), note=note))


def undo(number: int, *, record: str, by: str | None, note: str | None) -> None:
    """Take a judgement back."""
    with Record(record) as archive:
        _say(correcting.undo(archive, number, by=me(by), note=note))


def log(story: str | None, *, record: str, telling: Telling) -> None:
    """Print all judgements."""
    with Record(record) as archive:
        found = correcting.log(archive, story=story)
    write(_json(found) if telling is Telling.JSON else (f"{_line(each)}\n" for each in found), None)


def _who(name: str, kind: EntityKind) -> Who:
    if name == "nobody":
        return Who()
    if person := _PERSON.fullmatch(name):
        return Who(person=int(person[1]))
    return Who(entity=name) if _ENTITY.fullmatch(name) else Who(name=name, kind=kind)


def _number(person: str) -> int:
    found = _PERSON.fullmatch(person)
    if not found:
        raise RecordError(
            f"{person}: a person of the record is named by a number, such as P17; `onrecord who` shows it."
        )
    return int(found[1])


def _permalink(text: str, what: str) -> tuple[str, str]:
    found = _PERMALINK.fullmatch(text)
    if not found:
        raise RecordError(f"{text}: {what} is named by its story's id and its own, such as 83e47190914d1fa9/s4.")
    return found[1], found[2]


def _place(text: str, words: str) -> Span:
    """Where words stand in a text: offsets such as 120-164, or words that it has once."""
    if offsets := _OFFSETS.fullmatch(words):
        start, end = int(offsets[1]), int(offsets[2])
        if not start < end <= len(text):
            raise RecordError(f"{words}: the story has the characters 0-{len(text)}; the first one comes first.")
        return Span(start=start, end=end)
    count = text.count(words)
    if count != 1:
        often = "not" if not count else f"{count} times"
        raise RecordError(f"“{visible(words)}” stands {often} in the story; name its offsets, such as 120-164.")
    return Span(start=text.index(words), end=text.index(words) + len(words))


def _say(judgement: Judgement) -> None:
    print(f"Judgement {judgement.number}: {_told(judgement)}.")


def _told(judgement: Judgement) -> str:
    match judgement.verb:
        case Verb.SAME:
            return f"P{judgement.person} and P{judgement.other} are the same"
        case Verb.DIFFERENT:
            return f"in {judgement.story} it is not P{judgement.person} but P{judgement.other}"
        case Verb.UNDO:
            return f"judgement {judgement.undoes} is taken back"
        case Verb.REJECT:
            return f"in {judgement.story} what stands at {_where(judgement)} is no statement"
    told = judgement.evidence["speaker"]
    who = "nobody that is named" if told is None else visible(told["name"] or f"P{told['person']}")
    if judgement.verb is Verb.ADD:
        return f"in {judgement.story} what stands at {_where(judgement)} was said by {who}"
    return f"in {judgement.story} it was {who} who said what stands at {_where(judgement)}"


def _where(judgement: Judgement) -> str:
    pieces = judgement.evidence["statement"]["content"]
    return f"{pieces[0][0]}-{pieces[-1][1]}"


def _line(judgement: Judgement) -> str:
    when = judgement.recorded.strftime("%Y-%m-%d %H:%M")
    undone = f" (taken back by {judgement.undone})" if judgement.undone is not None else ""
    note = f" - {visible(judgement.note)}" if judgement.note else ""
    return f"{judgement.number}\t{when}\t{visible(judgement.by)}\t{_told(judgement)}{undone}{note}"


def _json(found: Sequence[Judgement]) -> Iterator[str]:
    names = ("number", "by", "story", "person", "other", "undoes", "undone", "note")
    yield (
        json.dumps(
            [
                {name: getattr(each, name) for name in names}
                | {
                    "verb": each.verb.value,
                    "recorded": each.recorded.isoformat(timespec="seconds"),
                    "evidence": dict(each.evidence) or None,
                }
                for each in found
            ],
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )
