"""News stories in; who said what, pinned to the words, out. Names are loaded when they are first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.analysis import Analysis, Engine, Entity, Kind, Mention, Said, Statement, Time
    from onrecord.errors import OnrecordError, StoryError, WeightsError
    from onrecord.story import Part, PartKind, Span, Story, read_stories

__all__ = [
    "Analysis",
    "Engine",
    "Entity",
    "Kind",
    "Mention",
    "OnrecordError",
    "Part",
    "PartKind",
    "Said",
    "Span",
    "Statement",
    "Story",
    "StoryError",
    "Time",
    "WeightsError",
    "read_stories",
]

_HOME = {
    **dict.fromkeys(
        ("Analysis", "Engine", "Entity", "Kind", "Mention", "Said", "Statement", "Time"), "onrecord.analysis"
    ),
    **dict.fromkeys(("OnrecordError", "StoryError", "WeightsError"), "onrecord.errors"),
    **dict.fromkeys(("Part", "PartKind", "Span", "Story", "read_stories"), "onrecord.story"),
}


def __getattr__(name: str) -> object:
    """Load a public name from its home (PEP 562), so that `onrecord --help` waits for no network."""
    if name not in _HOME:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
