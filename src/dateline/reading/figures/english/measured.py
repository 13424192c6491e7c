"""Verbs and words that link a figure to what it measures."""

from __future__ import annotations

COPULAR = frozenset(
    "be become remain stay stand total reach hit come amount equal average number exceed top "
    "measure weigh cost run".split()
)
"""Verbs whose subject is what the number measures."""

MOVING = frozenset(
    "rise fall drop climb jump surge soar increase decrease grow advance decline gain lose slip "
    "slide sink tumble plunge plummet slump shed dip ease shrink contract lower reduce raise cut "
    "hike rebound rally expand edge inch tick narrow widen swell double close finish end open "
    "trade range revise slow accelerate go".split()
)
"""Verbs of movement and level: their subject moves by, or stands at, the number."""

LEVEL_PREPOSITIONS = frozenset(("at", "to", "from", "by"))

EMPTY_SUBJECTS = frozenset(
    "it this that which who what there they he she we i you none all some many most both".split()
)

LIGHT = frozenset(
    "have do say tell report add include compare follow accord give make take get see show expect "
    "put estimate announce feature bring require set use want know think find leave keep base need "
    "call let help begin start continue try".split()
)
"""Verbs too general to say what is measured."""

NOBODY = frozenset("none nobody neither nothing never hardly".split())
"""Words that turn ``more than`` into at most: ``none received more than 4%``."""
