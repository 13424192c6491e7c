"""Dossiers and readings → terminal, Markdown, HTML, JSON and data formats."""
