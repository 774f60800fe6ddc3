"""A name -> what it is looked up by: small letters, no accents, no marks, a space on either side of each word."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    """Return " marco rubio " for "Marco Rubio", and a single space for what has no letter or digit."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return f" {_BREAKS.sub(' ', plain).strip()} ".replace("  ", " ")
