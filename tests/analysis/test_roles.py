"""The role that a story gives with a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.roles import apposition, role, role_of
from onrecord.story.types import Span


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Secretary of State Marco Rubio said so.", "Marco Rubio", "Secretary of State"),
        ("El Salvador President Nayib Bukele said", "Nayib Bukele", "El Salvador President"),
        ("On Monday White House deputy chief of staff Bo Ek said", "Bo Ek", "White House deputy chief of staff"),
        ("It was former Vice President Dick Cheney.", "Dick Cheney", "former Vice President"),
        ("Elm Bull president Cy Oh said", "Cy Oh", "Elm Bull president"),
        ("Then the match referee Joel Alto said", "Joel Alto", "match referee"),
        ("Mr. Gates said", "Gates", None),
        ("said Dr. Ann Lee.", "Ann Lee", None),
        (
            "Omar Al-Nur, editor at large at the Elm Gazette, said",
            "Omar Al-Nur",
            "editor at large at the Elm Gazette",
        ),
        ("Luis Dario Soto, Panama coach, was sad", "Luis Dario Soto", "Panama coach"),
        (
            "Gil Orr, attorney for Ivo's father Juan Luis Soto, said",
            "Gil Orr",
            "attorney for Ivo's father Juan Luis Soto",
        ),
        ("Gil Orr, attorney for Ivo's father Juan Luis Soto, said", "Juan Luis Soto", "Ivo's father"),
        ("Michael Smith, 42, a spokesman for the company, said", "Michael Smith", "spokesman for the company"),
        ("Ann Lee, who heads the committee, said", "Ann Lee", None),
        ("The company's chairman, Jane Doe, said", "Jane Doe", "company's chairman"),
        ("The committee's chair, Jane Doe, said", "Jane Doe", "committee's chair"),
        ("a spokesman for the ministry, Ali Reza, said", "Ali Reza", "spokesman for the ministry"),
        ("Dyson Corp, a maker of vacuum cleaners, said", "Dyson Corp", "maker of vacuum cleaners"),
        ("President Reagan said", "President Reagan", "President"),
        ("Treasury Secretary James Baker urged President Reagan to go", "Reagan", "President"),
        ("said Treasury Secretary James Baker.", "James Baker", "Treasury Secretary"),
        ("He met Foreign Minister Ali Reza in Rome", "Ali Reza", "Foreign Minister"),
        ("But President Reagan said", "Reagan", "President"),
        (
            '"Yes," said Jill Black, an analyst at Paris stockbrokers Elm de Vries Orr.',
            "Jill Black",
            "analyst at Paris stockbrokers Elm de Vries Orr",
        ),
        ("Ann Lee, however, said", "Ann Lee", None),
        ("Ann Lee, Bo Ek and Cy Oh said", "Ann Lee", None),
        ("Reagan, the president of the firm said, was", "Reagan", None),
        ("Sen. Bob Dole, R-Kan., said", "Bob Dole", "Sen."),
        (
            "The bank's president and chief executive officer, Jane Doe, said",
            "Jane Doe",
            "bank's president and chief executive officer",
        ),
        ("Malaysia's Prime Minister, Nasir Rais, said", "Nasir Rais", "Malaysia's Prime Minister"),
        (
            "Bank of England Governor Robin Leigh-Pemberton said",
            "Robin Leigh-Pemberton",
            "Bank of England Governor",
        ),
        ("CEO of the Harbour Council Emil Sand said", "Emil Sand", "CEO of the Harbour Council"),
        ("Lt. Gen. Ricardo Sanchez said", "Ricardo Sanchez", "Lt. Gen."),
        ("After meeting the president, Ali Reza said no", "Ali Reza", None),
        (
            "Leo Gruber Jr., chairman and chief executive officer of Elm-based RQR, said",
            "Leo Gruber Jr.",
            "chairman and chief executive officer of Elm-based RQR",
        ),
        ("his sister Ann Lee said", "Ann Lee", None),
        ("Saudi King Fahd said", "King Fahd", "Saudi King"),
        ("King Fahd said", "King Fahd", None),
        ("John Kerry, the U.S. Secretary of State, said", "John Kerry", "U.S. Secretary of State"),
        ("Alan Yu, Secretary of Homeland Security, said", "Alan Yu", "Secretary of Homeland Security"),
        ("welder Ann Lee said", "Ann Lee", None),
        ("Local carpenter John Smith agreed", "John Smith", "Local carpenter"),
        ("a 42-year-old carpenter John Smith", "John Smith", "carpenter"),
        ("Paul Lego -- the firm's president -- said", "Paul Lego", "firm's president"),
        ("Attorney General Janet Reno said", "Janet Reno", "Attorney General"),
        ("Field, a Houston attorney for the union, agreed.", "Field", "Houston attorney for the union"),
        ("Ada Field, an Oslo woman and former Elmist, has said so.", "Ada Field", "Oslo woman and former Elmist"),
        ("The army's Ada Field said", "Ada Field", None),
        ("Troy police Lt. Ada Field said", "Ada Field", "Troy police Lt."),
        ("Ada Field (D-Ohio), chairwoman of the panel, said", "Ada Field", "chairwoman of the panel"),
        ("Ada Field – the union's lawyer – said", "Ada Field", "union's lawyer"),
        ("Ada Field, the lawyer who lost, said", "Ada Field", "lawyer"),
        ("Ada Field, lawyers and doctors said", "Ada Field", None),
        ("Ada Field, president of Dyson Corp. The firm", "Ada Field", "president of Dyson Corp."),
        ("Ada Field, adviser to the U.S. Senate, said", "Ada Field", "adviser to the U.S. Senate"),
        ("According to Ada Field, the president of the firm resigned.", "Ada Field", None),
        ("Ada Field, the chairman said, was late", "Ada Field", None),
        ("Ada Field's brother, a lawyer, said", "Ada Field's", None),
        ("Elm Rescue, a medical group, said", "Elm Rescue", "medical group"),
        ("Dyson Corp, the company said, lost", "Dyson Corp", None),
        ("In Rome, Ada Field said", "Ada Field", None),
        ("Earlier, Ada Field said", "Ada Field", None),
        ("The winner was a nurse, Ada Field.", "Ada Field", "nurse"),
        ("the chairman, Ada Field, and others", "Ada Field", None),
        ("former coach Ada Field said", "Ada Field", "former coach"),
        ("ex-minister Ada Field said", "Ada Field", "ex-minister"),
        ("co-founder Ada Field said", "Ada Field", "co-founder"),
        ("Prime Minister-elect Ada Field said", "Ada Field", "Prime Minister-elect"),
        ("President and CEO Ada Field said", "Ada Field", "President and CEO"),
        ("Trade and Industry Minister Ada Field said", "Ada Field", "Trade and Industry Minister"),
        ("told company president Ada Field so", "Ada Field", "company president"),
        ("Meanwhile Foreign Minister Ada Field said", "Ada Field", "Foreign Minister"),
        ("He asked Foreign\n Minister Ada Field", "Ada Field", "Foreign Minister"),
        ("The head.\n\nAda Field said", "Ada Field", None),
        ("a minister.\n    Ada Field said", "Ada Field", None),
        ("said managing director Ada Field.", "Ada Field", "managing director"),
        ("recently retired general Ada Field said", "Ada Field", "retired general"),
        ("Princess Ada said", "Ada", None),
        ("the Rev. Ada Field said", "Ada Field", None),
        ("Bishop Ada Field said", "Ada Field", "Bishop"),
        ("Ada Field, a daughter of Oslo, said", "Ada Field", "daughter of Oslo"),
        ("Ada Field, his wife, said", "Ada Field", None),
        ("Ada Field, Ed Orr's wife, said", "Ada Field", "Ed Orr's wife"),
        ("Ada Field, 42, said", "Ada Field", None),
        ("Ada Field, and the president, said", "Ada Field", None),
        ("Ada Field, R-Utah, chairman of the panel, said", "Ada Field", "chairman of the panel"),
        ("Ada Field, December sales, said", "Ada Field", None),
        ("Ada Field, a letter, was", "Ada Field", None),
        ("an agreement with Fiji, Ada Field and others", "Ada Field", None),
        ("the chairman of the lamp committee, Ada Field, said", "Ada Field", "chairman of the lamp committee"),
        ("the chairman of the Lamp Board, LBX, said", "LBX", None),
        ("The trader, from Oslo, Norway, investor or not", "Norway", None),
        ("Norway, a member of the union, said", "Norway", "member of the union"),
        ("Dyson Corp, a maker of 1,800 lamps, said", "Dyson Corp", "maker of 1,800 lamps"),
        ("a 42-passenger Ada Field boat", "Ada Field", None),
    ],
)
def test_role(text: str, name: str, expected: str | None) -> None:
    assert role_of(text, [span_of(text, name)]) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Secretary of State Ada Field said", "Secretary of State Ada Field", "Secretary of State"),
        ("President Reagan said", "President Reagan", "President"),
        ("the match referee Joel Alto said", "The match referee Joel Alto", "match referee"),
        ("Mr. Gates said", "Mr. Gates", None),
        ("King Fahd said", "King Fahd", None),
        ("Judge Ada Field Jr., a widow, said", "Judge Ada Field Jr.", "Judge"),
    ],
)
def test_a_span_may_hold_the_title(text: str, name: str, expected: str | None) -> None:
    text = text.replace("the match", "The match")
    assert role_of(text, [span_of(text, name)]) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Then the match referee Joel Alto said", "Joel Alto", "the match referee"),
        ("Ada Field, 42, a spokesman for the company, said", "Ada Field", "a spokesman for the company"),
        ("The company's chairman, Ada Field, said", "Ada Field", "The company's chairman"),
        ("Judge Ada Field, a widow, said", "Ada Field", "a widow"),
        ("Dyson Corp, a maker of lamps, said", "Dyson Corp", "a maker of lamps"),
        ("Ada Field said", "Ada Field", None),
        ("Ada Field, who left, said", "Ada Field", None),
    ],
)
def test_apposition(text: str, name: str, expected: str | None) -> None:
    found = apposition(text, span_of(text, name))
    assert (found.of(text) if found else None) == expected


def test_the_first_good_role_of_the_fullest_name() -> None:
    text = "Chairman Field left. Ada Field spoke. Ada Field, a\n lawyer, and Minister Ada Field met."
    spans = [Span(start=at, end=at + 9) for at in range(len(text)) if text.startswith("Ada Field", at)]
    assert role_of(text, [span_of(text, "Field"), *spans]) == "lawyer"
    assert role_of(text, [span_of(text, "Field"), spans[0]]) == "Chairman"
    assert role_of(text, [spans[0]]) is None
    assert role_of(text, []) is None


PIECES = "the a President of , . -- ' \" Ada Field Jr. Mr. lawyer 's said who and 42 \n\n U.S. coach King"


@given(st.lists(st.sampled_from(PIECES.split(" ")), min_size=1, max_size=14).map(" ".join), st.data())
def test_spans_lie_in_the_text_beside_the_name(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1)) if text else 0
    end = data.draw(st.integers(start + 1, max(start + 1, len(text))))
    name = Span(start=start, end=end)
    for found in (role(text, name), apposition(text, name)):
        assert found is None or (found.of(text).strip() and found.end <= len(text))


@given(st.text(min_size=1), st.data())
def test_takes_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    name = Span(start=start, end=data.draw(st.integers(start + 1, len(text))))
    assert role_of(text, [name]) is None or role(text, name)
