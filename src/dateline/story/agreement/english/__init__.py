"""English: which words say what a figure measures, and how sources are told apart."""
