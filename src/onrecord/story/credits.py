"""The tail of wire copy: who reported, wrote and edited it, and the agency's sign-off, pinned to the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.story.names import names_in
from onrecord.story.types import Part, PartKind, Span

_REACH = 2000
"""Credits begin no further than this from the end of the text."""

_WORK = (
    r"(?:(?:additional|further|extra|original)\s+)?(?:reporting|reported|writing|written|editing|edited|compiled|"
    r"research(?:ed)?|translation|translated|translating|graphics?|photography|photos?|production|produced)"
)
_ROLE = re.compile(
    rf"\b(?:with\s+)?{_WORK}(?:(?:\s+and\s+|\s*&\s*|\s*/\s*|,\s*){_WORK})*(?:\s+by\b|(?<=ing)\s*:)\s*"
    r"|\b(?:with|additional|further)\s+reporting\s+from\s+|\bcontribut(?:ors|ing)\s*:\s*"
    r"|\bwith\s+(?:contributions|files|assistance)\s+(?:from|by)\s+",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"(?:[^.;]{2,80}\sreported\s+from\s[^.;]{2,80}\.\s+)?(?P<names>\S[^;]*?)\s+(?:also\s+)?contributed\s+"
    r"(?:(?:reporting|research|writing)(?:\s+(?:to|for)\s+this\s+\w+)?|(?:to|for)\s+this\s+(?:report|story|article|dispatch))"
    r"(?:\s+from\s+[^.]{2,80})?\.?"
)
_STANDARDS = re.compile(r"Our Standards:.{0,80}", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"(?<!\s)(?P<gap>\s+)(?P<mark>Reuter|REUTERS?|(?P<weak>[Rr]euters?|[Mm]ore|\(more\)|MORE|-30-|#{2,}|ENDS?))\W*(?:\^M)?\Z"
)
_STOPS = ".!?…\"'”’)"
_OPENERS = " \t\n\r(*_–—-"
_CLOSERS = " \t\n\r)*_–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """names: as printed, in order, each once. parts: the credit lines and the sign-off, in text order."""

    names: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def find_credits(text: str, paragraphs: Sequence[Span], body: int = 0) -> Credits:
    """Find the credit lines at the end of a story, and the names that they give.

    paragraphs: the story's paragraphs in order. body: the offset at which the head is over.
    """
    names: list[str] = []
    spans: list[Span] = []
    close = len(text.rstrip())
    floor = max(body, close - _REACH)
    signed = _sign_off(text, floor, close)
    if signed is not None:
        spans.append(signed)
        close = signed.start
    for span in reversed(paragraphs):
        if span.end <= floor:
            break
        if span.start < close and (found := _credit(text, span.start, min(span.end, close), floor)) is not None:
            spans.append(found[0])
            names[:0] = found[1]
    parts = tuple(Part(kind=PartKind.CREDIT, span=span) for span in reversed(spans))
    return Credits(names=tuple(dict.fromkeys(names)), parts=parts)


def _sign_off(text: str, floor: int, close: int) -> Span | None:
    """The agency's mark under the last line, " Reuter". A stop is to stand before what may be a sentence's word."""
    found = _SIGN_OFF.search(text, floor, close)
    if found is None or found.start() <= floor:
        return None
    stopped = text[found.start() - 1] in _STOPS
    own_line = len(found["gap"].splitlines()) > 1 or found["gap"][-1] in "\r\n"
    certain = own_line and not found["weak"]
    return Span(start=found.start("mark"), end=close) if stopped or certain else None


def _credit(text: str, start: int, end: int, floor: int) -> tuple[Span, tuple[str, ...]] | None:
    """Read a paragraph, or the parenthesis that it ends in, as a credit."""
    end = start + len(text[start:end].rstrip())
    for begin in (start, text.rfind("(", start, end)):
        if begin < floor or (begin > start and not text[begin:end].rstrip(" .").endswith(")")):
            continue
        names = _read(text[begin:end])
        if names is not None:
            return Span(start=begin, end=end), names
    return None


def _read(words: str) -> tuple[str, ...] | None:
    """The names that a credit line gives, () where it gives none, None where it is no credit line."""
    words = words.strip(_OPENERS).rstrip(_CLOSERS)
    if _STANDARDS.fullmatch(words):
        return ()
    roles = list(_ROLE.finditer(words))
    if roles and roles[0].start() == 0:
        ends = [role.start() for role in roles[1:]] + [len(words)]
        clauses = [words[role.end() : end] for role, end in zip(roles, ends, strict=True)]
    elif contributed := _CONTRIBUTED.fullmatch(words):
        clauses = [contributed["names"]]
    else:
        return None
    names: list[str] = []
    for clause in clauses:
        listed = names_in(clause.rstrip(" ,;.)\n"))
        if listed is None:
            return None
        names += listed
    return tuple(names)
