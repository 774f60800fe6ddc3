"""A mention's words -> what it must agree with to be one with another: a man, a woman, several, or not told."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.analysis.givennames import FEMALE, MALE
from onrecord.analysis.namewords import FEMALE_TITLES, MALE_TITLES, listed
from onrecord.analysis.types import Form

UNTOLD, MAN, WOMAN, SEVERAL = range(4)
AGREEMENTS = 4
"""How many values agreement takes."""

_MEN = MALE_TITLES | listed(
    """
    he him his himself actor boy boyfriend brother businessman cameraman cattleman chairman congressman
    councilman dad daddy fiance fireman fisherman foreman gentleman grandfather grandpa grandson guy husband
    lad man nephew policeman salesman son spokesman sportsman statesman stepfather stepson uncle waiter
    widower
    """
)
_WOMEN = FEMALE_TITLES | listed(
    """
    she her hers herself actress aunt businesswoman chairwoman congresswoman councilwoman daughter fiancee
    girl girlfriend grandma grandmother granddaughter hostess lady ma'am mom mum mother niece policewoman
    saleswoman sister spokeswoman stepdaughter stepmother waitress widow wife woman
    """
)
_MANY = listed(
    """
    they them their theirs themselves we us our ours ourselves both children families folk folks kids men
    parents people police women
    """
)
_WORD = re.compile(r"[\w'’-]+")


@lru_cache(maxsize=20_000)
def agreement(words: str, form: Form) -> int:
    """Tell from a head's words, and a name's title, whether a man, a woman or several are spoken of."""
    own = [word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(words)]
    if not own:
        return UNTOLD
    if form is Form.NAME:
        first = own[0]
        if first in MALE_TITLES or (len(own) > 1 and first in MALE and first not in FEMALE):
            return MAN
        if first in FEMALE_TITLES or (len(own) > 1 and first in FEMALE and first not in MALE):
            return WOMAN
        return UNTOLD
    last = own[-1]
    if last in _MEN:
        return MAN
    if last in _WOMEN:
        return WOMAN
    plural = last in _MANY or (form is Form.DESCRIPTION and last.endswith("s") and not last.endswith("ss"))
    return SEVERAL if plural else UNTOLD
