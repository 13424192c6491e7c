"""Pronouns that stand for one person who speaks."""

from __future__ import annotations

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})

OTHERS = {"he": SHE, "she": HE}
"""What a person cannot be called who is called so."""
ALIKE = frozenset(OTHERS)

IT = "it"
"""What one organisation is called; it never stands for a person who speaks."""

THEY = "they"
"""What several people are called; it never stands for one."""

NAMING = frozenset({"name", "named", "identified", "known", "introduced"})
"""What stands before “as” and the name of somebody who has been called a witness or a man."""

SOMEBODY = frozenset({"another", "others", "one", "some", "many", "most", "both"})
"""What stands for people without a name who speak: “Another put it more bluntly: “…””."""
