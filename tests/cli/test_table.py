from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from onrecord.analysis.types import Analysis
from onrecord.cli.phrasing import entries
from onrecord.cli.table import table, wrapped
from tests.cli.analyses import analyses, example

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
    first, second = table([example(), analysis_without_statements()], width=80, colour=False)
    assert second == "\npension.txt\n0 statements\n"
    assert first.endswith("\n") and not first.startswith("\n")


def analysis_without_statements() -> Analysis:
    from tests.cli.analyses import analysis

    return analysis()


@given(analyses(), st.integers(1, 140))
def test_no_line_is_wider_than_the_terminal(found: Analysis, width: int) -> None:
    assert all(cell_len(line) <= max(width, 20) for line in printed(found, width).split("\n"))


@given(analyses())
def test_every_word_is_there(found: Analysis) -> None:
    rows = printed(found, 5000)
    for entry in entries(found):
        assert all(words in rows for words in (entry.who, entry.cue, entry.what))


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
