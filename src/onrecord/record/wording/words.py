"""The words inside quotation marks -> comparable words with their places; wordings and keys are made of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.record.wording.housestyle import in_one_spelling
from onrecord.record.wording.lightwords import GRAMMAR, LIGHT

_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
_TOKEN = re.compile(
    rf"[\[(][^\W\d_][\])]{_LETTERS}"  # [T]he
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|per\s+cent\b"
    r"|\d+(?:,\d{3})*(?:\.\d+)?"
    rf"|{_LETTERS}(?:['’‘`´]{_LETTERS})*"
    r"|[%&]",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[[^\[\]]{1,100}\]|\([^()]{1,100}\)")
_APOSTROPHE = re.compile("[’‘`´]")
_CONTRACTED = re.compile(r"(?P<stem>.+?)(?P<rest>n't|'(?:s|re|ve|ll|m|d))")
_RESTS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
"""What may mean several words, "'s" and "'d", is left as it is."""

_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_RUN_TOGETHER = {
    "cannot": ("can", "not"),
    "gonna": ("going", "to"),
    "gotta": ("got", "to"),
    "wanna": ("want", "to"),
}
_SIGNS = {"%": "percent", "&": "and"}
_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as it is compared, and where it stands in the quotation: quotation[start:end].

    form: in small letters without accents and dots, in one spelling; contractions are taken apart ("don't" is "do"
    and "not"), numbers below a hundred are in letters. inserted: it stands in brackets, so an editor wrote it.
    """

    form: str
    start: int
    end: int
    inserted: bool

    @property
    def full(self) -> bool:
        """Whether it is more than grammar, as "the" and "will" are not."""
        return self.form not in GRAMMAR

    @property
    def telling(self) -> bool:
        """Whether it says what the talk is of, as "the" and "pleased" do not."""
        return self.form not in LIGHT


@lru_cache(maxsize=4096)
def words(quoted: str) -> tuple[Word, ...]:
    """Return the words of a quotation in order. Linear in its length."""
    return tuple(_words(quoted))


def _words(quoted: str) -> Iterator[Word]:
    brackets = [found.span() for found in _BRACKETED.finditer(quoted)]
    for found in _TOKEN.finditer(quoted):
        at = found.start()
        while brackets and brackets[0][1] <= at:
            del brackets[0]
        inserted = bool(brackets) and brackets[0][0] < at
        for form, start, end in _forms(found[0]):
            opened = inserted and quoted[at + start - 1] in "[("
            closed = inserted and quoted[at + end] in "])"
            yield Word(form=form, start=at + start - opened, end=at + end + closed, inserted=inserted)


def _forms(printed: str) -> Iterator[tuple[str, int, int]]:
    """Yield the forms that a printed word stands for, with their places in it."""
    plain = _APOSTROPHE.sub("'", printed).casefold()
    if len(plain) != len(printed):
        yield _bare(plain), 0, len(printed)
    elif plain in _RUN_TOGETHER:
        first, second = _RUN_TOGETHER[plain]
        yield first, 0, 3
        yield second, 3, len(plain)
    elif found := _CONTRACTED.fullmatch(plain):
        cut = found.start("rest")
        yield _STEMS.get(found["stem"], _bare(found["stem"])), 0, cut
        yield _RESTS.get(found["rest"], found["rest"]), cut, len(plain)
    elif plain.isascii() and plain.isdigit() and len(plain) <= 2:
        yield _spelt_out(int(plain)), 0, len(plain)
    else:
        yield _SIGNS.get(plain) or _bare(plain), 0, len(plain)


def _spelt_out(number: int) -> str:
    """Return a number below a hundred in letters, as one word."""
    if number < len(_NUMBERS):
        return _NUMBERS[number]
    tens, units = divmod(number, 10)
    return _TENS[tens - 2] + (_NUMBERS[units] if units else "")


@lru_cache(maxsize=65536)
def _bare(plain: str) -> str:
    """Take off accents, dots, commas and brackets, and spell it one way."""
    if plain[0].isdigit():
        return plain.replace(",", "")
    letters = unicodedata.normalize("NFKD", plain)
    return in_one_spelling("".join(letter for letter in letters if letter.isalnum()) or plain)
