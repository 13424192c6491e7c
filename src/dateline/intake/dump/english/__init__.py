"""English for dumps: the tables that tell what a line is."""

from __future__ import annotations

from dateline.intake.dump.english.calls import CALLS, CONSENT, THREAD
from dateline.intake.dump.english.cue import Cue
from dateline.intake.dump.english.cues import (
    CUES,
    INNER_CAPITALS,
    READER_WORDS,
    SPEECH_WORDS,
    STOP_WORDS,
)
from dateline.intake.dump.english.headings import (
    CAPTION,
    CAPTION_WORDS,
    CONTENTS,
    COPYRIGHT,
    COPYRIGHT_WORDS,
    CORRECTION_OPENINGS,
    CREDIT_LABELS,
    CREDIT_NAMES,
    CREDIT_NAMES_WORDS,
    INLINE_RELATED,
    LIST_HEADINGS,
    LIVE_WORDS,
    NEWS_OF_VERSION,
    OUTLET_WORDS,
    PICTURE_BRACKETS,
    PICTURE_TAIL,
    PROMO_HEADINGS,
    SIGN_OFF,
    STORY_LABELS,
    VIA,
    WEEKDAY,
)

__all__ = [
    "CALLS",
    "CAPTION",
    "CAPTION_WORDS",
    "CONSENT",
    "CONTENTS",
    "COPYRIGHT",
    "COPYRIGHT_WORDS",
    "CORRECTION_OPENINGS",
    "CREDIT_LABELS",
    "CREDIT_NAMES",
    "CREDIT_NAMES_WORDS",
    "CUES",
    "INLINE_RELATED",
    "INNER_CAPITALS",
    "LIST_HEADINGS",
    "LIVE_WORDS",
    "NEWS_OF_VERSION",
    "OUTLET_WORDS",
    "PICTURE_BRACKETS",
    "PICTURE_TAIL",
    "PROMO_HEADINGS",
    "READER_WORDS",
    "SIGN_OFF",
    "SPEECH_WORDS",
    "STOP_WORDS",
    "STORY_LABELS",
    "THREAD",
    "VIA",
    "WEEKDAY",
    "Cue",
]
