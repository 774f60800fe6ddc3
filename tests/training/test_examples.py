from __future__ import annotations

from tokenizers import Tokenizer

from onrecord.analysis.decode import LAYERS, REACH, TAGS
from onrecord.analysis.weights import BUNDLED
from onrecord.evaluation.gold import GoldAttribution, GoldStory
from onrecord.story.types import Span
from training.examples import NOT_OUTER, around, examples_of

TEXT = "“It is safe,” Holm said, “Vale told me so.”"
OUTER = GoldAttribution(
    source=(Span(start=14, end=18),),
    cue=(Span(start=19, end=23),),
    content=(Span(start=0, end=13), Span(start=25, end=43)),
)
INNER = GoldAttribution(
    source=(Span(start=26, end=30),), cue=(Span(start=31, end=35),), content=(Span(start=39, end=41),), inside=0
)


def example_words(nested: bool) -> tuple[list[int], list[list[str]]]:
    attributions = (OUTER, INNER) if nested else (OUTER,)
    story = GoldStory(name="port", text=TEXT, published=None, attributions=attributions, nested=nested)
    tokenizer = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
    (example,) = examples_of(story, tokenizer)
    return example.layers.tolist(), [[TAGS[tag] for tag in row] for row in example.tags]


def test_tags_around_each_cue() -> None:
    _, (outer, inner) = example_words(nested=True)
    assert outer == [
        *("B-content", *["I-content"] * 5),
        *("B-source", "B-cue", "O"),
        *("B-content", *["I-content"] * 6),
    ]
    assert inner == [*["O"] * 10, "B-source", "B-cue", "O", "B-content", "O", "O"]


def test_layers_of_a_corpus_with_an_inner_layer() -> None:
    layers, _ = example_words(nested=True)
    assert layers[7] == LAYERS.index("outer")
    assert layers[11] == LAYERS.index("inner")
    assert layers[0] == layers[12] == LAYERS.index("none")


def test_one_layer_leaves_the_words_inside_contents_open() -> None:
    layers, _ = example_words(nested=False)
    assert layers[0] == layers[11] == NOT_OUTER
    assert layers[6] == layers[8] == LAYERS.index("none")


def test_around_an_anchor_at_the_edge() -> None:
    story = GoldStory(name="port", text=TEXT, published=None, attributions=(OUTER,), nested=False)
    (example,) = examples_of(story, Tokenizer.from_file(str(BUNDLED / "tokenizer.json")))
    tags = around(example.tags[0], 7)
    assert tags[REACH] == TAGS.index("B-cue")
    assert tags[: REACH - 7].max() == 0
    assert tags[REACH + len(example.tags[0]) - 7 :].max() == 0
