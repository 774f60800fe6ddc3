"""Hits -> flat rows for other programs: JSON lines, CSV, Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from datetime import date

from onrecord.question.answers import Hit

FIELDS = (
    *("permalink", "speaker", "speaker_kind", "role", "kind", "act", "said", "source", "cue", "content"),
    *("confidence", "story", "headline", "publisher", "place", "published", "story_source"),
)
"""The columns of a row."""


def row(hit: Hit) -> dict[str, object]:
    """The hit as text and numbers by FIELDS; pieces of a role are joined by ' … '."""
    passage = hit.passage

    def words(role: str) -> str:
        pieces = [passage.text[s.start - passage.start : s.end - passage.start] for s in getattr(passage, role)]
        return " … ".join(pieces)

    own: dict[str, object] = {
        "source": words("source"),
        "cue": words("cue"),
        "content": words("content"),
        "story_source": hit.source,
    }
    return {name: _plain(own[name] if name in own else getattr(hit, name)) for name in FIELDS}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def csv_line(values: Iterable[object]) -> str:
    """A line of CSV (RFC 4180); what is not known is empty."""
    line = io.StringIO()
    csv.writer(line).writerow(["" if value is None else value for value in values])
    return line.getvalue()


def json_line(hit: Hit) -> str:
    """A line of JSON."""
    return json.dumps(row(hit), ensure_ascii=False) + "\n"
