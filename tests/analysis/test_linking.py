from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.decode import FloatArray, IntArray
from onrecord.analysis.encode import quotation_numbers
from onrecord.analysis.linking import FEATURES, NEAR, Mentions, clusters_of
from tests.analysis.marked import Marked, link


def mentions(story: Marked) -> Mentions:
    return Mentions(story.text, story.words, quotation_numbers(story.text, story.words), story.heads)


def linked(marked: str) -> list[list[int]]:
    story = Marked(marked)
    return clusters_of(mentions(story), story.heads, story.reading().vectors, link)


def test_linked_mentions_are_one_cluster() -> None:
    assert linked("[n1:Ann Lee] met [n2:Vale]. [p1:She] told [p2:him] [p1:her] news.") == [[0, 2, 4], [1, 3]]


def test_a_clash_of_names_takes_the_next_best() -> None:
    assert linked("[n1:Ann Lee] met [n1:Tom Lee]. [n1:Ann Lee] left.") == [[0, 2], [1]]


def test_a_chain_of_pronouns_finds_its_name() -> None:
    """No single "I" is sure enough to be Ann, but the chain has nobody else."""
    story = Marked("[p1:I] came. [p1:I] saw [n2:Ann]. [p1:I] left.")

    def hesitant(
        vectors: FloatArray, left: IntArray, right: IntArray, features: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        own = vectors[left, 0] == vectors[right, 0]
        return np.where(own, 3.0, -0.6).astype(np.float32), np.zeros(len(vectors), dtype=np.float32)

    assert clusters_of(mentions(story), story.heads, story.reading().vectors, hesitant) == [[0, 1, 2, 3]]


def test_each_mention_is_paired_with_those_before_it() -> None:
    pairs = mentions(Marked("[n1:Ann] met [n2:Vale] and [p1:she] left.")).pairs(0, 3)
    assert list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]
    assert ((pairs.features >= 0) & (pairs.features < np.array(FEATURES))).all()


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("Ann Lee", "Ann Lee", 1),
        ("Ann Lee", "Lee", 2),
        ("Vale Shipping", "Vale", 3),
        ("Port Office", "PO", 4),
        ("Ann Lee", "Tom Lee", 6),
        ("Ann Lee", "Piet Vale", 0),
        ("The Hague", "Hague", 1),
    ],
)
def test_names_relate_by_their_words(first: str, second: str, relation: int) -> None:
    pairs = mentions(Marked(f"[n1:{first}] met [n2:{second}].")).pairs(0, 2)
    assert pairs.features[0, 1] == relation


def test_quotations_are_told_apart() -> None:
    story = Marked("“[p1:I] saw [n2:Vale],” [n1:Lee] said. “[p1:I] left.”")
    pairs = mentions(story).pairs(0, 4)
    place = {(a, b): f for a, b, f in zip(pairs.left, pairs.right, pairs.features[:, 5].tolist(), strict=True)}
    assert len({place[0, 1], place[0, 2], place[2, 3], place[0, 3]}) == 4


def test_the_same_words_are_paired_over_any_distance() -> None:
    marked = "[n1:Zoe Marsh] came. " + "[n0:Vale] left. " * (NEAR + 50) + "[n1:Zoe Marsh] went."
    assert [0, NEAR + 51] in linked(marked)


def test_blocks_change_nothing() -> None:
    """A story is linked in blocks; what is linked does not depend on where they end."""
    marked = " ".join(f"[n{n % 7 + 1}:Name{n % 7}] and [p{n % 7 + 1}:she] came." for n in range(300))
    found = linked(marked)
    assert len(found) == 7
    assert sorted(i for cluster in found for i in cluster) == list(range(600))


@given(st.lists(st.tuples(st.sampled_from("ndp"), st.sampled_from(("Ann", "the boy", "it", "X Y"))), max_size=30))
def test_every_mention_is_in_exactly_one_cluster(marks: list[tuple[str, str]]) -> None:
    story = Marked(". ".join(f"[{form}1:{words}]" for form, words in marks))
    seed = np.random.default_rng(len(marks))

    def any_link(
        vectors: FloatArray, left: IntArray, right: IntArray, features: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        return seed.normal(size=len(left)).astype(np.float32), np.zeros(len(vectors), dtype=np.float32)

    found = clusters_of(mentions(story), story.heads, story.reading().vectors, any_link)
    assert sorted(i for cluster in found for i in cluster) == list(range(len(marks)))
