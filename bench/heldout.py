"""The held-out stories of each corpus: files for `onrecord read`, and what `onrecord evaluate` is asked of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from onrecord.cli.evaluate.named import read_names
from onrecord.evaluation.gum import GumDocument, read_gum
from onrecord.evaluation.timeml import TimemlStory, read_timeml


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Where the gold lies under the folder of corpora, and which command scores it.

    stories: what `onrecord read` takes of it, None where that is written first.
    """

    name: str
    task: Literal["attributions", "entities", "times"]
    gold: str
    stories: str | None = None


POLNEAR = Corpus(name="polnear-dev", task="attributions", gold="polnear/dev", stories="polnear/dev/text")
WIRE = Corpus(name="wire-dev", task="attributions", gold="wire/dev.jsonl", stories="wire/dev.jsonl")
GUM = Corpus(name="gum-dev", task="entities", gold="gum/conllu")
TIMEBANK = Corpus(name="timebank-fifth", task="times", gold="timeml/TimeBank")
CORPORA = (POLNEAR, WIRE, GUM, TIMEBANK)

GUM_NAMES = "gum/splits.md#dev"
"""Which documents of GUM are held out."""


def held_out(name: str) -> bool:
    """Whether a story of TimeBank is in the fifth that is kept for measuring."""
    return int(sha256(name.encode()).hexdigest(), 16) % 5 == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of `onrecord evaluate`; name: what its measures are called by, nothing for the only one."""

    name: str
    options: tuple[str, ...]


def prepare(corpus: Corpus, corpora: Path, folder: Path) -> tuple[Path, tuple[Question, ...]]:
    """Return what `onrecord read` is to read, and what is asked afterwards; files made for it go into `folder`."""
    gold = corpora / corpus.gold
    if corpus.task == "entities":
        names = ("--names", str(corpora / GUM_NAMES))
        questions = (
            Question(name="all genres", options=names),
            Question(name="news", options=(*names, "--genre", "news")),
        )
        documents = read_gum(gold, names=read_names(names[1]))
        return _write(documents, folder / f"{corpus.name}-stories.jsonl"), questions
    if corpus.task == "times":
        stories = [story for story in read_timeml(gold) if held_out(story.name)]
        names_file = folder / f"{corpus.name}-names.txt"
        names_file.write_text("".join(f"{story.name}\n" for story in stories), encoding="utf-8")
        question = Question(name="", options=("--names", str(names_file)))
        return _write(stories, folder / f"{corpus.name}-stories.jsonl"), (question,)
    return corpora / (corpus.stories or corpus.gold), (Question(name="", options=()),)


def _write(stories: Iterable[GumDocument | TimemlStory], path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        for story in stories:
            day = story.published.isoformat() if story.published else None
            lines.write(json.dumps({"source": story.name, "published": day, "text": story.text}) + "\n")
    return path
