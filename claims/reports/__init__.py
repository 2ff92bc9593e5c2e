"""Claim reports: published documents in, CSV, JSON, Markdown, HTML or PDF out. The same input gives the same bytes."""
