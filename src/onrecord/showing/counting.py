"""Counts -> words: "1 story", "21,577 stories"."""

from __future__ import annotations


def stories(count: int) -> str:
    """How many stories."""
    return f"{count:,} {'story' if count == 1 else 'stories'}"


def statements(count: int) -> str:
    """How many statements."""
    return f"{count:,} statement{'' if count == 1 else 's'}"


def events(count: int) -> str:
    """How many events."""
    return f"{count:,} event{'' if count == 1 else 's'}"


def entries(count: int) -> str:
    """How many entries."""
    return f"{count:,} entr{'y' if count == 1 else 'ies'}"
