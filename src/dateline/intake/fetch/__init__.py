"""Polite fetching: one client that asks robots.txt, waits, limits and refuses private addresses."""

from dateline.intake.fetch.client import Client, Fetched, Limits

__all__ = ["Client", "Fetched", "Limits"]
