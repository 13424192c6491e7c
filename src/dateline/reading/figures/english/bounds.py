"""Words around a number that bound it or say that something moved by it."""

from __future__ import annotations

from dateline.records import Bound

BEFORE: dict[str, Bound] = {
    **dict.fromkeys(
        (
            "more than", "over", "over than", "at least", "above", "upwards of", "upward of", "in excess of",
            "exceeding", "exceeds", "exceeded", "greater than", "no less than", "no fewer than",
            "not less than", "minimum of", "a minimum of", "beyond", "north of", "topping",
            "topped", "surpassing", "surpassed", "well over", "just over", "more like than",
            "higher than", "longer than", "larger than", "bigger than", "older than", "better than",
            "heavier than", "taller than", "deeper than", "a little over", "slightly over",
            "slightly more than", "at a minimum", "just above", "well above", ">",
        ),
        ">",
    ),
    **dict.fromkeys(
        (
            "less than", "fewer than", "under", "below", "at most", "up to", "no more than",
            "not more than", "maximum of", "a maximum of", "lower than", "smaller than",
            "shorter than", "younger than", "just under", "well under", "just below", "well below",
            "south of", "short of", "no greater than", "no higher than", "no later than", "sub", "at the most",
            "slightly less than", "slightly under", "a little under", "limited to", "cheaper than",
            "<",
        ),
        "<",
    ),
    **dict.fromkeys(
        (
            "about", "around", "roughly", "approximately", "approx", "approx.", "nearly", "almost",
            "some", "close to", "an estimated", "estimated", "circa", "near", "nearing", "near to",
            "estimated at", "estimated that", "in the region of", "of the order of", "on the order of",
            "somewhere around", "at around", "at about", "or about", "more or less", "virtually", "practically",
            "approaching", "in the neighborhood of", "just about", "just shy of", "shy of",
            "estimate of", "estimates of", "an average of about", "~", "≈", "c.", "ca.", "c",
        ),
        "~",
    ),
}  # fmt: skip
"""Bound words that stand before the number, up to four words."""

AFTER: tuple[tuple[str, Bound], ...] = (
    ("or more", ">"), ("or higher", ">"), ("or above", ">"), ("or over", ">"), ("and above", ">"),
    ("or greater", ">"), ("or longer", ">"), ("or older", ">"), ("and up", ">"), ("at least", ">"), ("and over", ">"),
    ("or better", ">"), ("and counting", ">"), ("plus", ">"),
    ("or less", "<"), ("or fewer", "<"), ("or under", "<"), ("or below", "<"), ("or lower", "<"),
    ("or younger", "<"), ("at most", "<"), ("at the most", "<"), ("and under", "<"), ("tops", "<"),
    ("or so", "~"), ("or thereabouts", "~"), ("more or less", "~"), ("give or take", "~"),
)  # fmt: skip
"""Bound words that stand after the quantity."""

UP = frozenset(
    "up rise rises rose risen rising gain gains gained gaining climb climbs climbed climbing jump "
    "jumps jumped jumping surge surges surged surging soar soars soared soaring increase increases "
    "increased increasing grow grows grew grown growing advance advances advanced advancing add "
    "adds added adding rally rallies rallied rallying spike spikes spiked spiking rebound rebounds "
    "rebounded rebounding rocket rocketed expand expands expanded expanding leap leapt leaps leaped "
    "leaping skyrocketed skyrocket edge edged edging inch inched inching ticked tick raised raise "
    "raises raising hiked hike hikes hiking boost boosted boosts upward upwards higher appreciated "
    "strengthened strengthen swelled swell "
    "popped pops upped accelerated improved improves improve".split()
)

DOWN = frozenset(
    "down fall falls fell fallen falling lose loses lost losing drop drops dropped dropping decline "
    "declines declined declining decrease decreases decreased decreasing slide slides slid sliding "
    "slip slips slipped slipping sink sinks sank sunk sinking tumble tumbles tumbled tumbling plunge "
    "plunges plunged plunging plummet plummets plummeted plummeting slump slumps slumped slumping "
    "shed sheds shedding crash crashed crashes crashing dip dips dipped dipping ease eases eased "
    "easing shrink shrinks shrank shrunk shrinking contract contracts contracted contracting cut "
    "cuts cutting lower lowered lowers lowering reduce reduced reduces reducing dive dived dives "
    "diving tank tanked tanks retreat retreated retreats slash slashed slashes slashing downward "
    "downwards weakened weaken depreciated trimmed trim trims nosedived collapsed dwindled "
    "erased wane "
    "cooled eroded".split()
)

FILLERS = frozenset(
    "by about around nearly almost roughly approximately over than more less at least to as much "
    "many an another additional additional a further some only just sharply slightly even whopping "
    "staggering estimated average of the total record full nearly modest over- mere further as "
    "lower higher back close approx total well past in".split()
)
"""Words that may stand between a word of movement and the number."""

FALLING_ONLY_WITH_MEASURE = frozenset(
    "down add adds added adding lose loses lost losing cut cuts cutting shed sheds raise raises raised raising reduce reduced expand expands improve improved up shedding lower in".split()
)
"""Words of movement that move a counted thing only by per cent, points or money."""

WIDENING = frozenset("higher lower".split())
"""Words after a quantity that make it a movement (``9.1% higher``)."""

BEFORE_OVER = frozenset(
    "for just well a little of lasted is was are were took takes slightly and by aged than".split()
)
"""Words after which ``over`` before a stretch of time means more than, not during."""

SPELLS = "terms|seasons|matches|games|elections|decades|episodes|laps"
"""Counted stretches that ``over`` runs through."""

GOING = frozenset(
    "go goes going went gone moved moves climbed climbs rose rises revised raised pushed".split()
)
"""Words after which ``up to`` leads to the level reached."""
