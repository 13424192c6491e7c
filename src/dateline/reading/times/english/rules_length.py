"""Lengths of time and sets of times."""

from dateline.reading.times.lengths import (
    aside,
    fixed,
    length,
    part_of_period,
    rate,
    repeated,
    stretch,
)
from dateline.reading.times.rules import Rule

LENGTH_RULES_PLAIN = (
    Rule("( a | an ) u=( {unit} | {units} ) - ( long | old )", aside(length, 1), "after a [months-long] siege = PXM"),
    Rule("<count> -? <qualifier>? -? <units> ( - ( old | long ) )? !( - )", length, "held power for [three decades] = P30Y"),
    Rule("<count> - <units> - old", length, "the [69-year-old] leader = P69Y"),
    Rule("<count> -? <units> half=<half>", length, "ran for [a minute and a half] = PT1M30S"),
    Rule("<count> <units> or so", length, "for [two years or so] = P2Y"),
    Rule("<count> ( to | or ) ( {int} | {cardinal} ) -? <units>", length,
         "in [two to three weeks] = P2W"),
    Rule("( a | an ) <units> ( - | or ) ( so | two )", length, "for [a week or two] = P1W"),
    Rule("n=( {int} | {cardinal} ) - <units> ( period | term )", stretch, "a [six-year term] = P6Y"),
    Rule("( a | an ) n=( {int} | {cardinal} ) - <units> ( period )", stretch, "over [a three-year period] = P3Y"),
    Rule("the dir=( last | final | first ) <count> -? <units> ~( of )", part_of_period,
         "in [the last three months] of 2012 = P3M"),
    Rule("( the )? dir=( last | past | next | coming | previous | preceding | following ) <count> -? <units> ( or so )?", length,
         "over [the past three months] = P3M"),
    Rule("the dir=( last | past | next | coming | latest | final )? first? <count> <units>", length,
         "in [the nine months] = P9M"),
    Rule("( the )? dir=( coming | next | recent | last | past ) u={units}", length,
         "in [the coming months] = PXM"),
    Rule("the dir=past u=( hour | day | week | month | year | decade | century )", length,
         "fell over [the past year] = P1Y"),
    Rule("( over | within | during | for ) the dir=( last | next | coming )"
         " u=( hour | day | week | month | year | decade | century ) !( of )",
         aside(length, 1), "will rise over [the next year] = P1Y"),
    Rule("n={cardinal} {other} <units> !( after | before | later | earlier | ago | - )", length,
         "held out for [two bloody weeks] = P2W"),
    Rule("the first <count> <units>", length, "in [the first nine months] = P9M"),
    Rule("( the )? early u=years", length, "in [the early years] = PXY"),
    Rule("u=( years | months | weeks | days | hours | decades | centuries )", length, "it took [years] = PXY"),
    Rule("u=( {long_unit} | {long_units} )", length, "after a [monthslong] siege = PXM"),
    Rule("u={unit} - old", length, "the [decade-old] row = P10Y"),
    Rule("u={units} - old", length, "the [centuries-old] mill = PXC"),
    Rule("( within | for ) u=minutes", aside(length, 1), "it was gone within [minutes] = PTXM"),
    Rule("u=minutes ~( later | earlier | after | before )", length, "[minutes] later it was gone = PTXM"),
    Rule("( all )? u=( day | week | month | year | decade | decades | months | years | weeks | days ) - long",
         length, "[month-long] = P1M"),
    Rule("a? quarter ( -? century | of a century )", fixed("P25Y", "DURATION"), "for [a quarter century] = P25Y"),
    Rule("some time", fixed("PXX", "DURATION"), "for [some time] = PXX"),
    Rule("a while", fixed("PXX", "DURATION"), "for [a while] = PXX"),
)  # fmt: skip

SET_RULES = (
    Rule("( {money} | % | percent | {multiplier} ) ( a | an ) u={unit} !( ago | earlier | before | later | - )", rate, "pays $50 [a year] = P1Y"),
    Rule("( {int} | {bigint} | {cardinal} ) {other} ( a | an ) u={unit}"
         " !( ago | earlier | before | later | after | - )", aside(repeated, 2), "sold 40 seats [a week] = P1W"),
    Rule("freq=( once | twice | thrice | {int} times | {cardinal} times ) ( a | an | per | each | every )"
         " u={unit}", repeated, "meets [twice a week] = P1W"),
    Rule("quant=per u={unit}", repeated, "costs 5 crowns [per month] = P1M"),
    Rule("quant=( every | each ) n=( {int} | {cardinal} )? u=( {unit} | {units} | weekend )", repeated,
         "votes [every four years] = P4Y"),
    Rule("quant=every vague=( few | several ) <units>", repeated, "votes [every few years] = PXY"),
    Rule("quant=every n=( other | second ) u={unit}", repeated, "meets [every other week] = P2W"),
    Rule("per annum", fixed("P1Y", "SET"), "up by 4 per cent [per annum] = P1Y"),
    Rule("quant=( every | each ) w={weekday} part={part}?", repeated, "meets [each Thursday] = XXXX-WXX-4"),
    Rule("quant=( every | each ) m={month}", repeated, "meets [each July] = XXXX-07"),
    Rule("quant=( every | each ) s={season}", repeated, "floods [every spring] = XXXX-SP"),
    Rule("quant=( every | each ) part={part}", repeated, "walks [every morning] = XXXX-XX-XXTMO"),
    Rule("the ( {ordinal} | last ) {weekday} of ( every | each | the ) month", fixed("P1M", "SET"),
         "meets on [the first Tuesday of every month] = P1M"),
    Rule("w={weekdays}", repeated, "open on [Mondays] = XXXX-WXX-1"),
    Rule("weekends", fixed("XXXX-WXX-WE", "SET"), "open on [weekends] = XXXX-WXX-WE"),
    Rule("w={weekday} part={parts}", repeated, "on [Tuesday nights] = XXXX-WXX-2TNI"),
    Rule("daily", fixed("P1D", "SET"), "sold [daily] = P1D"),
    Rule("weekly", fixed("P1W", "SET"), "paid [weekly] = P1W"),
    Rule("monthly", fixed("P1M", "SET"), "paid [monthly] = P1M"),
    Rule("( annually | yearly )", fixed("P1Y", "SET"), "paid [annually] = P1Y"),
    Rule("hourly", fixed("PT1H", "SET"), "paid [hourly] = PT1H"),
    Rule("nightly", fixed("XXXX-XX-XXTNI", "SET"), "raids came [nightly] = XXXX-XX-XXTNI"),
)  # fmt: skip

LENGTH_RULES = (*LENGTH_RULES_PLAIN, *SET_RULES)
