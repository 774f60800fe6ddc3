"""The choices and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Form(StrEnum):
    """How a record is printed."""

    TEXT = "text"
    JSONL = "jsonl"
    HTML = "html"


class Shape(StrEnum):
    """How statements that were found are printed."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


class Telling(StrEnum):
    """How what is no list is printed."""

    TEXT = "text"
    JSON = "json"


class Listing(StrEnum):
    """How a timeline is printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Sheet(StrEnum):
    """How counts are printed."""

    TEXT = "text"
    CSV = "csv"


class Layer(StrEnum):
    """Which statements are printed: all, or those that stand in no other one."""

    ALL = "all"
    OUTER = "outer"


RECORD = "onrecord.db"
"""The record where nothing else is named."""

RecordOption = Annotated[
    str,
    typer.Option(
        "--record",
        "-r",
        metavar="RECORD",
        envvar="ONRECORD_RECORD",
        help="The record: a SQLite file, or postgresql://HOST/DATABASE.",
    ),
]

QuestionArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUESTION", help="Words and fields, as docs/searching.md has them; none: everything."),
]
