"""What figures in news measure: senses, the words that evoke them, and what keeps them apart.

Each row reads: name, unit classes, evoking words (stems; ``a+b`` needs both near the figure),
traits, and an example whose figure must evoke the sense. Traits: ``evolving`` numbers grow while
an event goes on; ``entity`` numbers belong to a named person, party or company; ``periodic`` ones
hold for a month, quarter or year; ``item`` ones for a good or group that a modifier names;
``daily`` ones for one day; ``fleeting`` ones for
a day that is not named; ``limit`` ones are what others are measured against; ``whole`` ones of a good are no others than those of all goods; ``disputed`` ones are told very differently; ``broad`` senses say little alone: words for the thing itself must join their figures.
"""

from __future__ import annotations

from dateline.records import Record


class Sense(Record, frozen=True, kw_only=True):
    """One thing that figures measure."""

    name: str
    units: frozenset[str]
    words: tuple[str, ...]
    traits: frozenset[str]
    example: str


def _sense(name: str, units: str, words: str, traits: str, example: str) -> Sense:
    return Sense(
        name=name,
        units=frozenset(units.split()),
        words=tuple(words.split()),
        traits=frozenset(traits.split()),
        example=example,
    )


# fmt: off
SENSES: tuple[Sense, ...] = (
    # people and harm
    _sense("killed", "people", "kill die dead death toll body bury funeral corpse fatality perish drown slain lives+lost lost+life claim+life victim+fatal", "evolving", "At least [12] people died when the ferry sank."),
    _sense("injured", "people", "injure injury wound hurt burn hospitalised hospitalized casualty maim treat treatment", "evolving", "[25] others were injured in the blast."),
    _sense("missing", "people", "miss unaccounted untrace", "evolving", "[60] people are still missing."),
    _sense("critical", "people", "critical+condition serious+condition critically intensive+care", "evolving", "[21] are in critical condition."),
    _sense("rescued", "people", "rescue survive survivor save pull ashore recover+alive alive brought+surface brought+safety brought+out freed escape", "evolving", "[64] have been pulled from the water."),
    _sense("aboard", "people", "aboard board passenger crew carry ticket occupant", "", "About [150] passengers were on board."),
    _sense("detained", "people", "detain arrest detention custody held jail+protest round", "evolving", "[17] people were detained after the march."),
    _sense("attendance", "people", "take+part fill+street people+street march demonstrate demonstrator protest protester rally crowd attend attendance gather turn+street spectator marcher audience fan+line fan+watch fan+see supporter+watch line+route line+street line+climb line+road watch+stadium came+see mourner", "disputed daily", "[25,000] people marched through the city."),
    _sense("displaced", "people", "displace evacuate flee homeless shelter refugee uproot told+leave order+leave ask+leave force+leave leave+home left+home driven+home", "evolving", "[4,000] residents were evacuated."),
    _sense("trapped", "people", "trap strand", "evolving", "[30] miners are trapped underground."),
    _sense("infected", "people case", "infect infection case contract outbreak sicken ill", "evolving periodic", "[312] cases of measles were confirmed."),
    _sense("vaccinated", "people dose", "vaccinate dose jab immunise immunize", "evolving", "[2,000] people were vaccinated."),
    _sense("strikers", "people", "strike striker walkout stoppage down+tools walk+out stop+work join+strike stay+away stay+home picket", "", "[1,200] workers have joined the strike."),
    _sense("dismissed", "people job", "cost+job fear+job layoff lay+off laid+off dismiss redundant redundancy cut+job fire axe shed job+loss job+cut job+go job+lost job+lose job+eliminate job+threaten job+risk post+go post+cut staff+cut staff+go worker+go", "", "The company will cut [900] jobs."),
    _sense("hired", "people job", "hire recruit create+job new+job add+job job+plant job+gain job+growth payroll", "", "The plant will create [900] jobs."),
    _sense("workforce", "people", "employ workforce payroll staff", "", "The plant employs [2,400] people."),
    _sense("polled", "people", "poll+economist survey+economist respondent economist analyst sample", "", "A poll of [18] economists expected less."),
    _sense("capacity", "people seat", "licensed licence capacity certified built+for designed+for permitted+carry seat+stadium hold", "limit", "The ferry was licensed for [120]."),
    _sense("affected", "people household count:building", "power outage blackout without+power affect electricity cut+off", "evolving", "[40,000] homes were left without power."),
    _sense("buildings", "count:building", "destroy damage collapse flatten burn gut ruin", "evolving", "[210] homes were destroyed."),
    _sense("population", "people", "population inhabitant census live+in", "periodic", "The city has [84,000] inhabitants."),
    _sense("share of people aged", "percent", "older+than people+over aged elderly pensioner younger+than people+under", "", "[22%] are older than 65."),
    _sense("voters", "people", "voter+take+part vote+cast ballot+cast electorate eligible registered+voter", "", "[4.7 million] voters took part."),
    _sense("deployed", "people", "troop soldier deploy peacekeep firefighter+work firefighter+fight firefighter+battle firefighter+tackle rescuer+work rescuer+search volunteer+search volunteer+help police+duty mobilise mobilize", "evolving", "[3,000] troops were deployed."),
    _sense("charged", "people", "charge indict prosecute+court defendant accuse", "evolving", "[Nine] people were charged with fraud."),
    # votes
    _sense("vote share", "percent", "vote win won take took share+vote share+ballot poll+show receive secure against tally lead ballot second rival candidate get beat defeat", "entity", "The president won [58%] of the vote."),
    _sense("poll support", "percent", "support approval approve favour favor rating popular", "entity", "Support for the premier fell to [31%]."),
    _sense("turnout", "percent", "turnout participation turn+out electorate+part take+part took+part electorate+vote", "", "Turnout was [69.1%]."),
    _sense("ballots counted", "percent", "count+ballot count+vote ballot+count tallied counted precinct process+ballot", "", "with [92%] of ballots counted"),
    _sense("threshold", "percent vote people", "need+avoid need+win need+run-off need+outright threshold required+win needed", "limit", "short of the [50%] needed to avoid a run-off"),
    _sense("seats", "seat", "seat parliament assembly win won hold", "entity", "The party won [112] seats."),
    _sense("votes", "vote", "vote margin majority favour against abstain ballot", "entity", "The bill passed with [201] votes."),
    # money and markets
    _sense("inflation", "percent", "inflation consumer+price price+rise price+rose price+increase cpi", "periodic item rate whole", "Annual inflation eased to [6.8%] in December."),
    _sense("growth", "percent", "gdp economy+grow economy+expand economy+shrink economy+contract growth+economic growth+quarter growth+forecast growth+year output+economy", "periodic rate", "The economy grew [2.1%] in the third quarter."),
    _sense("unemployment", "percent", "unemployment jobless joblessness", "periodic", "Unemployment fell to [5.4%]."),
    _sense("key rate", "percent", "key+rate interest+rate benchmark+rate policy+rate lending+rate repo", "", "The bank raised its key rate to [8.25%]."),
    _sense("rate change", "basis_point percentage_point", "cut raise hike lower increase reduce rate point", "", "It lowered the rate by [50 basis points]."),
    _sense("target", "percent money weight", "target goal aim", "item limit", "The bank has a target of [3%]."),
    _sense("price rise", "percent", "price+rise price+increase rise+price hike+price price+go price+went fuel petrol diesel fare tariff bill ticket+price cost+more", "item rate", "a [30%] rise in fuel prices"),
    _sense("wage rise", "percent", "city+offer council+offer latest+offer new+offer pay+rise wage+rise pay+offer pay+increase wage salary raise+pay offer+union want+union more+pay pay+deal pay+award pay+claim offer+strike worker+want staff+want employee+want member+want driver+want teacher+want nurse+want doctor+want union+seek union+demand union+ask demand+more ask+more company+offer employer+offer management+offer government+offer operator+offer ministry+offer", "", "The union wants a pay rise of [12%]."),
    _sense("services running", "percent", "service+run train+run tram+run bus+run ferry+run flight+run service+operate train+operate flight+operate bus+operate", "", "[A third] of trains ran."),
    _sense("services cancelled", "percent count:flight count:train", "cancel ground", "evolving", "[40] flights were cancelled."),
    _sense("closed", "percent count:school count:shop count:hospital count:factory count:branch", "close shut", "", "[38 percent] of schools were closed."),
    _sense("share move", "percent", "share+up share+down share+higher share+lower share+end stock+up stock+down share+fall share+fell share+rise share+rose share+drop share+gain stock+fall stock+rise stock+fell stock+rose index futures trading shares+climb shares+jump shares+slump shares+tumble", "entity rate fleeting", "Shares in the company fell [4.1%]."),
    _sense("share price", "money", "share+close share+trade per+share share+price share+at", "entity", "The shares closed at [$41.20]."),
    _sense("commodity price", "money", "tonne+price barrel a+tonne ton ounce a+barrel a+litre gallon bushel copper oil gold wheat crude", "item", "Copper rose to [$9,140] a tonne."),
    _sense("currency move", "percent", "currency dollar+fall crown+fall exchange weaken strengthen lost+against fell+against", "rate fleeting", "The crown fell [0.6%] against the dollar."),
    _sense("exchange rate", "money", "per+dollar against+dollar per+euro to+dollar exchange", "", "It traded at [24.1] per dollar."),
    _sense("revenue", "money", "revenue sales turnover takings", "entity periodic", "Revenue rose to [$4.2 billion]."),
    _sense("profit", "money", "profit earnings net+income earn ebit eps", "entity periodic", "Net profit fell to [$310 million]."),
    _sense("loss", "money", "loss+net lost deficit+company loss", "entity periodic", "It posted a net loss of [$90 million]."),
    _sense("deal value", "money", "offer+share bid+share offer+per bid+per pay+share deal takeover acquire acquisition buy bid offer merger purchase value+company", "", "It agreed to buy its rival for [$2.3 billion]."),
    _sense("damage", "money", "insurer+loss storm+loss flood+loss insured+loss damage insured losses cost+storm cost+damage", "evolving", "Insured losses may reach [$400 million]."),
    _sense("fine", "money", "fine penalty sanction", "entity", "The regulator fined the bank [$50 million]."),
    _sense("ransom", "money", "ransom extort hacker kidnap", "", "They asked for a ransom of [$6 million]."),
    _sense("settlement", "money", "settle settlement", "", "The bank will pay [$310 million] to settle the suit."),
    _sense("money taken", "money", "overcharge overpay defraud fraud steal stolen theft embezzle launder haul loot cheat rob raid bribe", "", "Customers overpaid by [$40 million]."),
    _sense("provision", "money", "set+aside put+aside provision earmark", "entity", "The bank set aside [$50 million]."),
    _sense("reserves", "money", "reserve+bank reserve+currency reserve+foreign reserve+exchange", "", "Foreign reserves fell to [$2 billion]."),
    _sense("compensation", "money", "compensation damages+award payout award", "", "The jury awarded [$12 million] in damages."),
    _sense("bail", "money", "bail", "entity", "He was released on bail of [$200,000]."),
    _sense("transfer fee", "money", "transfer signing fee+player fee+striker fee+leave fee+join fee+club fee+midfielder sign+club pay+striker pay+midfielder pay+defender pay+forward pay+winger pay+goalkeeper pay+player club+striker club+midfielder club+defender club+winger club+goalkeeper", "entity", "He joined for a fee of [40 million euros]."),
    _sense("aid", "money", "aid package relief grant loan pledge fund donat assistance", "", "a relief package of [$60 million]"),
    _sense("budget", "money", "budget spending expenditure", "periodic", "a budget of [$8 billion]"),
    _sense("deficit", "money percent", "deficit shortfall gap", "periodic", "a deficit of [3.1%]"),
    _sense("debt", "money percent", "debt owe borrow", "periodic entity", "debts of [$7 billion]"),
    _sense("economy size", "money", "economy gdp+size", "broad", "the [$200 billion] economy"),
    _sense("value", "money", "value worth valuation estimate+worth", "broad", "The coins were valued at [$3 million]."),
    _sense("cost", "money", "cost price+tag bill spend spent", "broad", "The bridge will cost [$90 million]."),
    # courts
    _sense("sentence", "time", "sentence jail prison jailed imprison term serve+prison serve+jail serve+sentence behind+bar", "entity", "He was sentenced to [nine years] in prison."),
    _sense("sentence sought", "time", "prosecutor+ask prosecutor+seek sought demand+sentence request+sentence", "entity", "Prosecutors asked for [12 years]."),
    _sense("maximum sentence", "time", "maximum up+to face+prison carry+sentence", "", "a charge that carries up to [20 years]"),
    _sense("counts", "count:count count:charge", "guilty+count convict+count acquit+count guilty+charge convict+charge acquit+charge", "entity", "found guilty on [seven] counts"),
    _sense("plaintiffs", "people", "plaintiff claimant sue lawsuit class+action", "", "[2,300] plaintiffs joined the suit."),
    # nature
    _sense("magnitude", "count magnitude", "magnitude richter quake", "", "a magnitude [6.4] earthquake"),
    _sense("depth", "length", "depth deep underground below", "", "at a depth of [10 km]"),
    _sense("distance", "length", "distance from off away kilometre+from mile+from east west north south", "", "[three nautical miles] from the harbour"),
    _sense("wind speed", "speed", "wind gust sustained", "evolving", "winds of [150 km/h]"),
    _sense("rainfall", "length", "rain rainfall rainwater fell+hour precipitation", "", "[180 mm] of rain fell"),
    _sense("snow", "length", "snow snowfall", "", "[60 cm] of snow"),
    _sense("water level", "length", "river+stand river+stood river+level water+level river+rose crest flood+stage peak", "evolving", "The river rose to [7.2 metres]."),
    _sense("wave height", "length", "wave swell surge", "", "waves of [6 metres]"),
    _sense("temperature", "temperature", "temperature degree heat celsius fahrenheit hot mercury", "daily", "temperatures of [44 C]"),
    _sense("burned area", "area", "burn fire blaze scorch char", "evolving", "The fire burned [4,000 hectares]."),
    _sense("containment", "percent", "contain containment", "evolving", "The fire is [30%] contained."),
    # goods and output
    _sense("output", "weight count:barrel count:vehicle percent", "produce output production mine+produc harvest crop reap yield", "periodic item", "The mine produced [298,000 tonnes] of copper."),
    _sense("lost output", "weight", "lost+output lost+production loss+output", "evolving", "It has lost [7,000 tonnes] of output."),
    _sense("deliveries", "count:vehicle count:aircraft", "deliver handed+over sell sales ship", "entity periodic", "It delivered [152,000] vehicles."),
    _sense("spill", "weight volume", "spill leak", "evolving", "[300 tonnes] of oil spilled."),
    _sense("share of exports", "percent", "export account+for", "item", "[80%] of oil exports"),
    _sense("length", "length", "long length stretch", "", "a bridge [3 km] long"),
    _sense("height", "length", "tall height high altitude feet", "", "a tower [120 metres] tall"),
    _sense("duration", "time", "last after strike+day delay minute outage", "", "a strike that lasted [23 days]"),
    _sense("contract length", "time", "contract deal+year sign+year lease extension loan+year agree+year", "", "She signed a [three-year] contract."),
    _sense("goals", "count:goal", "goal score", "entity", "She scored [two] goals."),
    _sense("medals", "count:medal", "medal gold silver bronze", "entity", "They won [11] medals."),
    _sense("races", "count:win count:title", "win title victory", "entity", "her [fourth] win"),
)
# fmt: on

ITEMS: tuple[tuple[str, str], ...] = (
    ("fuel", "fuel petrol diesel gasoline"),
    ("food", "food grocery bread"),
    ("energy", "energy electricity gas heating"),
    ("housing", "housing rent rents home house"),
    ("services", "services"),
    ("core", "core underlying"),
    ("oil", "oil crude"),
    ("copper", "copper"),
    ("gold", "gold"),
    ("wheat", "wheat grain"),
    ("maize", "maize corn"),
    ("rice", "rice"),
    ("barley", "barley"),
    ("water", "water"),
)
"""Goods and groups that keep two figures of one sense apart: name and the words for it."""

PERSON_TYPES: tuple[tuple[str, str], ...] = (
    ("children", "child children minor minors teenager teenagers pupil pupils boy boys girl girls"),
    ("women", "woman women"),
    ("crew", "crew sailor sailors pilot pilots"),
    ("security forces", "soldier soldiers officer officers policeman policemen serviceman guard"),
    ("rescuers", "firefighter firefighters rescuer rescuers volunteer"),
    (
        "militants",
        "militant militants gunman gunmen attacker attackers rebel rebels insurgent hijacker hijackers kidnapper kidnappers assailant assailants robber robbers bomber bombers",
    ),
    ("journalists", "journalist journalists reporter reporters"),
    ("foreigners", "foreigner foreigners tourist tourists national nationals"),
)
"""Groups within a total; figures of different groups, or of a group and the total, stay apart."""

SUBSETS = ("of them", "of whom", "of those", "including", "among them", "among the", "of the dead")
"""Words before or after a number that make it a part of another number."""

PARTS = r"\balone\b|\b[Aa]ll but (?:about |some )?$|\b(?:[Aa]nother|[Aa] further|[Aa]n additional) (?:about |some )?$|\b[Aa]mong [^.,;]{3,40},? (?:it|that|the rate) (?:was|is|stood at|reached) (?:about |only |just )?$"
"""Words of a clause that make its number a part of another or add it to one: ``in Marn alone``."""

VARIANTS: tuple[tuple[str, str], ...] = (
    ("core", "core"),
    ("gust", "gust gusts gusting"),
    ("adjusted", "adjusted underlying excluding non-gaap pro-forma normalised normalized"),
)
"""What makes another measure of one that leaves nothing out: name and the words for it."""

INCLUSIVE = (
    r"\bincluding (?:[\w-]+ ){0,2}(?:debts?|bonuse?s?|add-ons|options|tax|taxes|interest|fees)\b"
    r"|\bwith (?:add-ons|bonuses|extras)\b"
)
"""Words for what else is counted in a sum: ``$3.1 billion including debt``."""

FARTHER = r" (?:warmer|colder|cooler|hotter|higher|lower|taller|deeper|longer|shorter|faster|slower|heavier|lighter)\b"
"""Words after a measurement that tells how far two others are apart."""

ONE_OF = (
    r"[Oo]ne of (?:[\w’'-]+ ){1,4}?(?:most|least|best|worst|first|last|main|key|top|leading|few|many"
    r"|reasons|\w{3,}est)\b"
)
"""``One`` that tells a kind and counts nothing: ``one of the country's largest banks``."""

AS_MUCH = r" (?:as|the|that|its|their|what|over|more|less|fewer|greater|\w{3,}er)\b"
"""Words after ``three times`` that make it how much as much, not how often."""

CLAIMED = (
    r"\b(?:claim(?:s|ed)?|estimate[sd]?|count(?:s|ed)|report(?:s|ed)|speaks? of|spoke of|said|says)"
    r"(?: it was| there were)? (?:(?:more|fewer|less) than |about |at least |at most |nearly |almost "
    r"|some |only |up to |around |over |just )*$"
)
"""Words before a number with no words of its own: it is of what the report spoke of last."""

ELIDED = (
    r"\b(?:instead of|rather than|and not|but not|from|compared (?:with|to)"
    r"|(?<!more )(?<!less )(?<!fewer )than|than(?= [a-z])|against|above|below)"
    r"(?: the| a)?(?: (?:about|only|just|some|nearly|earlier|previous))? $|, not $"
    r"|\b(?:predicted|expected|forecast|projected) (?:only |about |just |around )?$"
    r"|\b(?:limit|maximum|minimum|target|forecast|average|threshold) of $"
)
"""Words after which a number that names no unit has that of the number before it."""

CONTRAST = r"\b(?:(?<!more )(?<!less )(?<!fewer )than|than(?= [a-z])|instead of|rather than|and not|but not|twice|thrice|half|double)(?: the| a| an| its)?(?: [a-z]+){0,4}? $|, not $"
"""Words between two numbers of one measure that a sentence sets against each other."""

MONTHLY = ("previous month", "month earlier", "month-on-month", "monthly", "on the month")
ANNUAL = ("year earlier", "year-on-year", "annual", "yearly", "on the year", "year ago")

OUTSIDERS = (
    "relative relatives family families witness witnesses resident residents passenger passengers "
    "survivor survivors neighbour neighbours neighbor neighbors villager villagers local locals parent "
    "parents lawyer lawyers analyst analysts economist economists association federation tenant "
    "tenants former retired guild farmer farmers worker workers employee employees captive captives fan fans critic critics"
)
"""Who speaks for himself and stands against what officials or a company say."""

COMMITMENTS = (
    "offer promise pledge agree order demand want ask call urge threaten vow warn plan decide"
)
"""Verbs of what the speaker will do: he is no source of the toll that he names with it."""

REVISIONS = (
    "revise",
    "raise",
    "cut",
    "reduce",
    "slash",
    "instead",
    "update",
    "earlier",
    "previous",
    "initial",
    "correct",
    "lower",
    "up",
    "down",
)
"""Stems that, with two numbers of one report, say that one replaces the other."""

SOUGHT = "ask asks asked asking seek seeks seeking sought demand demands demanded want wants wanted"
"""Words for a number that someone wants and does not have."""

FORMER = r"\b(?:old|previous|former|earlier|existing|past)\s+(?:\w+\s+){0,2}?(?:record|high|low|best|peak)\b[\w\s]{0,12}$"
"""Words before a number that was the record until now."""

OWNED_COUNT = r"\b(?:the\s+)?([\w -]{3,30}?)['’]s?\s+(?:\w+\s+)?(?:count|figure|estimate|tally|toll|forecast|total)(?:\s+of)?\s+$"
"""Words before a number that name whose count it is (``the coastguard's noon count of 19``)."""

COUNTED_BY = r"\s+(?:\w+\s+)?(?:(?:reported|given|counted|announced|claimed|estimated|stated|named|cited)\s+(?:\w+\s+)?by\s+((?:the\s+)?[\w -]{3,40})|(?:that\s+|as\s+|which\s+)?(the\s+[\w -]{3,30}?)\s+(?:had\s+|has\s+)?(?:named|given|gave|reported|announced|claimed|claims|stated|cited|promised|estimated|says|said|admits|admitted)\b)"
"""Words after a number that name whose count it is (``the 19 reported by the coastguard``)."""

EARLIER_LEVEL = (
    r"\b(?:from|compared with|compared to|versus|vs\.?)\s+(?:just |only |about |some |around "
    r"|nearly )?(?:(?:an?|the|its|their) (?:[\w-]+ ){1,3})?$|\bafter (?:an? |the )?(?:revised )?$"
)
"""Words before the level that another figure of the sentence has moved from."""

TOLD_BEFORE = (
    r" (?:\w+ )?(?:earlier\b(?! (?:this|last))|previously\b|yesterday\b|overnight\b"
    r"|reported\b|(?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:an|\w+) hours? (?:ago|earlier|before)\b)"
)
"""Words after the level before that make it what was told before of the same thing."""

SIDES: tuple[tuple[str, str], ...] = (
    ("against", "against oppose opposed reject rejected"),
    ("abstained", "abstain abstention absent"),
)
"""Sides in a vote other than for it: name and the words for it."""

FACING = r"\b(?:against|versus|vs\.?)\s+(?:just |only |about |some )?$"
"""Words between two figures of one measure: ``55.4%, against 33.9% for Holm``."""

RESTATED = "revise correct estimate forecast outlook guidance target offer bid figure count"
"""Words of a number that is told anew when it moves, where others change with time."""

CHANGED = "reduce cut lower raise lift slash halve hike"
"""Verbs of somebody who puts another number in the place of one: ``cut the award to 78 from 289``."""

WANTED = (
    r"\s(?:(?:the )?[\w-]+ )?(?:(?:sought|demanded|requested|wanted)\b(?! for)"
    r"|(?:asked|appealed)(?: for)?(?=[,.;]| to\b| from\b|$))"
)
"""Words after a number that someone wants."""

STAGES: tuple[tuple[str, str], ...] = (
    ("offered", "offer offers offered proposal proposed"),
    ("agreed", "agree agreed agreement deal settle settlement accepted accept"),
)
"""How far a bargain has come: what is offered is another number than what is agreed."""

MOVED_TO = (
    "raise lift increase cut lower reduce rise climb jump fall drop grow widen revise update now"
)
"""Words with which a later report says that the number itself has moved to a new value."""

FORECASTS = ("forecast", "expect", "project", "predict", "estimate", "poll", "outlook")
