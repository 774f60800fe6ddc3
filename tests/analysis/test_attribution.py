from __future__ import annotations

from onrecord.analysis import Engine
from onrecord.story.composing import compose

STORY = """Minister denies shutting the old port

By Ada Holm

PORT HALDEN, March 3 (NWA) - Transport Minister Piet Vale said on Monday that the port would stay open.

“Nobody is shutting anything,” Vale said.

(Reporting by Ada Holm; Editing by Joss Peregrin)
"""


def test_no_statement_leaves_its_part_of_the_story(engine: Engine) -> None:
    story = compose(STORY, "desk")
    assert {part.kind.value for part in story.parts} == {"headline", "byline", "dateline", "credit"}
    analysis = engine.analyse(story)
    assert len(analysis.statements) >= 2
    headline = STORY.index("\n")
    for statement in analysis.statements:
        spans = (*statement.source, *statement.cue, *statement.content)
        pieces = " ".join(span.of(STORY) for span in spans)
        assert "Ada Holm" not in pieces
        assert "NWA" not in pieces
        assert all(span.end <= headline for span in spans) or all(span.start > headline for span in spans)
