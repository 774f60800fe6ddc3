"""Numbers as stories write them, in digits and in words; the counts, ordinals and years of the grammar of times."""

from __future__ import annotations

from fractions import Fraction

from onrecord.analysis.times.words import Line

_SMALL = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_FRACTIONS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth", "twentieth"),
        ),
        1,
    )
}
_VAGUE = frozenset(("few", "several", "many", "numerous", "dozens", "hundreds", "thousands", "countless"))

NUMBER_WORDS = frozenset((*_SMALL, *_TENS, *_VAGUE, "a", "an", "half", "hundred", "couple", "dozen", "another"))
ORDINAL_WORDS = frozenset((*_ORDINALS, "thirtieth"))

Count = Fraction | None
"""How many; None where the story does not say ("several")."""


def ordinal(line: Line, at: int) -> tuple[int, int] | None:
    """Read "third", "3rd", "twenty-first": (value, where it ends)."""
    low = line.low(at)
    if low in _ORDINALS:
        return _ORDINALS[low], at + 1
    if low in ("twenty", "thirty") and (value := _ORDINALS.get(line.low(line.past(at + 1, "-")))) and value < 10:
        return _TENS[low] + value, line.past(at + 1, "-") + 1
    if low == "thirtieth":
        return 30, at + 1
    number = line.number(at)
    if number is not None and line.low(at + 1) in ("st", "nd", "rd", "th") and line.glued(at + 1):
        return number, at + 2
    return None


def cardinal(line: Line, at: int) -> tuple[Fraction, int] | None:
    """Read "20", "1,200", "2.5", "2 1/2", "twenty-four", "two hundred and ten", "two and a half"."""
    read = _digits(line, at) if line.number(at) is not None else _spelled(line, at)
    if read is None:
        return None
    value, end = read
    return _with_fraction(line, value, end)


def amount(line: Line, at: int) -> tuple[Count, int] | None:
    """Read a count before a unit: a cardinal, "a", "half an", "a few", "a couple of", "several"."""
    low = line.low(at)
    after = at + 1
    if low in ("a", "an", "another", "one") and line.low(after) in ("few", "couple", "dozen", "half", "hundred"):
        if line.low(after) == "half":
            return Fraction(1, 2), line.past(after + 1, "-")
        return amount(line, after)
    if low == "couple":
        return Fraction(2), line.past(after, "of")
    if low == "dozen":
        return Fraction(12), after
    if low == "half" and line.low(line.past(after, "-")) in ("a", "an", "hour"):
        after = line.past(after, "-")
        return Fraction(1, 2), after + (line.low(after) != "hour")
    if low in _VAGUE and line.low(after) not in _SMALL:
        return None, line.past(after, "of")
    if low == "another":
        return cardinal(line, after) or (Fraction(1), after)
    if low in ("a", "an"):
        return Fraction(1), after
    return cardinal(line, at)


def year_at(line: Line, at: int) -> tuple[int, int] | None:
    """Read a year of four digits or in words ("nineteen ninety-seven", "two thousand five")."""
    number = line.number(at)
    if number is not None:
        alone = not (
            line.low(at + 1) in (",", ".", "/")
            and line.glued(at + 1)
            and line.number(at + 2) is not None
            and line.glued(at + 2)
        )
        return (number, at + 1) if len(line.low(at)) == 4 and 1000 <= number <= 2199 and alone else None
    century = line.low(at)
    if century in ("eighteen", "nineteen", "twenty") and (tail := _below_hundred(line, line.past(at + 1, "-"))):
        value, end = tail
        base = 20 if century == "twenty" else _SMALL[century]
        return (100 * base + value, end) if value >= 10 else None
    if line.follows(at, "two", "thousand"):
        tail = _below_hundred(line, line.past(at + 2, "and"))
        return (2000 + tail[0], tail[1]) if tail else (2000, at + 2)
    return None


def _digits(line: Line, at: int) -> tuple[Fraction, int] | None:
    first = line.number(at)
    if first is None:
        return None
    value, end = Fraction(first), at + 1
    while line.low(end) == "," and line.glued(end) and line.glued(end + 1) and len(line.low(end + 1)) == 3:
        group = line.number(end + 1)
        if group is None or value >= 10**9:
            break
        value, end = value * 1000 + group, end + 2
    if line.low(end) == "." and line.glued(end) and line.glued(end + 1):
        decimals = line.number(end + 1)
        if decimals is not None:
            return value + Fraction(decimals, 10 ** len(line.low(end + 1))), end + 2
    if line.low(end) == "/" and line.glued(end) and line.glued(end + 1):
        below = line.number(end + 1)
        return (value / below, end + 2) if below else None
    above, below = line.number(line.past(end, "-")), line.number(line.past(end, "-") + 2)
    if above and below and above < below < 20 and line.low(line.past(end, "-") + 1) == "/":
        return value + Fraction(above, below), line.past(end, "-") + 3
    if line.low(end) in _LARGE:
        return value * _LARGE[line.low(end)], end + 1
    return value, end


def _spelled(line: Line, at: int) -> tuple[Fraction, int] | None:
    total, current, end = 0, 0, at
    seen = False
    for _ in range(8):
        step = end
        if seen and line.low(step) in ("-", "and"):
            step += 1
        low = line.low(step)
        if low in _LARGE and (seen or low == "hundred"):
            total, current = (
                (total, max(current, 1) * 100) if low == "hundred" else (total + max(current, 1) * _LARGE[low], 0)
            )
            end = step + 1
        elif (below := _below_hundred(line, step)) and (not seen or current % 100 == 0):
            current += below[0]
            end = below[1]
        else:
            break
        seen = True
    return (Fraction(total + current), end) if seen else None


def _below_hundred(line: Line, at: int) -> tuple[int, int] | None:
    low = line.low(at)
    if low in _SMALL:
        return _SMALL[low], at + 1
    if low in _TENS:
        ones = line.past(at + 1, "-")
        value = _SMALL.get(line.low(ones), 0)
        return (_TENS[low] + value, ones + 1) if 0 < value < 10 else (_TENS[low], at + 1)
    return None


def _with_fraction(line: Line, value: Fraction, end: int) -> tuple[Fraction, int]:
    step = line.past(end, "-")
    if line.low(step) == "and" and line.low(line.past(step + 1, "-")) == "a":
        step = line.past(line.past(step + 1, "-") + 1, "-")
        if line.low(step) in _FRACTIONS:
            return value + _FRACTIONS[line.low(step)], step + 1
    return value, end
