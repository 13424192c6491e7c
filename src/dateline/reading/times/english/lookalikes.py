"""Words around what looks like a time and is none."""

NUMBERED = (
    "room", "page", "route", "highway", "flight", "article", "section", "chapter", "bus", "line",
    "unit", "apartment", "suite", "model", "version", "code", "lot", "gate", "isbn", "channel",
    "phone", "call", "dial", "extension", "paragraph", "resolution", "regulation", "directive",
    "regiment", "unit", "box",
)  # fmt: skip
"""Nouns before a number of four digits that name a thing by it."""
CLOCK_CUES = (
    "at", "by", "until", "till", "from", "to", "around", "about", "before", "after", "since",
    "between", "and", "or", "through", "past", "approximately", "nearly", "almost", "(", "-", "–",
)  # fmt: skip
"""Before digits with a colon and nothing else, they tell a time of day: ``in 3:45`` is a length."""
DAY_NAMES = ("bloody", "black", "casual", "blue")
"""Before a weekday they make the name of one day of history, or of none."""
MATCHES = (
    "match",
    "game",
    "final",
    "race",
    "bout",
    "contest",
    "derby",
    "tie",
    "playoff",
    "play-off",
    "century",
    "decade",
    "term",
    "presidency",
)
"""What has quarters and halves of its own: ``the second half of the game``."""
SPORTS = (
    "goal", "goals", "scored", "striker", "midfielder", "goalkeeper", "defender", "referee",
    "halftime", "penalty", "quarterback", "touchdown", "touchdowns", "rebounds", "kickoff",
    "fullback", "winger", "overtime", "unbeaten", "offside", "header", "equaliser", "equalizer",
)  # fmt: skip
"""Words of which a report of a match has several; there a bare half is one of the match."""

DAY_IDIOMS = (
    "carried",
    "carry",
    "carries",
    "save",
    "saved",
    "saves",
    "win",
    "won",
    "rule",
    "seize",
)
"""Verbs before ``the day`` that make an idiom of it."""
EVENT_CUES = (
    "before", "after", "when", "following", "preceding", "that", "he", "she", "they", "since",
)  # fmt: skip
"""After ``the day``, they hang it on a happening whose date the words do not tell."""
CLAUSE_OPENERS = ("the", "we", "you", "it", "i", "his", "her", "our", "their")
"""After ``the day`` they open the clause that tells which: ``the day the people return``."""

PLURAL_CUES = ("on", "both", "those", "other", "his", "her", "their", "hour", "all", "most")
"""Before ``days`` they tell which days, not how long."""
LAST_CUES = ("for", "that", "when", "which", "of", "before")
"""After ``the last year``, they tell that it is the last of some, not the one just over."""
ARTICLES = ("the", "a", "this")
MARCH_CUES = ("for", "on", "against", "of", "to")
"""After ``the March`` they tell that people walk: ``the March for Bread``."""

LIGHT = ("light",)
"""Before ``years`` it makes a distance of them."""
DISTANCES = ("miles", "mile", "kilometers", "kilometres", "km", "meters", "metres", "feet")
"""Before ``an hour`` or ``per second`` they make a speed of it."""
SEASON_NAMES = ("War", "Palace", "Olympics", "Paralympics", "Games", "River", "League", "Soldier")
"""Behind a season in capitals they make a name of it: ``the Winter War``."""
FALLS = ("fall",)
FALL_CUES = ("into", "in", "from", "to", "off")
"""After ``the fall`` they tell that something falls: ``the fall in prices``."""

STATES = (
    "possible", "available", "open", "valid", "bookable", "allowed", "permitted", "sold", "offered",
)  # fmt: skip
"""Between ``was`` and ``from`` they tell when something starts, which may be over or to come."""
STARTS = ("starting", "beginning", "effective")
"""Before ``on`` or ``from`` and a day they tell that it lies ahead: ``starting on Oct. 3``."""
SUMMONS = (
    "protest", "protests", "strike", "strikes", "rally", "rallies", "march", "marches",
    "demonstration", "demonstrations", "election", "elections", "vote", "referendum", "boycott",
    "session", "talks", "shutdown", "walkout", "vigil", "vigils",
)  # fmt: skip
"""What people call for that is held on a day: ``called for protests on Friday``."""
ASIDES = ("published", "released", "reissued", "translated", "born")
"""Before ``in`` and a year they tell of a book or a birth, not of what is told."""
PAPERS = ("daily", "weekly", "monthly")
"""Nouns for papers that come out so often, before their names or with a verb of telling."""
OWNERS = (
    "the",
    "a",
    "an",
    "tabloid",
    "broadsheet",
    "newspaper",
    "business",
    "conservative",
    "liberal",
    "left-leaning",
    "state-run",
)
"""Before ``daily`` they can make a paper of it."""

APPROACHES = ("into", "toward", "towards", "before", "come", "through")
"""Before a month or day they tell what a telling leads up to: ``heading into November``."""
DEADLINES = ("before",)
"""Before a season they tell that it is the coming one: ``an election before the summer``."""
SCHEDULED_EVENTS = (
    "election", "elections", "midterm", "midterms", "primary", "primaries", "caucus", "caucuses",
    "ballot", "vote", "runoff", "referendum", "convention", "contest", "showdown", "matchup",
    "trial", "hearing", "deadline", "summit",
)  # fmt: skip
"""What calendars hold beforehand: ``the November election`` is the nearest one."""

PARTICIPLES = (
    "done", "gone", "known", "shown", "grown", "thrown", "begun", "come", "become", "run", "set",
)  # fmt: skip
"""After ``have`` they make a perfect of it: ``may have gone``, not ``may have fun``."""

LOOKALIKES = {
    "state": STATES,
    "start": STARTS,
    "summons": SUMMONS,
    "aside": ASIDES,
    "clause_opener": CLAUSE_OPENERS,
    "paper": PAPERS,
    "owner": OWNERS,
    "participle": PARTICIPLES,
    "approach": APPROACHES,
    "deadline": DEADLINES,
    "scheduled_event": SCHEDULED_EVENTS,
    "light": LIGHT,
    "distance": DISTANCES,
    "season_name": SEASON_NAMES,
    "fall": FALLS,
    "fall_cue": FALL_CUES,
    "plural_cue": PLURAL_CUES,
    "as": ("as",),
    "last_cue": LAST_CUES,
    "article": ARTICLES,
    "march_cue": MARCH_CUES,
    "day_idiom": DAY_IDIOMS,
    "event_cue": EVENT_CUES,
    "numbered": NUMBERED,
    "clock_cue": CLOCK_CUES,
    "day_name": DAY_NAMES,
    "match": MATCHES,
    "sport": SPORTS,
}
