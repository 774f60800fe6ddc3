"""Analyses made by hand, and arbitrary ones for properties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from onrecord.analysis.types import (
    Analysis,
    EngineVersion,
    Entity,
    EntityKind,
    Form,
    Kind,
    Mention,
    Said,
    Statement,
    Time,
    TimeType,
)
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
    speaker: str | None = None,
    unresolved: str | None = None,
    said: str | None = None,
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
        speaker=speaker,
        unresolved=unresolved,
        said=Said(value=said, time=None) if said else None,
    )


def entity(
    name: str,
    called: str | None,
    *mentions: tuple[str, int],
    kind: EntityKind = EntityKind.PERSON,
    role: str | None = None,
    text: str = TEXT,
) -> Entity:
    """mentions: words and where to look for them from; what is all in small letters is a pronoun."""
    found = tuple(
        Mention(span=span(text, words, after), form=Form.PRONOUN if words.islower() else Form.NAME)
        for words, after in mentions
    )
    return Entity(id=name, kind=kind, name=called, role=role, mentions=found)


def time(name: str, words: str, value: str, kind: TimeType = TimeType.DATE, text: str = TEXT) -> Time:
    return Time(id=name, span=span(text, words), type=kind, value=value)


def analysis(
    *statements: Statement,
    text: str = TEXT,
    headline: str | None = None,
    source: str = "pension.txt",
    entities: tuple[Entity, ...] = (),
    times: tuple[Time, ...] = (),
) -> Analysis:
    story = Story(source=source, text=text, headline=headline)
    return Analysis(story=story, statements=statements, engine=ENGINE, entities=entities, times=times)


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


def resolved() -> Analysis:
    """The same with its speakers, the mentions of its entities, its times and when it was said."""
    found = example()
    fable, drawer, last = TEXT.index("hiding"), TEXT.index("He locked"), TEXT.index("Obermann said")
    entities = (
        entity("e0", "Renwick", ("Renwick", 0), ("it", fable), ("He", drawer), ("he", drawer), role="Minister"),
        entity(
            "e1",
            "Ilse Obermann",
            ("Harbour leader Ilse Obermann", 0),
            ("Obermann", last),
            ("her", last),
            role="Harbour leader",
        ),
        entity("e2", "Harbour", ("Harbour", 0), kind=EntityKind.ORGANIZATION),
        entity("e3", "a clerk", ("a clerk", last), kind=EntityKind.UNNAMED, role="clerk"),
        entity("e4", None, ("a drawer", 0), ("the drawer", last), kind=EntityKind.PLACE),
    )
    speakers = ("e0", "e1", "e1", "e1", None)
    said = ("2025-03-09", "2025-03-09", None, "2025-W10", "XXXX-WXX-5")
    statements = tuple(
        replace(
            statement,
            speaker=speaker,
            unresolved=None if speaker else "two clerks fit",
            said=Said(value=value, time=None) if value else None,
        )
        for statement, speaker, value in zip(found.statements, speakers, said, strict=True)
    )
    times = (
        time("t0", "March 9", "2025-03-09"),
        time("t1", "on Sunday", "2025-03-09"),
        time("t2", "Then", "2025-SP"),
        time("t3", "still", "P1D", TimeType.SET),
    )
    return replace(found, statements=statements, entities=entities, times=times)


CHARACTERS = st.one_of(
    st.sampled_from(list("abc   \n\n<>&\"'\t\r\x00\x1b\x7f\u202e\u2066\u00a0\u0301日本שلا\U0001f600\ud800\ufffe")),
    st.characters(),
)
WORDS = st.text(CHARACTERS, min_size=1, max_size=150)
SHORT = st.text(CHARACTERS, min_size=1, max_size=12)
VALUES = st.one_of(st.sampled_from(["2025-04-14", "2025-W15", "XXXX-WXX-5", "P2D", "2025-03-XXTNI"]), SHORT)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Any text, any spans over it, any references between statements, those to none and to themselves included.

    Mentions and times may lie over one another and over statements in any way.
    """
    text = draw(WORDS)
    people = [f"e{number}" for number in range(draw(st.integers(0, 4)))]
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
            speaker=draw(st.sampled_from([None, "missing", *people])),
            unresolved=draw(st.one_of(st.none(), SHORT)),
            said=draw(st.one_of(st.none(), st.builds(Said, value=VALUES, time=st.none()))),
        )
        for name in names
    ]
    entities = tuple(
        Entity(
            id=name,
            kind=draw(st.sampled_from(EntityKind)),
            name=draw(st.one_of(st.none(), SHORT)),
            role=draw(st.one_of(st.none(), SHORT)),
            mentions=tuple(Mention(span=one, form=draw(st.sampled_from(Form))) for one in spans() + spans()),
        )
        for name in people
    )
    times = tuple(
        Time(id=f"t{number}", span=one, type=draw(st.sampled_from(TimeType)), value=draw(VALUES))
        for number, one in enumerate(spans())
    )
    return analysis(
        *statements,
        text=text,
        headline=draw(st.one_of(st.none(), WORDS)),
        source=draw(WORDS),
        entities=entities,
        times=times,
    )
