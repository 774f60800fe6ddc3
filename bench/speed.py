"""Stories a second, peak memory and cold start, beside spaCy and textacy on the same stories in the same run."""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from bench.machine import machine, ours, theirs
from bench.process import Taken, run
from onrecord import StoryError, read_stories
from onrecord.errors import EXIT_UNUSABLE

RESULTS = Path(__file__).parent / "results"
ONRECORD = Path(sys.executable).with_name("onrecord")
PEERS = Path(__file__).parent / "peers.py"
MEASURE = "spaCy, 1 process"
"""The row that the others are given as a multiple of."""
STARTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One command over one set of stories."""

    name: str
    stories: int
    words: int
    seconds: float
    cpu: float
    peak: int


def main() -> None:
    """Measure all, then write results/speed.md and results/speed.json."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("archive", type=Path, help="stories, such as 'reuters21578/*.sgm'")
    parser.add_argument("--peers-python", type=Path, required=True, help="the peers' Python, see bench/README.md")
    parser.add_argument("--stories", type=int, default=2000, help="how many of them all programs read")
    parser.add_argument("--sample-only", action="store_true", help="do not read the whole archive as well")
    parser.add_argument("--weights", help="a weights folder instead of the one in the package")
    parser.add_argument("--results", type=Path, default=RESULTS)
    arguments = parser.parse_args()
    read = [str(ONRECORD), "read", *(["--weights", arguments.weights] if arguments.weights else [])]
    peers = [str(arguments.peers_python), str(PEERS)]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        sample = write_sample(arguments.archive, arguments.stories, folder)
        rows = list(on_sample(sample, read, peers, folder))
        starts = dict(cold_starts(sample, read, peers, folder))
        if not arguments.sample_only:
            rows.append(on_archive(arguments.archive, read, folder))
    about = {"machine": machine(), "onrecord": ours(), "peers": theirs(arguments.peers_python)}
    arguments.results.mkdir(parents=True, exist_ok=True)
    written = {"about": about, "rows": [asdict(row) for row in rows], "cold start seconds": starts}
    (arguments.results / "speed.json").write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    text = report(rows, starts, about)
    (arguments.results / "speed.md").write_text(text, encoding="utf-8")
    print(text)


def write_sample(archive: Path, count: int, folder: Path) -> Path:
    """Write the archive's first `count` stories as JSON lines, so that every program gets the same texts."""
    path = folder / "sample.jsonl"
    stories = read_stories(archive, on_error=_left_out)
    with path.open("w", encoding="utf-8") as lines:
        for number, story in enumerate(islice(stories, count)):
            lines.write(json.dumps({"source": f"story {number}", "text": story.text}) + "\n")
    return path


def on_sample(sample: Path, read: Sequence[str], peers: Sequence[str], folder: Path) -> Iterator[Row]:
    """Run every program over the sample; each must have read every story."""
    with sample.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    words = sum(map(words_in, texts))
    for name, command in (
        ("onrecord read", [*read, str(sample), "--format", "jsonl"]),
        ("onrecord read --jobs 2", [*read, str(sample), "--format", "jsonl", "--jobs", "2"]),
        (MEASURE, [*peers, "tag", str(sample)]),
        ("spaCy, 2 processes", [*peers, "tag", str(sample), "--processes", "2"]),
        ("spaCy and textacy's direct quotations", [*peers, "quote", str(sample)]),
    ):
        taken = _told(name, command, folder / "output")
        if "tag" not in command:
            with (folder / "output").open(encoding="utf-8") as lines:
                done = sum(1 for _ in lines)
            if done != len(texts):
                raise SystemExit(f"{name}: {done} stories came out of {len(texts)}.")
        yield _row(name, len(texts), words, taken)


def on_archive(archive: Path, read: Sequence[str], folder: Path) -> Row:
    """Read the whole archive; the words are counted in what came out."""
    output = folder / "record.jsonl"
    name = "onrecord read --jobs 2, the whole archive"
    taken = _told(name, [*read, str(archive), "--format", "jsonl", "--jobs", "2"], output, fine=(0, EXIT_UNUSABLE))
    with output.open(encoding="utf-8") as lines:
        words = [words_in(json.loads(line)["story"]["text"]) for line in lines]
    return _row(name, len(words), sum(words), taken)


def cold_starts(
    sample: Path, read: Sequence[str], peers: Sequence[str], folder: Path
) -> Iterator[tuple[str, float]]:
    """Median seconds from start to end over one story, files already in the system's cache."""
    one = folder / "one.jsonl"
    with sample.open(encoding="utf-8") as lines:
        one.write_text(next(lines), encoding="utf-8")
    text = folder / "story.txt"
    text.write_text(json.loads(one.read_text(encoding="utf-8"))["text"], encoding="utf-8")
    for name, command in (
        ("onrecord read story.txt", [*read, str(text)]),
        ("spaCy, loading the pipeline only", [*peers, "load"]),
        ("spaCy and textacy, one story", [*peers, "quote", str(one)]),
    ):
        run(command)
        yield name, statistics.median(run(command).seconds for _ in range(STARTS))


def report(rows: Sequence[Row], starts: dict[str, float], about: dict[str, str]) -> str:
    """The tables in Markdown."""
    base = next(row for row in rows if row.name == MEASURE)
    lines = [
        "# Speed",
        "",
        f"The same {base.stories:,} stories ({base.words:,} words) for every program, one after the other in one",
        "run. Seconds are from the start of the command to its end, so each includes loading; processor seconds",
        "over seconds is how many cores it kept busy.",
        "",
        f"| | stories/s | words/s | × {MEASURE} | seconds | processor seconds | peak memory, MiB |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        rate = row.words / row.seconds
        ratio = rate * base.seconds / base.words
        lines.append(
            f"| {row.name} | {row.stories / row.seconds:,.1f} | {rate:,.0f} | {ratio:.2f}"
            f" | {row.seconds:,.1f} | {row.cpu:,.1f} | {row.peak / 2**20:,.0f} |"
        )
    whole = [row for row in rows if row.stories != base.stories]
    if whole:
        lines += ["", f"The whole archive is {whole[0].stories:,} stories ({whole[0].words:,} words)."]
    lines += ["", f"| one story, start to end, median of {STARTS} | seconds |", "|---|--:|"]
    lines += [f"| {name} | {seconds:.2f} |" for name, seconds in starts.items()]
    return "\n".join([*lines, "", *(f"- {key}: {value}" for key, value in about.items())]) + "\n"


def words_in(text: str) -> int:
    r"""How many runs of \w there are."""
    return sum(1 for _ in re.finditer(r"\w+", text))


def _told(name: str, command: Sequence[str], output: Path, fine: Sequence[int] = (0,)) -> Taken:
    print(f"{name} …", file=sys.stderr, flush=True)
    taken = run(command, output, fine)
    print(f"{name}: {taken.seconds:.1f} s", file=sys.stderr, flush=True)
    return taken


def _row(name: str, stories: int, words: int, taken: Taken) -> Row:
    return Row(
        name=name,
        stories=stories,
        words=words,
        seconds=round(taken.seconds, 2),
        cpu=round(taken.cpu, 2),
        peak=taken.peak,
    )


def _left_out(error: StoryError) -> None:
    """Go on without a story that cannot be read; `onrecord read` names it."""


if __name__ == "__main__":
    main()
