"""What the network says of a story -> its Analysis: statements with their speakers and days, entities, times."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.acts import act_of
from onrecord.analysis.carrying import continuations
from onrecord.analysis.confidence import Calibration
from onrecord.analysis.entities import Cast
from onrecord.analysis.kind import kind_of
from onrecord.analysis.linking import Link
from onrecord.analysis.quotation import quotations
from onrecord.analysis.reading import Reading
from onrecord.analysis.saying import said_of
from onrecord.analysis.speakers import speakers_of
from onrecord.analysis.times import times_of
from onrecord.analysis.types import Analysis, EngineVersion, Entity, Statement
from onrecord.story.paragraphs import paragraphs
from onrecord.story.sentences import sentence_starts
from onrecord.story.types import Span, Story


def analysis_of(
    story: Story, reading: Reading, link: Link, calibration: Calibration, version: EngineVersion
) -> Analysis:
    """Put together what was read of a story; linear in its length."""
    text = story.text
    whole = list(paragraphs(text))
    starts = sentence_starts(text, whole)
    cast = Cast(text, reading, link)
    speakers = speakers_of(text, reading, cast, starts)
    entities, ids = cast.entities(s.member for s in speakers if s.member is not None)
    times = times_of(text, story.published, story.parts, reading.times)
    said = said_of(reading.attributions, times, starts, story.published)
    quoted = list(quotations(text))
    mentioned = _Mentioned(entities)
    made = [
        Statement(
            id=f"s{number}",
            kind=kind_of(text, attribution.content, quoted),
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            carried=None,
            inside=None if attribution.inside is None else f"s{attribution.inside}",
            confidence=round(calibration.confidence(attribution.roles), 3),
            speaker=None if speaker.member is None else ids[speaker.member],
            unresolved=speaker.unresolved,
            act=act_of(attribution.roles.acts),
            said=when,
            about=mentioned.within(attribution.content),
        )
        for number, (attribution, speaker, when) in enumerate(
            zip(reading.attributions, speakers, said, strict=True)
        )
    ]
    for further in continuations(text, whole, quoted, reading.attributions):
        before = made[further.carried]
        content = (further.content,)
        made.append(
            replace(
                before,
                id=f"s{len(made)}",
                kind=kind_of(text, content, quoted),
                source=(),
                cue=(),
                content=content,
                carried=before.id,
                inside=None,
                about=mentioned.within(content),
            )
        )
    made.sort(key=lambda statement: (statement.start, int(statement.id[1:])))
    return Analysis(story=story, statements=tuple(made), engine=version, entities=entities, times=times)


class _Mentioned:
    """The entities' mentions, to be asked which lie within a stretch of the text."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        found = sorted((m.span.start, m.span.end, entity.id) for entity in entities for m in entity.mentions)
        self._found = found
        self._starts = [start for start, _, _ in found]

    def within(self, pieces: Sequence[Span]) -> tuple[str, ...]:
        """The ids of the entities mentioned there, in text order, each once."""
        ids: dict[str, None] = {}
        for piece in pieces:
            low, high = bisect_left(self._starts, piece.start), bisect_left(self._starts, piece.end)
            ids |= {name: None for _, end, name in self._found[low:high] if end <= piece.end}
        return tuple(ids)
