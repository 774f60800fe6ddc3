"""The characters of a question: which quote, which join, which are dropped, and what is left to search for."""

from __future__ import annotations

import unicodedata

CLOSING = {'"': '"', "“": "”", "”": "”"}
"""The double quotation marks that open a phrase, each with the one that closes it."""

QUOTES = frozenset('"“”„‟«»')
APOSTROPHES = frozenset("'‘’‚‛")
DASHES = frozenset("‐‑‒–—―−")
"""What looks like a hyphen and is none."""

STAR = "*"


def refused(char: str) -> bool:
    """Whether a question may not hold it: control characters that are no white space, and halves of characters."""
    return unicodedata.category(char) in ("Cc", "Cs") and not char.isspace()


def tidy(text: str) -> str:
    """The text with single spaces for white space, none at its ends, and without invisible format characters."""
    return " ".join("".join(char for char in text if unicodedata.category(char) != "Cf").split())


def searchable(text: str) -> bool:
    """Whether there is anything that an index of words could hold: a letter or a digit."""
    return any(char.isalnum() for char in text)


def core(text: str) -> str:
    """The text from its first to its last letter, digit or combining mark; what a word is without punctuation."""
    inner = [i for i, char in enumerate(text) if unicodedata.category(char)[0] in "LNM"]
    return text[inner[0] : inner[-1] + 1] if inner else ""


def shown(text: str) -> str:
    """The text as an error quotes it: cut to 40 characters, with nothing that a terminal could not print."""
    cut = text if len(text) <= 40 else text[:39] + "…"
    return '"' + "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in cut) + '"'
