from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.types import Analysis
from onrecord.showing.markup import Mark, escaped, marked
from onrecord.story import Span, paragraphs
from tests.cli.analyses import analyses
from tests.cli.elements import Element, parsed


def mark(start: int, end: int, css: str, rank: int = 0, link: str | None = None, tapped: bool = False) -> Mark:
    span = Span(start=start, end=end)
    return Mark(span=span, css=css, rank=rank, name=css, link=link, tapped=tapped)


def mention(start: int, end: int, css: str) -> Mark:
    return Mark(span=Span(start=start, end=end), css=css, rank=9, tapped=True)


def html(text: str, *marks: Mark) -> str:
    return "|".join(marked(text, list(paragraphs(text)), marks))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "abcdef"),
        ([mark(1, 3, "x")], 'a<span class="x" id="x">bc</span>def'),
        (
            [mark(2, 3, "y"), mark(1, 5, "x")],
            'a<span class="x" id="x">b<span class="y" id="y">c</span>de</span>f',
        ),
        (
            [mark(0, 3, "x"), mark(2, 5, "y")],
            '<span class="x" id="x">ab<span class="y" id="y">c</span></span><span class="y">de</span>f',
        ),
        (
            [mark(0, 2, "x", 1), mark(0, 2, "y", 0)],
            '<span class="y" id="y"><span class="x" id="x">ab</span></span>cdef',
        ),
        (
            [mark(0, 4, "x", 0, "l"), mark(1, 2, "y", 0, "m")],
            '<a class="x" id="x" href="#l">a<span class="y" id="y">b</span>cd</a>ef',
        ),
        (
            [mention(0, 5, "x"), mark(1, 4, "y", 0, "l"), mention(2, 3, "z")],
            '<span class="x" tabindex=-1>a<a class="y" id="y" href="#l">b<span class="z">c</span>d</a>e</span>f',
        ),
    ],
)
def test_marks_nest(marks: list[Mark], expected: str) -> None:
    assert html("abcdef", *marks) == expected


def test_a_mark_over_two_paragraphs_is_in_both_and_named_once() -> None:
    assert html("ab\n\ncd", mark(1, 5, "x")) == 'a<span class="x" id="x">b</span>|<span class="x">c</span>d'


def test_a_time_says_what_it_means() -> None:
    reading = Mark(span=Span(start=0, end=2), css="t", rank=0, reading='a "Friday"')
    moment = Mark(span=Span(start=3, end=5), css="t", rank=0, reading="now", moment="2025-04-11")
    assert html("ab cd", reading, moment) == (
        '<span class="t" title="a &quot;Friday&quot;">ab</span> '
        '<time class="t" datetime="2025-04-11" title="now">cd</time>'
    )


def test_text_is_escaped() -> None:
    assert html('<script>"&', mark(0, 8, "x")) == '<span class="x" id="x">&lt;script&gt;</span>&quot;&amp;'
    assert escaped("\x00\x1b\ud800\ufffe") == "\ufffd" * 4


@given(analyses(), st.data())
def test_text_survives_and_each_mark_covers_its_words(found: Analysis, data: st.DataObject) -> None:
    text = found.story.text
    spans = list(paragraphs(text))
    marks = [
        mark(
            span.start,
            span.end,
            f"m{number}-{at}",
            data.draw(st.integers(0, 2)),
            data.draw(st.sampled_from([None, "l"])),
            data.draw(st.booleans()),
        )
        for number, statement in enumerate(found.statements)
        for at, span in enumerate((*statement.source, *statement.cue, *statement.content))
    ]
    pieces = list(marked(text, spans, marks))
    assert len(pieces) == len(spans)
    root: Element = parsed("".join(f"<p>{piece}</p>" for piece in pieces))
    assert root.text == "".join(unescape(escaped(span.of(text))) for span in spans)
    kept = [character for span in spans for character in range(span.start, span.end)]
    for made in marks:
        covered = "".join(escaped(text[i]) for i in kept if made.span.start <= i < made.span.end)
        assert "".join(element.text for element in root.of_class(made.css)) == unescape(covered)
