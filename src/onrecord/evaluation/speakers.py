"""Speakers found against gold ones -> how many are right, by how the gold source refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.analysis.types import Entity, EntityKind, Form
from onrecord.evaluation.attributions import Attribution, align, role_words
from onrecord.evaluation.gold import GoldAttribution, GoldSpeaker, GoldStory

FORMS = (*(form.value for form in Form), "missing")
"""How a gold source refers: as one of Form, or there is none."""

_NAMED = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE)
_PHRASED = (EntityKind.GROUP, EntityKind.DOCUMENT, EntityKind.UNNAMED)
_PRONOUN = re.compile(
    r"I|[Mm](?:e|y|ine|yself)|[Ww]e|[Uu]s|[Oo]ur(?:s|selves)?|[Yy]ou(?:r|rs|rself|rselves)?"
    r"|[Hh](?:e|im|is|imself)|[Ss]he|[Hh]er(?:s|self)?|[Ii]t(?:s|self)?|[Tt]he(?:y|m|ir|irs|mselves)"
    r"|[Ww]h(?:o|om|ose|ich)|[Tt]h(?:at|is|ese|ose)"
)
_ARTICLE = re.compile(r"(?:the|an?) ")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_SMALL = re.compile(
    r"an?|and|at|bin|da|del?|der|di|for|in|la|le|of|on|the|to|van|von|(?:al|el|ul)(?:-.+)?",
)


class Spoken(Attribution, Protocol):
    """Whatever has the three roles and the id of its speaker: a Statement."""

    @property
    def speaker(self) -> str | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerScore:
    """marked: gold attributions with a speaker. found: those aligned with a statement. right: so is the speaker."""

    marked: int
    found: int
    right: int

    @property
    def share(self) -> float:
        """The right ones of those found, in per cent."""
        return round(100 * self.right / self.found, 1) if self.found else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerCase:
    """A gold attribution with a speaker: its number in the story, the form of its source, and what was found.

    right: None where no statement was aligned with it.
    """

    number: int
    form: str
    right: bool | None


def score(stories: Iterable[tuple[GoldStory, Sequence[Spoken], Sequence[Entity]]]) -> dict[str, SpeakerScore]:
    """Score (gold, statements found, entities found) triples: "all" and each of FORMS -> its score."""
    every = [case for gold, found, entities in stories for case in cases(gold, found, entities)]
    groups = {"all": every, **{form: [case for case in every if case.form == form] for form in FORMS}}
    return {
        name: SpeakerScore(
            marked=len(group),
            found=sum(case.right is not None for case in group),
            right=sum(case.right is True for case in group),
        )
        for name, group in groups.items()
    }


def cases(gold: GoldStory, found: Sequence[Spoken], entities: Sequence[Entity]) -> list[SpeakerCase]:
    """Judge the speaker of each gold attribution that has one; all layers are aligned in one go."""
    by_id = {entity.id: entity for entity in entities}
    pairs = align(role_words(gold.text, gold.attributions), role_words(gold.text, found))
    aligned = {ours: found[theirs].speaker for ours, theirs, _ in pairs}
    result = []
    for number, attribution in enumerate(gold.attributions):
        if attribution.speaker is not None:
            right = None
            if number in aligned:
                speaker = aligned[number]
                entity = by_id.get(speaker) if speaker is not None else None
                right = is_right(attribution.speaker, entity, gold.text)
            result.append(SpeakerCase(number=number, form=source_form(gold.text, attribution), right=right))
    return result


def is_right(speaker: GoldSpeaker, entity: Entity | None, text: str) -> bool:
    """Whether the entity, None for nobody, is the gold speaker.

    It is where its name, or a mention of it that is a name, is the gold name or an alias: equal but for case,
    space, a leading article and a trailing possessive. What goes without a name of its own (a group, a document,
    an unnamed source) may be told by any mention.
    """
    if entity is None or speaker.nobody:
        return entity is None and speaker.nobody
    names = [mention.span.of(text) for mention in entity.mentions if _tells(mention.form, speaker.kind)]
    if entity.name is not None:
        names.append(entity.name)
    wanted = {_plain(name) for name in (speaker.name, *speaker.aliases) if name}
    return not wanted.isdisjoint(map(_plain, names))


def source_form(text: str, attribution: GoldAttribution) -> str:
    """How the source refers to the gold speaker: one of FORMS.

    A pronoun is told by its words. A name is a source of a person, an organisation or a place that holds a proper
    name of it, or a person's surname; all else is a description.
    """
    if not attribution.source:
        return "missing"
    source = " ".join(span.of(text) for span in attribution.source)
    if all(map(_PRONOUN.fullmatch, re.findall(r"\w+", source))):
        return Form.PRONOUN
    speaker = attribution.speaker
    if speaker is None or speaker.kind not in _NAMED:
        return Form.DESCRIPTION
    names = [_bare(name) for name in (speaker.name, *speaker.aliases) if name]
    names = [name for name in names if _is_proper(name)]
    if speaker.kind == EntityKind.PERSON and speaker.name and _is_proper(speaker.name):
        names.append(speaker.name.split()[-1])
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", " ".join(source.split())) for name in names):
        return Form.NAME
    return Form.DESCRIPTION


def _tells(form: Form, kind: str) -> bool:
    return form is Form.NAME or kind in _PHRASED


def _plain(name: str) -> str:
    """The name without what does not count: case, space, a leading article, a trailing possessive."""
    folded = _POSSESSIVE.sub("", " ".join(name.split()).casefold())
    return _ARTICLE.sub("", folded, count=1) if _ARTICLE.match(folded) else folded


def _bare(name: str) -> str:
    """The name without a leading article, its case kept."""
    words = name.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].casefold() in ("the", "a", "an") else words)


def _is_proper(name: str) -> bool:
    """Whether it is written as a proper name: every word of it but the small ones with a capital or a digit."""
    words = name.split()
    return any(word[0].isupper() for word in words) and all(
        not word[0].islower() or _SMALL.fullmatch(word) for word in words
    )
