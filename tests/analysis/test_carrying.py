from __future__ import annotations

from onrecord.analysis.attribution import Attribution
from onrecord.analysis.carrying import continuations
from onrecord.analysis.decode import Roles
from onrecord.analysis.quotation import quotations
from onrecord.story.paragraphs import paragraphs
from onrecord.story.types import Span

ROLES = Roles(anchor=0, inner=False, source=(), cue=(0,), content=(1,), cue_score=0.9, path_score=-0.1)


def attribution(text: str, cue: str, content: str) -> Attribution:
    def spans(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (Span(start=start, end=start + len(words)),)

    return Attribution(source=(), cue=spans(cue), content=spans(content), inside=None, roles=ROLES)


def carried(text: str, *found: Attribution) -> list[tuple[str, int]]:
    made = continuations(text, list(paragraphs(text)), list(quotations(text)), found)
    return [(further.content.of(text), further.carried) for further in made]


def test_a_reopened_quotation_goes_on() -> None:
    text = "“It began at noon,” Vale said. “We ran.\n\n“Nobody came back for us.”\n\nThe port was shut."
    first = attribution(text, "said", "“We ran.")
    assert carried(text, first) == [("“Nobody came back for us.”", 0)]


def test_it_goes_on_over_several_paragraphs_but_not_past_plain_text() -> None:
    text = '"Noon," Vale said.\n\n"We all ran away."\n\n"And nobody came back."\n\nRain.\n\n"Not hers, not at all."'
    first = attribution(text, "said", '"Noon,"')
    assert [words for words, _ in carried(text, first)] == ['"We all ran away."', '"And nobody came back."']


def test_a_statement_without_quotation_carries_nothing() -> None:
    text = "Vale said they ran.\n\n“Nobody came back for us.”"
    assert carried(text, attribution(text, "said", "they ran")) == []


def test_a_quoted_crosshead_is_no_speech() -> None:
    text = "“It began at noon,” Vale said.\n\n‘BRING THEM HOME’\n\nThe port was shut."
    assert carried(text, attribution(text, "said", "“It began at noon,”")) == []
