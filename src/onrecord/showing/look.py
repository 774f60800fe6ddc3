"""The look of a story, light and dark: CSS that every page has which shows one."""

from __future__ import annotations

from pathlib import Path


def story_style() -> str:
    """Colours, text, marks, and the lists beside a text."""
    return Path(__file__).with_name("story.css").read_text(encoding="utf-8")
