"""Scores of words -> mentions: where people, organisations, groups, documents and places are referred to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from onrecord.analysis.decode import FloatArray, IntArray
from onrecord.analysis.encode import Words
from onrecord.analysis.namewords import listed
from onrecord.analysis.types import EntityKind, Form
from onrecord.story.types import Part, PartKind, Span

MENTION_TAGS = ("O", *(f"{place}-{form.value}" for form in Form for place in "BI"))
"""What the network says of each word: is it the head of a mention, and of what form? A name is all head."""

KINDS = (
    EntityKind.PERSON,
    EntityKind.ORGANIZATION,
    EntityKind.GROUP,
    EntityKind.PLACE,
    EntityKind.DOCUMENT,
)
"""The kinds that the network tells apart, at the last word of a head."""

EXTENTS = 12
"""A description begins fewer words than this before its head."""

FORMS = tuple(Form)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A mention by its head, in word numbers of the story: words first .. last are the head, begin .. last all.

    kinds: the probability of each of KINDS. score: of being a mention at all.
    """

    begin: int
    first: int
    last: int
    form: Form
    kinds: tuple[float, ...]
    score: float

    @property
    def kind(self) -> EntityKind:
        """The most probable one."""
        return KINDS[self.kinds.index(max(self.kinds))]

    def span(self, words: Words) -> Span:
        """All of it, from its first determiner to the end of its head."""
        return Span(start=int(words.start[self.begin]), end=int(words.end[self.last]))

    def head(self, words: Words) -> Span:
        """Its head alone."""
        return Span(start=int(words.start[self.first]), end=int(words.end[self.last]))


def part_numbers(words: Words, parts: Sequence[Part]) -> IntArray:
    """[words]: the place in `parts` of the part of the wire copy that each word stands in, -1 for the body."""
    numbers = np.full(len(words), -1, dtype=np.int64)
    for number, part in enumerate(parts):
        first, last = np.searchsorted(words.start, (part.span.start, part.span.end))
        numbers[first:last] = number
    return numbers


def placed(head: Head, within: IntArray, parts: Sequence[Part]) -> Head:
    """A name in a dateline is no person's: it is the place's or the agency's.

    within: [words], as `part_numbers` gives them.
    """
    part = within[head.first]
    if part < 0 or parts[part].kind is not PartKind.DATELINE or head.kind is not EntityKind.PERSON:
        return head
    return replace(head, kinds=tuple(float(kind is EntityKind.PLACE) for kind in KINDS))


_JOINS = frozenset(("of", "and", "in", "for", "the", "a", "an", "at", "on", "to", "'", "’", "-", ",", "&", "or"))


def trimmed(head: Head, text: str, words: Words) -> Head | None:
    """A head without what is none of it at its ends: articles, prepositions, marks; None where no word is left."""
    own = [text[words.start[n] : words.end[n]].lower() for n in range(head.first, head.last + 1)]
    if own == ["s"]:  # of a possessive
        return None
    if head.form is Form.DESCRIPTION:
        begin = head.begin
        while begin < head.first and _is_left_over(text[words.start[begin] : words.end[begin]]):
            begin += 1
        return replace(head, begin=begin)
    if head.form is not Form.NAME:
        return head
    if len(own) == 1 and len(own[0]) == 1 and head.kind is EntityKind.PERSON:  # a word broken off, an initial alone
        return None
    first, last = 0, len(own) - 1
    while first <= last and own[first] in _JOINS:
        first += 1
    while last >= first and (own[last] in _JOINS or (own[last] == "s" and own[last - 1 : last] in (["'"], ["’"]))):
        last -= 1
    if first > last:
        return None
    trim = replace(head, begin=head.first + first, first=head.first + first, last=head.first + last)
    great = any(c.isupper() or c.isdigit() for c in trim.head(words).of(text))
    return trim if great else replace(trim, form=Form.DESCRIPTION)  # "run", of "state-run", is no name


def _is_left_over(word: str) -> bool:
    """Whether it is the end of a possessor's "'s", or a mark: nothing that a description begins with."""
    return word == "s" or not (word[0].isalnum() or word in ('"', "“", "$"))


def heads_of(
    tags: FloatArray, kinds: FloatArray, extents: IntArray, within: IntArray, first_word: int = 0
) -> list[Head]:
    """Decode the heads of a stretch of words, in their order; heads do not overlap.

    tags: [words, MENTION_TAGS] probabilities; kinds: [words, KINDS] probabilities; extents: [words], how many words
    before its head a description begins. within: [words], as `part_numbers` gives them; no head is in two parts.
    first_word: the story's number of the first of these words.
    """
    best = tags.argmax(axis=1)
    form = (best + 1) // 2  # 0: none
    other = np.concatenate([[0], form[:-1]]) != form
    other[1:] |= np.diff(within) != 0  # a byline, say, and the dateline below it
    opens = (best > 0) & ((best % 2 == 1) | other)
    found: list[Head] = []
    for first in np.flatnonzero(opens).tolist():
        last = first
        while last + 1 < len(best) and best[last + 1] == 2 * form[first] and not opens[last + 1]:
            last += 1
        shape = FORMS[form[first] - 1]
        back = int(extents[last]) if shape is Form.DESCRIPTION else 0
        found.append(
            Head(
                begin=first_word + max(0, first - back),
                first=first_word + first,
                last=first_word + last,
                form=shape,
                kinds=tuple(kinds[last].tolist()),
                score=float(1.0 - tags[first, 0]),
            )
        )
    return found


def completed(heads: Sequence[Head], text: str, words: Words, within: IntArray, low: int) -> list[Head]:
    """Let each name begin with the capitalised words right in front of it that are nobody else's.

    heads: in text order, none before the word `low`, and none is made to begin before it. within: [words], as
    `part_numbers` gives them. A word that begins a sentence may owe its capital to that, and stays out.
    """
    taken = {n for head in heads for n in range(head.first, head.last + 1)}
    made = []
    for head in heads:
        first = head.first
        while head.form is Form.NAME and first > max(low, 1) and first - 1 not in taken:
            word = text[words.start[first - 1] : words.end[first - 1]]
            gap = text[words.end[first - 1] : words.start[first]]
            before = text[words.end[first - 2] - 1]
            inside = words.paragraph[first - 2] == words.paragraph[first] and before not in _OPENING
            same = within[first - 1] == within[head.first]
            if not (word[0].isupper() and gap in _CLOSE and inside and same) or word.lower() in _NO_NAME:
                break
            first -= 1
        taken.update(range(first, head.first))
        made.append(head if first == head.first else replace(head, begin=first, first=first))
    return made


_OPENING = ".?!:;\"“”‘'"
_CLOSE = (" ", "\n", "-")
_NO_NAME = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december i the a an mr mrs ms
    """
)


def echoes(heads: Sequence[Head], text: str, words: Words) -> list[tuple[Head, int]]:
    """Every further place where the words of a name stand and no head does, with the number of that name's head.

    heads: in text order. Of two names that begin with the same word the longer is looked for first. Linear.
    """
    tokens = [text[start:end] for start, end in zip(words.start.tolist(), words.end.tolist(), strict=True)]
    names: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
    covered = np.zeros(len(tokens), dtype=np.bool_)
    for number, head in enumerate(heads):
        covered[head.first : head.last + 1] = True
        words_of_it = tuple(tokens[head.first : head.last + 1])
        first = words_of_it[0]
        if head.form is Form.NAME and len(first) > _SHORT and first[0].isupper() and len(words_of_it) <= _LONG:
            names[first].setdefault(words_of_it, number)
    found: list[tuple[Head, int]] = []
    at = 0
    while at < len(tokens):
        here = names.get(tokens[at])
        own = None if here is None or covered[at] else _longest(here, tokens, covered, at)
        if here is None or own is None:
            at += 1
            continue
        last = at + len(own) - 1
        found.append((replace(heads[here[own]], begin=at, first=at, last=last), here[own]))
        at = last + 1
    return found


_SHORT, _LONG = 2, 8


def _longest(
    names: dict[tuple[str, ...], int], tokens: Sequence[str], covered: npt.NDArray[np.bool_], at: int
) -> tuple[str, ...] | None:
    for own in sorted(names, key=len, reverse=True):
        if tuple(tokens[at : at + len(own)]) == own and not covered[at : at + len(own)].any():
            return own
    return None
