"""Record, the third of the four nouns: the archive of analyses, in SQLite or PostgreSQL."""

from onrecord.record.store import Record

__all__ = ["Record"]
