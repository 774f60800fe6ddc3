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
