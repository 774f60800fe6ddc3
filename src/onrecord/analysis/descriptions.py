"""A stretch of a story's text -> is it what somebody is? Noun phrases with a noun of office, for roles to place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.namewords import OFFICES_OF, REGNAL, TITLES
from onrecord.analysis.rolewords import (
    BEFORE,
    BODIES,
    DETERMINERS,
    FINITE,
    NO_ROLES,
    PARTICIPLES,
    PERSONS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
)

REACH = 240
"""A description begins or ends no further than this from the name."""

_LONGEST = 12
"""A title before a name has no more words than this."""

BREAK = re.compile(r"\n\s*\n|\n[ \t]{2,}")
"""Where a paragraph ends."""

ABBREVIATED = frozenset(title for title in TITLES if len(title) < 6) | {
    "st", "mt", "ft", "jr", "sr", "inc", "co", "corp",
}  # fmt: skip
"""Words whose stop is not the sentence's."""

_TOKEN = re.compile(r"(?:[^\W\d_]\.)+(?!\w)|\w(?:[\w&]|[-'’./](?=\w)|(?<=\d),(?=\d)|['’](?=\s))*|--+|[^\w\s]")
_SUFFIXES = ("er", "or", "ist", "man", "woman", "person", "ant", "ent", "ian", "eer", "ee", "ctress")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word or a mark of the story's text; low: in small letters."""

    raw: str
    low: str
    start: int
    end: int


def words_before(text: str, end: int) -> list[Word]:
    """The words of the sentence before an offset, abbreviations with their stop; marks but "&" end them."""
    begin = max(0, end - REACH)
    for found in BREAK.finditer(text, begin, end):
        begin = found.end()
    words: list[Word] = []
    for word in words_in(text, begin, end):
        if word.raw[0].isalnum() or word.raw == "&":
            words.append(word)
        else:
            words = []
    return words


def words_in(text: str, begin: int, end: int) -> Iterator[Word]:
    """The words and marks of a stretch; the stop of an abbreviation is part of it."""
    held: Word | None = None
    for found in _TOKEN.finditer(text, begin, end):
        raw = found[0]
        if held is not None:
            stop = raw == "." and held.end == found.start()
            yield Word(raw=held.raw + "." * stop, low=held.low, start=held.start, end=held.end + stop)
            held = None
            if stop:
                continue
        low = raw.lower()
        word = Word(raw=raw, low=low.rstrip(".") if len(low) > 1 else low, start=found.start(), end=found.end())
        if low in ABBREVIATED:
            held = word
        else:
            yield word
    if held is not None:
        yield held


def head_at_end(words: Sequence[Word]) -> int | None:
    """The place of the noun of office that the words end in: "minister", or "secretary" of "secretary of state"."""
    last = len(words) - 1
    if last < 0:
        return None
    if _is_office(words[last]) or (words[last].raw.islower() and _reads_as_role(words[last].low) and last):
        return last
    for place in range(last - 1, max(-1, last - 8), -1):
        word = words[place]
        if word.low in {"of", "for", "at"} and place and words[place - 1].low in PERSONS:
            rest = words[place + 1 :]
            good = all(
                not w.raw.islower() or w.low in OFFICES_OF or w.low in {"the", "of", "and", "for"} for w in rest
            )
            return place - 1 if good and rest and rest[-1].low not in {"the", "of", "and", "for"} else None
    return None


def _is_office(word: Word) -> bool:
    last = word.low.rpartition("-")[2] if word.raw[0].isalpha() else ""
    return word.low in PERSONS or word.low in RELATIVES or word.low in REGNAL or last in PERSONS or last == "elect"


def _reads_as_role(low: str) -> bool:
    """Whether a small word ends as a person's occupation does: "welder" yes, "homeopath" no."""
    return (
        len(low) > 4
        and low[0].isalpha()
        and low.endswith(_SUFFIXES)
        and not low.endswith("ment")
        and low not in NO_ROLES
        and low not in STOPS
        and low not in FINITE
    )


def title_start(words: Sequence[Word], head: int) -> int:
    """How far to the left of its noun a title reaches: "El Salvador", "White House deputy", "former vice"."""
    begin = head
    small = words[head].raw.islower()
    while begin and head - begin < _LONGEST:
        word = words[begin - 1]
        after = words[begin]
        before = words[begin - 2] if begin > 1 else None
        if word.low in {"of", "for", "and", "&"}:
            joined = before is not None and _joins(before, word, after)
            if not joined:
                break
        elif (
            word.low in STOPS
            or word.low in FINITE
            or "year-old" in word.low
            or (word.raw.islower() and not _stands_before(word, small))
        ):
            break
        begin -= 1
        small = small and (word.raw.islower() or word.low in BEFORE)
    return begin


def _joins(before: Word, join: Word, after: Word) -> bool:
    """Whether "of", "and" within a title hold it together: "Bank of England Governor", "President and CEO"."""
    if join.low in {"of", "for"}:
        return before.raw[0].isupper() and after.raw[0].isupper() and before.low not in PERSONS
    return _is_office(before) or join.raw == "&" or (before.low in OFFICES_OF and after.low in OFFICES_OF)


def _stands_before(word: Word, small: bool) -> bool:
    """Whether a small word may stand within a title; small: only small words part it from the noun."""
    if word.low in BEFORE or word.low.startswith(("ex-", "then-", "vice-", "co-")) or word.low.endswith("-based"):
        return True
    if word.low.endswith(("'s", "’s", "'", "’")):
        return True
    if not small or word.low.endswith(("ed", "ly")):
        return False
    return not word.low.endswith("ing") or word.low in PARTICIPLES


def ends_sentence(last: Word, following: Word) -> bool:
    """Whether an abbreviation's stop also ends the sentence: "Dyson Corp. The firm", not "the U.S. Senate"."""
    opens = following.raw[0].isupper() and following.low in STOPS | {"he", "she", "it", "but"}
    return opens or (following.raw[0].isupper() and last.low in {"inc", "co", "corp", "jr", "sr"})


def is_description(words: Sequence[Word]) -> bool:
    """Whether the words are one noun phrase that says what somebody is: no verb, a noun of office as its head."""
    if not words or any(word.low in FINITE for word in words):
        return False
    opened = words[0].low in DETERMINERS or words[0].low.endswith(("'s", "’s"))
    first = 1 if words[0].low in DETERMINERS else 0
    after = next((at for at, word in enumerate(words) if at >= first and _ends_phrase(word)), len(words))
    phrase = words[first:after]
    if not 0 < len(phrase) <= _LONGEST or any(word.low in STOPS - BEFORE - {"and"} for word in phrase):
        return False
    if phrase[0].low in {"and", "or", "but"} or trails_off(words[after:]):
        return False
    head = phrase[-1]
    if _is_office(head) or (head.low == "general" and len(phrase) > 1):
        owned = len(phrase) > 1 or after < len(words) or opened
        return head.low not in RELATIVES | REGNAL or (owned and words[0].low not in {"his", "her", "their", "my"})
    return (
        opened
        and (head.low in BODIES or _reads_as_role(head.low))
        and (head.raw.islower() or head.low.endswith("ist"))
    )


def _ends_phrase(word: Word) -> bool:
    """Whether a word ends the head of a description: a preposition, a participle."""
    if word.low in PREPOSITIONS or word.low in {"to", "who", "as", "since", "until", "into", "over", "via"}:
        return True
    return word.raw.islower() and word.low.endswith("ing") and word.low not in PARTICIPLES and len(word.low) > 5


def trails_off(words: Sequence[Word]) -> bool:
    """Whether a past form that nothing but an adverbial follows makes a sentence of it: "of the firm resigned"."""
    for place, word in enumerate(words):
        past = word.raw.islower() and word.low.endswith("ed") and word.low not in PREPOSITIONS and len(word.low) > 4
        if past and (place + 1 == len(words) or words[place + 1].low in PREPOSITIONS | STOPS):
            return True
    return False


def is_head(words: Sequence[Word], place: int) -> bool:
    """Whether a noun of office stands here with nothing but its complement behind it."""
    word = words[place]
    if not (_is_office(word) or (word.raw.islower() and _reads_as_role(word.low))):
        return False
    return place == len(words) - 1 or words[place + 1].low in {"of", "for", "at", "in", "to", "on", "with"}
