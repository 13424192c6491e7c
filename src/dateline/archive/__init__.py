"""Keeping and finding: pages, readings and stories in SQLite or PostgreSQL."""
