"""What a name mention's words say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.naming import Gender, parse


@pytest.mark.parametrize(
    ("words", "title", "shown"),
    [
        ("Marco Rubio", "", "Marco Rubio"),
        ("Secretary of State Marco Rubio", "Secretary of State", "Marco Rubio"),
        ("Secretary of Health and Human Services Ada Field", "Secretary of Health and Human Services", "Ada Field"),
        ("Secretary of the Interior Ada Field", "Secretary of the Interior", "Ada Field"),
        ("Mr. Gates", "Mr.", "Gates"),
        ("Mr Gates", "Mr", "Gates"),
        ("the Rev. Ada Field", "Rev.", "Ada Field"),
        ("Sen. John F. Kerry Jr.", "Sen.", "John F. Kerry Jr."),
        ("Lt. Gen. Ricardo S. Sanchez", "Lt. Gen.", "Ricardo S. Sanchez"),
        ("President-elect Barack Obama", "President-elect", "Barack Obama"),
        ("President Reagan", "President", "Reagan"),
        ("President Charles de Gaulle", "President", "Charles de Gaulle"),
        ("El Salvador President Nayib Bukele", "El Salvador President", "Nayib Bukele"),
        ("Bank of England Governor Robin Leigh-Pemberton", "Bank of England Governor", "Robin Leigh-Pemberton"),
        ("Attorney General Janet Reno", "Attorney General", "Janet Reno"),
        ("FBI Director Ada Field", "FBI Director", "Ada Field"),
        ("Federal Reserve Chairman Paul Volcker", "Federal Reserve Chairman", "Paul Volcker"),
        ("City Council Member Ada Field", "City Council Member", "Ada Field"),
        (
            "White House deputy chief of staff Stephen Miller",
            "White House deputy chief of staff",
            "Stephen Miller",
        ),
        ("his sister Ada Field", "sister", "Ada Field"),
        ("Bukele's", "", "Bukele"),
        ("Bukele’s", "", "Bukele"),
        ("Gates'", "", "Gates"),
        ("Pope John Paul II", "Pope", "Pope John Paul II"),
        ("King Hussein", "King", "King Hussein"),
        ("King Hussein of Jordan", "King", "King Hussein of Jordan"),
        ("Saudi King Fahd", "Saudi King", "King Fahd"),
        ("Saudi Crown Prince Abdullah", "Saudi Crown Prince", "Crown Prince Abdullah"),
        ("Queen Elizabeth", "Queen", "Queen Elizabeth"),
        ("Lord Carrington", "Lord", "Lord Carrington"),
        ("Sir Keir Starmer", "Sir", "Keir Starmer"),
        ("Stephen King", "", "Stephen King"),
        ("Martin Luther King Jr.", "", "Martin Luther King Jr."),
        ("Dyson's Christopher Field", "Dyson's", "Christopher Field"),
        ("Ada Field, chairman of the board,", "", "Ada Field"),
        ("Ada Field, QC", "", "Ada Field, QC"),
        ('Bo "the Hat" Ek', "", 'Bo "the Hat" Ek'),
        ("Ada\n   Field", "", "Ada Field"),
        ("the FBI", "", "FBI"),
        ("General Motors Corp", "", "General Motors Corp"),
        ("King Street Bank", "", "King Street Bank"),
        ("H.F. Ahmanson and Co", "", "H.F. Ahmanson and Co"),
        ("McDonald's", "", "McDonald's"),
        ("McDonald's Corp's", "", "McDonald's Corp"),
        ("The Elm (Ohio) Courier", "", "Elm (Ohio) Courier"),
        ("World Lamp Organisation (WLO)", "", "World Lamp Organisation"),
        ("Dyson Inc <DYS>", "", "Dyson Inc"),
        ("Attorney General", "", "Attorney General"),
        ("General Lamp Code", "", "General Lamp Code"),
        ("General Powell", "General", "Powell"),
        ("Major Ann Lee", "Major", "Ann Lee"),
        ("Trade and Industry Minister Ada Field", "Trade and Industry Minister", "Ada Field"),
    ],
)
def test_cuts_title_and_ending(words: str, title: str, shown: str) -> None:
    name = parse(words)
    assert (name.title, name.shown) == (title, shown)


@pytest.mark.parametrize(
    ("words", "given", "surname", "stem", "suffix"),
    [
        ("Marco Rubio", ("marco",), "rubio", "rubio", ""),
        ("John F. Kerry Jr.", ("john", "f"), "kerry", "kerry", "jr"),
        ("John Kerry III", ("john",), "kerry", "kerry", "3"),
        ("J.R. Field", ("j", "r"), "field", "field", ""),
        ("CC Field", ("c", "c"), "field", "field", ""),
        ("Luiz Inácio Lula da Silva", ("luiz", "inacio", "lula"), "da silva", "silva", ""),
        ("Robin van der Berg", ("robin",), "van der berg", "berg", ""),
        ("bin Laden", (), "bin laden", "laden", ""),
        ("De Gaulle", (), "de gaulle", "gaulle", ""),
        ("Van Morrison", ("van",), "morrison", "morrison", ""),
        ("al-Amr", (), "amr", "amr", ""),
        ("Khaled Al-Maeena", ("khaled",), "maeena", "maeena", ""),
        ("Sinead O'Hara", ("sinead",), "ohara", "ohara", ""),
        ("Mr. Gates", (), "gates", "gates", ""),
        ("Pope John Paul II", ("john",), "paul", "paul", "2"),
        ("Pope Pius X", ("pius",), "", "", "10"),
        ("King Hussein of Jordan", ("hussein",), "", "", ""),
        ("Reuters Holdings PLC", (), "", "", "plc"),
        ("H.F. Ahmanson and Co", (), "", "", "co"),
        ("the FBI", (), "", "", ""),
    ],
)
def test_parts(words: str, given: tuple[str, ...], surname: str, stem: str, suffix: str) -> None:
    name = parse(words)
    assert (name.given, name.surname, name.stem, name.suffix) == (given, surname, stem, suffix)


@pytest.mark.parametrize(
    "words",
    [
        "the FBI", "U.N.", "Reuters Holdings PLC", "Bank of England", "Dyson Ltd", "the Taliban", "New Zealand",
        "Elm Street Hospital", "General Electric", "Ministry of Trade", "World Lamp Organisation", "NATO",
    ],
)  # fmt: skip
def test_organizations(words: str) -> None:
    assert parse(words).organization


@pytest.mark.parametrize(
    "words", ["Marco Rubio", "Mr. Bank", "Frank Church", "Bukele", "Ludwig van Beethoven", "King Hussein of Jordan"]
)
def test_persons(words: str) -> None:
    assert not parse(words).organization


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("Mr. Gates", Gender.MALE),
        ("Mrs. Gates", Gender.FEMALE),
        ("Queen Beatrix", Gender.FEMALE),
        ("Congresswoman Field", Gender.FEMALE),
        ("Laura Bush", Gender.FEMALE),
        ("George Bush", Gender.MALE),
        ("Mr. Shirley Field", Gender.MALE),
        ("Leslie Field", None),
        ("Dr. Field", None),
        ("Bush", None),
        ("the FBI", None),
    ],
)
def test_gender(words: str, gender: Gender | None) -> None:
    assert parse(words).gender is gender


@pytest.mark.parametrize(
    ("words", "family"),
    [("the Trumps", "trump"), ("the Bushes", "bush"), ("Trumps", ""), ("the Netherlands", ""), ("the FBS", "")],
)
def test_family(words: str, family: str) -> None:
    assert parse(words).family == family


@given(st.text())
def test_takes_any_string(words: str) -> None:
    name = parse(words)
    assert name.shown == " ".join(name.shown.split())
    assert bool(name.core) == bool(name.words)


@given(st.text(st.sampled_from("aA bB.'’s-,()&\"\n"), max_size=30))
def test_shows_words_of_the_mention(words: str) -> None:
    assert parse(words).shown in " ".join(words.split())
