"""Names of journalists as bylines and credit lines list them; shared by the head and the tail of wire copy."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\s*[;|]\s*|,\s*(?:(?:and|&)\s+)?|\s+(?:and|&|with)\s+", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:in|at|from|near|outside|aboard|on)\s+(?P<place>.*)$", re.IGNORECASE | re.DOTALL)
_OFFICE = re.compile(
    r"(?:the\s+)?(?:[A-Z][\w.&'’-]*\s+){0,4}(?:[a-z-]+\s+){0,2}"
    r"(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?|[Rr]esearchers?|[Ss]taffers?|[Pp]roducers?)\s+"
)
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[.'’\-])*")
_PARTICLE = re.compile(
    r"al|bin|bint|da|de|del|den|der|di|dos|du|el|ibn|la|las|le|los|san|st|ten|ter|van|vom|von|y|zu|(?:al-|el-|d['’]).+"
)
_JOINS = re.compile(r"of|the|de|del|la|el|on|upon|bureau|newsroom")
_TITLE = re.compile(r"jr\.?|sr\.?|ii|iii|iv|ph\.?d\.?", re.IGNORECASE)
_DESK = re.compile(
    r"agency|ap|afp|ani|bbc|bloomberg|bureau|cnn|correspondents?|desk|dpa|editors?|ians|journal|magazine|network|news|"
    r"newspapers?|newsroom|newswire|post|press|pti|reporters?|reuters|service|staff|telegraph|times|today|tribune|upi|"
    r"wire|writers?|xinhua",
    re.IGNORECASE,
)


def names_in(words: str) -> tuple[str, ...] | None:
    """The names that a list such as "Ann Lee in PARIS, Bo Ek and Reuters staff" gives, as printed.

    Places after a name and the names of desks and agencies are dropped. None when the words are not a list of
    names but go on as a sentence does; an empty tuple when they name desks only.
    """
    names: list[str] = []
    after_place = False
    shouted_place = False
    for piece in _BETWEEN.split(" ".join(words.split())):
        piece = piece.strip(" ,()*_–—-")
        piece = piece if piece.endswith(("Jr.", "Sr.")) else piece.strip(" .)")
        if office := _OFFICE.match(piece):
            piece = piece[office.end() :]
        where = _PLACE.search(piece)
        if where and any(word.islower() and not _JOINS.fullmatch(word) for word in where["place"].split()):
            return None
        name = piece[: where.start()] if where else piece
        if not name or _TITLE.fullmatch(name) or _DESK.fullmatch(name.split()[-1]):
            continue
        parts = name.split()
        if not _like_a_name(parts):
            return None
        place_goes_on = after_place and not where and (len(parts) == 1 or (shouted_place and name.isupper()))
        if not place_goes_on:
            names.append(name)
            after_place = where is not None
            shouted_place = where is not None and where["place"].isupper()
    return tuple(names)


def _like_a_name(parts: list[str]) -> bool:
    """At most six words with a capital, or of a script without any; particles such as "van" before the last."""
    if len(parts) > 6 or parts[-1].islower():
        return False
    return all(_WORD.fullmatch(part) and (not part[0].islower() or _PARTICLE.fullmatch(part)) for part in parts)
