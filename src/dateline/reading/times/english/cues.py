"""Words that tell the tense of a clause, and words around a number that tell a year."""

FUTURE = (
    "will",
    "would",
    "wouldn",
    "shall",
    "might",
    "ll",
    "scheduled",
    "expected",
    "expects",
    "due",
    "slated",
    "upcoming",
    "tomorrow",
    "intends",
    "begins",
    "starts",
    "resumes",
    "opens",
    "ends",
    "expires",
    "closes",
    "concludes",
)
COMING = (
    "meet", "meets", "hold", "holds", "hosts", "face", "faces", "convene", "convenes", "decides",
    "elects", "begin", "takes",
)  # fmt: skip
"""Present forms that announce when a time follows: ``the two meet Monday``."""
NEGATED_FUTURE = ("won",)
"""Before ``n't`` they look ahead: ``won't``, not ``won``."""
PAST = (
    "was", "were", "had", "did", "has", "have", "been", "wasn", "weren", "hadn", "didn", "hasn", "haven", "said", "told", "went", "came", "took",
    "made", "got", "gave", "became", "began", "brought", "broke", "bought", "built", "caught",
    "chose", "cut", "drew", "drove", "fell", "felt", "fought", "found", "flew", "grew", "held",
    "heard", "hit", "kept", "knew", "laid", "led", "left", "lost", "met", "paid", "put", "ran",
    "rose", "sat", "saw", "sent", "shot", "shut", "sold", "sought", "spent", "spoke", "spread",
    "stood", "struck", "swept", "taught", "thought", "threw", "won", "wrote", "wore", "since",
    "ago", "agreed", "disagreed", "freed", "decreed", "guaranteed",
)  # fmt: skip

YEAR_CUES = (
    "in", "since", "by", "of", "until", "till", "during", "from", "to", "and", "for", "before",
    "after", "through", "around", "about", "between", "or", "but", "than", "circa", "as",
    "the", "a", "on", "at", "with", "like", "back", "throughout", "into", "versus", "via",
)  # fmt: skip
SEASON_CUES = ("in", "during", "by", "since", "until", "through", "of", "for", "every")
FUNCTION_WORDS = (
    "and", "or", "but", "in", "to", "for", "when", "that", "which", "who", "as", "at", "by",
    "with", "was", "were", "is", "are", "has", "had", "have", "will", "would", "the", "a", "an",
    "he", "she", "it", "they", "we", "i", "his", "her", "its", "their", "after", "before",
    "because", "while", "until", "from", "on", "than", "through", "this", "if", "since", "where",
    "under", "over", "not", "could", "said", "there", "so", "following",
)  # fmt: skip

STOPS = (".", ";", "?", "!", ":")

INTENTIONS = (
    "plans",
    "planned",
    "planning",
    "set",
    "expected",
    "due",
    "scheduled",
    "hoping",
    "hoped",
    "going",
    "preparing",
    "slated",
    "ready",
    "about",
    "vowed",
    "promised",
    "agreed",
    "likely",
    "forecast",
    "projected",
    "predicted",
    "poised",
    "tipped",
    "ordered",
    "ordering",
    "required",
    "agreement",
    "plan",
    "proposal",
    "pledge",
    "deal",
    "bid",
)
"""Before ``to``, they turn a past verb to the future: ``planned to leave on Thursday``."""
UNDECIDED = ("decided", "decision")
"""Before ``to`` they leave open whether it is done: ``decided to open the mill in May``."""
AIMS = ("plans", "hopes", "intends", "aims", "wants", "expects", "promises", "vows", "seeks")
"""Present forms before ``to`` that announce wherever they stand: ``on Friday it plans to march``."""
MODALS = ("may", "can", "could", "should", "must", "couldn", "shouldn", "mustn")
"""Before a passive or perfect infinitive they look ahead: ``could be held in June``."""
AHEAD_MODALS = ("may", "can", "should", "must")
"""Before any infinitive they look ahead: ``can win in June``; ``could`` also tells the past."""
BARE = ("be", "have")
"""Before a participle they make an infinitive of it: ``to be held``, ``will have met``."""
WITHIN_GROUP = ("not", "also", "been", "never", "only", "now", "then")
"""What may stand between the words of one group of verbs: ``will also be held``."""
DETERMINERS = ("a", "an", "the", "its", "his", "her", "their", "our", "still", "yet", "as")
"""Before a participle that another word follows, they tell that it qualifies a noun."""
ARRANGING = (
    "plan",
    "plans",
    "planned",
    "planning",
    "seek",
    "seeks",
    "seeking",
    "prepare",
    "preparing",
)
ARRANGED = ("a", "an", "another", "for", "more")
"""After an arrangement, they turn what follows to the future: ``planned a rally on Sunday``."""
EARLIER_PLANS = ("as", "previously", "originally", "had", "was", "were", "been", "having")
"""Before an arrangement, they tell that it is over: ``was seeking a loan on Friday``."""
PRESENT = ("is", "are", "am", "isn", "aren")
"""Before a verb in -ing or before ``to``, they turn it to the future: ``is running on Sunday``."""
BOUNDS = ("until", "till", "by", "effective", "starting", "payable")
DATING = ("in", "since", "by", "until", "till", "during", "throughout")
"""Before a month they tell when the clause happened, not which of some things is meant."""
TELLING = ("said", "says", "told", "reported", "announced", "added", "according")
"""Verbs after a time that tell nothing of its tense: ``on Monday, officials said``."""

COUNTED = (
    "people",
    "men",
    "women",
    "children",
    "troops",
    "soldiers",
    "police",
    "officers",
    "workers",
    "jobs",
    "votes",
    "seats",
    "dollars",
    "euros",
    "pounds",
    "miles",
    "kilometers",
    "kilometres",
    "km",
    "meters",
    "metres",
    "feet",
    "tons",
    "tonnes",
    "copies",
    "homes",
    "houses",
    "students",
    "refugees",
    "prisoners",
    "demonstrators",
    "protesters",
    "shares",
    "members",
    "companies",
    "block",
)
"""Nouns after a number of four digits that is no year."""

CUES = {
    "counted": COUNTED,
    "intention": INTENTIONS,
    "aim": AIMS,
    "undecided": UNDECIDED,
    "modal": MODALS,
    "ahead_modal": AHEAD_MODALS,
    "bare": BARE,
    "joining": ("and", "but"),
    "within_group": WITHIN_GROUP,
    "determiner": DETERMINERS,
    "arranging": ARRANGING,
    "coming_verb": COMING,
    "arranged": ARRANGED,
    "present": PRESENT,
    "earlier_plan": EARLIER_PLANS,
    "bound": BOUNDS,
    "dating": DATING,
    "telling": TELLING,
    "stop": STOPS,
    "future": FUTURE,
    "negated_future": NEGATED_FUTURE,
    "past_verb": PAST,
    "year_cue": YEAR_CUES,
    "season_cue": SEASON_CUES,
    "function": FUNCTION_WORDS,
}
