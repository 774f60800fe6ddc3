"""ECB+ (Cybulska and Vossen 2014) -> profiles of who is named in each story, with their identity across stories."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from onrecord.analysis.naming import parse
from onrecord.analysis.roles import role_of
from onrecord.analysis.types import EntityKind
from onrecord.record.identity import Profile
from onrecord.record.identity.persons import gender_of
from onrecord.story.types import Span

_KINDS = {"HUMAN_PART_PER": EntityKind.PERSON, "HUMAN_PART_ORG": EntityKind.ORGANIZATION}
_PLACE = "LOC_GEO"
_CLOSING = frozenset({".", ",", ";", ":", "!", "?", ")", "'s", "’s", "'", "%", "n't"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A profile out of one story, with the topic of the story and the identity that the corpus gives it."""

    profile: Profile
    identity: str
    topic: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """A story's tokens joined into text, where each token stands, its markables, and the chains across stories."""

    id: str
    text: str
    markables: dict[str, tuple[str, Span]]
    chains: dict[str, list[str]]


def read_ecbplus(folder: Path, topics: Iterable[int]) -> list[Labelled]:
    """Return the profiles of all stories of the topics, in the order of topics and file names.

    A profile is made of the mentions of one entity in one story that are names. Who has none is left out, and who
    the corpus does not follow across stories is company only.
    """
    found: list[Labelled] = []
    for topic in topics:
        stories = [_read(path) for path in sorted((folder / str(topic)).glob("*.xml"))]
        small = frozenset(word for story in stories for word in re.findall(r"\b[^\W\d_A-Z]+\b", story.text))
        found += (labelled for story in stories for labelled in _labelled(story, topic, small))
    return found


def _read(path: Path) -> _Story:
    root = ElementTree.parse(path).getroot()
    text, places = _joined(root.iter("token"))
    markables: dict[str, tuple[str, Span]] = {}
    for markable in root.iterfind("Markables/*"):
        anchors = [places[anchor.attrib["t_id"]] for anchor in markable.iterfind("token_anchor")]
        if anchors:
            span = Span(start=min(one.start for one in anchors), end=max(one.end for one in anchors))
            markables[markable.attrib["m_id"]] = (markable.tag, span)
    chains: dict[str, list[str]] = defaultdict(list)
    for relation in root.iterfind("Relations/CROSS_DOC_COREF"):
        chains[relation.attrib["note"]] += (
            source.attrib["m_id"] for source in relation.iterfind("source") if source.attrib["m_id"] in markables
        )
    return _Story(id=path.stem, text=text, markables=markables, chains=dict(chains))


def _joined(tokens: Iterable[ElementTree.Element]) -> tuple[str, dict[str, Span]]:
    """Join the tokens, sentences in lines, and say where each stands."""
    text, places, sentence = "", {}, ""
    for token in tokens:
        word = token.text or ""
        if token.attrib["sentence"] != sentence:
            text, sentence = text + "\n", token.attrib["sentence"]
        elif word not in _CLOSING:
            text += " "
        places[token.attrib["t_id"]] = Span(start=len(text), end=len(text) + len(word))
        text += word
    return text, places


def _labelled(story: _Story, topic: int, small: frozenset[str]) -> Iterator[Labelled]:
    named: dict[str, tuple[EntityKind, list[Span]]] = {}
    for identity, mentions in story.chains.items():
        marked = [story.markables[mention] for mention in mentions]
        kinds = [_KINDS[tag] for tag, _ in marked if tag in _KINDS]
        spans = sorted((span for _, span in marked if _is_name(span.of(story.text), small)), key=lambda s: s.start)
        if kinds and spans:
            named[identity] = max(kinds, key=kinds.count), spans
    everybody = _everybody(story, small)
    places = [span.of(story.text) for tag, span in story.markables.values() if tag == _PLACE]
    for identity, (kind, spans) in named.items():
        names = tuple(dict.fromkeys(span.of(story.text) for span in spans))
        role = role_of(story.text, spans)
        profile = Profile(
            kind=kind,
            names=names,
            roles=(role,) if role else (),
            company=tuple(dict.fromkeys(name for span, name in everybody if span not in spans)),
            places=tuple(dict.fromkeys(places)),
            gender=gender_of(names) if kind is EntityKind.PERSON else None,
            stories=frozenset({story.id}),
        )
        yield Labelled(profile=profile, identity=identity, topic=topic)


def _everybody(story: _Story, small: frozenset[str]) -> list[tuple[Span, str]]:
    spans = (span for tag, span in story.markables.values() if tag in _KINDS)
    named = [(span, span.of(story.text)) for span in spans]
    return [(span, name) for span, name in named if _is_name(name, small)]


def _is_name(words: str, small: frozenset[str]) -> bool:
    """Whether a mention is a name: capitals, and no word that the topic's stories write small."""
    name = parse(words)
    own = [word for word in name.shown.split() if word[:1].isalpha()]
    if not own or not all(word[0].isupper() or len(word) < 4 for word in own):
        return False
    return any(len(word) > 1 and word.casefold() not in small and word[1] not in "'’" for word in own)
