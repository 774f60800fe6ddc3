"""Whether two names may be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.matching import Match, same
from onrecord.analysis.naming import parse

EXACT, SHORT, ACRONYM, CLASH, NONE = Match.EXACT, Match.SHORT, Match.ACRONYM, Match.CLASH, Match.NONE


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        ("Marco Rubio", "Marco Rubio's", EXACT),
        ("MARCO RUBIO", "Marco\nRubio", EXACT),
        ("the FBI", "FBI", EXACT),
        ("U.S.", "US", EXACT),
        ("José Muñoz", "Jose Munoz", EXACT),
        ("Kim Jong Un", "Kim Jong-un", EXACT),
        ("al-Amr", "Amr", EXACT),
        ("Wal-Mart", "Walmart", EXACT),
        ("Marco Rubio", "Rubio", SHORT),
        ("Marco Rubio", "Marco", SHORT),
        ("Secretary of State Marco Rubio", "Marco Rubio", SHORT),
        ("President Reagan", "Reagan", SHORT),
        ("Mr. Gates", "William Gates", SHORT),
        ("Bill Gates", "William Gates", SHORT),
        ("William Gates", "Bill", SHORT),
        ("Dick Cheney", "Richard Cheney", SHORT),
        ("Ted Kennedy", "Edward M. Kennedy", SHORT),
        ("Bob Woodward", "Robert Woodward", SHORT),
        ("J. Field", "Jane Field", SHORT),
        ("J.R. Field", "John Field", SHORT),
        ("B. Gates", "William Gates", SHORT),
        ("Robert F. Kennedy", "R.F. Kennedy", SHORT),
        ("J. Edgar Hoover", "Edgar Hoover", SHORT),
        ("John F. Kerry", "John Kerry", SHORT),
        ("John Smith Jr.", "John Smith", SHORT),
        ("John Smith Jr.", "Smith", SHORT),
        ("Juan Miguel Soto", "Juan Miguel", SHORT),
        ("Luiz Inácio Lula da Silva", "Lula", SHORT),
        ("Luiz Inácio Lula da Silva", "Silva", SHORT),
        ("Luiz Inácio Lula da Silva", "da Silva", SHORT),
        ("Osama bin Laden", "bin Laden", SHORT),
        ("Charles de Gaulle", "De Gaulle", SHORT),
        ("Kim Jong-un", "Kim", SHORT),
        ("Kristen Field", "Kristin Field", SHORT),
        ("Mohamed Field", "Mohammad Field", SHORT),
        ("Mrs. Thatcher", "Margaret Thatcher", SHORT),
        ("Pope John Paul II", "John Paul", SHORT),
        ("King Hussein", "Hussein", SHORT),
        ("King Hussein", "King Hussein of Jordan", SHORT),
        ("Ada Lund Field", "Lund", SHORT),
        ("Reuters", "Reuters Holdings PLC", SHORT),
        ("Continental", "Continental Illinois Corp", SHORT),
        ("Dyson", "Dyson Corp", SHORT),
        ("Dyson Corp", "Dyson Inc", SHORT),
        ("Ford", "Ford Motor Co", SHORT),
        ("the Times", "The New York Times", SHORT),
        ("Hutton", "E.F. Hutton Group Inc", SHORT),
        ("Field", "James Field Industries Ltd", SHORT),
        ("State Department", "the U.S. State Department", SHORT),
        ("the Justice Department", "U.S. Department of Justice", SHORT),
        ("Trade Ministry", "the Ministry of Trade", SHORT),
        ("Home Office", "United Kingdom Home Office", SHORT),
        ("Ann Field Foundation", "Ann Field Foundation for the Visual Arts", SHORT),
        ("Food Standards of Oz and Fiji", "Food Standards Oz and Fiji", SHORT),
        ("FBI", "Federal Bureau of Investigation", ACRONYM),
        ("the F.B.I.", "Federal Bureau of Investigation", ACRONYM),
        ("MoD", "Ministry of Defence", ACRONYM),
        ("SEC", "Securities and Exchange Commission", ACRONYM),
        ("U.N.", "the United Nations", ACRONYM),
        ("U.S.", "the United States", ACRONYM),
        ("US", "America", ACRONYM),
        ("UK", "Britain", ACRONYM),
        ("USDA", "U.S. Department of Agriculture", ACRONYM),
        ("INS", "U.S. Immigration and Naturalization Service", ACRONYM),
        ("IBM", "International Business Machines Corp", ACRONYM),
        ("JFK", "John F. Kennedy", ACRONYM),
        ("XKW", "Xavier Kiln Works", ACRONYM),
        ("LQW", "World Lamp Union (LQW)", ACRONYM),
        ("Thomas Sam", "Manju Sam", CLASH),
        ("George Bush", "Laura Bush", CLASH),
        ("Mr. Bush", "Mrs. Bush", CLASH),
        ("Mr. Bush", "Laura Bush", CLASH),
        ("George W. Bush", "George H.W. Bush", CLASH),
        ("John Smith Jr.", "John Smith III", CLASH),
        ("Pope John Paul II", "Pope John Paul I", CLASH),
        ("A. Field", "Bo Field", CLASH),
        ("the Trumps", "Donald Trump", CLASH),
        ("Robert Field", "Roberta Field", CLASH),
        ("Mario Field", "Maria Field", CLASH),
        ("Marco Rubio", "Ada Field", NONE),
        ("John Smith", "John Jones", NONE),
        ("Kim Jong-un", "Kim Jong-il", NONE),
        ("Bush", "Busch", NONE),
        ("Bank of England", "Bank of Japan", NONE),
        ("Japan", "Bank of Japan", NONE),
        ("Iran", "Iran Air", NONE),
        ("New York", "New York Times", NONE),
        ("Ford", "Ford Foundation", NONE),
        ("National", "National Lamp Union", NONE),
        ("Andy Field", "Andy Field Foundation", NONE),
        ("Fiji", "Fiji and Samoa", NONE),
        ("Dyson S.A.", "Dyson Foods", NONE),
        ("FBI", "CIA", NONE),
        ("EC", "EC Commission", SHORT),
        ("", "", NONE),
        ("", "Rubio", NONE),
        ("...", "—", NONE),
    ],
)
def test_same(a: str, b: str, match: Match) -> None:
    assert same(parse(a), parse(b)) is match


WORDS = """
    Mr. Mrs. the The President King of and & Bush George W. H.W. Laura Bill William Jr. III Corp Inc Bank Department
    Justice U.S. US FBI Federal Bureau Investigation da Silva al-Amr Jong-un Kim
    Trumps Trump's Ford Foundation ' , (
"""
NAMES = st.one_of(st.text(max_size=20), st.lists(st.sampled_from(WORDS.split()), max_size=5).map(" ".join))


@given(NAMES, NAMES)
def test_order_does_not_matter(a: str, b: str) -> None:
    assert same(parse(a), parse(b)) is same(parse(b), parse(a))


@given(NAMES)
def test_a_name_is_itself(words: str) -> None:
    name = parse(words)
    assert same(name, name) is (Match.EXACT if name.core else Match.NONE)
