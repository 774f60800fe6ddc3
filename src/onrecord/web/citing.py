"""A statement -> how to cite it: a line of text, BibTeX, JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from onrecord.analysis.types import TimeType
from onrecord.question.answers import Hit
from onrecord.showing.dates import datetime, phrased
from onrecord.showing.rows import row
from onrecord.showing.visible import visible

_SPECIAL = re.compile(r"[\\{}$&#_%~^]")
_NAMED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_PLAIN = {"person": "Person", "organization": "Organization"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The same statement cited in three ways."""

    plain: str
    bibtex: str
    jsonld: str


def cite(hit: Hit, url: str) -> Citation:
    """Cite a statement. url: its permalink, whole."""
    words = row(hit)
    speaker = visible(hit.speaker or str(words["source"] or "") or "Speaker not known")
    content = visible(str(words["content"]))
    title = visible(hit.headline or hit.source)
    day = hit.published.isoformat() if hit.published else None
    said = f", said {phrased(hit.said)}" if hit.said else ""
    story = ", ".join(part for part in (f"“{title}”", hit.publisher and visible(hit.publisher), day) if part)
    return Citation(
        plain=f"{speaker}{said}: “{_unquoted(content)}”. In: {story}. {url}",
        bibtex=_bibtex(hit, speaker, content, title, day, url),
        jsonld=_jsonld(hit, speaker, content, title, day, url),
    )


def _unquoted(words: str) -> str:
    return words.strip('"“”.,')


def _bibtex(hit: Hit, speaker: str, content: str, title: str, day: str | None, url: str) -> str:
    fields = {
        "author": f"{{{_tex(speaker)}}}",
        "title": f"{{{_tex(_unquoted(content))}}}",
        "booktitle": _tex(title),
        "publisher": _tex(visible(hit.publisher)) if hit.publisher else None,
        "date": day,
        "note": _tex(f"said {phrased(hit.said)}") if hit.said else None,
        "url": url,
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{onrecord-{hit.story}-{hit.statement},\n{lines}\n}}\n"


def _tex(words: str) -> str:
    return _SPECIAL.sub(lambda found: _NAMED.get(found[0], "\\" + found[0]), words)


def _jsonld(hit: Hit, speaker: str, content: str, title: str, day: str | None, url: str) -> str:
    article: dict[str, object] = {"@type": "NewsArticle", "headline": title, "identifier": hit.story}
    if day:
        article["datePublished"] = day
    if hit.publisher:
        article["publisher"] = {"@type": "Organization", "name": visible(hit.publisher)}
    quotation: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": url,
        "text": content,
        "isPartOf": article,
    }
    if hit.speaker:
        quotation["spokenByCharacter"] = {"@type": _PLAIN.get(hit.speaker_kind or "", "Thing"), "name": speaker}
    if hit.said and (moment := datetime(hit.said, TimeType.DATE)):
        quotation["dateCreated"] = moment
    return json.dumps(quotation, ensure_ascii=False, indent=2) + "\n"
