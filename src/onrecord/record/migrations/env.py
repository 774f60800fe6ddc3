"""What Alembic runs: every step in one transaction, on the connection that the record hands over."""

from __future__ import annotations

from alembic import context

from onrecord.record.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
