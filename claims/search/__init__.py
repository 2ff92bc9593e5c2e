"""Full-text search and facets over publications: one way to ask, on SQLite FTS5 and on PostgreSQL alike."""
