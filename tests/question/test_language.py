"""What a question means, how it is written, and what is said of a text that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.types import Act, EntityKind, Kind
from onrecord.errors import QuestionError
from onrecord.question.language import MAX_LENGTH, MAX_NESTING, MAX_TERMS, parse, render
from onrecord.question.types import (
    ChoiceField,
    ChoiceFilter,
    Comparison,
    ConfidenceFilter,
    Disputed,
    Filter,
    NameField,
    NameFilter,
    Question,
    Sort,
    SourceKind,
)
from tests.question.questions import QUESTIONS


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("", ""),
        ("tariffs,  steel.", "tariffs steel"),
        ("tariffs AND steel", "tariffs steel"),
        ("and or not", "and or not"),
        ('"OR"', '"OR"'),
        ("“rule  of law”", '"rule of law"'),
        ("”rule of law”", '"rule of law"'),
        ('“the "good" deal”', '"the ""good"" deal"'),
        ('"the ""good"" deal"', '"the ""good"" deal"'),
        ("tarif*", "tarif*"),
        ("tarif*, steel", "tarif* steel"),
        ("-steel tariffs", "-steel tariffs"),
        ("NOT steel tariffs", "-steel tariffs"),
        ('NOT "trade war"', '-"trade war"'),
        ("tariffs steel OR aluminium", "tariffs (steel OR aluminium)"),
        ("(tariffs steel) OR aluminium", "(tariffs steel) OR aluminium"),
        ("((tariffs)) (steel (aluminium))", "tariffs steel aluminium"),
        ("NOT(steel tariffs)", "-(steel tariffs)"),
        ("-steel -tariffs", "-(steel OR tariffs)"),
        ("-(-steel)", "steel"),
        ("tariffs OR -steel", "-(steel -tariffs)"),
        (
            "Trump's O’Neil workers' co-operate U.S. 1,000 and/or",
            "Trump's O’Neil workers co-operate U.S 1,000 and/or",
        ),
        ("trade\u200b\u00adwar\u2003steel\x1ftax", "tradewar steel tax"),
        ("SPEAKER:rubio", "speaker:rubio"),
        ("by:rubio", "speaker:rubio"),
        ("From:“Marco Rubio”,vance", 'speaker:"Marco Rubio",vance'),
        ('speaker:"Ann ""Bo"" Lee"', 'speaker:"Ann ""Bo"" Lee"'),
        ("speaker:U.S. tariffs", 'tariffs speaker:"U.S."'),
        ("speaker:rubio AND tariffs", "tariffs speaker:rubio"),
        ("about:trade about:steel", "about:trade about:steel"),
        ("-speaker:rubio NOT about:trade", "-speaker:rubio -about:trade"),
        ("-kind:direct -kind:mixed", "-kind:direct -kind:mixed"),
        ("kind:Direct,MIXED", "kind:direct,mixed"),
        ("speaker-kind:organisation", "speaker-kind:organization"),
        ("said:2025 published:2025-04..2025-05", "said:2025 published:2025-04..2025-05"),
        ("-said:2025", "-said:2025"),
        ("confidence:≥.80 confidence:<1.0", "confidence:>=0.8 confidence:<1"),
        ("sort:relevance", ""),
        ("sort:newest like:“a tax” steel", 'steel meaning:"a tax" sort:newest'),
        ("publisher:a:b", 'publisher:"a:b"'),
    ],
)
def test_one_way_to_write_it(typed: str, written: str) -> None:
    assert render(parse(typed)) == written


def names(field: NameField, *names: str) -> NameFilter:
    return NameFilter(field=field, names=names)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("speaker:rubio", names(NameField.SPEAKER, "rubio")),
        ('speaker:"Rubio, Marco",vance', names(NameField.SPEAKER, "Rubio, Marco", "vance")),
        ("about:tariffs", names(NameField.ABOUT, "tariffs")),
        ("publisher:AP", names(NameField.PUBLISHER, "AP")),
        ("place:WASHINGTON", names(NameField.PLACE, "WASHINGTON")),
        ("story:83e47190914d1fa9", names(NameField.STORY, "83e47190914d1fa9")),
        ("kind:direct", ChoiceFilter(field=ChoiceField.KIND, values=(Kind.DIRECT,))),
        ("act:direct,deny", ChoiceFilter(field=ChoiceField.ACT, values=(Act.DIRECT, Act.DENY))),
        ("speaker-kind:group", ChoiceFilter(field=ChoiceField.SPEAKER_KIND, values=(EntityKind.GROUP,))),
        ("source:none", ChoiceFilter(field=ChoiceField.SOURCE, values=(SourceKind.NONE,))),
        ("-disputed:no", ChoiceFilter(field=ChoiceField.DISPUTED, values=(Disputed.NO,), negated=True)),
        ("confidence:>0.25", ConfidenceFilter(comparison=Comparison.MORE, value=0.25)),
    ],
)
def test_filters(typed: str, asked: Filter) -> None:
    assert parse(typed) == Question(filters=(asked,))


def test_meaning_and_order() -> None:
    assert parse('meaning:"tax, cut" sort:Oldest') == Question(meaning="tax, cut", sort=Sort.OLDEST)


@pytest.mark.parametrize(
    ("typed", "column", "problem"),
    [
        ("speeker:rubio", 1, "did you mean speaker:?"),
        ("tax https://example.org", 5, '"https:" is no field'),
        ("10:30", 1, "double quotation marks"),
        (": a", 1, '":" is no field'),
        ("kind:direkt", 6, "did you mean direct?"),
        ("act:deny,dance", 10, "assert, deny, accuse"),
        ("sort:date", 6, "relevance, newest, oldest"),
        ("said:tomorrow", 6, "2025..2026-03"),
        ("said:2025,2026", 11, "takes one value"),
        ("meaning:1,000", 11, "takes one value"),
        ("confidence:0.8", 12, "confidence:>=0.8"),
        ("confidence:>1.5", 12, "from 0 to 1"),
        ("speaker: rubio", 9, "needs a value here"),
        ("speaker:rubio, vance", 15, "needs a value here"),
        ('speaker:""', 9, "no letter or digit"),
        ("speaker:'Marco Rubio'", 9, "double quotation marks"),
        ("speaker:(rubio OR vance)", 9, "parentheses are for words"),
        ('speaker:"Rubio"s', 16, "space is missing"),
        ("speaker:-rubio", 9, "-speaker:"),
        ("speaker:rub*", 9, "in words only"),
        ("kind:direct kind:mixed", 13, "stands twice"),
        ("sort:newest sort:newest", 13, "stands twice"),
        ("like:tax meaning:tax", 10, "stands twice"),
        ("-sort:newest", 2, "cannot be left out"),
        ("NOT like:tax", 5, "cannot be left out"),
        ("(speaker:rubio tax)", 2, "put it outside"),
        ("speaker:rubio OR tax", 15, "joins words, not fields"),
        ("tax OR speaker:rubio", 8, "joins words, not fields"),
        ('"tax cut', 1, "never closed"),
        ('tax "', 5, "never closed"),
        ("5'10\"", 5, "space is missing"),
        ('"a"b', 4, "space is missing"),
        ("tax(es)", 4, "space is missing"),
        ("(tax)es", 6, "space is missing"),
        ("«tax»", 1, "not with «"),
        ("'tax cut'", 1, "double quotation marks"),
        ("(tax (cut)", 1, "never closed"),
        ("tax)", 4, "closes no parenthesis"),
        ("tax ()", 5, "nothing in the parentheses"),
        ("OR tax", 1, "without a word before"),
        ("tax OR AND cut", 8, "without a word before"),
        ("tax OR", 7, "without a word after"),
        ("(tax AND) cut", 9, "without a word after"),
        ("tax NOT", 5, "without a word after"),
        ("tax OR, cut", 5, "without marks"),
        ("a AND b OR c", 9, "in parentheses"),
        ("tax - cut", 5, "stands alone"),
        ("tax--cut --tax", 10, "stands alone"),
        ("NOT -tax", 5, "left out twice"),
        ("–tax", 1, "is a dash"),
        ("tax & cut", 5, "no letter or digit"),
        ("t*x", 1, "after the beginning of a word"),
        ("*tax", 1, "after the beginning of a word"),
        ("t*", 1, "two letters"),
        ("tax\0cut", 4, "U+0000"),
        ("tax \ud800", 5, "U+D800"),
        ("x" * (MAX_LENGTH + 1), MAX_LENGTH + 1, "2,000 characters"),
        ("x " * (MAX_TERMS + 1), 2 * MAX_TERMS + 1, "100 words"),
        ("(" * (MAX_NESTING + 1) + "x", MAX_NESTING + 1, "10 deep"),
        ("“" + '"' * 1500 + "x”", 1, "written out"),
    ],
)
def test_a_text_that_is_no_question(typed: str, column: int, problem: str) -> None:
    with pytest.raises(QuestionError) as raised:
        parse(typed)
    assert raised.value.column == column
    assert problem in str(raised.value)
    assert str(raised.value).startswith(f"Column {column} of the question: ")
    assert str(raised.value).isprintable()


def test_groups_that_deepen_when_written_out_are_refused() -> None:
    typed = "x"
    for _ in range(MAX_NESTING):
        typed = f"(y OR -(z {typed}))"
    with pytest.raises(QuestionError, match="10 deep"):
        parse(typed)


def test_as_much_as_the_limits_allow() -> None:
    assert render(parse("x " * MAX_TERMS)) == " ".join("x" * MAX_TERMS)
    assert render(parse("(" * MAX_NESTING + "x" + ")" * MAX_NESTING)) == "x"


@given(QUESTIONS)
def test_a_question_written_is_read_back(question: Question) -> None:
    assert parse(render(question)) == question


PIECES = """
    tax "tax cut" “ ” " ( ) - -- – OR AND NOT * tarif* : , .. speaker: -speaker: by: kind: kind:direct said:
    said:2025 >= confidence: 0.5 meaning: like:"a" sort: sort:newest ' Trump's rubio,vance \0 \u200b \u0301 …
"""
TYPED = st.one_of(
    st.text(),
    st.lists(st.sampled_from([" ", *PIECES.split(" "), *PIECES.split()]), max_size=14).map("".join),
    st.lists(st.sampled_from(PIECES.split()), max_size=10).map(" ".join),
)


@given(TYPED)
def test_any_text_is_a_question_or_a_question_error(text: str) -> None:
    try:
        question = parse(text)
    except QuestionError as error:
        assert 1 <= error.column <= len(text) + 1
    else:
        assert parse(render(question)) == question
