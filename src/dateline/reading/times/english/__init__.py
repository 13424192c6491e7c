"""English: words, patterns and rules of time."""
