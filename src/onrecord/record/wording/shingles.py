"""A quotation -> the keys that the record keeps it under, so that its other wordings are found."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from itertools import pairwise

from onrecord.record.wording.words import words

MOST_KEYS = 64
"""No quotation has more keys than this."""

_LEAST_WORDS = 3
"""Quotations of fewer words ("a farce") are everybody's."""


def keys(quoted: str) -> tuple[int, ...]:
    """Return the keys of a quotation, integers of 63 bits that never change; () where it cannot be followed.

    The first key is of the whole wording. The others are of each two neighbouring full words, whatever stands
    between: part of a quotation that keeps two of them, or a wording that changes only others, has a key in common
    with it. Where there are more than MOST_KEYS, those of the smallest numbers are kept (Broder 1997), so that long
    wordings still have most in common. What has no telling word ("We are very pleased") has no key.

    A key that very many quotations share is of a phrase such as "prime minister"; a reader may pass over it.
    """
    own = [word for word in words(quoted) if not word.inserted]
    if len(own) < _LEAST_WORDS or not any(word.telling for word in own):
        return ()
    pairs = {_number(pair) for pair in pairwise(word.form for word in own if word.full)}
    return (_number(word.form for word in own), *sorted(pairs)[: MOST_KEYS - 1])


def _number(forms: Iterable[str]) -> int:
    return int.from_bytes(blake2b(" ".join(forms).encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1
