"""Small pieces of English that the patterns for numbers, ranges and ages are built from."""

from __future__ import annotations

HEDGE = (
    r"(?:(?:about|around|nearly|almost|roughly|over|just|only|some|at least|more than|up to"
    r"|as much as|as many as|another|between|under|a further|a record) )"
)
"""One hedge with the space after it."""

MOVED = (
    r"(?:by|rose|fell|up|down|falls?|rises?|gained|lost|climbed|dropped|jumped|added|surged|slid"
    r"|slipped|sank|tumbled|plunged|plummeted|slumped|advanced|declined|increased|decreased|grew"
    r"|eased|soared|shed)"
)
"""After these, ``X to Y`` is a movement by X to the level Y, not a range."""

METRE_TAILS = (
    r"(?:tall|long|wide|high|deep|away|above|below|from|race|sprint|final|freestyle|hurdles"
    r"|butterfly|relay|thick|north|south|east|west|off|underwater|\d|[.,;)]|$)"
)
"""What follows ``50m`` when the m is metres, not millions."""

AGED = r"\b(?:[Aa]ged?|[Aa]ge of|[Aa]ges|turns|turned|turning)\s"
"""Words after which a bare number is an age."""

IS_AGED = r"\b(?:he|she|who)(?:’s|'s| is| was| will be| would be| were| turns| turned)\s"
"""Words after which a bare number that closes its clause is an age."""

FEW = r"(?:a )?(?:few|several|couple(?: of)?)"
"""Words that multiply a scale word by an unknown few."""

STILL = r"(?: (?:were|was|are|had been|have been|has been|remain|remained|still|being))*"
"""What may stand between a number and what happened to the people."""

YEAR_BREAKERS = (
    r"\b(?:more than|less than|over|about|around|nearly|almost|some|least|to|of|than|fewer than"
    r"|up to)\s$"
)
"""Words after which four digits may be a count and not a year."""

NOT_CODES = frozenset("mop all top pen try gel mad bob zar sos lak bam sar ron".split())
"""Currency codes that are words or names when written small."""

LEVEL = r"\b(?:to|at)(?: close at| end at| finish at| fall to| rise to)?$"
"""What stands before the level that an index has moved to (``fell 40 points to 7,210``)."""

SUMS = (
    r"(?:deficit|surplus|revenues?|loss(?:es)?|profits?|debts?|fees?|bids?|spending|sales|costs?|prices?"
    r"|income|earnings|shortfall|budget)"
)
"""What a bare million or billion after an amount of money is money of too."""
