"""Does it read as the place of a dateline? The judgement that keeps "EXCLUSIVE – " and names out of the head."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\s*/\s*|\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*")
_JOINS = re.compile(r"and|de|del|der|do|dos|du|el|en|et|i|la|las|le|los|of|on|the|und|upon|y")
_OPENS_A_SENTENCE = re.compile(
    r"a|after|an|around|as|at|before|by|during|early|for|from|in|late|on|since|the|this|until", re.IGNORECASE
)
_LABEL = re.compile(
    r"advisory|alert|analysis|archive|background|blog|book|breaking|bulletin|clarification|column|comment|commentary|"
    r"correct(?:ed|ion)|cover|debate|editor|editorial|essay|exclusive|explain(?:ed|er)|fact|factbox|feature|film|flash|"
    r"focus|graphic|guest|headlines?|highlights?|how|insight|interview|investigation|letters?|live|memo|more|news|notes?|"
    r"notebook|obituary|official|opinion|photos?|pictures?|podcast|poll|preview|profile|question|refile|report|review|"
    r"roundup|rpt|rumou?r|scoop|spotlight|story|summary|test|timeline|top|transcript|updated?|urgent|video|views|warning|"
    r"watch|week|why|wrap|wrapup"
)


def is_place(place: str, *, sure: bool) -> bool:
    """Tell "KYIV/WARSAW" and "PORT-AU-PRINCE, Haiti" from other words. White space is to be single.

    sure: a day or a known agency beside it says so too; then it need not be in capitals.
    """
    first, *others = (part.strip() for part in place.split(","))
    if len(place) > 70 or len(others) > 2:
        return False
    for other in others:
        parts = other.removeprefix("the ").split()
        if not 1 <= len(parts) <= 3 or not all(_WORD.fullmatch(part) and not part[0].islower() for part in parts):
            return False
        if len(parts) > 2 and other.isupper() and not sure:
            return False
    words = _BETWEEN.split(first)
    if len(words) > (6 if sure else 4) or (
        not place.startswith("THE HAGUE") and _OPENS_A_SENTENCE.fullmatch(words[0])
    ):
        return False
    named = [word for word in words if not _JOINS.fullmatch(word)]
    return (
        words[0] in named
        and all(_WORD.fullmatch(word) and not word[0].islower() for word in named)
        and (sure or all(_in_capitals(word) for word in named))
    )


def is_label(words: str) -> bool:
    """Whether the words hold one that papers set before a headline or an item, such as EXCLUSIVE or UPDATE."""
    return any(_LABEL.fullmatch(word) for word in re.findall(r"[^\W\d_]+", words.lower()))


def _in_capitals(word: str) -> bool:
    """All capitals, "McALLEN" and "PORT-au-PRINCE" included."""
    return word.isupper() or re.sub(r"^(?:Mc|Mac)|-(?:au|aux|de|du|en|la|le|sur|upon|on)-", "", word).isupper()
