"""Dateline's own story grouping as an archive's placer."""
