"""Years and what counts them, from "'87" to "the 18th century"; a part of the grammar."""

from __future__ import annotations

from dataclasses import replace

from onrecord.analysis.times.meanings import Calendar, Century, Certainty, Decade, Meaning, Reading, Shift, Turn
from onrecord.analysis.times.names import Unit
from onrecord.analysis.times.numbers import ordinal, year_at
from onrecord.analysis.times.words import Line

DECADES = {
    f"{stem}ies": 10 * tens
    for tens, stem in enumerate(("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"), 2)
}
_BEFORE_A_YEAR = frozenset(
    (
        *("in", "since", "until", "till", "by", "of", "from", "through", "during", "before", "after", "early"),
        *("late", "mid", "between", "and", "to", "for", "(", "fiscal", "-"),
    )
)
_NOT_BEFORE_A_YEAR = frozenset(
    (
        *("$", "#", "£", "€", "no", "route", "highway", "room", "about", "than", "some", "nearly", "over"),
        *("almost", "exactly", "approximately", "roughly", ".", ":", "+", "/", "-", "flight", "at", "least"),
        *("up",),
    )
)
COUNTED_THINGS = frozenset(
    (
        *("%", "percent", "people", "shares", "miles", "feet", "meters", "metres", "tons", "tonnes", "dollars"),
        *("points", "kilometers", "kilometres", "km", "yards", "employees", "workers", "jobs", "barrels", "gmt"),
        *("troops", "soldiers", "pounds", "lb", "kg", "square", "cubic", "votes", "cases", "men", "women", "utc"),
        *("students", "members", "years", "days", "hours", "or", "hrs", "local", "est", "edt", "francs", "yen"),
        *("marks", "lire", "rupees", "pages", "stores", "homes", "units", "houses", "acres", "hectares"),
        *("vehicles", "cars", "copies", "inches", "degrees", "households", "companies", "million", "billion"),
        *("others", "deaths"),
    )
)
_TURNS = {"last": Turn.LAST, "past": Turn.LAST, "this": Turn.THIS, "next": Turn.NEXT, "coming": Turn.NEXT}


def year(line: Line, at: int) -> Reading | None:
    """A year: "1988", "'87", "nineteen ninety-seven", "fiscal 1988", "the year 2000"."""
    low = line.low(at)
    if low in ("fiscal", "calendar", "year", "fy"):
        after = line.past(at + 1, "year") if low != "year" else at + 1
        found = year_at(line, after) or _short_year(line, after)
        return Reading(meaning=Calendar(year=found[0]), end=found[1]) if found else None
    short = _short_year(line, at)
    if short is not None:
        sure = line.low(at - 1) in _BEFORE_A_YEAR
        certainty = Certainty.LIKELY if sure else Certainty.UNLIKELY
        return Reading(meaning=Calendar(year=short[0]), end=short[1], certainty=certainty)
    found = year_at(line, at)
    if found is None:
        return None
    value, end = found
    before, after_it = line.low(at - 1), line.low(end)
    if (
        line.glued(at) and before not in ("(", "-", "'", '"', "[", "–", "—", "/", "`")
    ) or after_it in COUNTED_THINGS:
        return None
    if after_it in ("%", "-", ":", "/", "'") and line.glued(end) and line.number(end + 1) is not None:
        longer = len(line.low(end + 1)) not in (2, 4) or after_it in (":", "%")
        if longer:
            return None
    if line.glued(end) and after_it[:1].isalpha():
        return None
    if before in _BEFORE_A_YEAR and 1500 <= value < 2100 and before not in ("for", "and", "to", "-", "of"):
        return Reading(meaning=Calendar(year=value), end=end)
    named = (
        line.form(at - 1).istitle()
        and at > 1
        and before not in _BEFORE_A_YEAR
        and line.low(at - 2) not in (".", ":", "")
    )
    likely = 1700 <= value < 2050 and before not in _NOT_BEFORE_A_YEAR and not named
    if not likely and before == "-" and 1900 <= value < 2050 and line.glued(at):
        likely = line.low(at - 2) in ("mid", "post", "pre") or line.number(at - 2) is not None
    return Reading(
        meaning=Calendar(year=value), end=end, certainty=Certainty.LIKELY if likely else Certainty.UNLIKELY
    )


def decade(line: Line, at: int) -> Reading | None:
    """A decade: "1960s", "'60s", "the nineties"."""
    low = line.low(at)
    if low in DECADES:
        before = line.low(at - 1)
        fits = before == "the" or (before in ("early", "late", "mid", "-") and line.low(at - 2) in ("the", "mid"))
        certainty = Certainty.LIKELY if fits else Certainty.UNLIKELY
        return Reading(meaning=Decade(year=DECADES[low]), end=at + 1, certainty=certainty)
    number = line.number(at)
    if number is not None and number % 10 == 0 and line.low(at + 1) in ("s", "'s", "’s") and line.glued(at + 1):
        if len(low) == 4 and 1000 <= number < 2200:
            return Reading(meaning=Decade(year=number), end=at + 2)
        if len(low) == 2 and line.low(at - 1) in ("the", "early", "late", "mid"):
            return Reading(meaning=Decade(year=number), end=at + 2, certainty=Certainty.LIKELY)
    if low in ("'", "’", "`") and line.glued(at + 1) and not line.glued(at) and len(line.low(at + 1)) == 2:
        tens = line.number(at + 1)
        if tens is not None and tens % 10 == 0 and line.low(at + 2) == "s" and line.glued(at + 2):
            return Reading(meaning=Decade(year=tens), end=at + 3)
    return None


def century(line: Line, at: int) -> Reading | None:
    """A century: "20th century", "nineteenth-century"."""
    found = ordinal(line, at)
    if found is None or not 0 < found[0] < 100:
        return None
    end = line.past(found[1], "-")
    if line.low(end) not in ("century", "centuries"):
        return None
    return Reading(meaning=Century(number=found[0]), end=end + 1)


def with_year(line: Line, place: Calendar, end: int) -> Reading:
    """The calendar place, and the year that follows it: "1998", ", 1998", "of fiscal 1988", "last year"."""
    found = _year_behind(line, end)
    if found is None:
        return Reading(meaning=place, end=end)
    meaning, end = found
    if isinstance(meaning, int):
        return Reading(meaning=replace(place, year=meaning), end=end)
    return Reading(meaning=replace(place, of=meaning), end=end)


def _year_behind(line: Line, at: int) -> tuple[int | Meaning, int] | None:
    behind_comma = line.low(at) == ","
    step = at + 1 if line.low(at) in (",", "of", "in") else at
    of = line.low(at) == "of"
    if line.low(step) in ("fiscal", "calendar") and not behind_comma:
        return year_at(line, step + 1)
    if (turn := _TURNS.get(line.low(step))) is not None and line.low(step + 1) == "year" and not behind_comma:
        if line.low(at) == "in" or line.low(step + 2) in ("'s", "’s"):
            return None
        return Shift(unit=Unit.YEAR, count=int(turn)), step + 2
    if of and line.low(step) in ("that", "the") and line.low(step + 1) in ("year", "same"):
        end = step + 2 if line.low(step + 1) == "year" else step + 3
        return (Shift(unit=Unit.YEAR, count=0, from_focus=True), end) if line.low(end - 1) == "year" else None
    if line.low(at) == "in":
        return None
    found = year_at(line, step) or (_short_year(line, step) if not behind_comma else None)
    if found is None or (found[0] > 99 and not 1500 <= found[0] < 2100):
        return None
    if line.low(found[1]) in COUNTED_THINGS or (line.low(found[1]) == "s" and line.glued(found[1])):
        return None
    return found


def _short_year(line: Line, at: int) -> tuple[int, int] | None:
    """A year of two digits behind an apostrophe: "'87"."""
    if line.low(at) not in ("'", "’", "‘", "`") or not line.glued(at + 1) or line.glued(at):
        return None
    number = line.number(at + 1)
    if number is None or len(line.low(at + 1)) != 2 or (line.glued(at + 2) and line.low(at + 2)[:1].isalpha()):
        return None
    return number, at + 2
