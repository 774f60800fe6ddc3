"""How fast copies are found in an archive, how many there are, and which edits of its stories are still told."""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean, quantiles

from bench.machine import machine, ours
from onrecord import Story, StoryError, read_stories
from onrecord.record.copies.bodies import body_of
from onrecord.record.copies.relating import Copy, CopyKind, keys, relation
from onrecord.story.composing import Slip, compose
from onrecord.story.paragraphs import paragraphs

RESULTS = Path(__file__).parent / "results"
SEED = 1987
EDITED = 60
"""The edits are made of stories with so many words or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two stories by their places in the archive, and what the second is to the first."""

    first: int
    second: int
    copy: Copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """How many edited stories shared a key with their origin, and how many were told as its copies."""

    name: str
    stories: int
    candidates: int
    told: int
    kinds: dict[str, int]


def main() -> None:
    """Measure all, then write results/copies.md and results/copies.json; or print pairs to be read."""
    parser = argparse.ArgumentParser(prog="python -m bench.copies", description=__doc__)
    parser.add_argument("archive", help="stories: a folder or a pattern, such as reuters21578/*.sgm")
    parser.add_argument("--edited", type=int, default=300, help="how many stories each edit is made of")
    parser.add_argument("--show", type=int, default=0, help="print so many random pairs with other words, and stop")
    parser.add_argument("--results", type=Path, default=RESULTS)
    arguments = parser.parse_args()
    stories = list(read_stories(arguments.archive, on_error=_left_out))
    begun = time.process_time()
    keyed = [keys(story) for story in stories]
    keying = time.process_time() - begun
    sharing = candidates(keyed)
    begun = time.process_time()
    pairs = list(told(stories, sharing))
    telling = time.process_time() - begun
    if arguments.show:
        show(stories, pairs, arguments.show)
        return
    figures = {
        "stories": len(stories),
        "words": sum(len(body_of(story).words) for story in stories),
        "keys a story": len(keyed[0]),
        "milliseconds a story for its keys": round(1000 * keying / len(stories), 3),
        "candidate pairs": len(sharing),
        **spread(len(stories), sharing),
        "milliseconds a candidate pair": round(1000 * telling / len(sharing), 3),
        "copies": dict(Counter(pair.copy.kind.value for pair in pairs)),
        "stories with a copy": len({place for pair in pairs for place in (pair.first, pair.second)}),
        **duplicates(stories, pairs),
    }
    edits = [asdict(edit) for edit in edited(stories, arguments.edited)]
    about = {"machine": machine(), "onrecord": ours()}
    arguments.results.mkdir(parents=True, exist_ok=True)
    written = {"about": about, "archive": figures, "edits": edits}
    (arguments.results / "copies.json").write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    text = report(figures, edits, about)
    (arguments.results / "copies.md").write_text(text, encoding="utf-8")
    print(text)


def candidates(keyed: Sequence[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Return the pairs of stories that share a key, by their places."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, found in enumerate(keyed):
        for key in found:
            places[key].append(place)
    return sorted({(a, b) for group in places.values() for n, a in enumerate(group) for b in group[n + 1 :]})


def told(stories: Sequence[Story], sharing: Sequence[tuple[int, int]]) -> Iterator[Pair]:
    """Yield the candidate pairs that are copies."""
    for first, second in sharing:
        if copy := relation(stories[first], stories[second]):
            yield Pair(first=first, second=second, copy=copy)


def spread(stories: int, sharing: Sequence[tuple[int, int]]) -> dict[str, float]:
    """Return how many candidates a story has: mean, quantiles, most."""
    counts = Counter(place for pair in sharing for place in pair)
    numbers = [counts[place] for place in range(stories)]
    cuts = quantiles(numbers, n=100, method="inclusive")
    return {
        "candidates a story, mean": round(mean(numbers), 2),
        "candidates a story, median": cuts[49],
        "candidates a story, 90th percentile": cuts[89],
        "candidates a story, 99th percentile": cuts[98],
        "candidates a story, most": max(numbers),
    }


def duplicates(stories: Sequence[Story], pairs: Sequence[Pair]) -> dict[str, int]:
    """Count the groups of stories with the same headline and body, and those of them told whole."""
    groups: dict[tuple[str | None, tuple[str, ...]], list[int]] = defaultdict(list)
    for place, story in enumerate(stories):
        groups[story.headline, body_of(story).words].append(place)
    found = {(pair.first, pair.second) for pair in pairs}
    same = [group for group in groups.values() if len(group) > 1]
    whole = sum(all((a, b) in found for n, a in enumerate(group) for b in group[n + 1 :]) for group in same)
    return {"groups of exact duplicates": len(same), "of them told whole": whole}


def edited(stories: Sequence[Story], count: int) -> Iterator[Edit]:
    """Make each edit of the same random stories, published the same day, and look whether it is told."""
    chance = random.Random(SEED)
    long = [story for story in stories if len(body_of(story).words) >= EDITED and _is_prose(story)]
    chosen = chance.sample(long, count)
    others = chance.sample(long, count)
    for name, edit in EDITS.items():
        shared, kinds = 0, Counter[str]()
        for story, other in zip(chosen, others, strict=True):
            text, headline = edit(story, other, chance)
            slip = Slip(published=story.published, headline=headline, publisher=story.publisher)
            version = compose(text, "edited", slip)
            if not set(keys(story)).isdisjoint(keys(version)):
                shared += 1
                copy = relation(story, version)
                kinds[copy.kind if copy else "none"] += 1
        yield Edit(name=name, stories=count, candidates=shared, told=shared - kinds["none"], kinds=dict(kinds))


def _is_prose(story: Story) -> bool:
    body = body_of(story)
    return sum(word in body.figures for word in body.words) < 0.15 * len(body.words)


_Edit = Callable[[Story, Story, random.Random], tuple[str, str | None]]
"""A story, another one, chance -> the text and the headline of a version."""


def _cut(share: float) -> _Edit:
    """The first words of the body, up to the end of a sentence where one is near."""

    def edit(story: Story, other: Story, chance: random.Random) -> tuple[str, str | None]:
        end = int(share * len(story.text))
        stop = re.search(r"\.\s", story.text[end : end + 80])
        return story.text[: end + stop.end() if stop else end], story.headline

    return edit


def _pieces(story: Story) -> list[str]:
    return [span.of(story.text) for span in paragraphs(story.text)]


def _joined(pieces: Sequence[str]) -> str:
    return "\n    ".join(pieces)


def _added(story: Story, other: Story, chance: random.Random) -> tuple[str, str | None]:
    pieces = _pieces(story)
    at = chance.randrange(1, len(pieces) + 1)
    return _joined([*pieces[:at], chance.choice(_pieces(other)), *pieces[at:]]), story.headline


def _removed(story: Story, other: Story, chance: random.Random) -> tuple[str, str | None]:
    pieces = _pieces(story)
    if len(pieces) > 1:
        del pieces[chance.randrange(len(pieces))]
    return _joined(pieces), story.headline


def _reordered(story: Story, other: Story, chance: random.Random) -> tuple[str, str | None]:
    pieces = _pieces(story)
    chance.shuffle(pieces)
    return _joined(pieces), story.headline


def _new_lead(story: Story, other: Story, chance: random.Random) -> tuple[str, str | None]:
    return _joined([_pieces(other)[0], *_pieces(story)]), story.headline


def _headline(story: Story, other: Story, chance: random.Random) -> tuple[str, str | None]:
    return story.text, other.headline


def _respelt(story: Story, other: Story, chance: random.Random) -> tuple[str, str | None]:
    """Two of its names with another letter, wherever they stand."""
    names = sorted(name for name in body_of(story).names if name.isalpha() and len(name) > 4)
    text = story.text
    for name in chance.sample(names, min(2, len(names))):
        text = re.sub(rf"\b{name}\b", lambda found: f"{found[0][:3]}h{found[0][4:]}", text, flags=re.IGNORECASE)
    return text, story.headline


def _counted(share: float) -> _Edit:
    """A share of its figures, one at least, with other digits."""

    def edit(story: Story, other: Story, chance: random.Random) -> tuple[str, str | None]:
        figures = sorted(body_of(story).figures)
        changed = set(chance.sample(figures, max(1, round(share * len(figures))))) if figures else set()

        def other_digits(found: re.Match[str]) -> str:
            if found[0].lower() not in changed:
                return found[0]
            return re.sub(r"\d", lambda digit: str((int(digit[0]) + 3) % 10), found[0])

        return re.sub(r"\d+(?:[.,:/]\d+)+|\w+", other_digits, story.text), story.headline

    return edit


def _rewritten(share: float) -> _Edit:
    """A share of its sentences left out, each for one of the other story."""

    def edit(story: Story, other: Story, chance: random.Random) -> tuple[str, str | None]:
        own, foreign = (re.split(r"(?<=\.)\s+", each.text) for each in (story, other))
        for place in chance.sample(range(len(own)), round(share * len(own))):
            own[place] = foreign[place % len(foreign)]
        return " ".join(own), story.headline

    return edit


EDITS: dict[str, _Edit] = {
    "cut to its first half": _cut(1 / 2),
    "cut to its first third": _cut(1 / 3),
    "a paragraph added": _added,
    "a paragraph removed": _removed,
    "paragraphs in any order": _reordered,
    "another first paragraph before it": _new_lead,
    "another headline": _headline,
    "two names respelt": _respelt,
    "a figure in ten updated": _counted(1 / 10),
    "three figures in ten updated": _counted(3 / 10),
    "a sentence in four replaced": _rewritten(1 / 4),
}


def show(stories: Sequence[Story], pairs: Sequence[Pair], count: int) -> None:
    """Print random pairs whose words differ, for a reader to judge whether each is one story."""
    other = [pair for pair in pairs if pair.copy.kind not in (CopyKind.SAME, CopyKind.REHEADLINED)]
    for number, pair in enumerate(random.Random(SEED).sample(other, min(count, len(other))), start=1):
        print(f"=== {number}: {pair.copy}")
        for story in (stories[pair.first], stories[pair.second]):
            print(f"--- {story.source} {story.published} {story.headline}\n{story.text}")


def report(figures: dict[str, object], edits: Sequence[dict[str, object]], about: dict[str, str]) -> str:
    """The tables in Markdown."""
    lines = [
        "# Copies",
        "",
        "Every story of the archive against every other that shares a key with it.",
        "",
        "| | |",
        "|---|--:|",
        *(f"| {name} | {_printed(value)} |" for name, value in figures.items()),
        "",
        f"Edits of stories of {EDITED} words or more, no tables: how many of them share a key with the story that",
        "they were made of, how many are told as its copy, and as which.",
        "",
        "| edit | stories | share a key | told | as |",
        "|---|--:|--:|--:|---|",
    ]
    for edit in edits:
        name, count, shared, found, kinds = edit.values()
        lines.append(f"| {name} | {count} | {shared} | {found} | {_printed(kinds)} |")
    return "\n".join([*lines, "", *(f"- {key}: {value}" for key, value in about.items())]) + "\n"


def _printed(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{count} {kind}" for kind, count in value.items())
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _left_out(error: StoryError) -> None:
    """Go on without a story that cannot be read."""


if __name__ == "__main__":
    main()
