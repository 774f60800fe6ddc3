from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.quotation import quotations
from onrecord.record.wording.quoted import quoted, quoted_spans
from onrecord.story.types import Span


def whole(text: str) -> str:
    return quoted(text, [Span(start=0, end=len(text))], list(quotations(text)))


def test_the_words_in_marks_without_the_marks() -> None:
    assert whole("He called it “a farce, ‘from first to last’” and said ‘never’ twice.") == (
        "a farce, ‘from first to last never"
    )


def test_pieces_are_joined_by_a_space() -> None:
    text = "“We ran,” Vale said. “Nobody came.”"
    content = [Span(start=0, end=9), Span(start=21, end=len(text))]
    assert quoted(text, content, list(quotations(text))) == "We ran, Nobody came."


def test_what_is_outside_of_the_content_or_of_marks_is_left_out() -> None:
    text = "“We ran,” Vale said, and that “nobody” came."
    assert quoted(text, [Span(start=21, end=len(text))], list(quotations(text))) == "nobody"
    assert quoted(text, [Span(start=10, end=19)], list(quotations(text))) == ""


@given(st.text(alphabet="ab .\n\"'“”‘’`«»s", min_size=1, max_size=80), st.integers(0, 79), st.integers(1, 80))
def test_spans_are_in_order_and_within_the_content(text: str, start: int, length: int) -> None:
    content = Span(start=min(start, len(text) - 1), end=min(len(text), min(start, len(text) - 1) + length))
    end = content.start
    for span in quoted_spans(text, [content], list(quotations(text))):
        assert end <= span.start < span.end <= content.end
        end = span.end
