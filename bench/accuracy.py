"""The measures on held-out stories, beside textacy's direct quotations and beside what was measured before."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.cases import overlaps, read_statements, spans, story_id
from bench.heldout import CORPORA, Corpus, Question, prepare
from bench.machine import ours, theirs
from bench.process import run
from onrecord.evaluation.attributions import score
from onrecord.evaluation.gold import GoldAttribution, GoldStory, read_gold

RESULTS = Path(__file__).parent / "results"
ONRECORD = Path(sys.executable).with_name("onrecord")
PEERS = Path(__file__).parent / "peers.py"
MOVED = 0.05
"""An attribution rose or fell where its overlap changed by more than this."""
SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """What is kept of one corpus: measures in per cent, the peer's, and the overlap of every gold attribution."""

    measures: dict[str, float]
    peer: dict[str, float] = field(default_factory=dict)
    overlaps: dict[str, list[float]] = field(default_factory=dict)


def main() -> None:
    """Measure, print what rose and fell since the last time, freeze."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder with polnear/, wire/, gum/ and timeml/ in it")
    parser.add_argument("--peers-python", type=Path, help="the peers' Python, see bench/README.md")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the predictions there")
    parser.add_argument("--weights", help="a weights folder instead of the one in the package")
    parser.add_argument("--no-freeze", action="store_true", help="only show what rose and fell")
    parser.add_argument("--results", type=Path, default=RESULTS)
    arguments = parser.parse_args()
    frozen = arguments.results / "accuracy.json"
    before = thaw(frozen)
    after: dict[str, Frozen] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for corpus in CORPORA:
            print(f"{corpus.name} …", file=sys.stderr, flush=True)
            after[corpus.name] = measure(corpus, arguments.corpora, folder, arguments.weights)
            peer = before[corpus.name].peer if corpus.name in before else {}
            if arguments.peers_python and corpus.task == "attributions":
                peer = quotations(read_gold(arguments.corpora / corpus.gold), arguments.peers_python, folder)
            after[corpus.name].peer.update(peer)
        about = {"onrecord": ours(), "weights": weights_of(folder / f"{CORPORA[0].name}.jsonl")}
    about["peer"] = theirs(arguments.peers_python) if arguments.peers_python else "as measured before"
    text = report(before, after, about)
    print(text, *moved(before, after), sep="\n")
    if not arguments.no_freeze:
        arguments.results.mkdir(parents=True, exist_ok=True)
        kept = {"about": about, "corpora": {name: asdict(corpus) for name, corpus in after.items()}}
        frozen.write_text(a_line_a_story(json.dumps(kept, indent=1)) + "\n", encoding="utf-8")
        (arguments.results / "accuracy.md").write_text(text, encoding="utf-8")


def thaw(path: Path) -> dict[str, Frozen]:
    """Read what was measured before: corpus -> Frozen, nothing where there is no file."""
    if not path.exists():
        return {}
    corpora: dict[str, dict[str, dict[str, float]]] = json.loads(path.read_text(encoding="utf-8"))["corpora"]
    return {
        name: Frozen(measures=c["measures"], peer=c["peer"], overlaps=c["overlaps"])  # type: ignore[arg-type]
        for name, c in corpora.items()
    }


def weights_of(predictions: Path) -> str:
    """The version of the weights that made them."""
    with predictions.open(encoding="utf-8") as lines:
        version: str = json.loads(next(lines))["engine"]["weights"]
    return version


def a_line_a_story(text: str) -> str:
    """Put each list of the JSON text on one line."""
    return re.sub(r"\[[^\[\]]*\]", lambda found: " ".join(found[0].split()), text)


def measure(corpus: Corpus, corpora: Path, folder: Path, weights: str | None) -> Frozen:
    """Read the stories with `onrecord read`, score what came out with `onrecord evaluate`."""
    stories, questions = prepare(corpus, corpora, folder)
    predictions = folder / f"{corpus.name}.jsonl"
    chosen = ["--weights", weights] if weights else []
    run([str(ONRECORD), "read", *chosen, str(stories), "--format", "jsonl"], predictions)
    return scored(corpus, corpora, questions, predictions)


def scored(corpus: Corpus, corpora: Path, questions: Sequence[Question], predictions: Path) -> Frozen:
    """Score a file of predictions with `onrecord evaluate`."""
    gold = corpora / corpus.gold
    measures: dict[str, float] = {}
    for question in questions:
        command = [str(ONRECORD), "evaluate", corpus.task, str(gold), *question.options]
        command += ["--predictions", str(predictions), "--json"]
        found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        measures |= named(question.name, found)
    if corpus.task != "attributions":
        return Frozen(measures=measures)
    stories = read_gold(gold)
    statements = read_statements(predictions, stories)
    return Frozen(
        measures=measures,
        overlaps={story_id(s): overlaps(s, f) for s, f in zip(stories, statements, strict=True)},
    )


def named(question: str, found: dict[str, Any]) -> dict[str, float]:
    """Put a name to each measure that `onrecord evaluate --json` printed, all in per cent."""
    result = {}
    for name, value in found.items():
        if name == "speakers":
            result["speakers found"] = round(100 * value["all"]["found"] / value["all"]["marked"], 1)
            result |= {f"speakers right, {form}": row["share"] for form, row in value.items()}
        elif isinstance(value, dict):
            result |= {f"{name} {key}": measure for key, measure in value.items()}
        elif name != "stories":
            result[f"{question} {name}".strip()] = value
    return result


def quotations(stories: Sequence[GoldStory], python: Path, folder: Path) -> dict[str, float]:
    """Score textacy's direct quotations on the outer attributions."""
    texts, output = folder / "texts.jsonl", folder / "quotations.jsonl"
    texts.write_text("".join(json.dumps({"text": s.text}) + "\n" for s in stories), encoding="utf-8")
    run([str(python), str(PEERS), "quote", str(texts)], output)
    found = [
        [
            GoldAttribution(source=spans(a["source"]), cue=spans(a["cue"]), content=spans(a["content"]))
            for a in json.loads(line)
        ]
        for line in output.read_text(encoding="utf-8").splitlines()
    ]
    outer = [[a for a in story.attributions if a.inside is None] for story in stories]
    scores = score(zip((s.text for s in stories), outer, found, strict=True))
    return {f"outer {name}": value for name, value in scores.items()}


def report(before: dict[str, Frozen], after: dict[str, Frozen], about: dict[str, str]) -> str:
    """The tables in Markdown."""
    lines = [
        "# Accuracy",
        "",
        "In per cent; bench/README.md says what each measure is. textacy finds direct quotations only.",
    ]
    for name, corpus in after.items():
        old = before.get(name, Frozen(measures={}))
        beside = bool(corpus.peer)
        lines += [
            "",
            f"## {name}",
            "",
            "| | before | now | |" + " textacy |" * beside,
            "|---|--:|--:|--:|" + "--:|" * beside,
        ]
        for key, value in corpus.measures.items():
            was, peer = old.measures.get(key), corpus.peer.get(key)
            change = "" if was is None or was == value else f"{value - was:+.1f}"
            lines.append(f"| {key} | {_shown(was)} | {value:.1f} | {change} |" + f" {_shown(peer)} |" * beside)
        if corpus.overlaps:
            count = sum(map(len, corpus.overlaps.values()))
            rose, fell = (len(changes(old, corpus, sign)) for sign in (1, -1))
            lines += ["", f"Of {count:,} attributions {rose} rose and {fell} fell by more than {MOVED}."]
    return "\n".join([*lines, "", *(f"- {key}: {value}" for key, value in about.items())]) + "\n"


def changes(old: Frozen, new: Frozen, sign: int) -> list[tuple[float, float, str, int]]:
    """Return (before, now, story id, number of the attribution) of those that rose (1) or fell (-1), most first."""
    found = [
        (was, now, story, number)
        for story, values in new.overlaps.items()
        for number, (was, now) in enumerate(zip(old.overlaps.get(story, ()), values, strict=False))
        if sign * (now - was) > MOVED
    ]
    return sorted(found, key=lambda case: sign * (case[0] - case[1]))


def moved(before: dict[str, Frozen], after: dict[str, Frozen]) -> list[str]:
    """Name the cases that rose and fell most, a line each."""
    lines = []
    for name, corpus in after.items():
        if name in before:
            for sign, word in ((-1, "fell"), (1, "rose")):
                for was, now, story, number in changes(before[name], corpus, sign)[:SHOWN]:
                    lines.append(f"{word} {was:.2f} -> {now:.2f}  {name} {story} attribution {number}")
    return lines


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


if __name__ == "__main__":
    main()
