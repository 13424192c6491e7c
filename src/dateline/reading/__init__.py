"""Report → Reading: who said what, which figures, when, who and where."""
