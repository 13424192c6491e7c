"""English, put together for the compiler of rules."""

from dateline.reading.times.english.cues import CUES
from dateline.reading.times.english.lookalikes import LOOKALIKES
from dateline.reading.times.english.macros import MACROS, TIES
from dateline.reading.times.english.modifiers import MODIFIERS
from dateline.reading.times.english.rules_calendar import CALENDAR_RULES
from dateline.reading.times.english.rules_length import LENGTH_RULES
from dateline.reading.times.english.rules_relative import RELATIVE_RULES
from dateline.reading.times.english.words import CLASSES, PROPER_CLASSES
from dateline.reading.times.rules import Language

ENGLISH = Language(
    classes=CLASSES,
    proper_classes=PROPER_CLASSES,
    macros=MACROS,
    rules=(*CALENDAR_RULES, *RELATIVE_RULES, *LENGTH_RULES),
    modifiers=MODIFIERS,
    ties=TIES,
    plain_words=CUES,
    lookalikes=LOOKALIKES,
)
