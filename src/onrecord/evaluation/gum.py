"""A folder of GUM's CoNLL-U files -> GumDocument: its text, and every mention of every entity pinned to it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.analysis.types import Form
from onrecord.errors import GoldError
from onrecord.story.types import Span

NAMED_TYPES = ("person", "organization")
"""The entity types whose coreference is scored."""

_NAME_TAGS = {"NNP", "NNPS"}
_PRONOUN_TAGS = {"PRP", "PRP$", "WP", "WP$"}
_FIELDS = "GRP-etype-infstat-salience-centering-minspan-link-identity"
_BRACKET = re.compile(r"\([^()]+\)?|[^()]+\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class GumMention:
    """Words that refer to an entity, as GUM marks them (Zeldes 2017).

    entity: the document's number for what is meant. type: GUM's entity type ("person", "organization", "place",
    "event", "abstract", …). link: what joins it to the other mentions ("coref", "ana", "appos", "sgl", …).
    head: the words that a mention must hold to be this one (GUM's minimal span). form: by the tags of the head.
    words, head: spans in text order, never none.
    """

    entity: str
    type: str
    link: str
    form: Form
    words: tuple[Span, ...]
    head: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(start=self.words[0].start, end=self.words[-1].end)


@dataclass(frozen=True, slots=True, kw_only=True)
class GumDocument:
    """A document of GUM, its paragraphs parted by blank lines.

    name: the file's stem ("GUM_news_afghan"). genre: what stands between its first two underscores ("news").
    published: the day of its meta line dateCreated, None where that is not a whole day. words: every token of the
    text. mentions: in the order of their first words, the longer first where they begin together.
    """

    name: str
    genre: str
    text: str
    published: date | None
    words: tuple[Span, ...]
    mentions: tuple[GumMention, ...]

    def named(self) -> list[tuple[GumMention, ...]]:
        """The people and organisations with at least one proper name, each with all its mentions."""
        groups: dict[str, list[GumMention]] = defaultdict(list)
        for mention in self.mentions:
            groups[mention.entity].append(mention)
        return [
            tuple(group)
            for group in groups.values()
            if Counter(mention.type for mention in group).most_common(1)[0][0] in NAMED_TYPES
            and any(mention.form is Form.NAME for mention in group)
        ]


def read_gum(folder: Path, *, genre: str | None = None, names: Collection[str] | None = None) -> list[GumDocument]:
    """Read the folder's *.conllu files in the order of their names: all, or those of one genre, or those named.

    Raises GoldError where no document is left, or a file is not GUM's CoNLL-U.
    """
    paths = [
        path
        for path in sorted(folder.glob("*.conllu"))
        if (genre is None or _genre(path.stem) == genre) and (names is None or path.stem in names)
    ]
    if not paths:
        wanted = " of these names" if names is not None else ""
        wanted += f" of the genre {genre!r}" if genre else ""
        raise GoldError(f"{folder}: there is no document{wanted} in it; name a folder of GUM's .conllu files.")
    return [_read(path) for path in paths]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    """A word of the text with its tag, and the entities that open and close at it as GUM writes them."""

    span: Span
    tag: str
    entities: str


def _genre(name: str) -> str:
    return name.split("_")[1] if name.count("_") > 1 else ""


def _read(path: Path) -> GumDocument:
    lines = path.read_text(encoding="utf-8").split("\n")
    meta = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
    try:
        text, tokens = _lay_out(lines)
        mentions = _mentions(tokens, meta.get("global.Entity", _FIELDS).strip().split("-"))
    except (ValueError, LookupError) as error:
        raise GoldError(f"{path}: not CoNLL-U as GUM writes it ({error!r}).") from error
    return GumDocument(
        name=path.stem,
        genre=_genre(path.stem),
        text=text,
        published=_day(meta.get("meta::dateCreated", "")),
        words=tuple(token.span for token in tokens),
        mentions=mentions,
    )


def _lay_out(lines: Sequence[str]) -> tuple[str, list[_Token]]:
    """Join the tokens to the text as it was, paragraphs parted by a blank line."""
    text, gap = "", ""
    tokens: list[_Token] = []
    within, last = 0, 0  # of a contraction ("don't"): where its next word begins, its last word's number
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            gap = "\n\n" if text else ""
        if not line or line.startswith("#"):
            continue
        number, form, _, _, tag, *_, extra = line.split("\t")
        if "." in number:  # an ellipsis, which has no place in the text
            continue
        if "-" in number:
            text += gap
            within, last = len(text), int(number.split("-")[1])
            text += form
            gap = _gap(extra)
            continue
        if int(number) <= last:
            start = within
            end = within = min(start + len(form), len(text))
            if int(number) == last:
                end, last = len(text), 0
        else:
            text += gap
            start = len(text)
            text += form
            end = len(text)
            gap = _gap(extra)
        entities = re.search(r"(?:^|\|)Entity=([^|]*)", extra)
        tokens.append(_Token(span=Span(start=start, end=end), tag=tag, entities=entities[1] if entities else ""))
    return text, tokens


def _gap(extra: str) -> str:
    return "" if "SpaceAfter=No" in extra else " "


def _mentions(tokens: Sequence[_Token], fields: Sequence[str]) -> tuple[GumMention, ...]:
    """Match the brackets: "(4-person-…" opens a mention of entity 4, "4)" closes the last one that is open."""
    found: list[tuple[int, int, dict[str, str]]] = []
    still_open: dict[str, list[int]] = defaultdict(list)
    for place, token in enumerate(tokens):
        for bracket in _BRACKET.findall(token.entities):
            if bracket.startswith("("):
                values = dict(zip(fields, bracket.strip("()").split("-"), strict=False))
                if not bracket.endswith(")"):
                    still_open[values["GRP"]].append(len(found))
                found.append((place, place + 1, values))
            else:
                number = still_open[bracket[:-1]].pop()
                start, _, values = found[number]
                found[number] = start, place + 1, values
    if any(still_open.values()):
        raise ValueError("a mention is never closed")
    return tuple(_mention(tokens[start:end], values) for start, end, values in found)


def _mention(tokens: Sequence[_Token], values: dict[str, str]) -> GumMention:
    numbers = sorted(int(number) for number in values["minspan"].split(","))
    head = [tokens[number - 1] for number in numbers if number <= len(tokens)] or list(tokens)
    return GumMention(
        entity=values["GRP"],
        type=values["etype"],
        link=values["link"],
        form=_form([token.tag for token in head]),
        words=tuple(token.span for token in tokens),
        head=tuple(token.span for token in head),
    )


def _form(tags: Sequence[str]) -> Form:
    if _NAME_TAGS.intersection(tags):
        return Form.NAME
    return Form.PRONOUN if _PRONOUN_TAGS.issuperset(tags) else Form.DESCRIPTION


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
