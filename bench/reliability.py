"""Confidence against correctness on held-out stories: a table of ten bins and a plot of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from bench.cases import RIGHT, judged, read_statements
from bench.plot import Point, plot
from onrecord.evaluation.gold import read_gold

RESULTS = Path(__file__).parent / "results"
BINS = 10
Z = 1.96
"""Standard deviations on either side in a 95 per cent interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Statements whose confidence lies in [low, high): how many, how sure on average, and how many are right."""

    low: float
    high: float
    count: int
    confidence: float
    right: int

    @property
    def share(self) -> float:
        """The share that is right, 0 to 1."""
        return self.right / self.count

    def interval(self) -> tuple[float, float]:
        """Wilson's 95 per cent interval of the share (Wilson 1927)."""
        middle = self.share + Z * Z / (2 * self.count)
        half = Z * sqrt(self.share * (1 - self.share) / self.count + Z * Z / (4 * self.count**2))
        scale = 1 + Z * Z / self.count
        return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def main() -> None:
    """Write results/reliability-NAME.md and .svg."""
    parser = argparse.ArgumentParser(prog="python -m bench.reliability", description=__doc__)
    parser.add_argument("name", help="what to call it, such as polnear-dev")
    parser.add_argument("gold", type=Path)
    parser.add_argument(
        "predictions", type=Path, help="what `onrecord read --format jsonl` printed for these stories"
    )
    parser.add_argument("--results", type=Path, default=RESULTS)
    arguments = parser.parse_args()
    stories = read_gold(arguments.gold)
    found = read_statements(arguments.predictions, stories)
    cases = [case for story, statements in zip(stories, found, strict=True) for case in judged(story, statements)]
    if not cases:
        raise SystemExit(f"{arguments.predictions}: there is no statement in it.")
    bins = list(binned(cases))
    text = report(arguments.name, bins, cases)
    arguments.results.mkdir(parents=True, exist_ok=True)
    target = arguments.results / f"reliability-{arguments.name}"
    target.with_suffix(".md").write_text(text, encoding="utf-8")
    points = [Point(x=b.confidence, y=b.share, spread=b.interval(), count=b.count) for b in bins]
    drawn = plot(f"{arguments.name}: {len(cases):,} statements", "confidence", "share that is right", points)
    target.with_suffix(".svg").write_text(drawn, encoding="utf-8")
    print(text)


def binned(cases: Sequence[tuple[float, bool]]) -> Iterator[Bin]:
    """Yield the bins that hold anything; cases are (confidence, right)."""
    for number in range(BINS):
        inside = [case for case in cases if min(int(case[0] * BINS), BINS - 1) == number]
        if inside:
            yield Bin(
                low=number / BINS,
                high=(number + 1) / BINS,
                count=len(inside),
                confidence=sum(confidence for confidence, _ in inside) / len(inside),
                right=sum(right for _, right in inside),
            )


def report(name: str, bins: Sequence[Bin], cases: Sequence[tuple[float, bool]]) -> str:
    """The table in Markdown, with the expected calibration error and the Brier score."""
    gap = sum(b.count * abs(b.confidence - b.share) for b in bins) / len(cases)
    brier = sum((confidence - right) ** 2 for confidence, right in cases) / len(cases)
    lines = [
        f"# Reliability: {name}",
        "",
        "A statement is right where its overlap with a gold attribution (the mean of the three roles' Dice)",
        f"is {RIGHT} or more.",
        "",
        "| confidence | statements | mean confidence | right | 95 % interval |",
        "|---|--:|--:|--:|--:|",
    ]
    for b in bins:
        low, high = b.interval()
        lines.append(
            f"| {b.low:.1f} to {b.high:.1f} | {b.count} | {b.confidence:.2f} | {b.share:.2f}"
            f" | {low:.2f} to {high:.2f} |"
        )
    right = sum(right for _, right in cases) / len(cases)
    lines += [
        "",
        f"{len(cases):,} statements, {right:.1%} right; expected calibration error {gap:.3f},",
        f"Brier score {brier:.3f}.",
        "",
        f"![Share right against confidence, with the diagonal](reliability-{name}.svg)",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
