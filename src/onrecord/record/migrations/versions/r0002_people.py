"""People across stories, and what people judged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.record.people.placing import place_all
from onrecord.record.schema import Moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    _people()
    _judgements()
    for table, column, target in _REFERENCES:
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} INTEGER CONSTRAINT {table}_{column} REFERENCES {target}"
        )
    for column in ("folded", "grouped", "person"):
        op.create_index(f"entities_by_{column}", "entities", [column])
    for view, asked in _VIEWS.items():
        op.execute(f"CREATE VIEW {view} AS {asked}")


_VIEWS = {
    "who_said_what": """
        SELECT stories.id || '/' || statements.id AS permalink, coalesce(people.name, entities.name) AS speaker,
            entities.kind AS speaker_kind, entities.role, statements.kind, statements.act, statements.source,
            statements.cue, statements.content, statements.said, stories.published, stories.publisher,
            stories.headline, stories.id AS story, statements.confidence
        FROM statements JOIN stories ON statements.story = stories.number
            LEFT JOIN entities ON statements.speaker = entities.number
            LEFT JOIN people ON entities.person = people.number
        WHERE statements.copy_of IS NULL AND statements.rejected_by IS NULL""",
    "who_is_who": """
        SELECT people.number AS person, people.name, people.kind, entities.name AS called, entities.role,
            stories.id AS story, stories.published, stories.publisher, stories.headline
        FROM entities JOIN people ON entities.person = people.number
            JOIN stories ON entities.story = stories.number""",
}
"""What a person who opens the record in another program wants to read: no numbers that point elsewhere."""


def fill(connection: sa.Connection) -> None:
    """Find who is who in the stories that are there."""
    connection.execute(sa.text("INSERT INTO names SELECT DISTINCT folded FROM entities WHERE folded IS NOT NULL"))
    place_all(connection)


_REFERENCES = (
    ("entities", "grouped", "people (number)"),
    ("entities", "person", "people (number)"),
    ("statements", "found_speaker", "entities (number)"),
    ("statements", "speaker_by", "judgements (number)"),
    ("statements", "rejected_by", "judgements (number)"),
    ("statements", "added_by", "judgements (number)"),
)


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("profile", sa.JSON, nullable=False),
        sa.Column("merged_into", sa.Integer, sa.ForeignKey("people.number"), index=True),
    )
    op.create_table(
        "people_keys",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("person", sa.Integer, sa.ForeignKey("people.number", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("people_keys_by_person", "people_keys", ["person"])
    op.create_table("names", sa.Column("folded", sa.Text, primary_key=True))
    op.create_table(
        "identifications",
        sa.Column("entity", sa.Integer, sa.ForeignKey("entities.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("person", sa.Integer, sa.ForeignKey("people.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_index("identifications_by_person", "identifications", ["person"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("recorded", Moment, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("verb", sa.Text, nullable=False),
        sa.Column("story", sa.Text, index=True),
        sa.Column("evidence", sa.JSON),
        sa.Column("person", sa.Integer, sa.ForeignKey("people.number")),
        sa.Column("other", sa.Integer, sa.ForeignKey("people.number")),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("judgements.number"), unique=True),
        sa.Column("note", sa.Text),
    )
