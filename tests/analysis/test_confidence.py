from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.confidence import FACTORS, Calibration, evidence
from onrecord.analysis.decode import Roles

ROLES = Roles(anchor=3, inner=False, source=(1, 2), cue=(3,), content=(4, 5, 8), cue_score=0.9, path_score=-0.5)


def test_every_factor_has_a_number() -> None:
    assert len(evidence(ROLES)) == len(FACTORS)
    assert evidence(ROLES)[FACTORS.index("pieces")] == 1
    assert evidence(replace(ROLES, source=()))[FACTORS.index("no source")] == 1


@given(st.floats(0, 1), st.floats(-500, 0), st.floats(-50, 50))
def test_confidence_is_a_probability(cue: float, path: float, bias: float) -> None:
    calibration = Calibration(bias=bias, factors=(1.0, 1.0, 0.5, -1.0, -1.0, -0.5))
    assert 0 <= calibration.confidence(replace(ROLES, cue_score=cue, path_score=path)) <= 1
