"""What the statements layer knows about English."""
