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

PUTTING = frozenset("put place estimate peg reckon assess value".split())
"""Verbs whose subject says that something is at a number: it is whose word the number is."""

DRIVING = frozenset("send push drive pull drag lift knock bring".split())
"""Verbs whose object is what the number measures: ``sending its shares down 11%``."""

PLACES = frozenset("first second third fourth fifth sixth last joint".split())
"""With ``come`` and its kin, that somebody has a number and is not measured by it."""

GIVING = frozenset("give hand award leave".split())
"""Verbs whose number is that of whom it is given to: ``the count gave Oll 58%``."""

THE_NUMBER = frozenset("number figure total toll count tally it this that".split())
"""What stands for the thing a figure before told of: ``put the number at 150``."""

COMPARED = (
    r"(?:\b(?:since|than|compared (?:with|to)|as against|versus|unlike|not seen|times the"
    r"|(?:up|down) from|as \w+ as (?:during|in|on|at|for))|, from)\b"
    r"(?:[^.;,(]|[.,]\d)*$"
)
"""Words after which a date is that of what a figure is set beside: ``the lowest since 2019``."""

SAYING = frozenset("say tell announce report".split())
"""Verbs whose date is that of the telling."""

BEFOREHAND = r"\b(?:ago|earlier|before|previous|prior|last|same)\b"
"""Words of a date, or right behind it, that make it the one something is compared with."""

SET_BESIDE = r"\b(?:from|vs\.?|versus|than|compared|compared with|compared to|against|on|over|above|below)(?=\W|$)"
"""Words that set a figure beside that of another date."""

FROM_LEVEL = r"\b(?:from|vs\.?|versus|than|compared|against)(?=\W|$)"
"""Of those, the ones after which another figure stands that the date may belong to."""

TIME_PREPOSITIONS = frozenset("in at during for of by until as".split())
"""Prepositions whose noun a figure may hold for: ``in Sunday's vote``."""

WHEN = r",? when\b"
"""What makes a date that a figure is compared with the date of the next figure."""

OUTPUT = r"(?:[Gg]ross [Dd]omestic [Pp]roduct|[Nn]ational income|GDP|GNP)"
"""What a deficit or a debt is told in per cent of."""

COMPARING = (
    r"(?:up|down|compared|versus|vs\.?|as against|as opposed)(?: from| with| to)?|from|than the"
)
"""Words between a figure and the one it is set beside."""

SHARED = frozenset("vote votes ballot ballots".split())
"""What several have shares of that are told one after the other."""

LEVEL_PREPOSITIONS = frozenset(("at", "to", "from", "by"))

EMPTY_SUBJECTS = frozenset(
    "it this that which who what there they he she we i you none all some many most both order".split()
)

TIMES = frozenset(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday spring summer autumn winter".split()
)
"""What a figure is told for and never of: ``left 1,200 homes under water in January``."""

LIGHT = frozenset(
    "have do say tell report add include compare follow accord give make take get see show expect "
    "put estimate announce feature bring require set use want know think find leave keep base need "
    "call let help begin start continue try".split()
)
"""Verbs too general to say what is measured."""

NOBODY = frozenset("none nobody neither nothing never hardly".split())
"""Words that turn ``more than`` into at most: ``none received more than 4%``."""
