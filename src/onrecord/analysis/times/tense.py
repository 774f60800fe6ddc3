"""The tense of the clause that a time stands in; it tells last Friday from next Friday."""

from __future__ import annotations

from onrecord.analysis.times.words import Line

_REACH = 30
"""Words looked at on each side."""

_FUTURE = frozenset(
    (
        *("will", "'ll", "shall", "won", "tomorrow", "scheduled", "slated", "expected", "expects", "plans"),
        *("planned", "upcoming", "planning", "due", "would", "until", "till", "deadline", "should", "intends"),
        *("hopes", "resume", "resumes", "begin", "begins", "starts", "opens", "expire", "expires"),
    )
)
_PAST = frozenset(
    (
        *("was", "were", "had", "did", "didn", "wasn", "weren", "been", "came", "went", "took", "gave", "got"),
        *("saw", "made", "found", "held", "began", "became", "brought", "bought", "sold", "sent", "met", "left"),
        *("led", "lost", "paid", "ran", "rose", "fell", "grew", "put", "kept", "spoke", "stood", "struck", "won"),
        *("wrote", "broke", "built", "caught", "drew", "fought", "flew", "hit", "knew", "shot", "spent", "told"),
        *("threw", "since", "ended", "ago", "earlier", "said", "heard", "thought", "felt", "sank", "swept"),
        *("cut", "testified", "announced", "yesterday"),
    )
)
_REPORTING = frozenset(("said", "told", "announced", "reported", "added"))
_PREPOSITIONS = frozenset(("on", "in", "late", "early", "over", "during"))
_DEADLINES = frozenset(("until", "till", "by", "through", "effective", "before"))
_BEFORE_A_BASE_FORM = frozenset(
    ("be", "to", "will", "'ll", "would", "may", "might", "could", "can", "should", "not")
)
_CLAUSE_ENDS = frozenset((".", "!", "?", ";", ":", "—", "``", "''", '"', "“", "”"))
_NO_VERBS = frozenset(("united", "hundred", "indeed", "need", "red", "bed", "speed", "seed", "feed", "led", "wed"))


def lean(line: Line, first: int, end: int) -> int:
    """-1 in the past tense, 1 in the future, 0 where nothing shows it, for the words first to end of a line."""
    verb = first - 2 if line.low(first - 1) in _PREPOSITIONS else first - 1
    if line.low(verb) in _REPORTING or _past(line, verb):
        return -1
    if line.low(first - 1) in _DEADLINES or (line.follows(first - 1, "as") and line.low(first - 3) == "as"):
        return 1
    before = _scan(line, range(first - 1, max(first - _REACH, 0) - 1, -1), forward=False)
    return before or _scan(line, range(end, min(end + _REACH, len(line.words))), forward=True)


def _past(line: Line, at: int) -> bool:
    """Whether a verb in the past tense stands here: not "held" in "will be held", nor "hit" in "may hit"."""
    low = line.low(at)
    form = low in _PAST or (low.endswith("ed") and len(low) > 3 and low not in _NO_VERBS and low not in _FUTURE)
    return form and line.low(at - 1) not in _BEFORE_A_BASE_FORM


def _scan(line: Line, places: range, *, forward: bool) -> int:
    reported = 0
    for at in places:
        low = line.low(at)
        if low in _CLAUSE_ENDS and not (low == "." and len(line.low(at - 1)) < 4 and line.glued(at)):
            break
        if low == "won" and line.low(at + 1) in ("'", "’"):
            return 1
        if low in _REPORTING and not forward:
            reported = reported or -1
            continue
        if low == "planned" and line.low(at - 1) in ("as", "previously", "had"):
            continue
        if low in _FUTURE or (low == "to" and line.low(at + 1) == "be"):
            return 1
        if low == "set" and line.low(at + 1) in ("to", "for"):
            return 1
        if low in ("is", "are") and line.low(at + 1) == "to":
            return 1
        if _past(line, at):
            return -1
    return reported
