"""Ten stories of our own to try Onrecord on; they enter where any story does, at read_stories."""

from __future__ import annotations

from pathlib import Path

STORIES = Path(__file__).with_name("stories")
"""The folder that they are in."""
