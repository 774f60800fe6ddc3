"""Who printed which wording, and when first."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.wording.comparing import Relation
from onrecord.record.wording.utterances import Quotation, Utterance, utterances

WHOLE = "The northern quay was closed for nine winters, and every fisherman of Halden paid for it with his boat."
CUT = "every fisherman of Halden paid for it with his boat"
CHANGED = "every fisherman of Halden paid for it with his house"
SPEECH = (
    "A harbour without ferries is a pond. The northern quay was closed, and nobody in this room has ever asked why."
)


def printed(name: str, words: str, day: int | None = 1, speaker: str | None = None) -> Quotation:
    return Quotation(id=name, words=words, speaker=speaker, printed=date(2025, 4, day) if day else None)


def together(found: list[Utterance]) -> list[list[list[str]]]:
    return [[[q.id for q in variant.quotations] for variant in utterance.variants] for utterance in found]


def test_wordings_are_in_the_order_of_their_first_printing() -> None:
    found = utterances(
        [
            printed("late", CHANGED, 3),
            printed("undated", CUT, None),
            printed("first", CUT + ".", 1),
            printed("whole", WHOLE, 2),
            printed("other", "The mill burns well, and the bank owns the fire brigade.", 2),
        ]
    )
    assert together(found) == [[["first", "undated"], ["whole"], ["late"]], [["other"]]]
    utterance = found[0]
    assert utterance.fullest.quotations[0].words == WHOLE
    assert utterance.fullest.wording is None
    relations = [v.wording.relation if v.wording else None for v in utterance.variants]
    assert relations == [Relation.CUT, None, Relation.REWORDED]


def test_who_is_known_to_be_somebody_else_has_not_said_it() -> None:
    found = utterances([printed("a", CUT, speaker="vale"), printed("b", CHANGED, speaker="holm")])
    assert together(found) == [[["a"]], [["b"]]]
    found = utterances([printed("a", CUT, speaker="vale"), printed("b", CHANGED), printed("c", CUT)])
    assert together(found) == [[["a", "c"], ["b"]]]


def test_an_unknown_speaker_ties_no_two_known_ones() -> None:
    found = utterances(
        [printed("a", CUT, speaker="vale"), printed("b", CUT, speaker=None), printed("c", CHANGED, speaker="holm")]
    )
    assert together(found) == [[["a", "b"]], [["c"]]]


def test_a_long_quotation_word_for_word_is_one_utterance_whoever_is_said_to_have_said_it() -> None:
    found = utterances([printed("a", WHOLE, 1, "vale"), printed("b", WHOLE.upper(), 2, "holm")])
    assert together(found) == [[["a", "b"]]]


def test_a_few_words_are_followed_with_their_speaker_only() -> None:
    found = utterances([printed("a", WHOLE), printed("b", "the northern quay", 2)])
    assert together(found) == [[["a"]], [["b"]]]
    found = utterances([printed("a", WHOLE, speaker="vale"), printed("b", "the northern quay", 2, "vale")])
    assert together(found) == [[["a"], ["b"]]]


def test_a_phrase_of_two_speeches_does_not_make_them_one() -> None:
    phrase = "the northern quay was closed"
    found = utterances(
        [printed(name, words, speaker="vale") for name, words in zip("abc", (WHOLE, SPEECH, phrase), strict=True)]
    )
    assert sorted(map(len, together(found))) == [1, 2]


def test_what_everybody_says_stays_apart() -> None:
    found = utterances(
        [printed(str(n), "We are very pleased", speaker="vale" if n % 2 else None) for n in range(4)]
    )
    assert len(found) == 4


@given(
    st.permutations(
        [
            printed("a", WHOLE, 1, "vale"),
            printed("b", CUT, None),
            printed("c", CHANGED, 2, "holm"),
            printed("d", CUT, 3),
            printed("e", SPEECH, 4, "vale"),
            printed("f", "No comment", 4),
        ]
    )
)
def test_the_order_of_the_quotations_does_not_matter(quotations: list[Quotation]) -> None:
    found = utterances(quotations)
    assert found == utterances(sorted(quotations, key=lambda q: q.id))
    assert sorted(
        q.id for utterance in found for variant in utterance.variants for q in variant.quotations
    ) == list("abcdef")
