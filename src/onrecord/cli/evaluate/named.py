"""A file of names, or one section of it -> which stories of a gold folder are meant."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from pathlib import Path

from onrecord.errors import GoldError

_HEADING = re.compile(r"(#+)\s+(.*?)\s*#*")
_NAME = re.compile(r"\s*(?:[-*+]\s+)?(\S+)\s*")


def read_names(asked: str) -> list[str]:
    """Read FILE or FILE#SECTION: names one a line, plain or as a Markdown list.

    A section goes from its heading to the next of its rank or above. Headings and lines of several words name
    nothing. Raises GoldError where there is no such section, or no name.
    """
    path, section = _split(asked)
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    if section is not None:
        lines = _section(lines, section, path)
    names = [found[1] for line in lines if not _HEADING.fullmatch(line) and (found := _NAME.fullmatch(line))]
    if not names:
        raise GoldError(f"{asked}: there is no name in it; write one a line, or a list with - or *.")
    return names


def chosen(asked: str | None, folder: Path, inside: Collection[str]) -> list[str] | None:
    """The names asked for, None for all; those that the folder has not are counted on standard error."""
    if asked is None:
        return None
    names = read_names(asked)
    absent = [name for name in names if name not in inside]
    if absent:
        print(
            f"{len(absent)} of {len(names)} named stories are not in {folder}, the first is {absent[0]!r}.",
            file=sys.stderr,
        )
    return names


def _split(asked: str) -> tuple[Path, str | None]:
    """Part the file from the section; a file whose own name has the mark in it is taken as it is."""
    file, mark, section = asked.rpartition("#")
    if not mark or Path(asked).exists():
        return Path(asked), None
    return Path(file), section


def _section(lines: list[str], section: str, path: Path) -> list[str]:
    rank = 0
    kept: list[str] = []
    headings: list[str] = []
    for line in lines:
        if heading := _HEADING.fullmatch(line):
            headings.append(heading[2])
            if rank and len(heading[1]) <= rank:
                return kept
            if not rank and heading[2] == section:
                rank = len(heading[1])
        elif rank:
            kept.append(line)
    if not rank:
        there = ", ".join(map(repr, headings)) or "none"
        raise GoldError(f"{path}: there is no section {section!r} in it; its headings are: {there}.")
    return kept
