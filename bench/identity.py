"""ECB+ topics 31 to 35 and cases made to be hard -> how often identity merges rightly, wrongly, or abstains."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord.evaluation.ecbplus import Labelled, read_ecbplus
from onrecord.evaluation.identity import Case, agreement, read_cases, wrongly_merged
from onrecord.record.identity import Judgement, Profile, Verdict, clusters, judge

TOPICS = range(31, 36)
"""The topics of ECB+ that nothing was trained on."""
_HEAD = " cases | right | wrongly merged | wrongly parted | unsure without need |\n|---|---|---|---|---|---|"
CASES = Path(__file__).parents[1] / "tests/record/identity/hardcases.txt"


def main() -> None:
    """Print both parts as Markdown."""
    parser = argparse.ArgumentParser(prog="python -m bench.identity", description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder that has ecbplus/ in it")
    arguments = parser.parse_args()
    print("\n".join(of_stories(read_ecbplus(arguments.corpora / "ecbplus", TOPICS))))
    print("\n".join(of_cases(read_cases(CASES))))


def of_stories(labelled: Sequence[Labelled]) -> Iterator[str]:
    """Group the profiles of all topics in the order of their stories, and say what came of it."""
    identities = [one.identity for one in labelled]
    groups = clusters(one.profile for one in labelled)
    found = agreement(groups, identities)
    yield f"## ECB+ topics {TOPICS.start} to {TOPICS.stop - 1}\n"
    yield f"{len(labelled)} profiles of {len(set(identities))} persons and organisations.\n"
    yield "| B³ precision | B³ recall | B³ F1 | pairs merged | wrongly | missed |\n|---|---|---|---|---|---|"
    shares = " | ".join(f"{100 * share:.1f}" for share in (found.precision, found.recall, found.f1))
    yield f"| {shares} | {found.merged} | {found.wrong} | {found.missed} |\n"
    wrong = Counter(
        tuple(sorted(_shown(labelled[at].profile) for at in pair)) for pair in wrongly_merged(groups, identities)
    )
    yield from (f"- wrongly merged, {count} pairs: {a} / {b}" for (a, b), count in sorted(wrong.items()))


def of_cases(cases: Sequence[Case]) -> Iterator[str]:
    """Judge the cases; what went wrong stands by name, wrong merges first."""
    judged = [(case, judge(case.a, case.b)) for case in cases]
    yield "\n## Hard cases\n"
    yield f"| half |{_HEAD}"
    for held_out, half in ((False, "to develop with"), (True, "held out")):
        yield _row(half, [(case, found) for case, found in judged if case.held_out == held_out])
    yield f"\n| theme |{_HEAD}"
    for theme in dict.fromkeys(case.theme for case in cases):
        yield _row(theme, [(case, found) for case, found in judged if case.theme == theme])
    yield "\n| wanted | found | score | half | names | reason |\n|---|---|---|---|---|---|"
    order = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
    wrong = [(case, found) for case, found in judged if case.wanted is not found.verdict]
    for case, found in sorted(wrong, key=lambda pair: order.index(pair[1].verdict)):
        half = "held out" if case.held_out else "develop"
        names = f"{_shown(case.a)} / {_shown(case.b)}"
        yield f"| {case.wanted} | {found.verdict} | {found.score:.2f} | {half} | {names} | {found.reason} |"


def _row(name: str, judged: Iterable[tuple[Case, Judgement]]) -> str:
    counts: Counter[str] = Counter()
    for case, found in judged:
        counts["all"] += 1
        counts["right" if case.wanted is found.verdict else found.verdict] += 1
    cells = (counts[key] for key in ("all", "right", *Verdict))
    return f"| {name} | {' | '.join(map(str, cells))} |"


def _shown(profile: Profile) -> str:
    return max(profile.names, key=len)


if __name__ == "__main__":
    main()
