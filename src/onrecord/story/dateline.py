"""The head of wire copy: headline, byline, place, day and agency before the first sentence, pinned to the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.story.days import WrittenDay, day_alone, day_at_end
from onrecord.story.names import names_in
from onrecord.story.places import is_label, is_place
from onrecord.story.types import Part, PartKind, Span

_REACH = 1000
"""A head that is not over after so many characters is none."""

_LINES = 7
"""Headline, two lines of byline, a line with the day, dateline, and some to spare."""

_ABOVE = 6
"""A dateline stands in one of so many lines, and none above it is longer than _PROSE."""

_PROSE = 200
_DECK = 100
"""The longest line under a headline that is still part of it; a longer one is a summary, body text."""

_ADDRESS = re.compile(r"\bhttps?\b|\bwww\b", re.IGNORECASE)
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_RULE = re.compile(r"(?P<dash>>>|--+|[-—–―−_:](?![-_]))|(?<=/)\.")
_COPYDATE = re.compile(r"date\s+(?P<iso>\d{4}-\d{2}-\d{2})(?:\s+|$)", re.IGNORECASE)
_AGENCY = re.compile(
    r"\(\s*(?P<round>[^()]{2,40}?)\s*\)$|/\s*(?P<slash>[A-Za-z][A-Za-z .-]{1,30}?)\s*/$"
    r"|,\s*(?P<plain>Reuters?|AP|AFP|UPI|dpa|PTI|TASS|Xinhua)$"
)
_AGENCY_NAME = re.compile(r"[^\W\d_][\w.&/+-]*(?: [\w.&/+-]+){0,4}")
_PARTY = re.compile(r"[A-Z]{1,3}-[A-Z]")
_KNOWN_AGENCY = re.compile(
    r"\b(?:aa|afp|ahn|anadolu|ani|ansa|apa?|associated press|bbc|bernama|bloomberg|cnbc|cnn|cp|dpa|dw|efe|ians|"
    r"interfax|irna|itar-tass|kuna|kyodo|mena|ntb|pa|petra|prnewswire|pti|reuters?|rfe/rl|rtr|sda|spa|tass|ukrinform|unb|upi|"
    r"voa|vna|wam|xinhua|yonhap)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:story\s+|words\s+)?by:?\s+(?P<names>\S.{2,140})", re.IGNORECASE)
_DESK = re.compile(
    r"(?:The )?(?:[A-Z][\w.&'’-]*,? ){0,5}"
    r"(?:Writers?|Correspondents?|Reporters?|Editors?|Staff|Press|Reuters|Service|News)"
    r"|(?:staff|special|chief|senior) (?:writers?|reporters?|correspondents?)"
)
_DAYLINE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|last updated)(?:\s+on)?:?\s+)?(?P<day>.{5,40})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands before the first sentence. All None and empty where there is no head.

    place: as printed, "KYIV/WARSAW". day: the day that the head gives, its year resolved. agency: as printed.
    end: where the body begins, an offset into the text.
    """

    place: str | None = None
    day: date | None = None
    agency: str | None = None
    headline: str | None = None
    byline: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    end: int = 0


def head(text: str, published: date | None = None, headline: str | None = None) -> Head:
    """Find the head of a story.

    published: the day of publication where it is known; gives the year to a day printed without one.
    headline: the headline where it is known; then no other line is taken for one.
    """
    lines = _first_lines(text)
    at, found = _find_dateline(text, lines)
    parts: list[Part] = []
    title: str | None = None
    byline: tuple[str, ...] = ()
    day: date | None = None
    for place, span in enumerate(lines[:at]):
        line = span.of(text)
        if names := _byline(line):
            byline += names
            parts.append(Part(kind=PartKind.BYLINE, span=span))
        elif parts and parts[-1].kind is PartKind.BYLINE and _DESK.fullmatch(line):
            parts[-1] = Part(kind=PartKind.BYLINE, span=Span(start=parts[-1].span.start, end=span.end))
        elif written := _dayline(line):
            day = written.resolve(published)
            parts.append(Part(kind=PartKind.DATELINE, span=span))
        elif (found and (place == 0 or len(line) <= _DECK)) or (place == 0 and _is_headline(text, lines, headline)):
            title = title or line
            parts.append(Part(kind=PartKind.HEADLINE, span=span))
        elif not found:
            break
    if found:
        span = Span(start=lines[at].start, end=lines[at].start + found.end)
        parts.append(Part(kind=PartKind.DATELINE, span=span))
        day = (found.day.resolve(published or day) if found.day else None) or day
    if not parts or parts[-1].span.end == len(text.rstrip()):
        return Head()
    return Head(
        place=found.place if found else None,
        day=day,
        agency=found.agency if found else None,
        headline=title,
        byline=byline,
        parts=tuple(parts),
        end=parts[-1].span.end,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dateline:
    place: str | None
    day: WrittenDay | None
    agency: str | None
    end: int


def _first_lines(text: str) -> list[Span]:
    """The first lines that are not blank, without the white space around them; one line more than a head has."""
    begin = len(text) - len(text.lstrip())
    lines: list[Span] = []
    for found in _LINE.finditer(text, begin):
        line = found[0]
        if found.start() > begin + _REACH or len(lines) > _LINES:
            break
        if line.strip():
            start = found.start() + len(line) - len(line.lstrip())
            lines.append(Span(start=start, end=found.start() + len(line.rstrip())))
    return lines


def _find_dateline(text: str, lines: list[Span]) -> tuple[int, _Dateline | None]:
    """Which of the lines begins with a dateline, and what it says; else the number of lines. No prose above it."""
    for place, span in enumerate(lines[:_ABOVE]):
        found = _dateline(span.of(text))
        if found and (place < 2 or found.agency or found.day or _set_off(text, lines[place - 1], span)):
            return place, found
        if span.end - span.start > _PROSE:
            break
    return len(lines), None


def _dateline(line: str) -> _Dateline | None:
    """Read the dateline that `line` begins with: try each dash as its end until what stands before it is one."""
    line = line[:180]
    for rule in _RULE.finditer(line):
        dash, before, after = rule[0], line[: rule.start()], line[rule.end() :]
        if dash in "-_:." and after[:1].strip() and not before.rstrip().endswith(")"):
            continue
        found = _before_dash(before, dash, after)
        if found is not None:
            return _Dateline(place=found.place, day=found.day, agency=found.agency, end=rule.end())
    return None


def _before_dash(before: str, dash: str, after: str) -> _Dateline | None:
    rest = before.strip()
    day: WrittenDay | None = None
    if copydate := _COPYDATE.match(rest):
        day = day_at_end(copydate["iso"])
        rest = rest[copydate.end() :]
    agency: str | None = None
    if found := _AGENCY.search(rest):
        agency = found["round"] or found["slash"] or found["plain"]
        if not _AGENCY_NAME.fullmatch(agency) or _PARTY.match(agency):
            return None
        rest = rest[: found.start()].rstrip(" ." if found["slash"] else " ")
    if written := day_at_end(rest.rstrip(", ")):
        day = day or written
        rest = rest[: written.start]
    place = _tidy(rest.strip(" ,\t"))
    known = agency is not None and bool(_KNOWN_AGENCY.search(agency))
    dated = day is not None and day.month > 0
    if dash == ":" and not (known or (dated and agency)):
        return None
    if not place:
        bare = known or copydate is not None
        return _Dateline(place=None, day=day, agency=agency, end=0) if bare else None
    if not (agency or dated or _stands_alone(place, before, after)):
        return None
    return _Dateline(place=place, day=day, agency=agency, end=0) if is_place(place, sure=known or dated) else None


def _stands_alone(place: str, before: str, after: str) -> bool:
    """May "WASHINGTON — " be a dateline without a day and an agency? Not "EXCLUSIVE – " and the like."""
    spaced = before[-1:].isspace() or not after[:1].strip()
    begins = not after.strip() or not after.lstrip()[0].islower()
    return spaced and begins and len(place) > 3 and not is_label(place)


def _set_off(text: str, above: Span, below: Span) -> bool:
    """Whether a blank line stands between two lines."""
    return len(text[above.end : below.start].strip(" \t").splitlines()) > 1


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _byline(line: str) -> tuple[str, ...]:
    found = _BYLINE.fullmatch(line)
    if found is None or (line.endswith(".") and not line.lower().endswith((" jr.", " sr."))):
        return ()
    names = names_in(found["names"]) or ()
    return names if all(len(name.split()) > 1 for name in names) else ()


def _dayline(line: str) -> WrittenDay | None:
    found = _DAYLINE.fullmatch(line)
    day = day_alone(found["day"].strip()) if found else None
    return day if day is not None and day.year is not None else None


def _is_headline(text: str, lines: list[Span], known: str | None) -> bool:
    """Is the first line a headline? Certain where it is the known one, or stands over a dateline or byline.

    Otherwise it must be set off by a blank line and end without a stop or be Capitalised Throughout.
    """
    line = lines[0].of(text)
    if len(lines) < 2 or len(line) > 200:
        return False
    if known is not None:
        return _tidy(line).rstrip(".").casefold() == _tidy(known).rstrip(".").casefold()
    words = line.split()
    if len(words) < 3 or _ADDRESS.search(line) or (not line[0].isalnum() and line[0] not in "\"'“‘«$£€"):
        return False
    below = lines[1].of(text)
    if _byline(below) or _dayline(below):
        return True
    if not _set_off(text, lines[0], lines[1]) or len(below) < 40 or below[0].islower():
        return False
    if line[-1] not in ".,:;!…”\"'’)>-—–":
        return True
    long = [word for word in words if len(word.strip(".,:;!?'\"‘’“”()")) > 4]
    return line[-1] in ".!’”" and len(long) >= 3 and not any(word.strip("'\"‘“(")[:1].islower() for word in long)
