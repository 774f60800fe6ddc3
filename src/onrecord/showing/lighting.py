"""How many statements and entities a story has -> the CSS rules by which what belongs together lights up together.

The rules name a story's first, second, third statement and entity and hold within any story, so a page has as many
of them as its longest story needs, not as many as all of them together. Each kind of rule stands within one that
asks first whether anything of the kind is pointed at: a browser then looks through a long story once, not for
every rule.
"""

from __future__ import annotations

from collections.abc import Iterable

_POINTED = "is(:hover,:focus,:target)"
_LIT = (
    "background:var(--lit);color:var(--lit-ink);--ink:var(--lit-ink);"
    "--source:none;--cue:none;--content:none;--inner:none"
)
"""What stands within lit words shows no ground of its own: its colours are taken from it, which costs no rule."""
_WHO = "background:var(--who);color:var(--who-ink);box-shadow:0 0 0 .12em var(--who)"


def statement_rules(numbers: Iterable[int]) -> str:
    """A line of the list lights the words in the text, and the words put a frame around the line."""
    names = [f".s{number}" for number in numbers]
    words = ":is(.source,.cue,.content)"
    lit = [f"&:has(.said {name}:{_POINTED},.text {name}:target) .text {name}" for name in names]
    framed = [f"&:has(.text {name}:is(:hover,:target)) .said {name}::after" for name in names]
    return _layer(
        "said",
        _within(f"article:has(.said a:{_POINTED},.text {words}:target)", lit, _LIT),
        _within(f"article:has(.text {words}:is(:hover,:target))", framed, "border-color:var(--ink)"),
    )


def entity_rules(numbers: Iterable[int]) -> str:
    """A mention lights all of its entity: the innermost one under the pointer, else the one that has the focus.

    Where there is neither it is the one that a link led to.
    """
    names = [f".e{number}" for number in numbers]
    return _layer(
        "who",
        _within(
            "article:has(.m:hover)",
            [f"&:has({name}:hover):not(:has({name} .m:not({name}):hover)) {name}" for name in names],
            _WHO,
        ),
        _within(
            "article:has(.m:focus):not(:has(.m:hover))", [f"&:has({name}:focus) {name}" for name in names], _WHO
        ),
        _within(
            "article:has(.m:target):not(:has(.m:is(:hover,:focus)))",
            [f"&:has({name}:target) {name}" for name in names],
            _WHO,
        ),
    )


def _within(condition: str, selectors: list[str], declarations: str) -> str:
    return f"{condition}{{\n{','.join(selectors)}{{{declarations}}}}}\n" if selectors else ""


def _layer(name: str, *rules: str) -> str:
    return f"@layer {name}{{\n{''.join(rules)}}}\n" if any(rules) else ""
