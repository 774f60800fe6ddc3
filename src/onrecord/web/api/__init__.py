"""The HTTP API: what it takes and gives, under /api/v1."""
