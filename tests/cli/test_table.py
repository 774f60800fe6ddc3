from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from onrecord.analysis.types import Analysis
from onrecord.cli.table import table, wrapped
from onrecord.showing.phrasing import entries
from tests.cli.analyses import analyses, analysis, example, resolved, statement

ANSI = re.compile(r"\x1b\[\d+m")


def printed(found: Analysis, width: int, *, colour: bool = False) -> str:
    return "".join(table([found], width=width, colour=colour))


def test_a_story_as_it_is_printed() -> None:
    assert printed(example(), 88) == (
        "Minister denies burying report\n"
        "OSTRAVIA · 9 March 2025 · by Marta Lindqvale · credits: Cora Whitlam · 5 statements ·\n"
        "pension.txt\n"
        "\n"
        "WHO                     CUE       WHAT                                     KIND\n"
        'Renwick                 denied    hiding the report … "a fairy tale"       indirect 0.93\n'
        'Harbour leader Ilse     said      "He locked it in a drawer,"              indirect 0.93\n'
        "Obermann\n"
        '(continues) Harbour               "He is still skiing."                    indirect 0.93\n'
        "leader Ilse Obermann\n"
        "Obermann                said      a clerk had told her that the drawer     indirect 0.93\n"
        "                                  was empty\n"
        "↳ a clerk               had told  that the drawer was empty                indirect 0.93\n"
    )


def test_when_has_a_column_where_there_is_room() -> None:
    assert printed(resolved(), 100).splitlines()[3:-1] == [
        "WHO                   CUE       WHAT                                       WHEN        KIND",
        'Renwick, Minister     denied    hiding the report … "a fairy tale"         2025-03-09  indirect 0.93',
        'Ilse Obermann,        said      "He locked it in a drawer,"                2025-03-09  indirect 0.93',
        "Harbour leader",
        '(continues) Ilse                "He is still skiing."                                  indirect 0.93',
        "Obermann",
        "Ilse Obermann         said      a clerk had told her that the drawer was   week of 3   indirect 0.93",
        "                                empty                                      Mar 2025",
    ]
    assert " week of 3 Mar 2025  " in printed(resolved(), 120)


def test_when_stands_below_the_kind_where_there_is_less_room() -> None:
    assert printed(resolved(), 80).splitlines()[4:8] == [
        "WHO                   CUE       WHAT                               KIND, WHEN",
        'Renwick, Minister     denied    hiding the report … "a fairy       indirect 0.93',
        '                                tale"                              2025-03-09',
        'Ilse Obermann,        said      "He locked it in a drawer,"        indirect 0.93',
    ]


def test_why_there_is_no_source_is_said() -> None:
    found = analysis(statement("s0", content=("Sunday",), unresolved="the story names none"))
    assert "(the story names none)" in printed(found, 100)
    assert "(no source)" in printed(analysis(statement("s0", content=("Sunday",))), 100)


def test_a_narrow_terminal_gets_paragraphs() -> None:
    assert printed(example(), 38).splitlines()[-7:] == [
        "Obermann (indirect 0.93)",
        '  "He is still skiing."',
        "Obermann said (indirect 0.93)",
        "  a clerk had told her that the drawer",
        "  was empty",
        "↳ a clerk had told (indirect 0.93)",
        "    that the drawer was empty",
    ]


def test_stories_are_set_apart_and_an_empty_one_says_so() -> None:
    first, second = table([example(), analysis()], width=80, colour=False)
    assert second == "\npension.txt\n0 statements\n"
    assert first.endswith("\n") and not first.startswith("\n")


@given(analyses(), st.integers(1, 140))
def test_no_line_is_wider_than_the_terminal(found: Analysis, width: int) -> None:
    assert all(cell_len(line) <= max(width, 20) for line in printed(found, width).split("\n"))


@given(analyses())
def test_every_word_is_there(found: Analysis) -> None:
    rows = printed(found, 5000)
    for entry in entries(found):
        assert all(words in rows for words in (entry.who, entry.role, entry.cue, entry.what, entry.when))


@given(analyses(), st.integers(20, 140))
def test_colour_changes_no_word(found: Analysis, width: int) -> None:
    assert ANSI.sub("", printed(found, width, colour=True)) == printed(found, width)


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1)), st.integers(2, 40))
def test_wrapping_keeps_words_whole_that_fit_and_loses_none(words: list[str], width: int) -> None:
    lines = wrapped(" ".join(words), width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(words)
    whole = " ".join(lines).split()
    assert all(word in whole for word in words if cell_len(word) <= width)
