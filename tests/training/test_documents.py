from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tokenizers import Tokenizer

pytest.importorskip("torch", reason="PyTorch is not installed: the network's tests are skipped")

from onrecord.analysis.encode import words_of
from onrecord.analysis.mentions import MENTION_TAGS
from onrecord.analysis.types import EntityKind, Form
from onrecord.analysis.weights import BUNDLED
from onrecord.evaluation.gum import GumDocument, GumMention
from onrecord.story.types import Span
from training.documents import UNKNOWN, Document, gum_document, timeml_document, wire_documents


@pytest.fixture(scope="module")
def tokenizer() -> Iterator[Tokenizer]:
    yield Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))


def spans(text: str, *words: str) -> tuple[Span, ...]:
    found = []
    at = 0
    for word in words:
        at = text.index(word, at)
        found.append(Span(start=at, end=at + len(word)))
        at += len(word)
    return tuple(found)


def heads(document: Document, text: str) -> list[tuple[str, str, Form, EntityKind, int]]:
    words = words_of(text)
    return [
        (head.span(words).of(text), head.head(words).of(text), head.form, head.kind, entity)
        for head, entity in zip(document.heads, document.entity.tolist(), strict=True)
    ]


def test_a_gum_document_gives_heads_kinds_and_links(tokenizer: Tokenizer) -> None:
    text = "Ann Lee met the old sailors. She ate an apple."
    document = GumDocument(
        name="GUM_news_own",
        genre="news",
        text=text,
        published=None,
        words=spans(text, "Ann", "Lee", "met", "the", "old", "sailors", ".", "She", "ate", "an", "apple", "."),
        mentions=(
            GumMention(
                entity="1",
                type="person",
                link="coref",
                form=Form.NAME,
                words=spans(text, "Ann", "Lee"),
                head=spans(text, "Ann", "Lee"),
            ),
            GumMention(
                entity="2",
                type="person",
                link="sgl",
                form=Form.DESCRIPTION,
                words=spans(text, "the", "old", "sailors"),
                head=spans(text, "sailors"),
            ),
            GumMention(
                entity="1",
                type="person",
                link="ana",
                form=Form.PRONOUN,
                words=spans(text, "She"),
                head=spans(text, "She"),
            ),
            GumMention(
                entity="3",
                type="object",
                link="sgl",
                form=Form.DESCRIPTION,
                words=spans(text, "an", "apple"),
                head=spans(text, "apple"),
            ),
        ),
    )
    made = gum_document(document, tokenizer)
    (lee, _, _, _, first), sailors, (_, _, _, _, last) = heads(made, text)
    assert lee == "Ann Lee"
    assert first == last != sailors[4]
    assert sailors[:4] == ("the old sailors", "sailors", Form.DESCRIPTION, EntityKind.GROUP)
    assert [MENTION_TAGS[tag] for tag in made.mentions[:2]] == ["B-name", "I-name"]
    assert made.mentions[words_of(text).start.tolist().index(text.index("apple"))] == 0
    assert (made.times == UNKNOWN).all()


def test_times_are_tags_of_words(tokenizer: Tokenizer) -> None:
    text = "He left on March 3, 1998, and came back."
    made = timeml_document("own", text, spans(text, "March 3, 1998"), tokenizer)
    assert [text[s:e] for s, e, t in zip(*_words(text), made.times, strict=True) if t] == [
        "March",
        "3",
        ",",
        "1998",
    ]
    assert (made.mentions == UNKNOWN).all()


def _words(text: str) -> tuple[list[int], list[int]]:
    words = words_of(text)
    return words.start.tolist(), words.end.tolist()


def test_sources_of_one_speaker_are_linked(tokenizer: Tokenizer, tmp_path: Path) -> None:
    text = "Ann Lee said it rained. She added that Lee would stay. A clerk said no."
    clerk = {"kind": "unnamed", "name": "A clerk", "aliases": [], "carried": False}
    lee = {"kind": "person", "name": "Ann Lee", "aliases": ["Lee"], "carried": False}

    def attribution(source: str, speaker: dict[str, object]) -> dict[str, object]:
        at = text.index(source)
        return {"source": [[at, at + len(source)]], "cue": [], "content": [], "inside": None, "speaker": speaker}

    path = tmp_path / "wire.jsonl"
    item = {
        "source": "own",
        "text": text,
        "attributions": [attribution("Ann Lee", lee), attribution("She", lee), attribution("A clerk", clerk)],
    }
    path.write_text(json.dumps(item) + "\n", encoding="utf-8")
    [made] = wire_documents(path, tokenizer)
    found = heads(made, text)
    assert [(words, form) for words, _, form, _, _ in found] == [
        ("Ann Lee", Form.NAME),
        ("She", Form.PRONOUN),
        ("Lee", Form.NAME),
        ("A clerk", Form.DESCRIPTION),
    ]
    numbers = [entity for *_, entity in found]
    assert numbers[0] == numbers[1] == numbers[2] != numbers[3]
    assert (made.mentions == UNKNOWN).any()
