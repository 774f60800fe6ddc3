"""Clusters of mentions -> the story's cast: each entity with its kind, fullest name, role and mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.analysis.decode import IntArray
from onrecord.analysis.encode import Words, quotation_numbers
from onrecord.analysis.fullest import fullest
from onrecord.analysis.letters import told
from onrecord.analysis.linking import Link, Mentions, clusters_of
from onrecord.analysis.matching import Match, same
from onrecord.analysis.mentions import KINDS, Head
from onrecord.analysis.naming import Name, parse
from onrecord.analysis.reading import Reading
from onrecord.analysis.roles import apposition, role_of
from onrecord.analysis.rolewords import PERSONS
from onrecord.analysis.types import Entity, EntityKind, Form, Mention
from onrecord.story.types import Span

_WEIGHT = {Form.NAME: 2.0, Form.DESCRIPTION: 1.0, Form.PRONOUN: 0.3}


@dataclass(slots=True, kw_only=True)
class Member:
    """An entity in the making. phrase: what an unnamed speaker is called by; `mentions` are in no order yet."""

    kind: EntityKind
    name: str | None = None
    role: str | None = None
    phrase: str | None = None
    mentions: dict[Span, Form] = field(default_factory=dict)

    @property
    def start(self) -> int:
        """Where it is first mentioned."""
        return min(span.start for span in self.mentions)


class Cast:
    """Who is in a story: the entities that its mentions refer to, and those that speak without being named."""

    def __init__(self, text: str, reading: Reading, link: Link) -> None:
        self._text = text
        self._words = reading.words
        self.heads = reading.heads
        self.members: list[Member] = []
        self._of_head = [0] * len(self.heads)
        quotation = quotation_numbers(text, reading.words)
        mentions = Mentions(text, reading.words, quotation, reading.heads)
        clusters = clusters_of(mentions, reading.heads, reading.vectors, link)
        clusters = _told(clusters, text, reading, quotation)
        clusters = _apposed(clusters, text, reading)
        clusters = _rejoined(clusters, reading.heads, mentions.names)
        for number, cluster in enumerate(clusters):
            self.members.append(self._member([reading.heads[i] for i in cluster]))
            for i in cluster:
                self._of_head[i] = number

        self._heed_roles()

    def _heed_roles(self) -> None:
        """Give "the prime minister" and "the U.S. president" to the only one who has that role."""
        roles = {n: _folded(member.role) for n, member in enumerate(self.members) if member.role}
        for i, head in enumerate(self.heads):
            article, *title = _folded(
                self._text[self._words.start[max(0, head.begin - 1)] : self._words.end[head.last]]
            )
            if head.form is Form.DESCRIPTION:
                article, *title = _folded(self._span(head).of(self._text))
            if article != "the" or not title or head.form is Form.PRONOUN or title[-1] not in PERSONS:
                continue
            same_role = [n for n, role in roles.items() if role == title]
            like = same_role or [n for n, role in roles.items() if _ends(role, title) or _ends(title, role)]
            if len(like) == 1 and self._of_head[i] not in like:
                self.move(i, like[0])

    def of_head(self, head: int) -> int:
        """The number of the member that a head refers to."""
        return self._of_head[head]

    def move(self, head: int, member: int) -> None:
        """Let a head refer to another member."""
        old = self.members[self._of_head[head]]
        span = self._span(self.heads[head])
        form = old.mentions.pop(span, self.heads[head].form)
        self.members[member].mentions[span] = form
        self._of_head[head] = member

    def widen(self, head: int, span: Span) -> None:
        """Let a description's mention reach over all of the source that it heads."""
        member = self.members[self._of_head[head]]
        own = self._span(self.heads[head])
        if member.mentions.get(own) is Form.DESCRIPTION and span.start <= own.start and own.end <= span.end:
            del member.mentions[own]
            member.mentions[span] = Form.DESCRIPTION

    def add(self, member: Member) -> int:
        """Take in an entity that has no head; return its number."""
        self.members.append(member)
        return len(self.members) - 1

    def entities(self, speaking: Iterable[int]) -> tuple[tuple[Entity, ...], dict[int, str]]:
        """The finished entities in text order, and member number -> id.

        Left out is who has no name, never speaks and is mentioned only once.
        """
        speakers = set(speaking)
        kept = [
            number
            for number, member in enumerate(self.members)
            if member.mentions and (member.name or number in speakers or _recurs(member))
        ]
        kept.sort(key=lambda number: (self.members[number].start, number))
        ids = {number: f"e{at}" for at, number in enumerate(kept)}
        return tuple(self._entity(self.members[n], ids[n], n in speakers) for n in kept), ids

    def _entity(self, member: Member, name: str, speaks: bool) -> Entity:
        unnamed = speaks and member.name is None
        kind = member.kind
        if unnamed and kind in (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE):
            kind = EntityKind.UNNAMED
        return Entity(
            id=name,
            kind=kind,
            name=member.phrase if unnamed else member.name,
            role=member.role,
            mentions=tuple(Mention(span=span, form=form) for span, form in sorted(member.mentions.items())),
        )

    def _span(self, head: Head) -> Span:
        return head.span(self._words)

    def _member(self, heads: Sequence[Head]) -> Member:
        names = [self._span(head) for head in heads if head.form is Form.NAME]
        name = fullest(_proper([span.of(self._text) for span in names])) or None
        return Member(
            kind=_kind(heads, named=name is not None),
            name=name,
            role=role_of(self._text, names) if names else None,
            mentions={self._span(head): head.form for head in heads},
        )


def _folded(words: str) -> list[str]:
    return words.casefold().split()


def _ends(long: list[str], short: list[str]) -> bool:
    return long[-len(short) :] == short


def _proper(names: Sequence[str]) -> Sequence[str]:
    """The names that are more than a title ("General manager"), or all where there is none."""
    return [
        name for name in names if (last := name.split()[-1])[0].isupper() and last.lower() not in PERSONS
    ] or names


def _recurs(member: Member) -> bool:
    return len(member.mentions) > 1 and any(form is not Form.PRONOUN for form in member.mentions.values())


def _kind(heads: Sequence[Head], *, named: bool) -> EntityKind:
    """The kind that most heads speak for; who has a name is no group."""
    votes = np.sum([_WEIGHT[head.form] * np.array(head.kinds) for head in heads], axis=0)
    if named:
        votes[KINDS.index(EntityKind.GROUP)] = 0.0
    return KINDS[int(votes.argmax())]


def _told(clusters: list[list[int]], text: str, reading: Reading, quotation: IntArray) -> list[list[int]]:
    """Give pronouns to those that the text itself says they are."""
    owner = {i: number for number, cluster in enumerate(clusters) for i in cluster}
    for each in told(text, reading.words, reading.heads, quotation):
        if owner[each.pronoun] != owner[each.name]:
            clusters[owner[each.pronoun]].remove(each.pronoun)
            owner[each.pronoun] = owner[each.name]
            clusters[owner[each.name]] = sorted([*clusters[owner[each.name]], each.pronoun])
    return [cluster for cluster in clusters if cluster]


_ASKED = 2
"""Of how many mentions of one name the words around it are searched for a description."""


def _apposed(clusters: list[list[int]], text: str, reading: Reading) -> list[list[int]]:
    """Join what stands in apposition: "the chairman, Ann Lee", "Ann Lee, a nurse,", "Sheriff Lee"."""
    heads, words = reading.heads, reading.words
    owner = {i: number for number, cluster in enumerate(clusters) for i in cluster}
    firsts = [head.first for head in heads]
    asked: dict[str, int] = defaultdict(int)
    for i, head in enumerate(heads):
        if head.form is not Form.NAME or head.kind not in (EntityKind.PERSON, EntityKind.ORGANIZATION):
            continue
        span = head.span(words)
        name = span.of(text)
        asked[name] += 1
        found = apposition(text, span) if asked[name] <= _ASKED else None
        if found is None:
            continue
        low = bisect_left(firsts, int(np.searchsorted(words.start, found.start)))
        high = bisect_left(firsts, int(np.searchsorted(words.start, found.end)))
        described = [
            j
            for j in range(low, high)
            if j != i and heads[j].kind is head.kind and not _owns(heads[j], text, words)
        ]
        if not described or owner[described[0]] == owner[i]:
            continue
        theirs, ours = owner[described[0]], owner[i]
        named = any(heads[j].form is Form.NAME for j in clusters[theirs] if j != described[0])
        moved = [described[0]] if named else list(clusters[theirs])
        clusters[theirs] = [j for j in clusters[theirs] if j not in moved]
        clusters[ours] = sorted([*clusters[ours], *moved])
        owner |= dict.fromkeys(moved, ours)
    return [cluster for cluster in clusters if cluster]


def _owns(head: Head, text: str, words: Words) -> bool:
    """Whether it is a possessor: in "Lee's lawyer, Ann Roe," the one described is not Lee."""
    return text.startswith(("'", "’"), int(words.end[head.last]))


def _rejoined(clusters: list[list[int]], heads: Sequence[Head], names: Sequence[str]) -> list[list[int]]:
    """Join clusters by their names where only one reading is left: the same name, or a short form of just one."""
    parsed: list[list[Name]] = []
    kinds: list[EntityKind] = []
    by_word: dict[str, set[int]] = defaultdict(set)
    for number, cluster in enumerate(clusters):
        own = {parse(names[i]) for i in cluster if heads[i].form is Form.NAME}
        parsed.append([name for name in own if name.core])
        kinds.append(_kind([heads[i] for i in cluster], named=True))
        for name in parsed[-1]:
            for word in (*name.marks, *name.initials, name.acronym, name.alias):
                if word:
                    by_word[word].add(number)
    into = list(range(len(clusters)))

    def root(number: int) -> int:
        while into[number] != number:
            number = into[number]
        return number

    for number in range(len(clusters)):
        near = {root(other) for name in parsed[number] for word in _words(name) for other in by_word[word]}
        near.discard(root(number))
        fits = {}
        for other in near:
            if kinds[other] is kinds[root(number)]:
                match = _closest(parsed[root(number)], parsed[other])
                fuller = _length(parsed[other]) > _length(parsed[root(number)])
                if match is Match.EXACT or (fuller and match in (Match.SHORT, Match.ACRONYM)):
                    fits[other] = match
        exact = [other for other, match in fits.items() if match is Match.EXACT]
        chosen = exact or ([*fits] if len(fits) == 1 else [])
        for other in chosen[:1]:
            low, high = sorted((root(number), other))
            into[high] = low
            parsed[low] = [*parsed[low], *parsed[high]]
    joined: dict[int, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        joined[root(number)] += cluster
    return [sorted(cluster) for _, cluster in sorted(joined.items())]


def _words(name: Name) -> set[str]:
    return {word for word in (*name.marks, *name.initials, name.acronym, name.alias) if word}


def _length(names: Sequence[Name]) -> int:
    return max((len(name.words) + bool(name.suffix) for name in names), default=0)


def _closest(ours: Sequence[Name], theirs: Sequence[Name]) -> Match:
    """How two clusters' names relate at best; CLASH where any two of them clash."""
    found = {same(a, b) for a in ours for b in theirs}
    for match in (Match.CLASH, Match.EXACT, Match.ACRONYM, Match.SHORT):
        if match in found:
            return match
    return Match.NONE
