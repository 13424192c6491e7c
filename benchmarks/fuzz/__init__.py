"""Damaged inputs through every reader, by chance or guided by coverage."""
