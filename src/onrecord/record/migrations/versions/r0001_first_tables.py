"""The first tables: stories, what is found in them, and the index of the statements' words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.record.schema import Moment

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _stories()
    _found()
    _statements()
    if op.get_bind().dialect.name == "postgresql":
        _words_in_postgresql()
    else:
        _words_in_sqlite()


def _stories() -> None:
    op.create_table(
        "engines",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("weights", sa.Text, nullable=False),
        sa.UniqueConstraint("version", "weights"),
    )
    op.create_table(
        "stories",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("headline", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("published", sa.Date, index=True),
        sa.Column("byline", sa.JSON, nullable=False),
        sa.Column("credits", sa.JSON, nullable=False),
        sa.Column("publisher", sa.Text, index=True),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("parts", sa.JSON, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("engine", sa.Integer, sa.ForeignKey("engines.number"), nullable=False),
        sa.Column("recorded", Moment, nullable=False),
        sa.Column("origin", sa.Integer, sa.ForeignKey("stories.number", ondelete="SET NULL"), index=True),
        sa.Column("copy", sa.Text),
        sa.Column("kept", sa.Float),
        sa.Column("known", sa.Float),
    )
    op.create_table(
        "copy_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.number", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("copy_keys_by_story", "copy_keys", ["story"])


def _found() -> None:
    op.create_table(
        "entities",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.number", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, index=True),
        sa.Column("folded", sa.Text),
        sa.Column("role", sa.Text),
        sa.UniqueConstraint("story", "id"),
    )
    op.create_table(
        "mentions",
        sa.Column("entity", sa.Integer, sa.ForeignKey("entities.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("end", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name="span"),
    )
    op.create_table(
        "times",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.number", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.UniqueConstraint("story", "id"),
        sa.CheckConstraint('0 <= start AND start < "end"', name="span"),
    )


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.number", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("speaker", sa.Integer, sa.ForeignKey("entities.number"), index=True),
        sa.Column("unresolved", sa.Text),
        sa.Column("act", sa.Text),
        sa.Column("said", sa.Text),
        sa.Column("said_time", sa.Integer, sa.ForeignKey("times.number")),
        sa.Column("said_from", sa.Date, index=True),
        sa.Column("said_before", sa.Date),
        sa.Column("inside", sa.Text),
        sa.Column("carried", sa.Text),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("cue", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("position", sa.Float, nullable=False),
        sa.Column("copy_of", sa.Integer, sa.ForeignKey("statements.number", ondelete="SET NULL"), index=True),
        sa.Column("vector", sa.LargeBinary),
        sa.UniqueConstraint("story", "id"),
    )
    op.create_table(
        "spans",
        sa.Column(
            "statement", sa.Integer, sa.ForeignKey("statements.number", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name="span"),
    )
    op.create_table(
        "about",
        sa.Column(
            "statement", sa.Integer, sa.ForeignKey("statements.number", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("entity", sa.Integer, sa.ForeignKey("entities.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
    )
    op.create_index("about_by_entity", "about", ["entity"])


def _words_in_sqlite() -> None:
    """FTS5 over the statements, which keeps no second copy of their words."""
    op.execute(
        "CREATE VIRTUAL TABLE statement_words USING fts5(content, source, cue, content='statements',"
        " content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')"
    )
    put = (
        "INSERT INTO statement_words(rowid, content, source, cue)"
        " VALUES (new.number, new.content, new.source, new.cue)"
    )
    drop = (
        "INSERT INTO statement_words(statement_words, rowid, content, source, cue)"
        " VALUES ('delete', old.number, old.content, old.source, old.cue)"
    )
    op.execute(f"CREATE TRIGGER statement_words_put AFTER INSERT ON statements BEGIN {put}; END")
    op.execute(f"CREATE TRIGGER statement_words_drop AFTER DELETE ON statements BEGIN {drop}; END")
    op.execute(
        "CREATE TRIGGER statement_words_change AFTER UPDATE OF content, source, cue ON statements"
        f" BEGIN {drop}; {put}; END"
    )


def _words_in_postgresql() -> None:
    """A stored tsvector; English stems as in SQLite, and like there no word is too common to be found."""
    op.execute("CREATE EXTENSION IF NOT EXISTS unaccent")
    op.execute("CREATE TEXT SEARCH DICTIONARY onrecord_stem (TEMPLATE = snowball, Language = english)")
    op.execute("CREATE TEXT SEARCH CONFIGURATION onrecord (COPY = simple)")
    op.execute(
        "ALTER TEXT SEARCH CONFIGURATION onrecord ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word,"
        " hword, hword_part WITH unaccent, onrecord_stem"
    )
    op.execute(
        "ALTER TABLE statements ADD COLUMN words tsvector GENERATED ALWAYS AS"
        " (to_tsvector('onrecord'::regconfig, content || ' ' || source || ' ' || cue)) STORED"
    )
    op.execute("CREATE INDEX statements_by_words ON statements USING gin (words)")
