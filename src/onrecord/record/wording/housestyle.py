"""A word in small letters -> one spelling for all those that British and American desks print; for comparing."""

from __future__ import annotations

import re

_ENDINGS = (
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|ful|less|able|ably|ite|ites|ism|er|ers|ly|al|hood|hoods)?$)"), "or"),
    (re.compile(r"(?<=\w{2}[iy])s(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)$)"), "z"),
    (re.compile(r"(?<=\w{2}[bt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=\w{2}[bt])red$"), "ered"),
    (re.compile(r"(?<=\w{3}og)ue(?=s?$)"), ""),
    (re.compile(r"(?<=\w{3}en)c(?=e[sd]?$)"), "s"),
    (re.compile(r"(?<=\w{3}[ae])ll(?=(?:ed|ing|er|ers|ation|or|ors)$)"), "l"),
    (re.compile(r"(?<=ogram)me(?=s?$)"), ""),
    (re.compile(r"(?<=\w{2}dg)e(?=ments?$)"), ""),
    (re.compile(r"^(after|back|down|for|in|on|out|to|up)wards$"), r"\1ward"),
)
"""Each gives both spellings the same letters. That it also respells other words ("promise") does no harm: they are
compared with words that have gone the same way."""

_WORDS = {
    "ageing": "aging",
    "aluminium": "aluminum",
    "amongst": "among",
    "cheque": "check",
    "cheques": "checks",
    "cosy": "cozy",
    "enrol": "enroll",
    "fulfil": "fulfill",
    "grey": "gray",
    "instalment": "installment",
    "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers",
    "moustache": "mustache",
    "mum": "mom",
    "ok": "okay",
    "plough": "plow",
    "practise": "practice",
    "practised": "practiced",
    "practising": "practicing",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "sceptics": "skeptics",
    "sizeable": "sizable",
    "skilful": "skillful",
    "tyre": "tire",
    "tyres": "tires",
    "whilst": "while",
}


def in_one_spelling(word: str) -> str:
    """Return the spelling under which a word is compared."""
    if word in _WORDS:
        return _WORDS[word]
    for ending, letters in _ENDINGS:
        word = ending.sub(letters, word)
    return word
