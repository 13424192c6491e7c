"""Numbers that are no figures: patterns and the words they hang on."""

from __future__ import annotations

_MONTH = (
    r"(?:(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\.|january|february|april|june|july|august"
    r"|september|october|november|december"
    r"|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)

_PHONE = r"(?<![\w.,$€£])\+?\(?\d{2,5}\)?[\s-]\d{3,4}[\s-]\d{3,4}\b|\b\d{3}-\d{4}\b(?!\s*(?:people|years))|\+\d{6,}"
_CODE = r"\b(?:[A-Za-z]+-)?[A-Z]{1,6}[a-z]{0,3}\d[\w.]*(?:[-/]\w+)*|\b[A-Z]+-\d+[\w-]*|\b[A-Z]{2,} -\d+\b(?![.,]?\d*\s?(?:%|per))|\b[A-Z]{2,}\.\d+|\b[a-z]{2,}\d+\b"
_POSTCODE = r"\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|\b\d{5}\s+ZIP\b|\bZIP [Cc]ode \d{5}"
_LIST = r"(?m)^\s*(?:\(?\d{1,2}[.)]|[•*-]\s*\d{1,2}[.)])(?=\s+[A-Z“\"])|(?<![\w.])\d{1,2} ?\)(?= [a-z])(?<!\(\d\))"
_UNDER_A_PAGE = (
    r"(?:[Cc]omments?|[Ss]hares?|[Ll]ikes?|[Rr]eplies|[Rr]eactions?|[Rr]eposts?|[Uu]pvotes?"
    r"|[Vv]iews?|[Rr]eads?|[Ff]ollowers|[Mm]in(?:ute)? read)"
)
_REACTIONS = (
    rf"(?m)(?:^|(?<=[|•·–—])) *\(?\d[\d,.]*[kKmM]?\)?[ +-]*{_UNDER_A_PAGE}(?= *(?:$|[|•·–—]))"
    rf"|(?:^|(?<=[|•·–—])) *{_UNDER_A_PAGE}(?: \d|[: ]*\()[\d,.]*[kKmM]?\)?(?= *(?:$|[|•·–—]))"
)
"""What a page counts of itself on a line of its own: ``214 comments``, ``Comments (14)``."""
_ENDS_LINE = r"(?= *(?:\n|$|[|•·–—]))"
HINTS = {
    _REACTIONS: (
        rf"\d(?:(?<![\d.,]\d)(?=[\d,.]*[kKmM]?\)?[ +-]*{_UNDER_A_PAGE}{_ENDS_LINE})"
        rf"|(?<=[A-Za-z] \d)(?=[\d,.]*[kKmM]?{_ENDS_LINE})|(?<=\(\d)(?=[\d,.]*[kKmM]?\){_ENDS_LINE}))"
    ),
    _PHONE: r"\d(?:(?=\)?[\s-]\d{3})|(?<=\+\d))",
    _CODE: r"\d(?:(?<=[A-Za-z]\d)|(?<=[A-Za-z][-.]\d)|(?<=[A-Z] -\d))",
    _POSTCODE: r"\d(?=\d{4})",
    _LIST: r"\d(?= ?[.)])",
}
"""A digit that any match of a pattern holds, told by its neighbours: found once for a text."""

PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("date", rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*\d{{1,2}}\b)?(?:,?\s+(?:19|20)\d\d)?(?![\d%])", "It opened on [March 4] at noon."),
    ("date", r"\b\d{1,2} (?:may|march)\b", "He left on [1 may] that year."),
    ("date", r"\b(?:on|since|until|by|before|after) may \d{1,2}\b(?![.,]?\d*\s?(?:%|per))", "He left [on may 19] by sea."),
    ("date", rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{{1,2}})?\s+(?:of\s+)?{_MONTH}\b(?:,?\s+(?:19|20)\d\d)?", "The vote is on [12 June 2031]."),
    ("date", r"\b\d{1,2}/\d{1,2}/(?:19|20)?\d\d\b|\b9/11\b|\b(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]\d{1,2}(?:T[\d:.]+Z?)?\b", "Filed [2031-05-18] by hand."),
    ("clock", r"\b\d{1,2}(?:[:.]\d\d)?\s*(?:a\.?m\b\.?|p\.?m\b\.?|o[’']clock|GMT|UTC|EST|EDT|CET)|\b\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\b|\b\d{4}\s*(?:GMT|UTC|hours local)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o[’']clock", "Polls close at [8 p.m.] on Sunday."),
    ("version", r"\b(?:UPDATE|REFILE|CORRECTED|WRAPUP|WRAP|RPT|TAKE|GRAPHIC|ADVISORY)\s+\d+\s*(?:-|:)", "[UPDATE 2-]Minister resigns"),
    ("phone", r"\b(?:[Cc]all(?:ing)?|[Pp]hone|[Tt]el\.?:?|[Tt]elephone|[Hh]otline)\s(?:us\s|on\s|at\s)?\d[\d -]{5,}\d\b", "Relatives can [call 0800 555 0142] now."),
    ("phone", _PHONE, "The desk is at [0800 555 0142] now."),
    ("year", r"\b\d0['’]?s\b|\b(?:1[5-9]|20)\d\d\s*[-–/]\s*\d{2}(?:\d\d)?\b|\b(?:1[5-9]|20)\d0['’]?s\b", "It ran in the [2029-30] season."),
    ("ordinal", r"\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b(?:[- ](?:minute|century|anniversary|floor|hole|place)\b)?", "He came [3rd] in the race."),
    ("name", _CODE, "The [XR-40] and the [Q3] sold well."),
    ("name", r"\b(?:[Ss] ?& ?[Pp]|S&amp;P|S P|[Ss][Pp]|FTSE|Stoxx|STOXX|Nasdaq|NASDAQ|Fortune|Russell|Nikkei|CAC|DAX|ASX|TSX|CSI|Topix|Wilshire|Forbes|Euro ?Stoxx|Dow Jones|Hang Seng)[- ]\d{2,4}\b(?![.,]\d)", "The [FTSE 100] closed higher."),
    ("address", r"\b\d{1,5}[A-Za-z]?\s+(?:[A-Z][a-z’']+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|Boulevard|Blvd|Way|Court|Place|Square|Terrace|Crescent|Highway|Parkway)\b", "She lives at [14 Mill Lane] with him."),
    ("postcode", _POSTCODE, "Send it to Corvane, [PA 20456] today."),
    ("address", r"(?:https?://|www\.)\S+|\b\S+@\S+\.\w+|@\w+|#\w+", "See [www.example.org/2031/5] for more."),
    ("name", r"\bon a scale of (?:\d+|five|ten)\b|\bon a \d+-point scale\b|\bone-to-(?:five|ten)\b", "The risk was four [on a scale of five] then."),
    ("reactions", _REACTIONS, "By Ann Lee | [214 comments]"),
    ("idiom", r"\b[Bb]aker[’']?s dozen\b|\b24/7\b|\b50[-/]50\b|\b20/20\b|\b360[- ]degree|\b7-Eleven\b|\b[Oo]ne[- ](?:on|by|to|after)[- ]one\b|\b(?:[Oo]ne|two|three)-(?:way|sided|off|time|hit|fold)\b|\b[Oo]n the one hand\b|\b(?:[Oo]ne|one) (?:another|day|time|way|hand|thing|side|example|reason|point|morning|night|afternoon|evening|other)\b|\b(?:[Nn]o|[Aa]ny|[Ee]very|[Ss]ome|[Ee]ach|this|that|which|the|another|next|last|first|old|new|right|wrong|good|bad|big|only|loved)[- ]one\b|\b[Aa]t one\b|\bone of a kind|\bSquare One\b|\bsquare one\b|\b[Ii]n two minds\b|\b(?:a|the) million (?:times|ways)\b|\bhundred percent\b|\b[Oo]ne and (?:the same|only)\b|\bone[- ]size|\bone in the same\b|\ba thousand words\b|\bone(?:self)?[’']s\b|\bone[- ]stop\b|\bone or two\b|\ba one-", "They fought [one another] for years."),
    ("idiom", r"\b[Nn]umber (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b(?!-)", "He wears the [number nine] shirt at home."),
    ("idiom", r"\b(?:the|their|its|his|her) top (?:two|three|four|five|six|ten)\b(?! [a-z]+s\b)", "They ended outside [the top four] again."),
    ("idiom", r"\b(?:one|two) more\b(?=[.,;?!”\"])", "We need [one more]."),
    ("list", _LIST, "[1.] Open the door"),
    ("score", r"(?<![\w$€£¥.,/:-])\b\d{1,3}\s?[-–]\s?\d{1,3}(?=\s+(?:win|loss|defeat|victory|draw|lead|aggregate|on aggregate|record|triumph|thrashing|rout|in overtime|in extra time|on penalties|up\b|down\b|ahead|at (?:home|half)|after|with \d+))|\b(?:beat|beating|beaten|defeated|won|win|lost|lose|drew|draw|tied|tie|edged|thrashed|trounced|trailed|trailing|led|leading|lead|downed|score of|victory over|victory against|winners? over)\b[^.,;:\d]{0,60}?(?:,?\s(?:by|at))?\s\(?\d{1,3}[-–]\d{1,3}\b(?!\s*(?:%|per|million|billion))(?:,\s?\d{1,2}-\d{1,2}(?:\s?\(\d+\))?)*", "Rovers beat Athletic [2-1] at home."),
)  # fmt: skip
"""Kind, pattern and an example whose bracketed stretch the pattern must cover."""

NAME_BREAKERS = frozenset(
    "The A An In On At By For From With And But Or To Of As Is Was Are Were About Around Nearly "
    "Almost Some Over Under More Less Than Only Just Another Between Its His Her Their Our All Up "
    "Down After Before During Since Until Than That This These Those Of Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December Roughly Approximately Additionally Meanwhile However Last Next".split()
)
"""Capitalised words after which a number is not part of a name."""

YEAR_NOUNS = frozenset(
    "sales elections results earnings figures models games polls talks protests riots attacks floods "
    "fires accords prices profits revenues exports imports levels rates midterms playoffs finals "
    "championships guidelines targets goals estimates plans budgets forecasts numbers standards "
    "deliveries investments expenses costs losses taxes reforms".split()
)
"""Plural nouns that a year often stands before (``2031 sales``)."""

NAME_HEADS = frozenset(
    "# amendment annex apartment apollo article ballot bay block book building bus "
    "category channel chapter class clause code day district dreamliner episode exit figure "
    "flight force form formula game gate grade hall highway interstate junction lane level "
    "line mark measure model no no. nos nos. number page paragraph part phase pier platform "
    "precinct proposition protocol question reactor resolution road room round route row rule "
    "schedule section sector series stage suite table task terminal tier title train tram "
    "type unit version volume ward week world zone "
    "apollo war".split()
)
"""Words whose following number is a name (``route 7``, ``Article 5``)."""

SERIAL_HEADS = frozenset("day week month year round stage phase game set lap chapter part".split())
"""Words after which even a spelled number in small letters tells the place in a row (``day three``)."""

NAME_HEAD_EXAMPLE = "It sank on route 7, off platform 12 and below level Three."

ANCHORED = (r"\b\d", r"\b(?:19|20)\d\d")
"""How patterns begin that start with the number they tell of."""

GROUP_NAMES = frozenset(
    "Big Final Fab Magnificent Fantastic Furious Gang Chicago Group Act".split()
)
"""Capitalised words that make a name with a capitalised number word (``the Big Four``)."""
