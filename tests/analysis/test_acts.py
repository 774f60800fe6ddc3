from __future__ import annotations

import numpy as np
import pytest

from onrecord.analysis.acts import ACTS, EVIDENCE, OPENING, act_of, evidence
from onrecord.analysis.engine import Engine
from onrecord.analysis.types import Act
from onrecord.story.composing import compose


def test_the_evidence_is_of_cue_content_and_its_opening() -> None:
    vectors = np.arange(40, dtype=np.float32).reshape(20, 2)
    spelt = -vectors
    told = evidence(vectors, spelt, 100, cue=[101, 102], content=[*range(104, 120)])
    assert told.shape == (EVIDENCE * 2,)
    assert told[:2].tolist() == [3, 4] and told[2:4].tolist() == [-3, -4]
    assert told[6:8].tolist() == (-vectors[4 : 4 + OPENING].mean(axis=0)).tolist()


def test_words_beyond_the_window_do_not_count() -> None:
    vectors = np.ones((4, 2), dtype=np.float32)
    assert evidence(vectors, vectors, 10, cue=[99], content=[12, 99]).tolist() == [0, 0, 0, 0, 1, 1, 1, 1, 1, 1]


def test_the_likeliest_act_is_taken_and_nothing_from_nothing() -> None:
    assert act_of(()) is None
    assert act_of(tuple(float(act is Act.DENY) for act in ACTS)) is Act.DENY


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The minister said the bridge was closed on Tuesday.", Act.ASSERT),
        ("Vale denied that he had taken money from the shipyard.", Act.DENY),
        ("Obermann accused the minister of lying to the council.", Act.ACCUSE),
        ("The company promised to pay all its workers by Friday.", Act.COMMIT),
        ("Obermann urged the council to publish the letter.", Act.DIRECT),
        ("Analysts expect that prices will fall next year.", Act.BELIEVE),
    ],
)
def test_plain_sentences_have_their_acts(sentence: str, act: Act) -> None:
    found = Engine.load(threads=1).analyse(compose(sentence, "own"))
    assert [statement.act for statement in found.statements] == [act]
