"""Gold annotations on disk -> GoldStory: PolNeAR's brat standoff, and JSON lines of labelled wire stories."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import GoldError
from onrecord.story.types import Span

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpeaker:
    """Who makes a statement, as a reader of the whole story says it.

    kind: an EntityKind's value; "none" where nobody is meant, "author" where the story itself speaks. name: the
    fullest name or phrase that the story has, None for nobody. aliases: what else the story calls it. carried:
    whether the statement itself has no source, and the speaker is known from what stands around it.
    """

    kind: str
    name: str | None
    aliases: tuple[str, ...] = ()
    carried: bool = False

    @property
    def nobody(self) -> bool:
        """Whether there is no entity of the story to find."""
        return self.kind in ("none", "author")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAttribution:
    """One attribution as people marked it; `inside` is the index of the outermost one whose content holds it.

    speaker: who makes it, None where the gold does not say.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: int | None = None
    speaker: GoldSpeaker | None = None

    def role(self, name: str) -> tuple[Span, ...]:
        """The spans of one of ROLES."""
        if name not in ROLES:
            raise ValueError(f"{name!r} is not one of {', '.join(ROLES)}")
        spans: tuple[Span, ...] = getattr(self, name)
        return spans


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStory:
    """A story and its attributions. nested: whether attributions within contents were marked as well."""

    name: str
    text: str
    published: str | None
    attributions: tuple[GoldAttribution, ...]
    nested: bool


def read_gold(path: Path) -> list[GoldStory]:
    """Read a folder in PolNeAR's format (text/NAME.txt, attributions/NAME_XXXX.ann) or a file of JSON lines.

    Where a story has several annotators, the first file in name order is the gold.
    Raises GoldError where `path` is neither, or holds no story.
    """
    if path.is_file():
        stories = list(_read_lines(path))
    elif (path / "text").is_dir() and (path / "attributions").is_dir():
        stories = list(_read_standoff_folder(path))
    else:
        raise GoldError(
            f"{path}: gold attributions are a folder with text/ and attributions/ in it (PolNeAR's format)"
            " or a JSON lines file with text and attributions in each object; this is neither."
        )
    if not stories:
        raise GoldError(f"{path}: there is no story in it.")
    return stories


def _read_lines(path: Path) -> Iterator[GoldStory]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                item = json.loads(line)
                yield GoldStory(
                    name=item["source"],
                    text=item["text"],
                    published=item.get("published"),
                    attributions=tuple(
                        GoldAttribution(
                            source=_spans(attribution["source"]),
                            cue=_spans(attribution["cue"]),
                            content=_spans(attribution["content"]),
                            inside=attribution["inside"],
                            speaker=_speaker(attribution.get("speaker")),
                        )
                        for attribution in item["attributions"]
                    ),
                    nested=True,
                )
            except (ValueError, KeyError, TypeError) as error:
                raise GoldError(f"{path}, line {number}: not a labelled story ({error!r}).") from error


def _read_standoff_folder(folder: Path) -> Iterator[GoldStory]:
    files = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        files[re.sub(r"_[0-9a-f]{4}$", "", path.stem)].append(path)
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        attributions = _read_standoff(files[path.stem][0]) if files[path.stem] else ()
        day = re.search(r"_(\d{4}-\d\d-\d\d)_", path.stem)
        yield GoldStory(
            name=path.stem,
            text=text,
            published=day[1] if day else None,
            attributions=tuple(attributions),
            nested=False,
        )


def _read_standoff(path: Path) -> tuple[GoldAttribution, ...]:
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not re.match(r"[TE]\d+\t", line):
            continue
        key, value = line.split("\t")[:2]
        try:
            if key[0] == "T":
                places = value.split(" ", 1)[1].split(";")
                spans[key] = [(int(a), int(b)) for a, b in (p.split() for p in places)]
            else:
                events.append(value)
        except (ValueError, IndexError) as error:
            raise GoldError(f"{path}, line {number}: not brat standoff ({line[:80]!r}).") from error
    attributions = []
    for value in events:  # an E line may stand before the T lines that it joins
        roles: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for part in value.split():
            name, target = part.split(":")
            name = re.sub(r"\d+$", "", name).lower()
            if name in roles:
                roles[name] += spans[target]
        attributions.append(
            GoldAttribution(
                source=_spans(roles["source"]), cue=_spans(roles["cue"]), content=_spans(roles["content"])
            )
        )
    return tuple(attributions)


def _speaker(item: Mapping[str, Any] | None) -> GoldSpeaker | None:
    if item is None:
        return None
    return GoldSpeaker(
        kind=str(item["kind"]),
        name=item["name"] or None,
        aliases=tuple(item.get("aliases", ())),
        carried=bool(item.get("carried", False)),
    )


def _spans(places: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    return tuple(Span(start=a, end=b) for a, b in sorted(tuple(place) for place in places))
