from __future__ import annotations

import pytest

from onrecord.analysis.kind import kind_of
from onrecord.analysis.quotation import quotations
from onrecord.analysis.types import Kind
from onrecord.story.types import Span


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("“We are ready,” Holm said.", "“We are ready,”", Kind.DIRECT),
        ("Holm said they were ready.", "they were ready", Kind.INDIRECT),
        ("Holm said they were “more than ready”.", "they were “more than ready”", Kind.MIXED),
        ("Holm said that “we are ready”.", "that “we are ready”", Kind.DIRECT),
        ("Holm said the mayor's plan wasn't his.", "the mayor's plan wasn't his", Kind.INDIRECT),
        ("Holm said “The Long Night” had moved him.", "“The Long Night” had moved him", Kind.INDIRECT),
        ("Holm wrote “The Long Night”.", "“The Long Night”", Kind.DIRECT),
        ("Holm called it “peace”.", "it “peace”", Kind.MIXED),
    ],
)
def test_kinds(text: str, content: str, kind: Kind) -> None:
    start = text.index(content)
    span = Span(start=start, end=start + len(content))
    assert kind_of(text, (span,), list(quotations(text))) is kind


def test_pieces_count_together() -> None:
    text = "“We are,” Holm said, “ready.”"
    pieces = (Span(start=0, end=9), Span(start=21, end=29))
    assert kind_of(text, pieces, list(quotations(text))) is Kind.DIRECT
