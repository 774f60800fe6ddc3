"""Words for the present, the past and the future at large: "now", "recently", "soon"; a part of the grammar."""

from __future__ import annotations

from onrecord.analysis.times.meanings import Certainty, Reading, fixed
from onrecord.analysis.times.words import Line
from onrecord.analysis.types import TimeType

_PRESENT, _PAST, _FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"

REFERENCES: dict[tuple[str, ...], tuple[str, Certainty]] = {
    ("right", "now"): (_PRESENT, Certainty.SURE),
    ("just", "now"): (_PAST, Certainty.LIKELY),
    ("now",): (_PRESENT, Certainty.LIKELY),
    ("nowadays",): (_PRESENT, Certainty.SURE),
    ("currently",): (_PRESENT, Certainty.LIKELY),
    ("current",): (_PRESENT, Certainty.LIKELY),
    ("presently",): (_PRESENT, Certainty.LIKELY),
    ("at", "present"): (_PRESENT, Certainty.UNLIKELY),
    ("already",): (_PRESENT, Certainty.UNLIKELY),
    ("yet",): (_PRESENT, Certainty.UNLIKELY),
    ("immediately",): (_PRESENT, Certainty.UNLIKELY),
    ("the", "present"): (_PRESENT, Certainty.UNLIKELY),
    ("the", "moment"): (_PRESENT, Certainty.UNLIKELY),
    ("more", "recently"): (_PAST, Certainty.SURE),
    ("most", "recently"): (_PAST, Certainty.SURE),
    ("recently",): (_PAST, Certainty.LIKELY),
    ("recent",): (_PAST, Certainty.UNLIKELY),
    ("lately",): (_PAST, Certainty.LIKELY),
    ("formerly",): (_PAST, Certainty.UNLIKELY),
    ("previously",): (_PAST, Certainty.UNLIKELY),
    ("once",): (_PAST, Certainty.UNLIKELY),
    ("earlier",): (_PAST, Certainty.UNLIKELY),
    ("long", "ago"): (_PAST, Certainty.UNLIKELY),
    ("the", "past"): (_PAST, Certainty.UNLIKELY),
    ("then",): (_PAST, Certainty.UNLIKELY),
    ("the", "time"): (_PAST, Certainty.UNLIKELY),
    ("that", "time"): (_PAST, Certainty.UNLIKELY),
    ("the", "future"): (_FUTURE, Certainty.LIKELY),
    ("future",): (_FUTURE, Certainty.UNLIKELY),
    ("soon",): (_FUTURE, Certainty.UNLIKELY),
    ("shortly",): (_FUTURE, Certainty.UNLIKELY),
    ("later",): (_FUTURE, Certainty.UNLIKELY),
    ("eventually",): (_FUTURE, Certainty.UNLIKELY),
    ("someday",): (_FUTURE, Certainty.UNLIKELY),
    ("some", "day"): (_FUTURE, Certainty.UNLIKELY),
}
_BEFORE_SOON = frozenset(("will", "may", "could", "would", "to", "should", "can", "might", "'ll", "enough", "very"))


def reference(line: Line, at: int) -> Reading | None:
    """The present, the past or the future at large."""
    for size in (2, 1):
        words = tuple(line.low(at + step) for step in range(size))
        if words in REFERENCES:
            value, certainty = REFERENCES[words]
            return Reading(
                meaning=fixed(TimeType.DATE, value), end=at + size, certainty=_in_place(line, at, words, certainty)
            )
    return None


def _in_place(line: Line, at: int, words: tuple[str, ...], certainty: Certainty) -> Certainty:
    """How sure these words are where they stand."""
    before, after = line.low(at - 1), line.low(at + len(words))
    if words == ("soon",) and before != "as" and after not in ("as", "after"):
        future = before in _BEFORE_SOON or after == "will" or after == "be"
        return Certainty.LIKELY if future else certainty
    if words == ("the", "past") and before == "in" and not (after.isalpha() and len(after) > 4):
        return Certainty.LIKELY
    if words == ("now",) and after == "that":
        return Certainty.UNLIKELY
    return certainty
