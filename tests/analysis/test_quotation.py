from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.quotation import quotations, quotations_in
from onrecord.story.types import Span


def quoted(text: str) -> list[str]:
    return [span.of(text) for span in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are ready,” Holm said. “Come.”", ["“We are ready,”", "“Come.”"]),
        ('"We are ready," Holm said. "Come."', ['"We are ready,"', '"Come."']),
        ("``We are ready,'' Holm said.", ["``We are ready,''"]),
        ("«Nous sommes là», a dit Holm.", ["«Nous sommes là»"]),
        ("Holm called it ‘a farce’ on Monday.", ["‘a farce’"]),
        ("Holm called it 'a farce' on Monday.", ["'a farce'"]),
        ("The ministers' plan isn't the mayor's.", []),
        ("It was the summer of '69, and the '70s weren't far.", []),
        ("“He told me ‘no’ twice,” she said.", ["“He told me ‘no’ twice,”"]),
        ("\"He told me 'no' twice,\" she said.", ["\"He told me 'no' twice,\""]),
        ("The plank was 6' 4\" long.", []),
        ("“We will not", ["“We will not"]),
        ("", []),
    ],
)
def test_each_kind_of_mark(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_open_quotation_ends_with_its_paragraph_and_may_be_opened_again() -> None:
    text = "“It began at noon,” Vale said. “We ran.\n\n“Nobody came back for us.”\n\nThe port was shut."
    assert quoted(text) == ["“It began at noon,”", "“We ran.", "“Nobody came back for us.”"]


def test_quotations_in_a_stretch() -> None:
    text = "“One,” he said. “Two,” she said. “Three.”"
    marks = list(quotations(text))
    assert [q.of(text) for q in quotations_in(marks, Span(start=0, end=17))] == ["“One,”", "“Two,”"]
    assert list(quotations_in(marks, Span(start=7, end=15))) == []


@given(st.text(alphabet="ab .,\n\"'“”‘’`«»s", max_size=120) | st.text(max_size=60))
def test_on_any_text_they_are_ordered_apart_and_not_empty(text: str) -> None:
    end = 0
    for span in quotations(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end
