"""What a page shows of two wordings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.wording.alignment import align
from onrecord.record.wording.pieces import PieceKind, pieces
from onrecord.record.wording.words import words

SAME, EDITED, CHANGED = PieceKind.SAME, PieceKind.EDITED, PieceKind.CHANGED
ONLY_A, ONLY_B = PieceKind.ONLY_A, PieceKind.ONLY_B

Shown = tuple[PieceKind, str | None, str | None]


def shown(a: str, b: str) -> list[Shown]:
    own_a = [word for word in words(a) if not word.inserted]
    own_b = [word for word in words(b) if not word.inserted]
    found = pieces(a, b, list(align(own_a, own_b)))
    return [(p.kind, p.a.of(a) if p.a else None, p.b.of(b) if p.b else None) for p in found]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "We will close the quay",
            "we will open the quay",
            [(SAME, "We will", "we will"), (CHANGED, "close", "open"), (SAME, "the quay", "the quay")],
        ),
        (
            "The old quay is closed for good",
            "The quay is closed",
            [
                (SAME, "The", "The"),
                (ONLY_A, "old", None),
                (SAME, "quay is closed", "quay is closed"),
                (ONLY_A, "for good", None),
            ],
        ),
        (
            "Halden’s quay is closed",
            "I hear Halden’s quay has closed",
            [
                (ONLY_B, None, "I hear"),
                (SAME, "Halden’s quay", "Halden’s quay"),
                (CHANGED, "is", "has"),
                (SAME, "closed", "closed"),
            ],
        ),
        (
            "It’s closed, the harbour",
            "It has closed, the harbor",
            [
                (SAME, "It", "It"),
                (EDITED, "’s", "has"),
                (SAME, "closed, the", "closed, the"),
                (EDITED, "harbour", "harbor"),
            ],
        ),
        (
            "He will close the quay by email",
            "[The mayor] will close the quay (in Halden) by e-mail",
            [
                (EDITED, "He", "[The mayor]"),
                (SAME, "will close the quay", "will close the quay"),
                (EDITED, None, "(in Halden)"),
                (SAME, "by", "by"),
                (EDITED, "email", "e-mail"),
            ],
        ),
        (
            "We sold 45 ferries",
            "We sold forty-five ferries",
            [(SAME, "We sold", "We sold"), (EDITED, "45", "forty-five"), (SAME, "ferries", "ferries")],
        ),
        (
            "Ask in Halden what they think of him. The quay is closed",
            "The ships were sold long ago to strangers. The quay is closed",
            [
                (ONLY_A, "Ask in Halden what they think of him", None),
                (ONLY_B, None, "The ships were sold long ago to strangers"),
                (SAME, "The quay is closed", "The quay is closed"),
            ],
        ),
        (
            "Every fisherman wept for the quay",
            "Every fisherman wept for a mill, and every farmer drank to his own good fortune",
            [
                (SAME, "Every fisherman wept for", "Every fisherman wept for"),
                (CHANGED, "the quay", "a mill"),
                (ONLY_B, None, "and every farmer drank to his own good fortune"),
            ],
        ),
        (
            "Ferries of the north are rotten ships",
            "Ferries in the south are splendid ships",
            [
                (SAME, "Ferries", "Ferries"),
                (CHANGED, "of the north are rotten", "in the south are splendid"),
                (SAME, "ships", "ships"),
            ],
        ),
    ],
)
def test_each_kind_of_piece(a: str, b: str, expected: list[Shown]) -> None:
    assert shown(a, b) == expected


WORDS = st.lists(
    st.sampled_from(["quay", "the", "is", "it's", "[the Vale]", "[sic]", "can not", "cannot", "1 000"])
)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_every_word_is_in_one_piece(a: str, b: str) -> None:
    found = shown(a, b)
    assert "".join(one or "" for _, one, _ in found).replace(" ", "") == a.replace(" ", "")
    assert "".join(other or "" for _, _, other in found).replace(" ", "") == b.replace(" ", "")
    assert all(one or other for _, one, other in found)
