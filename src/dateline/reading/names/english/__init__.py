"""What the names layer knows of English."""
