"""Statements and the story's cast -> who speaks in each: the member its source refers to, or why there is none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.analysis.attribution import Attribution
from onrecord.analysis.encode import Words
from onrecord.analysis.entities import Cast, Member
from onrecord.analysis.linking import PRONOUNS
from onrecord.analysis.mentions import KINDS, Head
from onrecord.analysis.reading import Reading
from onrecord.analysis.types import EntityKind, Form
from onrecord.story.sentences import sentence_at
from onrecord.story.types import Span

NO_SOURCE = "the story names no source"
OWN_VOICE = "the writer's own voice"
NOT_LINKED = "the pronoun refers to nobody that was found"

_FIRST_SINGULAR = frozenset(PRONOUNS[0])
_FIRST = _FIRST_SINGULAR | frozenset(PRONOUNS[1])
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_PRONOUN = frozenset(word for words in PRONOUNS for word in words) | _RELATIVE
_PART = frozenset(("many", "most", "all", "some", "both", "none", "few", "several"))
_ENDS = frozenset(
    [
        "of",
        "for",
        "in",
        "at",
        "from",
        "with",
        "on",
        "by",
        "who",
        "which",
        "that",
        "whose",
        "whom",
        "to",
        "under",
        "near",
        "including",
        "against",
        "about",
        "there",
        "since",
        "after",
        "before",
        "between",
        "among",
        "during",
        "within",
        "without",
        "into",
        "over",
    ]
) | frozenset(",;:(-–—")
_PHRASE = 5
"""How many words before its noun a phrase may begin."""
_DETERMINERS = frozenset(
    ["the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those"]
)
_VERBAL = re.compile(r"[a-z]{3}(?:ing|ed)$")
_PARTNERS = frozenset(("Co", "Company", "Sons", "Brothers", "Partners", "Associates"))
_TITLE = 3
"""How many words of a title may stand before a name in apposition: "a critic, the Rev. Ann Lee"."""
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_RELATIVE_CLAUSE = re.compile(r"(?<=\w), (?:who|which|whose)\b| (?:here|there)$")
_EDGES = " \t\r\n,;:-–—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who makes a statement: the number of a member of the cast, or None and why."""

    member: int | None
    unresolved: str | None = None


def speakers_of(text: str, reading: Reading, cast: Cast, starts: Sequence[int]) -> list[Speaker]:
    """Find the speaker of each of the reading's attributions.

    starts: where the story's sentences begin. The cast gains those who speak and have no mention of their own, and
    "I" and "my" in a statement go to its speaker.
    """
    return _Resolver(text, reading, cast, starts).resolve()


class _Resolver:
    def __init__(self, text: str, reading: Reading, cast: Cast, starts: Sequence[int]) -> None:
        self._text = text
        self._words: Words = reading.words
        self._kinds = reading.kinds
        self._cast = cast
        self._heads = cast.heads
        self._starts = starts
        self._firsts = [head.first for head in reading.heads]
        self._found = reading.attributions
        self._speakers: dict[int, Speaker] = {}
        self._phrases: dict[str, int] = {}

    def resolve(self) -> list[Speaker]:
        order = sorted(range(len(self._found)), key=lambda i: (self._depth(i), i))
        for i in order:
            self._speakers[i] = self._speaker(i)
            self._give_first_person(i)
        return [self._speakers[i] for i in range(len(self._found))]

    def _depth(self, i: int) -> int:
        depth, inside = 0, self._found[i].inside
        while inside is not None:
            depth, inside = depth + 1, self._found[inside].inside
        return depth

    def _speaker(self, i: int) -> Speaker:
        attribution = self._found[i]
        if not attribution.source:
            return self._without_source(i, attribution)
        source = self._trimmed(attribution.source[0])
        low = " ".join(source.of(self._text).lower().split())
        if low in _FIRST:
            return self._first_person(attribution, source)
        if low in _RELATIVE and not source.of(self._text).isupper():
            person = low not in ("which", "that")
            if not person and (document := self._document_before(source)) is not None:
                return self._new(document, EntityKind.DOCUMENT)
            head = self._antecedent(source, person=person)
            return self._of(head, source) if head is not None else Speaker(member=None, unresolved=NOT_LINKED)
        return self._of_phrase(source)

    def _trimmed(self, span: Span) -> Span:
        """The span without marks and space at its edges."""
        words = span.of(self._text)
        left = len(words) - len(words.lstrip(_EDGES))
        right = len(words.rstrip(_EDGES))
        return Span(start=span.start + left, end=span.start + right) if left < right else span

    def _first_person(self, attribution: Attribution, source: Span) -> Speaker:
        """Who says "I" in somebody's statement is that somebody; elsewhere it is the writer."""
        if attribution.inside is not None:
            return self._speakers[attribution.inside]
        head = self._head_at(source)
        if head is not None and self._is_named(self._cast.of_head(head)):
            return Speaker(member=self._cast.of_head(head))
        return Speaker(member=None, unresolved=OWN_VOICE)

    def _is_named(self, member: int) -> bool:
        found = self._cast.members[member]
        return found.name is not None or any(form is not Form.PRONOUN for form in found.mentions.values())

    def _without_source(self, i: int, attribution: Attribution) -> Speaker:
        return Speaker(member=None, unresolved=NO_SOURCE)

    def _heads_in(self, first: int, last: int) -> list[int]:
        """The heads that lie within words first .. last."""
        low = bisect_left(self._firsts, first)
        found = []
        while low < len(self._firsts) and self._firsts[low] <= last:
            if self._heads[low].last <= last:
                found.append(low)
            low += 1
        return found

    def _head_at(self, span: Span) -> int | None:
        heads = self._heads_in(*self._numbers(span))
        return heads[0] if heads else None

    def _numbers(self, span: Span) -> tuple[int, int]:
        """The numbers of a span's first and last word."""
        first = int(np.searchsorted(self._words.end, span.start, side="right"))
        last = int(np.searchsorted(self._words.start, span.end, side="left")) - 1
        return first, max(first, last)

    def _word(self, number: int) -> str:
        return self._text[self._words.start[number] : self._words.end[number]]

    def _antecedent(self, source: Span, *, person: bool) -> int | None:
        """The head that a relative pronoun follows, in its sentence: a person's where it is "who"."""
        first, _ = self._numbers(source)
        begin = self._starts[sentence_at(self._starts, source.start)]
        low, _ = self._numbers(Span(start=begin, end=begin + 1))
        heads = [h for h in self._heads_in(low, first - 1) if self._heads[h].form is not Form.PRONOUN]
        if person:
            people = [h for h in heads if self._heads[h].kinds[0] + self._heads[h].kinds[2] > 0.5]
            heads = people or heads
        return heads[-1] if heads else None

    def _document_before(self, source: Span) -> Span | None:
        """What "that" or "which" goes back to where it is no mention but a document: "a report that says"."""
        last = self._numbers(source)[0] - 1
        last -= last > 0 and self._word(last) == ","
        before = bisect_right(self._firsts, last) - 1
        mentioned = before >= 0 and self._heads[before].last >= last
        if last < 0 or mentioned or KINDS[int(self._kinds[last])] is not EntityKind.DOCUMENT:
            return None
        reach = range(last - 1, max(-1, last - 1 - _PHRASE), -1)
        first = next((n for n in reach if self._word(n).lower() in _DETERMINERS), None)
        if first is None or any(not self._word(n)[0].isalnum() for n in range(first, last + 1)):
            return None
        return Span(start=int(self._words.start[first]), end=int(self._words.end[last]))

    def _of(self, head: int, source: Span) -> Speaker:
        member = self._cast.of_head(head)
        found = self._cast.members[member]
        if self._heads[head].form is Form.DESCRIPTION and self._is_another(head, found):
            return self._new(source, self._heads[head].kind)
        if not self._is_named(member):
            return Speaker(member=None, unresolved=NOT_LINKED)
        if found.name is None and found.phrase is None:
            form = self._heads[head].form
            spans = sorted(span for span, f in found.mentions.items() if f is not Form.PRONOUN)
            phrase = source if form is not Form.PRONOUN and source.end > source.start else spans[0]
            if source.of(self._text).lower() in _PRONOUN:
                phrase = spans[0]
            found.phrase = _phrase(phrase.of(self._text))
        return Speaker(member=member)

    def _is_another(self, head: int, member: Member) -> bool:
        """Whether a description is of another kind than the named one that it was linked to."""
        kind = self._heads[head].kind
        people = (EntityKind.PERSON, EntityKind.GROUP)
        return member.name is not None and kind is not member.kind and (kind in people or member.kind in people)

    def _of_phrase(self, source: Span) -> Speaker:
        first, last = self._numbers(source)
        heads = self._heads_in(first, last)
        core = self._core_end(first, last, heads)
        inner = [h for h in heads if self._heads[h].last < core]
        if self._is_joint(first, core, inner):
            return self._new(Span(start=source.start, end=int(self._words.end[core - 1])), EntityKind.GROUP)
        if not inner:
            if self._word(first).lower() in _PART and heads:
                return self._of(heads[0], source)
            return self._headless(source, first, core, heads)
        chosen = self._chief(inner)
        head = self._heads[chosen]
        if head.form is Form.DESCRIPTION and (named := self._named_in_apposition(heads, chosen, last)) is not None:
            return self._of(named, source)
        if head.last + 1 < core and head.form is Form.NAME and head.kind is not EntityKind.PERSON:
            owned = self._kinds[core - 1]
            if self._is_owner(head, core) and KINDS[int(owned)] is EntityKind.DOCUMENT:
                return self._new(source, EntityKind.DOCUMENT)
        if head.form is Form.DESCRIPTION and self._cast.members[self._cast.of_head(chosen)].name is None:
            self._cast.widen(chosen, source)
        return self._of(chosen, source)

    def _chief(self, inner: Sequence[int]) -> int:
        """The head of the noun phrase: the last one before a clause or another phrase with an article."""
        for before, after in pairwise(inner):
            between = range(self._heads[before].last + 1, self._heads[after].first)
            if any(self._word(n).lower() in _DETERMINERS or _VERBAL.search(self._word(n)) for n in between):
                return before
        return inner[-1]

    def _core_end(self, first: int, last: int, heads: Sequence[int]) -> int:
        """The word behind the noun phrase that the source begins with: up to a comma or a preposition."""
        within = {n for h in heads for n in range(self._heads[h].first, self._heads[h].last + 1)}
        for number in range(first + 1, last + 1):
            if number not in within and self._word(number).lower() in _ENDS and not self._in_word(number):
                return number
        return last + 1

    def _in_word(self, number: int) -> bool:
        """Whether a mark joins letters on both sides, as a hyphen does in a word."""
        start, end = int(self._words.start[number]), int(self._words.end[number])
        return self._text[start - 1 : start].isalnum() and self._text[end : end + 1].isalnum()

    def _is_joint(self, first: int, core: int, inner: Sequence[int]) -> bool:
        """Whether "and" joins two who speak together: not two titles of one name, not two words of one."""
        within = {n for h in inner for n in range(self._heads[h].first, self._heads[h].last + 1)}
        for number in range(first, core - 1):
            if number in within or self._word(number).lower() not in ("and", "&"):
                continue
            left = [self._heads[h] for h in inner if self._heads[h].last < number]
            right = [self._heads[h] for h in inner if self._heads[h].first > number]
            if not right or self._word(number + 1) in _PARTNERS:
                continue
            if right[-1].form is Form.NAME:
                beside = bool(left) and left[-1].last == number - 1 and left[-1].form is not Form.DESCRIPTION
                near = right[0].first <= number + 2 or right[0].form is Form.DESCRIPTION
                if beside and (near or left[-1].kind is EntityKind.PERSON):
                    return True
                continue
            return bool(left) or right[-1].kind is EntityKind.GROUP
        return False

    def _named_in_apposition(self, heads: Sequence[int], chosen: int, last: int) -> int | None:
        """The person's name that a description goes with: "the chairman, Ann Lee", "Director of X Ann Lee"."""
        head = self._heads[chosen]
        behind = [h for h in heads if self._heads[h].first > head.last and self._heads[h].form is Form.NAME]
        people = [h for h in behind if self._heads[h].kind is EntityKind.PERSON]
        if not people:
            return None
        next_word = self._word(head.last + 1) if head.last < last else ""
        if next_word == "," and self._heads[people[0]].first <= head.last + 2 + _TITLE:
            return people[0]
        final = people[-1]
        article = self._word(head.begin).lower() in ("the", "a", "an")
        if self._ends_title(final, last) and not article and self._word(head.first)[0].isupper():
            return final
        return None

    def _ends_title(self, name: int, last: int) -> bool:
        """Whether a name ends a source without a preposition: "Director of X Lee", not "analysts at Lee"."""
        head = self._heads[name]
        return head.last == last and self._word(head.first - 1).lower() not in _ENDS

    def _is_owner(self, head: Head, core: int) -> bool:
        """Whether a name in the possessive is followed by what it owns."""
        behind = self._text[int(self._words.end[head.last]) : int(self._words.end[core - 1])]
        return behind.startswith(("'s", "’s", "' ", "’ "))

    def _headless(self, source: Span, first: int, core: int, heads: Sequence[int]) -> Speaker:
        """A source in which no mention heads: a document, or people the network did not see as such."""
        last = self._numbers(source)[1]
        for h in heads:
            head = self._heads[h]
            titled = self._ends_title(h, last) and not _ARTICLE.match(source.of(self._text))
            titled = titled and self._word(first)[0].isupper()
            if head.form is Form.NAME and head.kind is EntityKind.PERSON and (head.first == core + 1 or titled):
                return self._of(h, source)
        return self._new(source, KINDS[int(self._kinds[max(first, core - 1)])])

    def _new(self, source: Span, kind: EntityKind) -> Speaker:
        phrase = _phrase(source.of(self._text))
        key = phrase.casefold()
        if key not in self._phrases:
            self._phrases[key] = self._cast.add(Member(kind=kind, phrase=phrase))
        self._cast.members[self._phrases[key]].mentions[source] = Form.DESCRIPTION
        return Speaker(member=self._phrases[key])

    def _give_first_person(self, i: int) -> None:
        """Let "I" and "my" in a statement refer to its speaker."""
        member = self._speakers[i].member
        if member is None:
            return
        for piece in self._found[i].content:
            for head in self._heads_in(*self._numbers(piece)):
                words = self._heads[head]
                if words.form is Form.PRONOUN and self._word(words.first).lower() in _FIRST_SINGULAR:
                    self._cast.move(head, member)


def _phrase(words: str) -> str:
    """A source's words as a name: without article and relative clause, white space normalised."""
    plain = _RELATIVE_CLAUSE.split(" ".join(words.split()), maxsplit=1)[0]
    return _ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) and len(plain.split()) > 1 else plain
