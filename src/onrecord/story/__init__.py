"""The first of the four steps, bytes to Stories: a text that is never altered, and spans over it."""

from __future__ import annotations

from onrecord.story.paragraphs import paragraphs
from onrecord.story.reading import read_stories
from onrecord.story.types import Part, PartKind, Span, Story

__all__ = ["Part", "PartKind", "Span", "Story", "paragraphs", "read_stories"]
