"""Analyses made by hand, and arbitrary ones for properties."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from onrecord.analysis.types import Analysis, EngineVersion, Kind, Statement
from onrecord.story.types import Part, PartKind, Span, Story

ENGINE = EngineVersion(version="0", weights="none")

TEXT = """OSTRAVIA, March 9 (NWA) - Renwick on Sunday denied hiding the report, calling it "a fairy tale".

"He locked it in a drawer," said Harbour leader Ilse Obermann. "Then he went skiing."

"He is still skiing."

Obermann said a clerk had told her that the drawer was empty.
"""


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start=start, end=start + len(words))


def statement(
    name: str,
    text: str = TEXT,
    *,
    source: str = "",
    cue: str = "",
    content: tuple[str, ...] = (),
    carried: str | None = None,
    inside: str | None = None,
    after: int = 0,
) -> Statement:
    return Statement(
        id=name,
        kind=Kind.INDIRECT,
        source=(span(text, source, after),) if source else (),
        cue=(span(text, cue, after),) if cue else (),
        content=tuple(span(text, words, after) for words in content),
        carried=carried,
        inside=inside,
        confidence=0.93,
    )


def analysis(
    *statements: Statement, text: str = TEXT, headline: str | None = None, source: str = "pension.txt"
) -> Analysis:
    story = Story(source=source, text=text, headline=headline)
    return Analysis(story=story, statements=statements, engine=ENGINE)


def example() -> Analysis:
    """Four statements that stand alone, one of them carried, and one that stands inside the last."""
    last = TEXT.index("Obermann said")
    made = analysis(
        statement("s0", source="Renwick", cue="denied", content=("hiding the report", '"a fairy tale"')),
        statement(
            "s1", source="Harbour leader Ilse Obermann", cue="said", content=('"He locked it in a drawer,"',)
        ),
        statement("s2", content=('"He is still skiing."',), carried="s1"),
        statement(
            "s3",
            source="Obermann",
            cue="said",
            content=("a clerk had told her that the drawer was empty",),
            after=last,
        ),
        statement(
            "s4", source="a clerk", cue="had told", content=("that the drawer was empty",), inside="s3", after=last
        ),
    )
    story = Story(
        source="pension.txt",
        text=TEXT,
        headline="Minister denies burying report",
        place="OSTRAVIA",
        published=date(2025, 3, 9),
        byline=("Marta Lindqvale",),
        credits=("Cora Whitlam",),
        parts=(Part(kind=PartKind.DATELINE, span=span(TEXT, "OSTRAVIA, March 9 (NWA) - ")),),
    )
    return Analysis(story=story, statements=made.statements, engine=ENGINE)


WORDS = st.text(
    st.one_of(
        st.sampled_from(
            list("abc   \n\n<>&\"'\t\r\x00\x1b\x7f\u202e\u2066\u00a0\u0301日本שلا\U0001f600\ud800\ufffe")
        ),
        st.characters(),
    ),
    min_size=1,
    max_size=150,
)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Any text, any spans over it, any references between statements, those to none and to themselves included."""
    text = draw(WORDS)
    names = [f"s{number}" for number in range(draw(st.integers(0, 6)))]
    references = st.one_of(st.none(), st.sampled_from([*names, "missing"]))

    def spans(least: int = 0) -> tuple[Span, ...]:
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2 * least, max_size=6)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        return tuple(Span(start=start, end=end) for start, end in pairs)

    statements = [
        Statement(
            id=name,
            kind=draw(st.sampled_from(Kind)),
            source=spans(),
            cue=spans(),
            content=spans(1),
            carried=draw(references),
            inside=draw(references),
            confidence=draw(st.floats(0, 1)),
        )
        for name in names
    ]
    return analysis(*statements, text=text, headline=draw(st.one_of(st.none(), WORDS)), source=draw(WORDS))
