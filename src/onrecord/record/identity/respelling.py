"""A word of a name -> what it has in common with its other spellings; for names that came out of other scripts."""

from __future__ import annotations

import re
from functools import lru_cache

_RESPELT = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"tsch|tch|tsh|cz", "ch"),
        (r"sch|sz", "sh"),
        (r"dzh|dj|zh", "j"),
        (r"^(?:ye|ie|je)(?=[lvfgkr])", "e"),
        (r"kh|gh|q|ck|c(?!h)|g(?=[aou])", "k"),
        (r"dh", "d"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"ou|oo|ue|uo|oe", "u"),
        (r"(?<=[a-z])(?:iyy|iy|yy|ii|yi|ij|ey|ei|ay|ai|ae|ie|ee)", "i"),
        (r"[ey]", "i"),
        (r"o", "u"),
        (r"[iu]+v$", "v"),
        (r"(?<=[aiu])h(?![aiu])", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=8192)
def respelt(word: str) -> str:
    """Fold what transliterations vary in, most vowels kept: "qaddafi" and "kadhafi" -> "kadafi". word: folded.

    Not a sound code: "Hanson" and "Hansen" stay two, as do "Miller" and "Muller".
    """
    for pattern, letters in _RESPELT:
        word = pattern.sub(letters, word)
    return word


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """The consonants of the respelt word behind its first letter; coarse, for finding only. word: folded."""
    form = respelt(word)
    bones = form[:1] + re.sub(r"[aiuh]", "", form[1:])
    return bones if len(bones) > 2 else form
