"""News stories in; who said what, pinned to the words, out."""

from onrecord.analysis import Analysis, Engine, Kind, Statement
from onrecord.errors import OnrecordError, StoryError, WeightsError
from onrecord.story import Part, PartKind, Span, Story, read_stories

__all__ = [
    "Analysis",
    "Engine",
    "Kind",
    "OnrecordError",
    "Part",
    "PartKind",
    "Span",
    "Statement",
    "Story",
    "StoryError",
    "WeightsError",
    "read_stories",
]
