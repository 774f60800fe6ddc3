"""Where a page ended -> a short text to ask for the next one with, and back."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.errors import AnswerError

_MOST = 20_000
"""Bytes that a cursor unpacks to at most."""

_TOO_MUCH = 2**31
"""No row has such a number."""


class CursorError(AnswerError):
    """A text does not say where a page ended."""

    def __init__(self) -> None:
        super().__init__("The cursor is not one that an answer gave; ask for the first page again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Where a page ended. newest: the number of the last statement that the first page knew of.

    In the order of time: day and number of the last hit. By relevance: the numbers of all hits so far, since scores
    change while stories arrive, and what was shown must neither come again nor push anything out.
    """

    newest: int
    day: str = ""
    number: int = 0
    seen: tuple[int, ...] = ()

    def write(self) -> str:
        """The cursor as letters, digits, - and _."""
        numbers = ",".join(map(str, _steps(sorted(self.seen))))
        return pack(f"{self.newest};{self.day};{self.number};{numbers}")

    @classmethod
    def read(cls, text: str) -> Cursor:
        """Read what `write` wrote. Raises CursorError, and nothing else whatever the text is."""
        try:
            newest, day, number, numbers = unpack(text).split(";")
            steps = [int(step) for step in numbers.split(",")] if numbers else []
            if day and date.fromisoformat(day).isoformat() != day:
                raise CursorError
            made = cls(newest=int(newest), day=day, number=int(number), seen=tuple(_sums(steps)))
        except ValueError:
            raise CursorError from None
        if not all(0 <= number < _TOO_MUCH for number in (made.newest, made.number, *made.seen)):
            raise CursorError
        return made


def pack(plain: str) -> str:
    """A text of ASCII as letters, digits, - and _."""
    return base64.urlsafe_b64encode(zlib.compress(plain.encode("ascii"), 9)).decode("ascii").rstrip("=")


def unpack(text: str) -> str:
    """What `pack` packed. Raises CursorError, and nothing else whatever the text is."""
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        opened = zlib.decompressobj()
        plain = opened.decompress(packed, _MOST)
        if opened.unconsumed_tail or not opened.eof:
            raise CursorError
        return plain.decode("ascii")
    except (ValueError, binascii.Error, zlib.error):
        raise CursorError from None


def _steps(numbers: list[int]) -> list[int]:
    return [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]


def _sums(steps: Iterable[int]) -> Iterable[int]:
    total = 0
    for step in steps:
        total += step
        yield total
