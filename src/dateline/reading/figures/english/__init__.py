"""English words for figures: numbers, units, currencies, bounds, traps and bases."""
