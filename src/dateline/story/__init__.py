"""Reports → stories → dossiers: copies, grouping, agreement of figures, timeline."""
