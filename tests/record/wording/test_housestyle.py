from __future__ import annotations

import pytest

from onrecord.record.wording.housestyle import in_one_spelling


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("harbour", "harbor"),
        ("labourers", "laborers"),
        ("honourable", "honorable"),
        ("organise", "organize"),
        ("organisations", "organizations"),
        ("analysed", "analyzed"),
        ("theatre", "theater"),
        ("centred", "centered"),
        ("dialogue", "dialog"),
        ("defence", "defense"),
        ("licences", "licenses"),
        ("travelling", "traveling"),
        ("cancelled", "canceled"),
        ("programmes", "programs"),
        ("judgement", "judgment"),
        ("towards", "toward"),
        ("sceptical", "skeptical"),
        ("grey", "gray"),
    ],
)
def test_one_spelling_for_both(british: str, american: str) -> None:
    assert in_one_spelling(british) == in_one_spelling(american)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("four", "for"),
        ("hour", "hor"),
        ("filled", "filed"),
        ("called", "caled"),
        ("rise", "rice"),
        ("prise", "price"),
    ],
)
def test_other_words_stay_apart(a: str, b: str) -> None:
    assert in_one_spelling(a) != in_one_spelling(b)
