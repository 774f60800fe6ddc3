"""The head of wire copy in the forms that wires use, and what is none."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.story.dateline import head
from onrecord.story.types import PartKind

BODY = "The harbour board said on Monday that it would close two of its piers before winter."

HEADS = [
    ("date 2031-04-14 VALPARAISO >> ", "VALPARAISO", None, date(2031, 4, 14)),
    ("VALPARAISO >> ", "VALPARAISO", None, None),
    ("VALPARAISO, April 14 (Reuters) - ", "VALPARAISO", "Reuters", date(2031, 4, 14)),
    ("VALPARAISO, April 14, 2030 (Reuters) - ", "VALPARAISO", "Reuters", date(2030, 4, 14)),
    ("LONDON, March 9 - ", "LONDON", None, date(2031, 3, 9)),
    ("LONDON, March 9- ", "LONDON", None, date(2031, 3, 9)),
    ("LONDON, 9 March — ", "LONDON", None, date(2031, 3, 9)),
    ("LONDON, Mar. 9 — ", "LONDON", None, date(2031, 3, 9)),
    ("London, March 9 - ", "London", None, date(2031, 3, 9)),
    ("PARIS (AP) — ", "PARIS", "AP", None),
    ("PARIS (AP ) -- ", "PARIS", "AP", None),
    ("PARIS (AP) _ ", "PARIS", "AP", None),
    ("PARIS (AP)—", "PARIS", "AP", None),
    ("Paris (AFP) – ", "Paris", "AFP", None),
    ("PARIS — ", "PARIS", None, None),
    ("KYIV/WARSAW, Jan 3 (Reuters) - ", "KYIV/WARSAW", "Reuters", date(2031, 1, 3)),
    ("OSLO and BERGEN, Jan. 3 (Reuters) - ", "OSLO and BERGEN", "Reuters", date(2031, 1, 3)),
    ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE, Haiti", "AP", None),
    ("PORT-au-PRINCE — ", "PORT-au-PRINCE", None, None),
    ("RENO, Nev. (AP) — ", "RENO, Nev.", "AP", None),
    ("McALLEN, Texas — ", "McALLEN, Texas", None, None),
    ("ST. JOHN'S, Antigua, Oct 2 (Reuters) - ", "ST. JOHN'S, Antigua", "Reuters", date(2031, 10, 2)),
    ("ARNHEM, the Netherlands, April 1 - ", "ARNHEM, the Netherlands", None, date(2031, 4, 1)),
    ("THE HAGUE, April 1 - ", "THE HAGUE", None, date(2031, 4, 1)),
    ("SEOUL, Monday, April 7 (Yonhap) -- ", "SEOUL", "Yonhap", date(2031, 4, 7)),
    ("SEOUL, Monday — ", "SEOUL", None, None),
    ("NEW DELHI, Jan 3 (PTI): ", "NEW DELHI", "PTI", date(2031, 1, 3)),
    ("MOSCOW, April 14. /TASS/. ", "MOSCOW", "TASS", date(2031, 4, 14)),
    ("BRNO, Jan. 3, 2031 /PRNewswire/ -- ", "BRNO", "PRNewswire", date(2031, 1, 3)),
    ("BERGEN, Norway, March 20, Reuter - ", "BERGEN, Norway", "Reuter", date(2031, 3, 20)),
    ("April 14 (Reuters) - ", None, "Reuters", date(2031, 4, 14)),
    ("(Reuters) - ", None, "Reuters", None),
    ("ÅLESUND, Norway, 2 May (NTB) – ", "ÅLESUND, Norway", "NTB", date(2031, 5, 2)),
]

NO_HEADS = [
    "",
    "EXCLUSIVE – ",
    "UPDATE: 5/12 — ",
    "FERRIES NOT ALWAYS LATE, JUST TOO SLOW - ",
    "MAYOR: ",
    "MAYOR JONES: ",
    "Sen. Ada Field (D-Ohio) — ",
    "ADA FIELD (D-OHIO) — ",
    "On Monday, May 5 - ",
    "Valparaiso - ",
    "Q - ",
    "The port — ",
    "COVID—",
    "PORT-",
    "LONDON, February 30 - ",
    "-- ",
    "1 - ",
]


@pytest.mark.parametrize(("opening", "place", "agency", "day"), HEADS)
def test_reads_the_heads_that_wires_use(
    opening: str, place: str | None, agency: str | None, day: date | None
) -> None:
    text = f" {opening}{BODY}\n\nIt gave no reason.\n"
    found = head(text, published=date(2031, 4, 15))
    assert (found.place, found.agency, found.day) == (place, agency, day)
    (part,) = found.parts
    assert part.kind is PartKind.DATELINE
    assert part.span.of(text) == opening.strip()
    assert text[found.end :].lstrip().startswith("The harbour")


@pytest.mark.parametrize("opening", NO_HEADS)
def test_takes_nothing_else_for_a_head(opening: str) -> None:
    found = head(f"{opening}{BODY}\n\nIt gave no reason.\n")
    assert (found.place, found.day, found.parts, found.end) == (None, None, (), 0)


@pytest.mark.parametrize(
    ("opening", "published", "day"),
    [
        ("OSLO, Dec 31 - ", date(2026, 1, 1), date(2025, 12, 31)),
        ("OSLO, Jan 1 - ", date(2025, 12, 31), date(2026, 1, 1)),
        ("OSLO, Feb 29 - ", date(2025, 3, 1), date(2024, 2, 29)),
        ("OSLO, Feb 29 - ", date(2022, 3, 1), None),
        ("OSLO, Dec 31 - ", None, None),
        ("OSLO, Dec 31, 1998 - ", None, date(1998, 12, 31)),
        ("OSLO, Dec 31, 1998 - ", date(2026, 1, 1), date(1998, 12, 31)),
    ],
)
def test_takes_the_year_from_the_day_of_publication(opening: str, published: date | None, day: date | None) -> None:
    assert head(opening + BODY, published).day == day


def test_reads_headline_bylines_and_dateline_in_order() -> None:
    text = (
        "Harbour to close two piers\nBoard blames the cost of repairs\n"
        "By ADA FIELD and Bo van der Ek\nAssociated Press Writers\n\nOSLO (AP) — " + BODY
    )
    found = head(text)
    assert found.headline == "Harbour to close two piers"
    assert found.byline == ("ADA FIELD", "Bo van der Ek")
    assert [(part.kind, part.span.of(text)) for part in found.parts] == [
        (PartKind.HEADLINE, "Harbour to close two piers"),
        (PartKind.HEADLINE, "Board blames the cost of repairs"),
        (PartKind.BYLINE, "By ADA FIELD and Bo van der Ek\nAssociated Press Writers"),
        (PartKind.DATELINE, "OSLO (AP) —"),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Field", ("Ada Field",)),
        ("by Ada Field, Reuters", ("Ada Field",)),
        ("BY ADA FIELD", ("ADA FIELD",)),
        ("By Ada Field, Bo Ek and Cy O'Hara | Reuters", ("Ada Field", "Bo Ek", "Cy O'Hara")),
        ("By Ada Field, Harbour Correspondent", ("Ada Field",)),
        ("By Ada Field Jr.", ("Ada Field Jr.",)),
        ("By Monday the ships had gone", ()),
        ("By Ada Field and others who were there", ()),
        ("By Ada Field.", ()),
        ("By Staff", ()),
    ],
)
def test_reads_bylines(line: str, names: tuple[str, ...]) -> None:
    assert head(f"{line}\n\n{BODY}").byline == names


@pytest.mark.parametrize("line", ["Friday, July 21, 2017", "Published July 21, 2017", "21 July 2017", "2017-07-21"])
def test_reads_a_day_in_a_line_of_its_own(line: str) -> None:
    text = f"Harbour to close two piers\n\n{line}\n\n{BODY}"
    found = head(text)
    assert (found.headline, found.day) == ("Harbour to close two piers", date(2017, 7, 21))


@pytest.mark.parametrize(
    ("line", "known", "headline"),
    [
        ("Harbour to close two piers", None, "Harbour to close two piers"),
        ("Will the Harbour Close Two Piers?", None, "Will the Harbour Close Two Piers?"),
        ("Harbour Board Closes Three Piers.", None, "Harbour Board Closes Three Piers."),
        ("The harbour is to close two piers.", None, None),
        (
            "The harbour is to close two piers.",
            "The harbour is to close two piers",
            "The harbour is to close two piers.",
        ),
        ("Harbour to close two piers", "Another headline", None),
        ("https://news.example/harbour to close", None, None),
        ("The board said:", None, None),
    ],
)
def test_takes_only_a_certain_line_for_the_headline(line: str, known: str | None, headline: str | None) -> None:
    assert head(f"{line}\n\n{BODY}", headline=known).headline == headline


def test_leaves_a_summary_above_the_dateline_to_the_body() -> None:
    summary = (
        "The board, which has run the harbour since 1904, says that repairs would cost more than the piers earn."
    )
    text = f"Harbour to close two piers\n\n{summary}\n\nOSLO (AP) — {BODY}"
    assert [part.span.of(text) for part in head(text).parts] == ["Harbour to close two piers", "OSLO (AP) —"]


def test_finds_no_dateline_below_prose() -> None:
    text = f"{BODY} {BODY} {BODY}\n\nOSLO (AP) — {BODY}"
    assert head(text).parts == ()


@pytest.mark.parametrize(
    "text", ["", " ", "OSLO (AP) —", "Harbour to close two piers", "By Ada Field\n", "\u2028\r"]
)
def test_a_head_without_a_body_is_none(text: str) -> None:
    assert head(text).parts == ()


@given(st.text(), st.none() | st.dates(), st.none() | st.text(max_size=20))
def test_parts_are_in_order_and_hold_words(text: str, published: date | None, headline: str | None) -> None:
    end = 0
    for part in head(text, published, headline).parts:
        assert end <= part.span.start < part.span.end <= len(text)
        assert part.span.of(text).strip() == part.span.of(text) != ""
        end = part.span.end


@given(
    st.lists(
        st.sampled_from(
            [
                "OSLO",
                "By ",
                "Ada Field",
                ", ",
                "(AP)",
                " - ",
                "—",
                ">>",
                "\n",
                "\n\n",
                "May 5",
                "2031",
                "date ",
                "/",
                "and",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_shuffled_heads_still_give_spans(text: str) -> None:
    for part in head(text, date(2031, 5, 5)).parts:
        assert part.span.of(text).strip()


@pytest.mark.parametrize("unit", [" ", "A", "A ", "A, ", "(", "- ", "By A ", "/A", "May ", "A-", "\n", ".'", "_"])
def test_long_runs_take_no_time(unit: str) -> None:
    begun = time.perf_counter()
    head(unit * (500_000 // len(unit)))
    assert time.perf_counter() - begun < 2
