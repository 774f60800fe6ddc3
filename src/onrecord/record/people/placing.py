"""The entities of a story that was just added -> the persons and organisations of the record that they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from onrecord.analysis.fullest import fullest
from onrecord.analysis.types import Analysis, EntityKind
from onrecord.record.identity import Judgement, Profile, Verdict, judge, keys, merged
from onrecord.record.people.profiles import kept, profile_from, profiles
from onrecord.record.rows import analysis_from
from onrecord.record.schema import entities, identifications, judgements, mentions, people, people_keys, stories
from onrecord.story.types import Span

_CANDIDATES = 30
"""So many persons, those that share the most keys, are compared with an entity."""

_DOUBTS = 5
"""So many persons that an entity may be, but need not, are remembered."""

_LATEST = 64
"""A profile is made again from so many of its stories, the latest ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Where in a story somebody was mentioned, and who it was."""

    spans: frozenset[Span]
    person: int


def place(connection: Connection, number: int, analysis: Analysis, before: Sequence[Sighting] = ()) -> None:
    """Find out who the entities of a story are; number: of its row.

    before: who was where, where the story was recorded already. An entity that overlaps one of these stays who it
    was. Else it joins the one person that is judged the same; where several are, it is somebody of its own, for
    people to decide.
    """
    found = profiles(analysis)
    rows = connection.execute(select(entities.c.id, entities.c.number).where(entities.c.story == number))
    numbers = {row.id: row.number for row in rows}
    known = _Known.of(connection, found.values())
    taken: set[int] = set()
    for entity in analysis.entities:
        profile = found.get(entity.id)
        if profile is None:
            continue
        spans = {mention.span for mention in entity.mentions}
        person = next((s.person for s in before if s.person not in taken and _meet(s.spans, spans)), None)
        if person is None:
            judged = known.judged(profile, taken)
            _remember(connection, numbers[entity.id], judged)
            same = [who for who, judgement in judged.items() if judgement.verdict is Verdict.SAME]
            person = same[0] if len({known.root(who) for who in same}) == 1 else None
        person = _known_better(connection, person, profile)
        taken.add(person)
        connection.execute(
            update(entities)
            .where(entities.c.number == numbers[entity.id])
            .values(grouped=person, person=known.root(person))
        )


def place_all(connection: Connection) -> None:
    """Place the entities of every story, in the order in which the stories were added."""
    for number in connection.execute(select(stories.c.number).order_by(stories.c.number)).scalars().all():
        row = connection.execute(select(stories).where(stories.c.number == number)).mappings().one()
        place(connection, number, analysis_from(connection, row))


def sightings(connection: Connection, number: int) -> list[Sighting]:
    """Who is where in a story of the record."""
    spans: dict[int, set[Span]] = defaultdict(set)
    asked = (
        select(entities.c.grouped, mentions.c.start, mentions.c.end)
        .join(mentions, mentions.c.entity == entities.c.number)
        .where(entities.c.story == number, entities.c.grouped.is_not(None))
        .order_by(entities.c.number)
    )
    for row in connection.execute(asked):
        spans[row.grouped].add(Span(start=row.start, end=row.end))
    return [Sighting(spans=frozenset(found), person=person) for person, found in spans.items()]


def settle(connection: Connection, persons: Iterable[int]) -> None:
    """Put right what is known of persons that a story went from; who is left in none is forgotten.

    Whom somebody judged about is kept: the judgement holds when the stories come back.
    """
    for person in sorted(set(persons)):
        asked = (
            select(stories, entities.c.id.label("entity"))
            .join(entities, entities.c.story == stories.c.number)
            .where(entities.c.grouped == person)
            .order_by(stories.c.number.desc())
            .limit(_LATEST)
        )
        left = connection.execute(asked).mappings().all()
        about = or_(judgements.c.person == person, judgements.c.other == person)
        if left:
            profile: Profile | None = None
            for row in reversed(left):
                known = profiles(analysis_from(connection, row))[row["entity"]]
                profile = known if profile is None else merged(profile, known)
            assert profile is not None
            _write(connection, person, profile)
        elif not connection.execute(select(judgements.c.number).where(about).limit(1)).first():
            connection.execute(delete(people).where(people.c.number == person))


def found_person(connection: Connection, analysis: Analysis, entity: str) -> int:
    """Make a person of what one story knows of one of its entities; return the number."""
    return _known_better(connection, None, profiles(analysis)[entity])


def new_person(connection: Connection, name: str, kind: EntityKind) -> int:
    """Make a person of a name alone; return the number."""
    return _known_better(connection, None, Profile(kind=kind, names=(name,)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The persons that share a key with somebody of a story."""

    persons: Mapping[int, tuple[Profile, int]]
    by_key: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, connection: Connection, found: Iterable[Profile]) -> _Known:
        asked = sorted({key for profile in found for key in keys(profile)})
        by_key: dict[str, list[int]] = defaultdict(list)
        for at in range(0, len(asked), _BUNCH):
            own = people_keys.c.key.in_(asked[at : at + _BUNCH])
            for row in connection.execute(select(people_keys).where(own).order_by(people_keys.c.person)):
                by_key[row.key].append(row.person)
        numbers = sorted({person for shared in by_key.values() for person in shared})
        persons: dict[int, tuple[Profile, int]] = {}
        for at in range(0, len(numbers), _BUNCH):
            chosen = people.c.number.in_(numbers[at : at + _BUNCH])
            for who in connection.execute(select(people).where(chosen)):
                persons[who.number] = profile_from(who.kind, who.profile), who.merged_into or who.number
        return cls(persons=persons, by_key=by_key)

    def root(self, person: int) -> int:
        return self.persons[person][1] if person in self.persons else person

    def judged(self, profile: Profile, taken: set[int]) -> dict[int, Judgement]:
        """Those that may be this one, the likeliest first; who is somebody else in the same story is not."""
        shared = Counter(person for key in keys(profile) for person in self.by_key.get(key, ()))
        near = sorted((who for who in shared if who not in taken), key=lambda who: (-shared[who], who))
        judged = {who: judge(self.persons[who][0], profile) for who in near[:_CANDIDATES]}
        likely = {who: one for who, one in judged.items() if one.verdict is not Verdict.DIFFERENT}
        return dict(sorted(likely.items(), key=lambda pair: (-pair[1].score, pair[0])))


_BUNCH = 500


def _meet(one: Iterable[Span], other: Iterable[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _remember(connection: Connection, entity: int, judged: Mapping[int, Judgement]) -> None:
    same = sum(judgement.verdict is Verdict.SAME for judgement in judged.values())
    rows: list[dict[str, Any]] = [
        {
            "entity": entity,
            "person": person,
            "verdict": Verdict.UNSURE.value if same > 1 else judgement.verdict.value,
            "score": judgement.score,
            "reason": judgement.reason,
        }
        for person, judgement in list(judged.items())[:_DOUBTS]
    ]
    if rows:
        connection.execute(insert(identifications), rows)


def _known_better(connection: Connection, person: int | None, profile: Profile) -> int:
    """Add what a story knows to a person, a new one where it is none yet; return the number."""
    if person is None:
        last = connection.execute(select(func.coalesce(func.max(people.c.number), 0))).scalar_one()
        row: dict[str, Any] = {"number": int(last) + 1, "kind": profile.kind.value, "name": "", "profile": {}}
        connection.execute(insert(people), row)
        _write(connection, int(last) + 1, profile)
        return int(last) + 1
    known = connection.execute(select(people).where(people.c.number == person)).mappings().one()
    _write(connection, person, merged(profile_from(known["kind"], known["profile"]), profile))
    return person


def _write(connection: Connection, person: int, profile: Profile) -> None:
    connection.execute(
        update(people)
        .where(people.c.number == person)
        .values(kind=profile.kind.value, name=fullest(profile.names), profile=kept(profile))
    )
    old = set(connection.execute(select(people_keys.c.key).where(people_keys.c.person == person)).scalars())
    new = set(keys(profile))
    if gone := sorted(old - new):
        mine = people_keys.c.person == person
        connection.execute(delete(people_keys).where(mine, people_keys.c.key.in_(gone)))
    if rows := [{"key": key, "person": person} for key in sorted(new - old)]:
        connection.execute(insert(people_keys), rows)
