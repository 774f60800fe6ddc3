"""Words of a story or a path -> what of them may be printed: on one line, and nothing that steers a terminal."""

from __future__ import annotations

_UNSEEN = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)), "\ufffd"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None),
}
"""What would steer a terminal, is no character, or turns the direction of what follows."""


def visible(words: str) -> str:
    """The words on one line: white space collapsed, control characters as U+FFFD, direction overrides left out."""
    return " ".join(words.split()).translate(_UNSEEN)
