"""A name mention's words -> its title, its own words, its ending; the cuts that naming begins with."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from onrecord.analysis.givennames import FEMALE, MALE
from onrecord.analysis.namewords import (
    ADJECTIVES,
    ALSO_SURNAMES,
    COMPANY,
    DEGREES,
    GENERATION,
    HONORIFICS,
    JOINS,
    LEADING_PARTICLES,
    OFFICES_OF,
    OFFICES_OF_TWO,
    ORGANIZATION,
    PARTICLES,
    PLACES,
    REGNAL,
    REGNAL_NUMBER,
    TITLES,
    WITH_S,
)

_TOKEN = re.compile(r"\S+")
_ARTICLE = re.compile(r"\W*(?:the|an?|his|her|its|our|their|my)\s+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’`´]s|(?<=s)['’`´])$", re.IGNORECASE)
_ASIDE = re.compile(
    r"<[^<>]*>|\((?P<round>[^()]*)\)|[\"“”„][^\"“”„]*[\"“”]|(?:``|'')[^`']*''|(?<=\s)['‘][^'’‘]*['’](?=\s)"
)
_ARABIC = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az)-(?=\w)")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_EDGE = " \t\n\r\f\v\"'“”„‘’`´,;:!?*_()[]{}<>/\\|–—-"
_ENDINGS = COMPANY | DEGREES | GENERATION.keys()


def fold(word: str) -> str:
    """A word without what writers vary in: capitals, accents, dots, hyphens, apostrophes, the Arabic article."""
    word = word.casefold()
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_LETTERS)).casefold()
    return "".join(c for c in _ARABIC.sub("", word, count=1) if c.isalnum())


_TITLES = frozenset(fold(title) for title in TITLES)
_ABBREVIATED = _ENDINGS | _TITLES | {"st", "bros", "mt", "ft", "no"}
_GIVEN = (MALE | FEMALE) - PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a mention as written, folded, and where it stands in the mention."""

    raw: str
    fold: str
    start: int
    end: int

    @property
    def dotted(self) -> bool:
        """Tell initials and acronyms with dots: "U.S.", "J.F."."""
        return "." in self.raw and bool(_DOTTED.fullmatch(self.raw))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A mention in order: an article or not, title, own words, ending; and its words in parentheses."""

    article: bool
    title: tuple[Word, ...]
    own: tuple[Word, ...]
    ending: tuple[Word, ...]
    asides: tuple[str, ...]


def parts(mention: str) -> Parts:
    """Cut a mention. Without a letter or digit in it, all is empty; otherwise it has a word of its own."""
    asides = [fold(found["round"]) for found in _ASIDE.finditer(mention) if found["round"]]
    bare = _ASIDE.sub(lambda found: " " * len(found[0]), mention)
    if not any(fold(word) for word in bare.split()):
        bare, asides = mention, []
    article = _ARTICLE.match(bare)
    words = _words(bare, article.end() if article else 0)
    if article and not words:
        article, words = None, _words(bare, 0)
    end = _ending_start(words)
    begin = _name_start(words[:end])
    return Parts(
        article=article is not None,
        title=tuple(words[:begin]),
        own=tuple(words[begin:end]),
        ending=tuple(words[end:]),
        asides=tuple(asides),
    )


def _words(bare: str, begin: int) -> list[Word]:
    """The words up to a comma that ends the name, without the punctuation around them and a last possessive."""
    words: list[Word] = []
    found = [(token[0], token.start()) for token in _TOKEN.finditer(bare, begin)]
    for place, (token, start) in enumerate(found):
        following = fold(found[place + 1][0]) if place + 1 < len(found) else ""
        last = not following or token.endswith(",")
        raw = token.strip(_EDGE)
        raw = _without_possessive(raw) if last else raw
        folded = "and" if token in {"&", "&amp;"} else fold(raw)
        if not folded:
            continue
        start += token.find(raw) if raw else 0
        raw = raw or token
        if raw.endswith(".") and folded not in _ABBREVIATED and not _DOTTED.fullmatch(raw):
            raw = raw.rstrip(".")
        words.append(Word(raw=raw, fold=folded, start=start, end=start + len(raw)))
        if token.endswith(",") and "&" not in bare and following not in _ENDINGS:
            break
    return words


def _without_possessive(raw: str) -> str:
    bare = _POSSESSIVE.sub("", raw)
    return raw if fold(bare) in WITH_S else bare


def _ending_start(words: list[Word]) -> int:
    """Where "Jr.", "III", "Inc", "& Co", "QC" begin, or the end."""
    end = len(words)
    regnal = any(word.fold in REGNAL for word in words)
    while end > 1 and _is_ending(words[end - 1], regnal):
        end -= 1
    return end - 1 if 2 < end < len(words) and words[end - 1].fold == "and" else end


def _is_ending(word: Word, regnal: bool) -> bool:
    if not word.raw[:1].isupper() and word.fold not in {"jr", "sr", "plc"}:
        return False
    if word.fold in COMPANY or word.fold in DEGREES:
        return len(word.fold) > 2 or word.fold in {"co", "oy"} or word.raw.replace(".", "").isupper()
    return word.fold in GENERATION or (word.fold in REGNAL_NUMBER and (regnal or word.fold == "i"))


def _name_start(words: list[Word]) -> int:
    """The place of the first word after the title."""
    begin = 0
    organized = max((place for place, word in enumerate(words) if word.fold in ORGANIZATION), default=-1)
    for place, word in enumerate(words[:-1]):
        lower = word.raw.islower() and word.fold not in JOINS and word.fold not in PARTICLES and word.fold.isalpha()
        if place < begin or not (lower or word.fold in _TITLES):
            continue
        if place and word.fold in ALSO_SURNAMES and words[place - 1].fold in _GIVEN:
            continue
        if not place and word.fold in ADJECTIVES and len(words) > 2 and not _is_given(words[1]):
            continue
        after = _after_office(words, place + 1)
        addressed = word.fold in HONORIFICS and after == len(words) - 1
        if (after > organized or addressed) and after < len(words) and _opens_name(words[after]):
            begin = after
    begin = _after_owner(words, begin)
    alone = begin and all(word.fold in _TITLES for word in words[begin:])
    return 0 if alone and words[begin - 1].fold not in HONORIFICS else begin


def _is_given(word: Word) -> bool:
    return word.dotted or word.fold in _GIVEN or word.fold in _TITLES


def _after_owner(words: list[Word], begin: int) -> int:
    """Skip the owner in "Dyson's Ann Lee"."""
    for place in range(begin, len(words) - 2):
        if _POSSESSIVE.search(words[place].raw) and words[place + 1].fold in _GIVEN:
            return place + 1
    return begin


def _after_office(words: list[Word], place: int) -> int:
    """Skip "of State", "of the Interior", "of Health and Human Services" behind a title."""
    if words[place].fold != "of":
        return place
    at = place + 1 + (words[place + 1 : place + 2] != [] and words[place + 1].fold == "the")
    length = _office(words, at)
    if not length:
        return place
    at += length
    if words[at : at + 1] and words[at].fold == "and" and (length := _office(words, at + 1)):
        at += 1 + length
    return at


def _office(words: list[Word], at: int) -> int:
    if " ".join(word.fold for word in words[at : at + 2]) in OFFICES_OF_TWO:
        return 2
    return int(words[at : at + 1] != [] and words[at].fold in OFFICES_OF)


def _opens_name(word: Word) -> bool:
    if word.fold in JOINS:
        return word.fold in LEADING_PARTICLES
    return not word.raw.islower() or word.fold in LEADING_PARTICLES or "-" in word.raw or "'" in word.raw
