"""A mention of GUM -> its head in whole words, as the engine is to find it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.analysis.encode import Words
from onrecord.analysis.namewords import COMPANY, GENERATION, TITLES, listed
from onrecord.analysis.rolewords import PERSONS
from onrecord.analysis.types import Form
from onrecord.evaluation.gum import GumMention

_WIDEST_GAP = 3
_WITHIN = frozenset(("-", "–", "'", "’", ".", "/", "&", "s", "n")) | listed(
    "of the and for in on at to de la le du des del al el bin ibn van von der den da dos y"
)
"""Small words and marks that a proper name may hold."""
_BEHIND_PERSON = frozenset(("of", "from", "in", "at", "for", "on", "with", "who", "and", "by"))
_BEHIND = frozenset(("from", "at", "with", "by", "who", "which"))
_STOPS = frozenset((",", "(", ")", ";", ":", '"', "“", "”", "–", "—", "[", "]"))
_OFFICES = TITLES | PERSONS


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadWords:
    """The head of a mention: words first .. last of its document. proper: they are a proper name, no more."""

    mention: GumMention
    first: int
    last: int
    form: Form
    proper: bool


def head_words(text: str, words: Words, mention: GumMention) -> HeadWords | None:
    """Return the head, None where it has no one place.

    GUM's minimal span has every proper noun of a name, "James To of the Democratic Party", and of a list, "Ann Lee
    and Bob Roe": the first ends here before its preposition, the second has no head of its own.
    """
    numbers: list[int] = []
    for span in mention.head:
        low = int(np.searchsorted(words.end, span.start, side="right"))
        high = int(np.searchsorted(words.start, span.end, side="left"))
        numbers += range(low, high)
    if not numbers:
        return None
    numbers = sorted(set(numbers))
    if mention.form is not Form.NAME:
        gap = max((b - a for a, b in pairwise(numbers)), default=1)
        return _made(mention, numbers[0], numbers[-1], mention.form) if gap <= _WIDEST_GAP else None
    first = numbers[0]
    last = _name_end(text, words, mention, numbers)
    own = _own(text, words, first, last)
    proper = _great(own[0]) and _great(own[-1]) and all(_great(word) or word.lower() in _WITHIN for word in own)
    if not proper and not any(_great(word) for word in own):  # "the citizens of China": what it heads is no name
        return _made(mention, first, first, Form.DESCRIPTION)
    return HeadWords(mention=mention, first=first, last=last, form=Form.NAME, proper=proper)


def _made(mention: GumMention, first: int, last: int, form: Form) -> HeadWords:
    return HeadWords(mention=mention, first=first, last=last, form=form, proper=False)


def _name_end(text: str, words: Words, mention: GumMention, numbers: list[int]) -> int:
    """Where a name ends: before a comma or bracket, what parts a person from a place, or a wide gap."""
    last = numbers[0]
    person = mention.type == "person"
    for number in numbers[1:]:
        between = [word.lower() for word in _own(text, words, last + 1, number - 1)]
        here = text[words.start[number] : words.end[number]].lower()
        before = text[words.start[last] : words.end[last]].lower()
        ending = here in COMPANY or here in GENERATION
        if len(between) > _WIDEST_GAP or (_STOPS.intersection(between) and not ending):
            break
        if _BEHIND.intersection(between) or (
            person and _BEHIND_PERSON.intersection(between) and before not in _OFFICES
        ):
            break
        last = number
    return last


def _own(text: str, words: Words, first: int, last: int) -> list[str]:
    return [text[words.start[n] : words.end[n]] for n in range(first, last + 1)]


def _great(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def chosen(found: list[HeadWords]) -> list[HeadWords]:
    """Of heads that overlap keep one: the longest proper name, else that of the shortest mention; in text order."""

    def order(head: HeadWords) -> tuple[bool, int, int]:
        span = head.mention.span
        return not head.proper, head.first - head.last if head.proper else span.end - span.start, head.first

    taken: set[int] = set()
    kept = []
    for head in sorted(found, key=order):
        own = range(head.first, head.last + 1)
        if not taken.intersection(own):
            taken.update(own)
            kept.append(head)
    return sorted(kept, key=lambda head: head.first)


_PLURAL = re.compile(r"(they|them|their|theirs|themselves|we|us|our|ours|ourselves)$", re.IGNORECASE)
_PEOPLE = frozenset(("people", "men", "women", "children", "police"))


def is_plural(word: str, form: Form) -> bool:
    """Whether a head's last word speaks of several."""
    low = word.lower()
    if form is Form.PRONOUN:
        return bool(_PLURAL.match(low))
    return form is Form.DESCRIPTION and (low in _PEOPLE or (low.endswith("s") and not low.endswith("ss")))
