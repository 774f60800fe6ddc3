"""Gold quotations -> pairs edited by rule and pairs that only look alike -> how many of each are taken for one.

The rules are what editors do to a quotation: cut it, splice it, change a word, change the marks. The pairs that
look alike are other quotations of one source in one story, the most similar ones of other stories, and phrases that
everybody uses. All are made from the quotations of one half of the stories.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

from onrecord.analysis.quotation import quotations
from onrecord.evaluation.gold import read_gold
from onrecord.record.wording.comparing import compare
from onrecord.record.wording.quoted import quoted
from onrecord.record.wording.shingles import keys

HALVES = ("develop", "report")
_EACH = 20
"""Pairs of each rule; ten rules make 200."""

_LEAST = 8
"""A quotation of fewer words leaves editors little to do."""

_ALIKE = 150
"""Pairs that look alike, of each kind."""

_REPEATED = 6
"""Quotations that share so many words in a row may be the same utterance, so they are no pairs that look alike."""

_PHRASES = (
    *("We are very pleased with the result.", "We are very pleased with the decision.", "We have no comment."),
    *("I have no comment on that at this time.", "We're looking into it and have no further comment."),
    *("It is a great day for our country.", "It was a great day for the team.", "This is a sad day for all of us."),
    *("This is a very sad day for the whole family.", "We strongly deny all of these allegations."),
    *("I strongly deny the allegations against me.", "We will continue to monitor the situation closely."),
    *("We are monitoring the situation very closely.", "Our thoughts and prayers are with the families."),
    *("Our thoughts are with the victims tonight.", "We are confident that we will win in November."),
    *("I am confident that the court will agree.", "There is still a lot of work to do."),
    *("There is a lot of work ahead of us.", "I think it would be a mistake to speculate."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A quotation of a story, and the words for its source."""

    story: str
    source: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two quotations and what they are: the rule by which b was made from a, or how they look alike."""

    what: str
    a: str
    b: str


def main() -> None:
    """Print the table for one half of a folder in PolNeAR's format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="a folder in PolNeAR's format")
    parser.add_argument("--half", choices=HALVES, default="report", help="which stories (default: %(default)s)")
    parser.add_argument("--show", action="store_true", help="print the pairs that were judged wrongly")
    arguments = parser.parse_args()
    printed = list(read_quotations(arguments.gold, arguments.half))
    print(f"{len(printed):,} quotations of the half to {arguments.half}\n")
    edited, alike = list(edits(printed)), list(look_alikes(printed))
    print(report(edited, alike))
    if arguments.show:
        for pair in (*edited, *alike):
            if (compare(pair.a, pair.b) is None) == (pair in edited):
                print(f"\n{pair.what}\n  {pair.a}\n  {pair.b}")


def read_quotations(gold: Path, half: str) -> Iterator[Printed]:
    """Yield the quotations of the stories of one half; a story's half depends on its name alone."""
    for story in read_gold(gold):
        if HALVES[hashlib.sha256(story.name.encode()).digest()[0] % 2] != half:
            continue
        marks = list(quotations(story.text))
        for attribution in story.attributions:
            if words := quoted(story.text, attribution.content, marks):
                source = " ".join(span.of(story.text) for span in attribution.source)
                yield Printed(story=story.name, source=source, words=words)


def edits(printed: Sequence[Printed]) -> Iterator[Pair]:
    """Yield pairs made by each rule from quotations drawn at random, the same ones on every run."""
    chance = random.Random(1)
    long = [p.words for p in printed if len(p.words.split()) >= _LEAST]
    for what, rule in RULES.items():
        for words in chance.sample(long, min(_EACH, len(long))):
            yield Pair(what=what, a=words, b=" ".join(rule(words.split(), chance, long)))


Rule = Callable[[list[str], random.Random, Sequence[str]], list[str]]


def _marks(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    text = " ".join(words).replace("’", "'").replace(", ", " - ").replace("n't ", " not ").replace("'re ", " are ")
    return text.rstrip(".,!?").upper().split() if chance.random() < 0.2 else (text[0].lower() + text[1:]).split()


def _opening(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    return words[: chance.randint(len(words) // 3 + 1, len(words) - 1)]


def _ending(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    return words[-chance.randint(len(words) // 3 + 1, len(words) - 1) :]


def _phrase(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    length = chance.randint(4, 7)
    first = chance.randint(0, len(words) - length)
    return words[first : first + length]


def _left_out(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    first = chance.randint(2, len(words) - 4)
    last = chance.randint(first + 1, min(len(words) - 2, first + len(words) // 2))
    return [*words[:first], "...", *words[last:]]


def _spliced(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    half = len(words) // 2
    first, second = chance.randint(0, half - 3), chance.randint(half, len(words) - 3)
    return [*words[first : first + chance.randint(3, 6)], *words[second : second + chance.randint(3, 6)]]


def _changed(words: list[str], chance: random.Random, others: Sequence[str]) -> list[str]:
    at = chance.choice([i for i, word in enumerate(words) if len(word) > 4] or range(len(words)))
    other = chance.choice([word for word in chance.choice(others).split() if len(word) > 3 and word != words[at]])
    return [*words[:at], other, *words[at + 1 :]]


def _changed_twice(words: list[str], chance: random.Random, others: Sequence[str]) -> list[str]:
    return _changed(_changed(words, chance, others), chance, others)


def _named(words: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    pronouns = [
        i for i, word in enumerate(words) if word.lower() in {"he", "she", "it", "they", "that", "this", "we"}
    ]
    at = chance.choice(pronouns or [0])
    return [*words[:at], chance.choice(["[the minister]", "[the Halden plan]"]), *words[at + 1 :]]


def _cut_and_changed(words: list[str], chance: random.Random, others: Sequence[str]) -> list[str]:
    length = chance.randint(max(6, len(words) // 3), len(words))
    first = chance.randint(0, len(words) - length)
    return _changed(words[first : first + length], chance, others)


RULES: dict[str, Rule] = {
    "marks, capitals, contractions": _marks,
    "the opening alone": _opening,
    "the ending alone": _ending,
    "four to seven words of it": _phrase,
    "words left out within": _left_out,
    "two pieces spliced": _spliced,
    "one word changed": _changed,
    "two words changed": _changed_twice,
    "a name in brackets": _named,
    "cut and one word changed": _cut_and_changed,
}


def look_alikes(printed: Sequence[Printed]) -> Iterator[Pair]:
    """Yield pairs of different utterances: of one source, alike across stories, and phrases of everybody."""
    chance = random.Random(2)
    yield from _of("one source in one story", _same_source(printed), chance)
    yield from _of("alike, of other stories", _most_alike(printed), None)
    yield from (Pair(what="everybody's phrases", a=a, b=b) for a, b in combinations(_PHRASES, 2))


def _of(what: str, found: Iterator[tuple[str, str]], chance: random.Random | None) -> Iterator[Pair]:
    apart = [(a, b) for a, b in found if not _repeats(_plain(a), _plain(b))]
    for a, b in chance.sample(apart, min(_ALIKE, len(apart))) if chance else apart[:_ALIKE]:
        yield Pair(what=what, a=a, b=b)


def _same_source(printed: Sequence[Printed]) -> Iterator[tuple[str, str]]:
    by_source = defaultdict(list)
    for p in printed:
        if p.source and len(p.words.split()) >= 3:
            by_source[p.story, p.source].append(p.words)
    for together in by_source.values():
        yield from pairwise(together)


def _most_alike(printed: Sequence[Printed]) -> Iterator[tuple[str, str]]:
    """Yield quotations of different stories by how many longer words they share, the most first."""
    holding = defaultdict(list)
    for number, p in enumerate(printed):
        for word in {word for word in _plain(p.words) if len(word) > 4}:
            holding[word].append(number)
    shared = Counter(pair for numbers in holding.values() if len(numbers) < 50 for pair in combinations(numbers, 2))
    for (one, other), _ in shared.most_common():
        if printed[one].story != printed[other].story:
            yield printed[one].words, printed[other].words


def _repeats(a: list[str], b: list[str]) -> bool:
    """Whether one has a run of words of the other, or all of a short one."""
    length = min(_REPEATED, len(a), len(b))
    runs = {tuple(a[i : i + length]) for i in range(len(a) - length + 1)}
    return any(tuple(b[i : i + length]) in runs for i in range(len(b) - length + 1))


def _plain(words: str) -> list[str]:
    return re.findall(r"\w+", words.lower())


def report(edited: Sequence[Pair], alike: Sequence[Pair]) -> str:
    """The tables in Markdown."""
    lines = ["| rule | pairs | a key in common | taken for one | as |", "|---|--:|--:|--:|---|"]
    lines += _rows(edited)
    lines += ["", "| looks alike | pairs | a key in common | taken for one | as |", "|---|--:|--:|--:|---|"]
    lines += _rows(alike)
    right = sum(_found(pair) for pair in edited)
    wrong = sum(_found(pair) for pair in alike)
    lines += ["", f"precision {right / max(1, right + wrong):.1%}, recall {right / len(edited):.1%}"]
    return "\n".join(lines)


def _rows(pairs: Sequence[Pair]) -> Iterator[str]:
    for what in dict.fromkeys(pair.what for pair in pairs):
        these = [pair for pair in pairs if pair.what == what]
        keyed = sum(not set(keys(pair.a)).isdisjoint(keys(pair.b)) for pair in these)
        relations = Counter(w.relation.value for pair in these if (w := compare(pair.a, pair.b)))
        kinds = ", ".join(f"{count} {relation}" for relation, count in relations.most_common())
        found = sum(_found(pair) for pair in these)
        lines = f"| {what} | {len(these)} | {keyed} | {found} | {kinds} |"
        yield lines


def _found(pair: Pair) -> bool:
    """Whether the record would take them for one: a key in common, and alike enough."""
    return not set(keys(pair.a)).isdisjoint(keys(pair.b)) and compare(pair.a, pair.b) is not None


if __name__ == "__main__":
    main()
