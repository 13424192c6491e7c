"""Days and periods told from the publication or from an earlier expression of the text."""

from dateline.reading.times.clocks import time_beside, time_of_day
from dateline.reading.times.lengths import aside, fixed
from dateline.reading.times.rules import Rule
from dateline.reading.times.senses import (
    calendar,
    compared,
    day_shift,
    definite_period,
    latest_quarter,
    moved,
    moved_from_today,
    moved_from_weekday,
    period,
    quarter_ended,
    running_period,
    two_away,
    week_ended,
    weekday_back,
    weekday_beside,
)

DEICTIC_RULES = (
    Rule("today", day_shift(0), "the vote was held [today] = 2022-11-21"),
    Rule("yesterday", day_shift(-1), "he resigned [yesterday] = 2022-11-20"),
    Rule("tomorrow", day_shift(1), "they will meet [tomorrow] = 2022-11-22"),
    Rule("the day before yesterday", day_shift(-2), "left [the day before yesterday] = 2022-11-19"),
    Rule("the day after tomorrow", day_shift(2), "returns [the day after tomorrow] = 2022-11-23"),
    Rule("tonight", day_shift(0, "NI"), "speaks [tonight] = 2022-11-21TNI"),
    Rule("overnight", day_shift(-1, "NI"), "shells fell [overnight] = 2022-11-20TNI"),
    Rule("dir=last part=night", day_shift(-1, "NI"), "arrived [last night] = 2022-11-20TNI"),
    Rule("dir=last part=evening", day_shift(-1, "EV"), "arrived [last evening] = 2022-11-20TEV"),
    Rule("dir=this part={part}", time_of_day, "left [this morning] = 2022-11-21TMO"),
    Rule("dir=that same? part={part}", time_of_day, "On May 4, 2019, he left [that evening] = 2019-05-04TEV"),
    Rule(
        "the dir=( same | previous | following ) part={part}", time_of_day,
        "On May 4, 2019, he left [the same evening] = 2019-05-04TEV",
    ),
    Rule(
        "the dir=next part={part}", time_of_day,
        "On May 4, 2019, he fled; [the next morning] = 2019-05-05TMO",
    ),
)  # fmt: skip

PERIOD_RULES = (
    Rule(
        "dir=( last | this | next ) fiscal=fiscal? u=( {unit} | weekend )", period,
        "output fell [last year] = 2021",
    ),
    Rule(
        "dir=( last | this | next ) fiscal=fiscal u={unit}", period,
        "budget for [next fiscal year] = 2023",
    ),
    Rule("dir=that same u=( {unit} | weekend )", period, "On May 4, 2019, they won; [that same week] = 2019-W18"),
    Rule("dir=that u=( {unit} | weekend )", period, "In June 2019 rain fell; [later that month] = 2019-06"),
    Rule("this dir=( past | coming ) u=( {unit} | weekend )", period, "ran [this past week] = 2022-W46"),
    Rule(
        "the dir=( current | previous | preceding | prior | following | subsequent | ensuing |"
        " succeeding | next | last | coming | latest | same ) fiscal=fiscal?"
        " u=( {unit} | weekend )",
        period, "In June 2019 it rained; [the following month] = 2019-07",
    ),
    Rule("the dir=past u=( quarter | weekend )", period, "fell over [the past quarter] = 2022-Q3"),
    Rule("dir=( current | prior | previous ) fiscal=fiscal? u=( quarter | year | month )", period,
         "for the full [current year] = 2022"),
    Rule("the ( fiscal )? year ~( ( ended | ending | to ) ( {month} | {abbreviated_month} | {day} | {weekday} | today | tomorrow ) )",
         fixed("P1Y", "DURATION"), "lost money in [the year] ended March 31 = P1Y"),
    Rule("the fiscal? quarter ~( ( ended | ending | to ) m=<month> )", quarter_ended,
         "earned more in [the quarter] ended July 31 = 2022-Q2"),
    Rule("the week ~( ( ended | ending | that ended ) m=<month> d=<dayno> )", week_ended,
         "rose 2% in [the week] ended Oct. 29 = 2022-W43"),
    Rule("u=weekend ~( of <month> {day} )", definite_period, "home for the long [weekend of May 7] = 2022-W18-WE"),
    Rule("the fiscal=fiscal? u=( quarter | week | weekend )", definite_period,
         "sales rose in [the quarter] = 2022-Q3"),
    Rule("the full=full? fiscal=fiscal? u=( year | month | day ) !( - )", definite_period,
         "In March 2019 it rained; by [the end of the month] = 2019-03"),
    Rule("the u=( decade | century ) !( - | after | before | since | of | that | when | in | from | he | she | they | it )", running_period,
         "the worst fire of [the decade] = 202"),
    Rule("the same period", compared, "up from [the same period] = 2021"),
    Rule("year ( - | 's )? end", fixed("YEAR-END"), "sales by [year-end] = 2022-12-31"),
    Rule("end of year", fixed("YEAR-END"), "done by [end of year] = 2022-12-31"),
    Rule("month 's? -? end", fixed("MONTH-END"), "sales by [month's end] = 2022-11"),
)  # fmt: skip

NAMED_PERIOD_RULES = (
    Rule("!( following ) ( the | this )? dir={direction} w={weekday}", calendar, "died [last Friday] = 2022-11-18"),
    Rule("!( following ) ( the | this )? dir={direction} m={month} !( {day} | {nth} )", calendar, "since [last May] = 2022-05"),
    Rule("the? w={weekday} before last", weekday_back, "left [the Sunday before last] = 2022-11-13"),
    Rule("n=( {int} | {cardinal} ) w={weekdays} ago", weekday_back, "left [three Sundays ago] = 2022-11-06"),
    Rule("the w={weekday} before ~( {stop} | , | $ )", weekday_beside("previous"),
         "On May 4, 2019, they won; [the Sunday before] = 2019-04-28"),
    Rule("the w={weekday} after ~( {stop} | , | $ )", weekday_beside("following"),
         "On May 4, 2019, they won; [the Sunday after] = 2019-05-05"),
    Rule("( the )? dir={direction} s={season}", calendar, "for his help [last winter] = 2021-WI"),
    Rule("( this )? dir=( past | coming ) s={season}", calendar, "snow fell [this past winter] = 2021-WI"),
    Rule("( the )? dir={direction} ( fiscal )? q={ordinal} -? quarter", calendar,
         "[the latest third quarter] = 2022-Q3"),
)  # fmt: skip

COMPARED_RULES = (
    Rule("the y={year} quarter", compared, "fell in the third quarter from [the 2020 quarter] = 2020-Q3"),
    Rule("the latest period", latest_quarter, "in [the latest period] = 2022-Q3"),
    Rule("( a | an ) u=year ( ago | earlier | before )", compared,
         "profit rose in the third quarter from [a year earlier] = 2021-Q3"),
    Rule("( the )? ( comparable | corresponding )? u=year -? ( ago | earlier ) ( fiscal )?"
         " ( q={ordinal} -? )? ( period | quarterly=quarter )", compared,
         "net in the second quarter beat [the year-ago quarter] = 2021-Q2"),
    Rule("u=year - ( ago | earlier )", compared, "from the [year-earlier] loss = 2021"),
    Rule("the ( comparable | corresponding | same ) ( period | quarter ) ( in | of ) y={year}", compared,
         "up on [the same period of 2019] = 2019"),
    Rule("( the )? ( comparable | corresponding | same ) ( period | month | quarterly=quarter )"
         " ( of | in )? ( last | a ) year ( ago | earlier )?",
         compared, "up on [the same period last year] in the third quarter = 2021"),
)  # fmt: skip

DISTANCE_RULES = (
    Rule("<count> -? <units> ago", moved(-1, "this"), "the war began [three years ago] = 2019"),
    Rule("<count> -? <units> half=<half> ago", moved(-1, "this"), "left [a year and a half ago] = 2021-05"),
    Rule("<count> <units> back ~( {stop} | , | $ )", moved(-1, "this"), "fell ill [two years back] = 2020"),
    Rule("<count> <units> or so ago", moved(-1, "this"), "left [a week or so ago] = 2022-W46"),
    Rule("<count> ( to | or ) ( {int} | {cardinal} ) <units> ago", fixed("PAST_REF"),
         "left [three or four months ago] = PAST_REF"),
    Rule("<units> ago", moved(-1, "this"), "built [decades ago] = PAST_REF"),
    Rule("<count> <units> from now", moved(1, "this"), "due [two days from now] = 2022-11-23"),
    Rule("<count> <units> from today", moved_from_today, "due [a week from today] = 2022-11-28"),
    Rule("<count> <units> from w={weekday}", moved_from_weekday, "due [a week from Thursday] = 2022-12-01"),
    Rule("<count> <units> hence", moved(1, "this"), "due [five years hence] = 2027"),
    Rule("in <count> <units> ( ' | ’ | 's )? time", moved(1, "this"), "back [in two years' time] = 2024"),
    Rule("<count> <units> ( earlier | previously | before ~( {stop} | , | $ ) )", moved(-1, "that"),
         "On May 4, 2019, they won; [two days earlier] = 2019-05-02"),
    Rule("<count> <units> ( later | afterwards | afterward | after ~( {stop} | , | $ ) )", moved(1, "that"),
         "On May 4, 2019, they won; [two days later] = 2019-05-06"),
    Rule("the u=( year | week | month | weekend ) after next", two_away(1), "due [the week after next] = 2022-W49"),
    Rule("the u=( year | week | month | weekend ) before last", two_away(-1), "left [the year before last] = 2020"),
    Rule("the part={part} before ~( {stop} | , | $ )", time_beside("previous"),
         "On May 4, 2019, they won; [the night before] = 2019-05-03TNI"),
    Rule("the part={part} after ~( {stop} | , | $ )", time_beside("following"),
         "On May 4, 2019, they won; [the morning after] = 2019-05-05TMO"),
    Rule("the u=( day | year | week | month | weekend ) before ~( {stop} | , | $ )", moved(-1, "that"), "On May 4, 2019, they won; [the day before] = 2019-05-03"),
    Rule("the u=( day | year | month | week ) ( after ~( {stop} | , | $ ) | afterward | afterwards )", moved(1, "that"),
         "On May 4, 2019, they won; [the day after] = 2019-05-05"),
)  # fmt: skip

VAGUE_RULES = (
    Rule("now", fixed("PRESENT_REF"), "the road is [now] open = PRESENT_REF"),
    Rule("( right | just | by | until | till | up to ) now", fixed("PRESENT_REF"), "[right now] = PRESENT_REF"),
    Rule("currently", fixed("PRESENT_REF"), "is [currently] shut = PRESENT_REF"),
    Rule("nowadays", fixed("PRESENT_REF"), "is cheap [nowadays] = PRESENT_REF"),
    Rule("these days", fixed("PRESENT_REF"), "is cheap [these days] = PRESENT_REF"),
    Rule("current", fixed("PRESENT_REF"), "the [current] price = PRESENT_REF"),
    Rule("at ( present | this time | the moment )", fixed("PRESENT_REF"), "shut [at present] = PRESENT_REF"),
    Rule("recently", fixed("PAST_REF"), "he [recently] resigned = PAST_REF"),
    Rule("( ( not )? ( so | too | that | very ) | not )? long ago", fixed("PAST_REF"), "built [long ago] = PAST_REF"),
    Rule("a while back", fixed("PAST_REF"), "he left [a while back] = PAST_REF"),
    Rule("( a long time | some time | a while | moments ) ago", fixed("PAST_REF"), "built [a long time ago] = PAST_REF"),
    Rule("( will | would | could | might | hope | hopes | hoped ) one day", aside(fixed("FUTURE_REF"), 1),
         "she will [one day] return = FUTURE_REF"),
    Rule("more recently", fixed("PAST_REF"), "[more recently] he resigned = PAST_REF"),
    Rule("the past !( {units} | {cardinal} | few )", fixed("PAST_REF"), "as in [the past] = PAST_REF"),
    Rule("the ( near | foreseeable )? future", fixed("FUTURE_REF"), "in [the near future] = FUTURE_REF"),
    Rule("the ( near | short | long ) term", fixed("FUTURE_REF"), "in [the near term] = FUTURE_REF"),
    Rule("the? past years", fixed("PAST_REF"), "in [past years] = PAST_REF"),
    Rule("this ( century )", fixed("20"), "the worst fire [this century] = 20"),
)  # fmt: skip

RELATIVE_RULES = (
    *DEICTIC_RULES, *PERIOD_RULES, *NAMED_PERIOD_RULES, *COMPARED_RULES, *DISTANCE_RULES,
    *VAGUE_RULES,
)  # fmt: skip
