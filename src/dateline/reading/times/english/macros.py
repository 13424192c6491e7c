"""Named stretches of patterns that many rules share."""

MACROS = {
    "month": "( {month} | {abbreviated_month} .? )",
    "shortmonth": "( {month} | {abbreviated_month} . | {abbreviated_month} )",
    "weekday": "( {weekday} | {abbreviated_weekday} .? )",
    "dayno": "( {day} | {nth} | <spelled> )",
    "yearwords": "( ( nineteen | eighteen | seventeen ) {cardinal} ( -? {cardinal} )?"
    " | twenty ( {teen} | {cardinal} - {cardinal} ) | two thousand and {cardinal} )",
    "year": "( {year} | {shortyear} | <yearwords> )",
    "ordinal": "( {nth} | {cardinal} - {ordinal} | {ordinal} )",
    "spelled": "( ( twenty | thirty ) - {ordinal} | {ordinal} )",
    "half": "( and a half | and one - half | - and - a - half )",
    "number": "( ( {int} | {bigint} | {decimal} | {mixed} | {fraction} ) {multiplier}?"
    " | {cardinal} <more>? <more>? <more>? <more>? | a {multiplier} {multiplier}? ( of )? | {multiplier} of | half ( a | an )"
    " | a half | half )",
    "more": "( -? {cardinal} | and? {multiplier} )",
    "count": "( n=( <number> <half>? | ( a | an ) ) | vague=<vague> )",
    "vague": "( ( a | an ) few | few | several | many | some | numerous | countless | a number of"
    " | dozens of | scores of | hundreds of | thousands of )",
    "units": "u=( {unit} | {units} )",
    "article": "( the | a | an )",
    "qualifier": "( more | additional | extra | full | long | straight | consecutive | trading |"
    " working | business | whole | successive | solid | further | other | calendar | school )",
    "part": "part={part}",
    "meridiem": "mer={meridiem}",
    "zonegroup": "( ( central ~( {named_zone} ) )?"
    " z=( {named_zone} ~( <clockword> ) | {zone} | {american_zone} ) <clockword>? | local time )",
    "clockword": "( ( mean | standard | summer | daylight )? time )",
    "era": "( bc | bce | b . c .? | b . c . e .? )",
    "ad": "( ad | ce | a . d .? )",
}

TIES = {
    "day_after": "( , and? | and | or | - | to | through ) the? d=( {day} | {nth} )"
    " ~( , | ; | - | {function} | {year} | {stop} | {break} )",
    "day_before": "d=( {day} | {nth} ) ( , | and | or | - | to | through ) the?",
    "year_to": "- y={int} !( - | {units} | % | {multiplier} )",
    "year_before": "{int} ( - | to )",
    "soonest": "( as ( early | soon | late ) as | ahead of"
    " | ( set | planned | scheduled | slated | expected | due ) for | in the run - up to"
    " | {other} through | {bound} at least"
    " | ( moved | postponed | delayed | extended | pushed | brought | put | rescheduled )"
    " ( back | forward | up | off )? ( to | until | till | for | into | through ) )",
    "range": "( to | through | until | - )",
    "ended": "( that )? ( ended | ending )",
    "tie": "( and | or | to | through | until | - | , | , and )",
}
"""What holds the days of a list or range together, and what makes a day lie ahead."""
