"""Words before an expression that narrow a date or loosen a length (TIMEX3 ``mod``)."""

from dateline.reading.times.rules import Modifier

MODIFIERS = (
    Modifier("( the )? early -? ( in | on )?", "START", "date", "expected [early next year] = 2023"),
    Modifier("( the )? late -? ( in | on )?", "END", "date", "fell in [late September] = 2022-09"),
    Modifier("( the )? mid -?", "MID", "date", "met in [mid-November] = 2022-11"),
    Modifier("( the )? earlier ( in | on )?", "START", "date", "left [earlier this month] = 2022-11"),
    Modifier("later ( in | on )?", "END", "date", "due [later this year] = 2022"),
    Modifier("the ( first | opening | early ) ( few )? ( days | week | weeks | months ) of", "START", "date",
             "in [the first week of March 2021] = 2021-03"),
    Modifier("the ( last | final | closing | waning ) ( few )? ( days | week | weeks | months ) of", "END", "date",
             "in [the last week of March 2021] = 2021-03"),
    Modifier("the ( first | early ) half of ~( {month} | {abbreviated_month} )", "START", "date",
             "in [the first half of March 2021] = 2021-03"),
    Modifier("the ( second | latter ) half of ~( {month} | {abbreviated_month} )", "END", "date",
             "in [the second half of March 2021] = 2021-03"),
    Modifier("( the )? ( early | wee | small ) hours of", "START", "date", "fled in [the early hours of Thursday] = 2022-11-17"),
    Modifier("( the )? ( beginning | start ) of", "START", "date", "by [the start of 2020] = 2020"),
    Modifier("( the )? ( end | close ) of", "END", "date", "by [the end of 1990] = 1990"),
    Modifier("the middle of", "MID", "date", "met in [the middle of May] = 2022-05"),
    Modifier("the ( early | latter | later | first ) part of", "START", "date", "in [the early part of 2020] = 2020"),
    Modifier("( around | about | circa | ca . )", "APPROX", "exact", "due [around Nov. 1] = 2022-11-01"),
    Modifier("( about | around | roughly | approximately | some )", "APPROX", "length", "for [about a decade] = P10Y"),
    Modifier("( nearly | almost )", "LESS_THAN", "length", "for [nearly three years] = P3Y"),
    Modifier("( more than | over )", "MORE_THAN", "length", "for [more than eight months] = P8M"),
    Modifier("( less than | under | fewer than )", "LESS_THAN", "length", "in [less than an hour] = PT1H"),
    Modifier("at least", "EQUAL_OR_MORE", "length", "for [at least 72 hours] = PT72H"),
    Modifier("( at most | up to | no more than | as many as )", "EQUAL_OR_LESS", "length", "for [up to 180 days] = P180D"),
)  # fmt: skip
