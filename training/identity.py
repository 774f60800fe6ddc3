"""ECB+ and cases made to be hard -> the weights and thresholds of identity, printed as a module of constants."""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from textwrap import dedent

import numpy as np
import numpy.typing as npt

from onrecord.evaluation.ecbplus import Labelled, read_ecbplus
from onrecord.evaluation.identity import Case, read_cases
from onrecord.record.identity import Profile, Verdict, keys
from onrecord.record.identity.judging import Evidence, open_to_doubt, weigh_up
from onrecord.record.identity.likeness import APART, Grade

TOPICS = range(1, 31)
"""The topics of ECB+ to train on; 31 to 35 are kept for measuring."""
CASES = Path(__file__).parents[1] / "tests/record/identity/hardcases.txt"
FOLDS = 5
SAMPLE = 2000
"""How many pairs of the same are taken, and at most as many of two; those of one entity are much alike."""
RIDGE = 0.5
CASE_WEIGHT = 4.0
PRIORS = {
    Grade.FULL: 0.97, Grade.KNOWN: 0.98, Grade.VARIANT: 0.95, Grade.RESPELT: 0.95, Grade.CORE: 0.95,
    Grade.PARTIAL: 0.6, Grade.INITIAL: 0.5, Grade.ACRONYM: 0.5, Grade.GENERIC: 0.3, Grade.BARELY: 0.5,
    Grade.SHORT: 0.5, Grade.SURNAME: 0.15, Grade.MONONYM: 0.5, Grade.GIVEN: 0.1,
}  # fmt: skip
"""How likely two with names so alike are the same while nothing else is known; assumed, for no corpus tells."""
COMMON_PRIOR = 0.4
"""The same for full names that many bear."""
ELSEWHERE = 0.85
"""How much of that is left where the stories are of different events, so that they share no company."""
DRIFT = -0.3
"""What the logarithm of the years between two stories weighs before any case; ECB+ has no dates."""
WRONG = 0.02
"""The share of ECB+'s pairs above the threshold of the same that may be of two.

Topic 28 follows a man under his name and under his cover name as two, and its stories mix these up: that alone is
one in a hundred.
"""

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Evidence on two profiles, whether they are the same, how much it counts, and the fold that it belongs to.

    wanted: the verdict that a careful reader would give, None where it is imagined. case: it is out of the table.
    """

    evidence: Evidence
    same: bool
    weight: float
    fold: int
    wanted: Verdict | None
    case: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The log-odds of grades and measures, by name."""

    names: tuple[str, ...]
    values: Matrix

    def scores(self, evidence: Iterable[Evidence]) -> Matrix:
        """The probabilities of being the same."""
        return _sigmoid(_matrix(evidence, self.names) @ self.values)


def main() -> None:
    """Train on topics 1 to 30 and half the cases, and print onrecord/record/identity/weights.py."""
    parser = argparse.ArgumentParser(prog="python -m training.identity", description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder that has ecbplus/ in it")
    parser.add_argument("--cases", type=Path, default=CASES)
    arguments = parser.parse_args()
    labelled = read_ecbplus(arguments.corpora / "ecbplus", TOPICS)
    examples = [*_followed(labelled), *_cases(read_cases(arguments.cases))]
    weights = fit(examples)
    same, different = thresholds(examples)
    print(_module(weights, same, different), end="")


def fit(examples: Sequence[Example]) -> Weights:
    """Fit a logistic regression by Newton's method, drawn to zero, and to `DRIFT` for years."""
    names = (*Grade, *examples[0].evidence.measures())
    rows = _matrix((example.evidence for example in examples), names)
    wanted = np.array([float(example.same) for example in examples])
    weight = np.array([example.weight for example in examples])
    prior = np.array([DRIFT if name == "years" else 0.0 for name in names])
    ridge = np.array([0.01 if name in set(Grade) else RIDGE for name in names]) + (np.array(names) == "years") * 4
    values = prior.copy()
    for _ in range(30):
        found = _sigmoid(rows @ values)
        slope = rows.T @ (weight * (found - wanted)) + ridge * (values - prior)
        bend = (rows * (weight * found * (1 - found))[:, None]).T @ rows + np.diag(ridge)
        values = values - np.linalg.solve(bend, slope)
    return Weights(names=names, values=values)


def thresholds(examples: Sequence[Example]) -> tuple[float, float]:
    """Find by cross-validation over topics from where on pairs are the same, and up to where they are different.

    Same: the lowest of a grid above which no more than `WRONG` of what ECB+ and the cases have is of two or unsure,
    and none of the cases. What names leave open is left out. Different: the highest that no more than one in a
    hundred pairs of the same lies below.
    """
    scores: list[float] = []
    held: list[Example] = []
    for fold in range(FOLDS):
        weights = fit([example for example in examples if example.fold != fold])
        real = [one for one in examples if one.fold == fold and one.wanted and not open_to_doubt(one.evidence)]
        scores += weights.scores(one.evidence for one in real).tolist()
        held += real
    values, case = np.array(scores), np.array([one.case for one in held])
    truth = np.array([one.wanted is Verdict.SAME for one in held])
    fine = []
    for at in np.arange(0.80, 0.97, 0.01):
        above = values >= at
        if (~truth[above]).sum() <= WRONG * above.sum() and truth[above & case].all():
            fine.append(at)
    low = [at for at in np.arange(0.02, 0.31, 0.01) if (values[truth] < at).mean() <= 0.01]
    return round(float(min(fine, default=0.97)), 2), round(float(max(low, default=0.02)), 2)


def _followed(labelled: Sequence[Labelled]) -> Iterator[Example]:
    """Real pairs of ECB+ that have a key in common, and for each pair of the same what a namesake would look like.

    ECB+ has hardly two people of one name, and follows nobody from one event to another. So a pair of the same is
    given besides with the company, places and roles of somebody of another topic: as two of one name (after the
    pseudonyms of Gale, Church and Yarowsky 1992), and as the same in other news. It is also given without anything
    but the name. `PRIORS` say how the two readings are weighed.
    """
    rng = random.Random(1)
    for a, b in _sampled(labelled, rng):
        evidence = weigh_up(a.profile, b.profile)
        same = a.identity == b.identity
        if evidence.excluded or (not same and a.topic != b.topic and evidence.likeness.grade in _TELLING):
            continue
        yield Example(evidence=evidence, same=same, weight=1.0, fold=a.topic % FOLDS, wanted=_VERDICTS[same])
        if same and rng.random() < 0.3:
            other = rng.choice([one for one in labelled if one.topic != a.topic]).profile
            yield from _imagined(a.profile, b.profile, other, a.topic % FOLDS)


_VERDICTS = {True: Verdict.SAME, False: Verdict.DIFFERENT}
_TELLING = frozenset({Grade.FULL, Grade.KNOWN, Grade.VARIANT, Grade.RESPELT, Grade.CORE})
"""Grades of pairs across topics that may be the same without the corpus saying so."""


def _imagined(a: Profile, b: Profile, other: Profile, fold: int) -> Iterator[Example]:
    else_news = replace(b, company=other.company, places=other.places, stories=other.stories)
    namesake = replace(else_news, roles=other.roles if other.kind is b.kind else ())
    bare = weigh_up(*(replace(one, company=(), places=(), roles=()) for one in (a, b)))
    prior = COMMON_PRIOR if bare.likeness.common else PRIORS[bare.likeness.grade]
    for evidence, chance, same in (
        (bare, prior, True),
        (bare, 1 - prior, False),
        (weigh_up(a, else_news), ELSEWHERE * prior, True),
        (weigh_up(a, namesake), 1 - ELSEWHERE * prior, False),
    ):
        if not evidence.excluded:
            yield Example(evidence=evidence, same=same, weight=chance, fold=fold, wanted=None)


def _sampled(labelled: Sequence[Labelled], rng: random.Random) -> Iterator[tuple[Labelled, Labelled]]:
    pairs = list(_candidates(labelled))
    for wanted in (True, False):
        kept = [(a, b) for a, b in pairs if (a.identity == b.identity) == wanted]
        yield from rng.sample(kept, min(SAMPLE, len(kept)))


def _candidates(labelled: Sequence[Labelled]) -> Iterator[tuple[Labelled, Labelled]]:
    having: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(labelled):
        for key in keys(one.profile):
            having[key].append(at)
    pairs = {pair for places in having.values() for pair in combinations(places, 2)}
    return ((labelled[first], labelled[second]) for first, second in sorted(pairs))


def _cases(cases: Sequence[Case]) -> Iterator[Example]:
    """The half of the cases that is not kept for measuring; what is unsure counts half as the same."""
    for at, case in enumerate(case for case in cases if not case.held_out):
        evidence = weigh_up(case.a, case.b)
        if evidence.excluded or evidence.likeness.grade in APART:
            continue
        for same in (True, False):
            share = 0.5 if case.wanted is Verdict.UNSURE else float((case.wanted is Verdict.SAME) == same)
            if share:
                yield Example(
                    evidence=evidence,
                    same=same,
                    weight=CASE_WEIGHT * share,
                    fold=at % FOLDS,
                    wanted=case.wanted,
                    case=True,
                )


def _matrix(evidence: Iterable[Evidence], names: Sequence[str]) -> Matrix:
    rows = [{one.likeness.grade: 1.0, **one.measures()} for one in evidence]
    return np.array([[row.get(name, 0.0) for name in names] for row in rows]).reshape(len(rows), len(names))


def _sigmoid(values: Matrix) -> Matrix:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -30, 30))), dtype=np.float64)


def _module(weights: Weights, same: float, different: float) -> str:
    told = dict(zip(weights.names, weights.values, strict=True))
    grades = "".join(f"    Grade.{grade.name}: {told[grade]:.2f},\n" for grade in Grade if grade not in APART)
    rest = "".join(f'    "{name}": {value:.2f},\n' for name, value in told.items() if name not in set(Grade))
    head = dedent(
        '''\
        """What identity's evidence weighs, as `python -m training.identity` prints it: log-odds of the same."""

        from __future__ import annotations

        from onrecord.record.identity.likeness import Grade

        '''
    )
    return (
        f"{head}GRADES = {{\n{grades}}}\nEVIDENCE = {{\n{rest}}}\nSAME = {same}\n"
        f'"""From this score on two are the same."""\nDIFFERENT = {different}\n'
        '"""Up to this score they are different, where roles or places speak for it."""\n'
    )


if __name__ == "__main__":
    main()
