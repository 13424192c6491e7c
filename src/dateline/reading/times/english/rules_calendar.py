"""Places in the calendar: dates, months, years, seasons, quarters, feasts, times of day."""

from dateline.reading.times.clocks import part_of_weekday, time_of_day
from dateline.reading.times.rules import Rule
from dateline.reading.times.senses import (
    anno_domini,
    bare_day,
    before_christ,
    calendar,
    century,
    decade,
    decade_in_years,
    edge_of_month,
    holiday,
    month_quarter,
    nth_weekday,
    of_2001,
    quarter_of_months,
    written_date,
    year_range,
)

DATE_RULES = (
    Rule("( september | sept .? ) 11 ~( attacks | terror | terrorist | hijackers | hijackings )",
         of_2001, "since the [Sept. 11] attacks = 2001-09-11"),
    Rule("9/11", of_2001, "since [9/11] = 2001-09-11"),
    Rule("m=<month> d=<dayno> ,? y={year}", calendar, "signed on [May 4, 2019] = 2019-05-04"),
    Rule("m=<month> d=<dayno>", calendar, "liberated the port on [Nov. 11] = 2022-11-11"),
    Rule("m=<month> the d=( {nth} | {ordinal} )", calendar, "met on [June the 5th] = 2022-06-05"),
    Rule(
        "the? d=( {day} | {nth} ) ( of )? m=<month> ,? y={year}", calendar,
        "fell on [12 September 1931] = 1931-09-12",
    ),
    Rule(
        "the? d=( {day} | {nth} ) ( of )? m=( {month} !( {day} ) | {abbreviated_month} !( .? {day} ) .? )",
        calendar,
        "landed on [the 3rd of May] = 2022-05-03",
    ),
    Rule("the d=<spelled> of m=<month>", calendar, "on [the twenty-fourth of July] = 2022-07-24"),
    Rule("d={day} - m={abbreviated_month} - y={year}", calendar, "stamped [14-Mar-2019] = 2019-03-14"),
    Rule("m=<month> ,? ( of )? y=<year>", calendar, "since [July 1997] = 1997-07"),
    Rule("m=<month> n={int} <era>", before_christ, "in [June 479 BC] = BC0479-06"),
    Rule("on the d={nth} !( {other} | {capital} | {ordinal} | {unit} | of | {month} | and {nth} | and {day} | - )", bare_day,
         "On May 4, 2019, they met, and again on [the 20th] = 2019-05-20"),
    Rule("( by | until | since ) the d={nth} !( {other} | {capital} | {ordinal} | {unit} | of | {month} | and {nth} | and {day} | - )", bare_day,
         "On May 4, 2019, they met; it was done by [the 20th] = 2019-05-20"),
    Rule("m={month}", calendar, "riots spread in [January] = 2022-01"),
    Rule("m={abbreviated_month} .", calendar, "prices rose in [Sept.] from August = 2022-09"),
    Rule("w={weekday} the d={nth} !( of )", calendar, "it fell on [Friday the 11th] = 2022-11-11"),
    Rule("w={weekday}", calendar, "voters went to the polls on [Sunday] = 2022-11-20"),
    Rule(
        "n={isodate}", written_date, "logged at [2021-03-04T05:06:07Z] = 2021-03-04T05:06:07"
    ),
    Rule("n={slashdate}", written_date, "dated [12/24/2021] = 2021-12-24"),
    Rule("n={slashdate}", written_date, "dated [24/12/2021] = 2021-12-24"),
    Rule("n={slashdate}", written_date, "vom [24.12.2021] = 2021-12-24"),
)  # fmt: skip

YEAR_RULES = (
    Rule("y={year}", calendar, "came to power in [2019] = 2019"),
    Rule("the year y=( <year> | two thousand )", calendar, "in [the year 2031] = 2031"),
    Rule(
        "the year n={int} !( - | {units} | {other} )",
        anno_domini,
        "crowned in [the year 800] = 0800",
    ),
    Rule("y=<yearwords>", calendar, "in [nineteen ninety-six] = 1996"),
    Rule("( the )? fiscal=fiscal year? y=<year>", calendar, "in [fiscal 1989] = 1989"),
    Rule(
        "the? y={year} ( fiscal=fiscal | calendar ) year",
        calendar,
        "in [the 2019 fiscal year] = 2019",
    ),
    Rule("the y={year} period", calendar, "from [the 1988 period] = 1988"),
    Rule("n={yearrange} !( / )", year_range, "in [1998/99] = 1998/1999"),
    Rule(
        "n=( {year} - ( {year} | {int} ) ) ~( season | school | academic | fiscal )",
        year_range,
        "in the [1998-99] season = 1998/1999",
    ),
    Rule("n=( {int} | {bigint} ) <era>", before_christ, "in [490 BC] = BC0490"),
    Rule("n=( {year} | {int} ) <ad>", anno_domini, "in [1066 AD] = 1066"),
    Rule("<ad> n=( {year} | {int} )", anno_domini, "in [AD 1066] = 1066"),
    Rule("the y={year} 's", decade_in_years(), "in [the 1990's] = 199"),
    Rule("the? early -? y={year} 's", decade_in_years("START"), "in [the early 1990's] = 199"),
    Rule("the? mid -? y={year} 's", decade_in_years("MID"), "in [the mid-1990's] = 199"),
    Rule("the? late -? y={year} 's", decade_in_years("END"), "in [the late 1990's] = 199"),
    Rule("the? n={decade}", decade, "in [the 1990s] = 199"),
    Rule("the? n={shortdecade}", decade, "in [the '90s] = 199"),
    Rule("the n={decadename}", decade, "in [the nineties] = 199"),
    Rule(
        "the? c=( nineteen | eighteen ) n={decadename}", decade, "in [the nineteen sixties] = 196"
    ),
    Rule("the? q=<ordinal> -? century bc=<era>?", century, "in [the 20th century] = 19"),
)

PART_OF_YEAR_RULES = (
    Rule("q q={hour} ,? ( of )? y=<year>", calendar, "profit in [Q3 2020] = 2020-Q3"),
    Rule("h half={hour} ,? ( of )? y=<year>", calendar, "profit in [H1 2021] = 2021-H1"),
    Rule("fiscal=fy y=( {year} | {shortyear} )", calendar, "profit in [FY2021] = 2021"),
    Rule(
        "the? fiscal=fiscal? -? q=( {ordinal} | {nth} ) ( fiscal )? quarter", calendar,
        "profit in [the third quarter] = 2022-Q3",
    ),
    Rule(
        "the y={year} q=( {ordinal} | {nth} ) -? quarter", calendar,
        "from [the 1988 second quarter] = 1988-Q2",
    ),
    Rule("the? m={month} -? quarter", month_quarter, "profit for [the December quarter] = 2022-Q4"),
    Rule("the? m={month} ( - | to | - to - ) {month} -? ( quarter | period )", quarter_of_months,
         "profit for [the July-September quarter] = 2022-Q3"),
    Rule("( the )? s={season} months", calendar, "dry in [the summer months] = 2022-SU"),
    Rule("q=( {ordinal} | {nth} ) - quarter", calendar, "the [third-quarter] loss = 2022-Q3"),
    Rule("the? half=( {ordinal} ) half !( - )", calendar, "sales in [the first half of 2020] = 2020-H1"),
    Rule("the? s={season} ( of )? y=<year>", calendar, "in [the summer of 1944] = 1944-SU"),
    Rule("the=the s={season} !( of )", calendar, "fought through [the summer] = 2022-SU"),
    Rule("( the )? s={season} ( of )? y={year} - {int}", calendar, "in [the winter of 2020-21] = 2020-WI"),
    Rule("s={season}", calendar, "arrived in [autumn] = 2022-FA"),
)  # fmt: skip

NTH_DAY_RULES = (
    Rule("the q=( {ordinal} | {nth} | last ) w={weekday} ( in | of ) m=<month> ( ,? y=<year> )?", nth_weekday,
         "met on [the third Monday in January 2021] = 2021-01-18"),
    Rule("the ( first | opening ) day of m=<month> ( ,? y=<year> )?", edge_of_month(1), "fell on [the first day of May] = 2022-05-01"),
    Rule("the ( last | final ) day of m=<month> ( ,? y=<year> )?", edge_of_month(-1), "fell on [the last day of May] = 2022-05-31"),
)  # fmt: skip

HOLIDAY_RULES = tuple(
    Rule(f"( the )? dir={{direction}}? ({pattern}) ( of )? y={{year}}?", holiday(name), example)
    for name, pattern, example in (
        ("easter", "easter ( sunday | day )?", "met at [Easter 2021] = 2021-04-04"),
        ("easter-1", "holy saturday", "met on [Holy Saturday] = 2022-04-16"),
        ("easter-2", "good friday", "struck on [Good Friday] = 2022-04-15"),
        ("easter-3", "maundy thursday", "met on [Maundy Thursday] = 2022-04-14"),
        ("easter+1", "easter monday", "on [Easter Monday 2016] = 2016-03-28"),
        ("easter-7", "palm sunday", "met on [Palm Sunday] = 2022-04-10"),
        ("easter-46", "ash wednesday", "met on [Ash Wednesday] = 2022-03-02"),
        ("easter+49", "( pentecost | whit sunday )", "on [Pentecost] = 2022-06-05"),
        ("easter week", "easter week", "met during [Easter week] = 2022-W15"),
        ("easter weekend", "easter weekend", "home over [Easter weekend] = 2022-W15-WE"),
        (
            "11-4-4 weekend",
            "thanksgiving weekend",
            "home over [Thanksgiving weekend] = 2022-W47-WE",
        ),
        ("09-1-1 weekend", "labor day weekend", "shut over [Labor Day weekend] = 2022-W35-WE"),
        (
            "05-1--1 weekend",
            "memorial day weekend",
            "shut over [Memorial Day weekend 2021] = 2021-W21-WE",
        ),
        ("04-22", "earth day", "marched on [Earth Day] = 2022-04-22"),
        ("12-25", "christmas ( day )?", "home by [Christmas] = 2022-12-25"),
        ("12-24", "christmas eve", "on [Christmas Eve] = 2022-12-24"),
        ("12-26", "boxing day", "on [Boxing Day 2004] = 2004-12-26"),
        ("01-01", "new year 's ( day )?", "on [New Year's Day] = 2023-01-01"),
        ("12-31", "new year 's eve", "on [New Year's Eve] = 2022-12-31"),
        ("03-2-1", "super tuesday", "won on [Super Tuesday] = 2022-03-01"),
        ("02-14", "valentine 's day", "met on [Valentine's Day] = 2022-02-14"),
        ("03-17", "( st .? )? patrick 's day", "met on [St. Patrick's Day] = 2022-03-17"),
        ("03-08", "international women 's day", "met on [International Women's Day] = 2022-03-08"),
        ("05-01", "may day", "marched on [May Day] = 2022-05-01"),
        ("07-14", "bastille day", "on [Bastille Day] = 2022-07-14"),
        ("10-31", "halloween", "on [Halloween] = 2022-10-31"),
        ("11-01", "all saints day", "on [All Saints Day] = 2022-11-01"),
        ("11-11", "( veterans | armistice | remembrance ) day", "on [Veterans Day] = 2022-11-11"),
        ("11-4-4", "thanksgiving ( day )?", "on [Thanksgiving] = 2022-11-24"),
        ("black friday", "black friday", "on [Black Friday] = 2022-11-25"),
        ("09-1-1", "labor day", "by [Labor Day] = 2022-09-05"),
        ("05-1--1", "memorial day", "on [Memorial Day] = 2022-05-30"),
        ("02-1-3", "( presidents | president 's ) day", "met on [Presidents Day] = 2022-02-21"),
        ("01-1-3", "martin luther king ( jr .? )? day", "on [Martin Luther King Day] = 2023-01-16"),
        ("10-1-2", "columbus day", "on [Columbus Day] = 2022-10-10"),
        ("05-7-2", "mother 's day", "met on [Mother's Day] = 2022-05-08"),
        ("06-7-3", "father 's day", "on [Father's Day] = 2022-06-19"),
        ("06-19", "juneteenth", "on [Juneteenth] = 2022-06-19"),
        ("cyber monday", "cyber monday", "on [Cyber Monday] = 2022-11-28"),
        ("election", "election day", "on [Election Day] = 2022-11-08"),
        ("ramadan", "ramadan", "during [Ramadan 2021] = 2021-04"),
        ("eid al-fitr", "eid al - fitr", "until [Eid al-Fitr 2021] = 2021-05-13"),
        ("eid al-adha", "eid al - adha", "on [Eid al-Adha 2021] = 2021-07-20"),
    )
)

CLOCK_RULES = (
    Rule(
        "h=( {hour} | {clock} | {decimal} | {cardinal} ) mer={meridiem} -? <zonegroup>?",
        time_of_day, "on Saturday at [10 p.m.] = 2022-11-19T22:00",
    ),
    Rule("h=( {zeros} | {year} | {int} ) local time", time_of_day, "at [1330 local time] = 2022-11-21T13:30"),
    Rule("h=( {zeros} | {year} | {int} ) z={zone}", time_of_day, "at [0830 GMT] = 2022-11-21T08:30"),
    Rule("h={clock} ( am | pm )? <zonegroup>", time_of_day, "from [09:30 GMT] = 2022-11-21T09:30"),
    Rule("h={clock} <zonegroup>", time_of_day, "polls close at [21:30 Pacific] = 2022-11-21T21:30"),
    Rule("h={clock}", time_of_day, "began at [18:45] = 2022-11-21T18:45"),
    Rule("h=( {hour} | {cardinal} ) o'clock", time_of_day, "at [eight o'clock] = 2022-11-21T08:00"),
    Rule(
        "h=( {hour} | {cardinal} ) ( o'clock )? in the daypart={part}", time_of_day,
        "rang at [4 in the morning] = 2022-11-21T04:00",
    ),
    Rule("point={point} <zonegroup>", time_of_day, "ended at [noon Moscow time] = 2022-11-21T12:00"),
    Rule("point={point}", time_of_day, "ended at [noon] = 2022-11-21T12:00"),
    Rule("the part={part} ( between | from | of ) w=<weekday> ( and | to | - ) <weekday>", part_of_weekday,
         "fled on [the night between Wednesday and Thursday] = 2022-11-16TNI"),
    Rule("part={part}", time_of_day, "was held on [Friday night] = 2022-11-18TNI"),
    Rule("the early part={part} hours", time_of_day, "ended in [the early morning hours of 4 May 2019] = 2019-05-04TMO"),
    Rule("the=the part={part}", time_of_day, "[late in the morning] = 2022-11-21TMO"),
)  # fmt: skip

CALENDAR_RULES = (
    *DATE_RULES,
    *NTH_DAY_RULES,
    *YEAR_RULES,
    *PART_OF_YEAR_RULES,
    *HOLIDAY_RULES,
    *CLOCK_RULES,
)
