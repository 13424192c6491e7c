"""English words of time, by class, each with what it stands for."""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
}  # fmt: skip
WEEKDAY_ABBREVIATIONS = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5,
    "sat": 6, "sun": 7,
}  # fmt: skip
WEEKDAY_PLURALS = {f"{name}s": number for name, number in WEEKDAYS.items()}

UNITS = {
    "second": "S", "minute": "MIN", "hour": "H", "day": "D", "week": "W", "fortnight": "FN",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
    "millennium": "ML",
}  # fmt: skip
UNIT_PLURALS = {
    "seconds": "S", "secs": "S", "minutes": "MIN", "mins": "MIN", "hours": "H", "hrs": "H",
    "days": "D", "weeks": "W", "fortnights": "FN", "months": "M", "quarters": "Q", "years": "Y",
    "yrs": "Y", "decades": "DE", "centuries": "CE", "millennia": "ML",
}  # fmt: skip
LONG_UNITS = {
    "hourlong": "H", "daylong": "D", "weeklong": "W", "monthlong": "M", "yearlong": "Y",
    "decadelong": "DE", "centurylong": "CE",
}  # fmt: skip
LONG_UNIT_PLURALS = {
    "hourslong": "H", "dayslong": "D", "weekslong": "W", "monthslong": "M", "yearslong": "Y",
    "decadeslong": "DE",
}  # fmt: skip
COMPOUND_UNITS = {"nights": "NI", "weekend": "WE", "weekends": "WE"}  # fmt: skip

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
SEASON_PLURALS = {"springs": "SP", "summers": "SU", "autumns": "FA", "winters": "WI"}

DAY_PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT",
    "nighttime": "NI",
}  # fmt: skip
DAY_PART_PLURALS = {
    "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI",
}  # fmt: skip
DAY_POINTS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}

CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
TEENS = {word: n for word, n in CARDINALS.items() if 10 <= n <= 19}
MULTIPLIERS = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "couple": 2,
}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADE_NAMES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip

ZONES = {
    "gmt": "+00:00", "utc": "+00:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
    "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00",
    "msk": "+03:00", "ist": "+05:30", "sast": "+02:00", "pkt": "+05:00", "hkt": "+08:00",
    "sgt": "+08:00", "kst": "+09:00", "nzst": "+12:00", "nzdt": "+13:00", "jst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip
AMERICAN_ZONES = {
    "et": "US5", "ct": "US6", "mt": "US7", "pt": "US8", "eastern": "US5", "central": "US6",
    "mountain": "US7", "pacific": "US8",
}  # fmt: skip
"""Clocks that change to summer time; `zones` knows when."""
NAMED_ZONES = {
    "greenwich": "+00:00", "european": "Europe/Paris", "london": "Europe/London",
    "paris": "Europe/Paris", "berlin": "Europe/Berlin", "brussels": "Europe/Brussels",
    "rome": "Europe/Rome", "madrid": "Europe/Madrid", "athens": "Europe/Athens",
    "istanbul": "Europe/Istanbul", "kyiv": "Europe/Kyiv", "kiev": "Europe/Kyiv",
    "moscow": "Europe/Moscow", "tehran": "Asia/Tehran", "beijing": "Asia/Shanghai",
    "tokyo": "Asia/Tokyo", "seoul": "Asia/Seoul", "singapore": "Asia/Singapore",
    "sydney": "Australia/Sydney", "israeli": "Asia/Jerusalem", "indian": "Asia/Kolkata",
    "japanese": "Asia/Tokyo",
}  # fmt: skip
"""What stands before ``time`` and names a clock: ``9 a.m. Moscow time``."""
MERIDIEM = {
    "a.m.": "am", "am": "am", "p.m.": "pm", "pm": "pm", "a.m": "am", "p.m": "pm",
}  # fmt: skip

DIRECTIONS = {
    "last": "last", "past": "last", "this": "this", "current": "this", "next": "next",
    "coming": "next", "upcoming": "next", "that": "that", "same": "that",
    "previous": "previous", "preceding": "previous", "prior": "previous",
    "following": "following", "subsequent": "following", "ensuing": "following",
    "succeeding": "following", "latest": "last",
}  # fmt: skip

CLASSES: dict[str, dict[str, int] | dict[str, str]] = {
    "weekday": WEEKDAYS,
    "weekdays": WEEKDAY_PLURALS,
    "unit": UNITS,
    "units": UNIT_PLURALS,
    "season": SEASONS,
    "seasons": SEASON_PLURALS,
    "part": DAY_PARTS,
    "parts": DAY_PART_PLURALS,
    "point": DAY_POINTS,
    "cardinal": CARDINALS,
    "teen": TEENS,
    "multiplier": MULTIPLIERS,
    "ordinal": ORDINALS,
    "decadename": DECADE_NAMES,
    "meridiem": MERIDIEM,
    "compound_unit": COMPOUND_UNITS,
    "long_unit": LONG_UNITS,
    "long_units": LONG_UNIT_PLURALS,
    "direction": DIRECTIONS,
}
"""Classes whose words count in any case."""

PROPER_CLASSES: dict[str, dict[str, int] | dict[str, str]] = {
    "month": MONTHS,
    "abbreviated_month": MONTH_ABBREVIATIONS,
    "abbreviated_weekday": WEEKDAY_ABBREVIATIONS,
    "zone": ZONES,
    "american_zone": AMERICAN_ZONES,
    "named_zone": NAMED_ZONES,
}
"""Classes whose words count only with a capital: ``may``, ``march``, ``sat`` are also verbs."""
