"""What is known of the terminal that is printed on: its width, and whether it takes colour."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable

PLAIN, BOLD, DIM, BLUE, YELLOW = "", "1", "2", "36", "33"
"""ANSI styles."""

Paint = Callable[[str, str], str]
"""A style and words -> what is printed."""

_WIDTH = 100
"""Of what is not printed on a terminal, where COLUMNS does not say otherwise."""


def width(*, to_file: bool) -> int:
    """Cells in a line."""
    given = os.environ.get("COLUMNS", "")
    if on_terminal(to_file=to_file) or (given.isdecimal() and int(given)):
        return shutil.get_terminal_size((_WIDTH, 24)).columns
    return _WIDTH


def colour(*, to_file: bool) -> bool:
    """Whether it is a terminal that takes colour, and nobody has turned it off."""
    return on_terminal(to_file=to_file) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def on_terminal(*, to_file: bool) -> bool:
    """Whether it is printed on a terminal."""
    return not to_file and sys.stdout is not None and sys.stdout.isatty()


def painter(*, colour: bool) -> Paint:
    """What puts words into a style, or leaves them as they are."""
    return _painted if colour else _unpainted


def _painted(style: str, words: str) -> str:
    return f"\x1b[{style}m{words}\x1b[0m" if style and words else words


def _unpainted(style: str, words: str) -> str:
    return words
