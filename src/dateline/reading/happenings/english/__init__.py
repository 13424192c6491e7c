"""English words that tell what happens and how sure it is."""

EVENT_NOUNS = frozenset(
    """
    independence war election elections vote ballot referendum coup uprising revolution invasion
    attack attacks strike strikes riot riots unrest protest protests crash fire earthquake flood
    floods storm death birth murder killing arrest trial ruling verdict summit meeting talks visit
    ceasefire truce treaty agreement merger deal sale launch opening closure collapse resignation
    appointment inauguration ceremony wedding funeral festival conference debate speech launch
    outbreak pandemic epidemic blast explosion bombing shooting battle siege raid takeover
    annexation liberation occupation withdrawal defeat victory win loss match game final race
    help crackdown massacre accident disaster eruption poll census conviction hearing campaign
    """.split()
)
"""Nouns that are happenings themselves: ``independence in 1991``."""

CUTTING_PREPOSITIONS = frozenset(
    "since until till before after for following despite amid alongside besides"
    " like unlike ahead".split()
)
"""Prepositions after which a time belongs to the noun, not to the verb of the clause."""

PARTS_OF_DAY = frozenset("dawn daybreak sunrise noon midday dusk nightfall sunset midnight".split())
"""What a clause may happen before or after on its day: ``before dawn on Sunday``."""

BOUNDING_PREPOSITIONS = frozenset("since until till before after".split())
"""Prepositions that make a time the bound of a clause, not its date: ``since 1983``."""
COMPARING_PREPOSITIONS = frozenset("from than against versus".split())
"""Prepositions before what something is compared with: ``from 20% last year``."""
MEASURING_PREPOSITIONS = frozenset("over above below beyond".split())
"""The same before what a day has: ``a premium of 31% over Tuesday's close``."""
RANGE_OPENERS = frozenset({"from", "between"})
RANGE_LINKS = frozenset({"to", "and", "through", "until", "till", "-", "–"})
"""Before and between two times they make one stretch of them: ``from 2018 to May 2019``."""
BACKSHIFTED = "would"
"""What “will” is when somebody said it: “she said it would open on Monday”."""
TELLERS = frozenset(
    "say tell report add write note announce confirm warn insist declare state explain reply "
    "estimate believe think assure claim".split()
)
"""Verbs in the past after which “would” is what “will” was."""
FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo"})
CONDITIONAL_AUXILIARIES = frozenset({"would", "could", "may", "might", "should", "can", "must"})
CONDITIONAL_MARKS = frozenset({"if", "unless", "whether"})
SCHEDULED = frozenset({"schedule", "set", "slate", "fix", "due", "call", "book", "reschedule"})
PLANNED = frozenset(
    "plan expect intend hope aim want forecast consider propose prepare likely promise vow pledge"
    " predict project seek urge agree decide".split()
)
SUPERSEDED = frozenset({"originally", "initially", "previously", "formerly", "first", "once"})
PASSIVE_TELLERS = frozenset({"say", "tell", "report", "add", "write", "note", "quote", "cite"})
"""Verbs whose time is that of the telling, not of what is told."""
EMPTY_VERBS = frozenset({"be", "have", "do", "seem", "appear", "remain"})
"""Verbs that tell a state."""
AGE_ENDING = "old"
"""How an age ends: a length that dates nothing."""
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
PERIOD_VERBS = frozenset({"end", "begin", "start"})
"""Verbs that bound a length of time: ``the week ending Oct. 29``."""
