"""Scores -> confidence: how often, at such scores, a careful reader agrees."""

from __future__ import annotations

import math
from dataclasses import dataclass

from onrecord.analysis.decode import Roles

FACTORS = ("cue", "path", "length", "no source", "inner", "pieces")


def evidence(roles: Roles) -> tuple[float, ...]:
    """Return what the confidence rests on, one number for each of FACTORS."""
    score = min(max(roles.cue_score, 1e-4), 1 - 1e-4)
    breaks = sum(b > a + 1 for a, b in zip(roles.content, roles.content[1:], strict=False))
    return (
        math.log(score / (1 - score)),
        roles.path_score,
        math.log1p(len(roles.content)),
        float(not roles.source),
        float(roles.inner),
        float(breaks),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Platt scaling (Platt 1999) over several factors, fitted on stories that the network was not trained on."""

    bias: float
    factors: tuple[float, ...]

    def confidence(self, roles: Roles) -> float:
        """Return the probability, 0 to 1, that the attribution is right."""
        z = self.bias + sum(w * x for w, x in zip(self.factors, evidence(roles), strict=True))
        return 1 / (1 + math.exp(-min(max(z, -30.0), 30.0)))
