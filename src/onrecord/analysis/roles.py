"""A story's text and where a name stands -> the role that the words around it give, an entity's `role`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.nameparts import parts
from onrecord.analysis.namewords import HONORIFICS, OFFICES_OF, PEERAGE, REGNAL, TITLES
from onrecord.analysis.naming import parse
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
    RELATIVES_OPEN,
    STOPS,
)
from onrecord.story.types import Span

_REACH = 240
"""A description begins or ends no further than this from the name."""

_LONGEST = 12
"""A title before a name has no more words than this."""

_TOKEN = re.compile(r"(?:[^\W\d_]\.)+(?!\w)|\w(?:[\w&]|[-'’./](?=\w)|['’](?=\s))*|--+|[^\w\s]")
_BREAK = re.compile(r"\n\s*\n|\n[ \t]{2,}")
_ABBREVIATED = frozenset(title for title in TITLES if len(title) < 6) | {
    "st",
    "mt",
    "ft",
    "jr",
    "sr",
    "inc",
    "co",
    "corp",
}
_SHORTENED = re.compile(r"(?:[^\W\d_]\.)+")
_BEHIND = re.compile(
    r"(?:,?\s+(?:Jr|Sr)\.?)?(?:\s*\([^()]{1,60}\))?\s*(?:,|--+|[–—]|(?<=\s)-(?=\s))\s*"
    r"(?:(?:aged\s+)?\d{1,3}\s*,\s*|[DRI]-[A-Z][\w.]*(?:\s[A-Z][\w.]*)?\s*,\s*|(?:QC|SC|MP|MD|Ph\.?D\.?)\s*,\s*)*"
)
_CLOSED = re.compile(r"\s*(?:,(?!\s*(?:and|or)\b)|[.!?]|--+|[–—]|-\s|[\"”]|''|\Z|\n\s*\n)")
_OPENED = re.compile(r"(?:,|--+|[–—]|(?<=\s)-)\s+\Z")
_SUFFIXES = ("er", "or", "ist", "man", "woman", "person", "ant", "ent", "ian", "eer", "ee", "ctress")
_HANDLED = HONORIFICS | PEERAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word or a mark of the story's text; low: in small letters."""

    raw: str
    low: str
    start: int
    end: int


def role_of(text: str, names: Sequence[Span]) -> str | None:
    """The role that the story gives with an entity's name mentions, white space normalised, or None.

    names: spans of the name with or without its title, in text order. A title before the name goes before a
    description behind it, full names before bare surnames, the first before later ones.
    """
    full = [span for span in names if len(parse(span.of(text)).words) > 1]
    for span in (*full, *(span for span in names if span not in full)):
        if found := role(text, span):
            return " ".join(found.of(text).split())
    return None


def role(text: str, name: Span) -> Span | None:
    """Where the role stands that is given with one name mention, its article left off.

    "Panama coach", "editor at large at the Gazette", "the company's chairman". Words of address are no role.
    """
    found = _title(text, name) or _behind(text, name) or _in_front(text, name)
    return _without_determiner(text, found) if found else None


def apposition(text: str, name: Span) -> Span | None:
    """Where a description stands that names the same person or organisation, its article included.

    It stands behind the name ("Ann Lee, a nurse,") or before it, parted by a comma or not ("the nurse Ann Lee").
    It never overlaps the name's own words.
    """
    return _behind(text, name) or _in_front(text, name) or _title(text, name, article=True)


def _title(text: str, name: Span, *, article: bool = False) -> Span | None:
    """The words right before the name's own that end in a noun of office."""
    start = _own_start(text, name)
    words = _words_before(text, start)
    end = len(words)
    while end and words[end - 1].low in _HANDLED and not _is_regnal(words, end - 1):
        end -= 1
    head = _head_at_end(words[:end])
    if head is None or not text[words[end - 1].end : words[end].start if end < len(words) else start].isspace():
        return None
    begin = _title_start(words, head)
    described = words[begin:end]
    if described[head - begin].low in RELATIVES | REGNAL and len(described) == 1:
        return None
    if article and begin and words[begin - 1].low in DETERMINERS:
        begin -= 1
    return Span(start=words[begin].start, end=words[end - 1].end)


def _own_start(text: str, name: Span) -> int:
    """Where the name's own words begin, behind a title that the span may hold."""
    own = parts(name.of(text)).own
    return name.start + own[0].start if own else name.start


def _words_before(text: str, end: int) -> list[_Word]:
    """The words of the sentence before an offset, abbreviations with their stop; marks but "&" end them."""
    begin = max(0, end - _REACH)
    for found in _BREAK.finditer(text, begin, end):
        begin = found.end()
    words: list[_Word] = []
    for word in _words(text, begin, end):
        if word.raw[0].isalnum() or word.raw == "&":
            words.append(word)
        else:
            words = []
    return words


def _words(text: str, begin: int, end: int) -> Iterator[_Word]:
    """The words and marks of a stretch; the stop of an abbreviation is part of it."""
    held: _Word | None = None
    for found in _TOKEN.finditer(text, begin, end):
        raw = found[0]
        if held is not None:
            stop = raw == "." and held.end == found.start()
            yield _Word(raw=held.raw + "." * stop, low=held.low, start=held.start, end=held.end + stop)
            held = None
            if stop:
                continue
        low = raw.lower()
        word = _Word(raw=raw, low=low.rstrip(".") if len(low) > 1 else low, start=found.start(), end=found.end())
        if low in _ABBREVIATED:
            held = word
        else:
            yield word
    if held is not None:
        yield held


def _head_at_end(words: Sequence[_Word]) -> int | None:
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


def _is_office(word: _Word) -> bool:
    last = word.low.rpartition("-")[2]
    return word.low in PERSONS or word.low in RELATIVES or word.low in REGNAL or last in PERSONS or last == "elect"


def _is_regnal(words: Sequence[_Word], place: int) -> bool:
    return words[place].low in REGNAL and words[place].raw[0].isupper()


def _reads_as_role(low: str) -> bool:
    """Whether a small word ends as a person's occupation does: "homeopath" no, "welder" yes."""
    return (
        len(low) > 4 and low.endswith(_SUFFIXES) and low not in NO_ROLES and low not in STOPS and low not in FINITE
    )


def _title_start(words: Sequence[_Word], head: int) -> int:
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


def _joins(before: _Word, join: _Word, after: _Word) -> bool:
    """Whether "of", "and" within a title hold it together: "Bank of England Governor", "President and CEO"."""
    if join.low in {"of", "for"}:
        return before.raw[0].isupper() and after.raw[0].isupper() and before.low not in PERSONS
    return _is_office(before) or join.raw == "&" or (before.low in OFFICES_OF and after.low in OFFICES_OF)


def _stands_before(word: _Word, small: bool) -> bool:
    """Whether a small word may stand within a title; small: only small words part it from the noun."""
    if word.low in BEFORE or word.low.startswith(("ex-", "then-", "vice-", "co-")) or word.low.endswith("-based"):
        return True
    if word.low.endswith(("'s", "’s", "'", "’")):
        return True
    if not small or word.low.endswith(("ed", "ly")):
        return False
    return not word.low.endswith("ing") or word.low in PARTICIPLES


def _behind(text: str, name: Span) -> Span | None:
    """The description between commas or dashes behind the name."""
    if text[name.start : name.end].endswith(("'s", "’s", "'", "’")):
        return None
    opening = _BEHIND.match(text, name.end - text[name.start : name.end].endswith(","))
    if opening is None:
        return None
    words: list[_Word] = []
    for word in _words(text, opening.end(), min(len(text), opening.end() + _REACH)):
        broken = words and _BREAK.search(text, words[-1].end, word.start)
        if broken or word.low in RELATIVES_OPEN or not (word.raw[0].isalnum() or word.raw == "&"):
            break
        if words and words[-1].raw.endswith(".") and _ends_sentence(words[-1], word):
            break
        words.append(word)
    else:
        if opening.end() + _REACH < len(text):
            return None
    if not _is_description(words):
        return None
    return Span(start=words[0].start, end=_without_stop(text, words[-1]))


def _ends_sentence(last: _Word, following: _Word) -> bool:
    """Whether an abbreviation's stop also ends the sentence: "Dyson Corp. The firm", not "the U.S. Senate"."""
    opens = following.raw[0].isupper() and following.low in STOPS | {"he", "she", "it", "but"}
    return opens or (following.raw[0].isupper() and last.low in {"inc", "co", "corp", "jr", "sr"})


def _without_stop(text: str, last: _Word) -> int:
    """The end of the last word without the sentence's stop, but with that of an abbreviation."""
    kept = _SHORTENED.fullmatch(last.raw) or last.low in _ABBREVIATED
    return last.end if kept or text[last.end - 1] != "." else last.end - 1


def _is_description(words: Sequence[_Word]) -> bool:
    """Whether the words are one noun phrase that says what somebody is: no verb, a noun of office as its head."""
    if not words or any(word.low in FINITE for word in words):
        return False
    opened = words[0].low in DETERMINERS or words[0].low.endswith(("'s", "’s"))
    first = 1 if words[0].low in DETERMINERS else 0
    after = next((at for at, word in enumerate(words) if at >= first and _ends_phrase(word)), len(words))
    phrase = words[first:after]
    if not 0 < len(phrase) <= _LONGEST or any(word.low in STOPS - BEFORE - {"and"} for word in phrase):
        return False
    if phrase[0].low in {"and", "or", "but"} or _trails_off(words[after:]):
        return False
    head = phrase[-1]
    if _is_office(head) or (head.low == "general" and len(phrase) > 1):
        owned = len(phrase) > 1 or after < len(words) or opened
        return head.low not in RELATIVES | REGNAL or (owned and words[0].low not in {"his", "her", "their", "my"})
    if not opened or not head.raw.islower():
        return False
    return head.low in BODIES or _reads_as_role(head.low)


def _ends_phrase(word: _Word) -> bool:
    """Whether a word ends the head of a description: a preposition, a participle."""
    if word.low in PREPOSITIONS or word.low in {"to", "who", "as", "since", "until", "into", "over", "via"}:
        return True
    return word.raw.islower() and word.low.endswith("ing") and word.low not in PARTICIPLES and len(word.low) > 5


def _trails_off(words: Sequence[_Word]) -> bool:
    """Whether a past form that nothing but an adverbial follows makes a sentence of it: "of the firm resigned"."""
    for place, word in enumerate(words):
        past = word.raw.islower() and word.low.endswith("ed") and word.low not in PREPOSITIONS and len(word.low) > 4
        if past and (place + 1 == len(words) or words[place + 1].low in PREPOSITIONS | STOPS):
            return True
    return False


def _in_front(text: str, name: Span) -> Span | None:
    """The description before the name, a comma between them, where the name is closed off behind."""
    if text[name.start : name.end].endswith(("'s", "’s")) or not _CLOSED.match(text, name.end):
        return None
    comma = _OPENED.search(text, max(0, name.start - 8), name.start)
    if comma is None:
        return None
    words = _words_before(text, comma.start())
    head = next((at for at in range(len(words) - 1, -1, -1) if _is_head(words, at)), None)
    if head is None or any(word.low in FINITE for word in words[head:]) or _trails_off(words[head + 1 :]):
        return None
    begin = _title_start(words, head)
    if begin and words[begin - 1].low in DETERMINERS:
        begin -= 1
    owned = any(word.low.endswith(("'s", "’s")) for word in words[begin:head])
    if begin and not owned and words[begin].low not in DETERMINERS:
        return None
    if begin == head and words[head].low in RELATIVES | REGNAL:
        return None
    return Span(start=words[begin].start, end=words[-1].end)


def _is_head(words: Sequence[_Word], place: int) -> bool:
    """Whether a noun of office stands here with nothing but its complement behind it."""
    word = words[place]
    if not (_is_office(word) or (word.raw.islower() and _reads_as_role(word.low))):
        return False
    return place == len(words) - 1 or words[place + 1].low in {"of", "for", "at", "in", "to", "on", "with"}


def _without_determiner(text: str, found: Span) -> Span | None:
    first = next(_words(text, found.start, found.end))
    if first.low not in DETERMINERS or first.end == found.end:
        return found
    rest = text[first.end : found.end]
    return Span(start=found.end - len(rest.lstrip()), end=found.end)
