"""English nouns: irregular plurals, people, and words that end the guess at a counted noun."""

from __future__ import annotations

PLURALS: dict[str, str] = {
    "people": "people", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "feet": "foot", "inches": "inch", "lives": "life", "wives": "wife", "knives": "knife",
    "halves": "half", "leaves": "leaf", "loaves": "loaf", "thieves": "thief", "wolves": "wolf",
    "shelves": "shelf", "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox",
    "criteria": "criterion", "phenomena": "phenomenon", "crises": "crisis", "analyses": "analysis",
    "bases": "base", "diagnoses": "diagnosis", "hypotheses": "hypothesis", "indices": "index",
    "buses": "bus", "gases": "gas", "viruses": "virus", "bonuses": "bonus", "campuses": "campus",
    "censuses": "census", "series": "series", "species": "species", "aircraft": "aircraft",
    "sheep": "sheep", "fish": "fish", "crew": "crew", "police": "police", "cattle": "cattle",
    "movies": "movie", "cookies": "cookie", "calories": "calorie", "zombies": "zombie",
    "rookies": "rookie", "ties": "tie", "pies": "pie", "policemen": "policeman",
    "policewomen": "policewoman", "gunmen": "gunman", "firemen": "fireman", "horsemen": "horseman",
    "fishermen": "fisherman", "lawmen": "lawman", "cent": "cent", "news": "news", "heroes": "hero",
    "potatoes": "potato", "tomatoes": "tomato", "echoes": "echo", "tornadoes": "tornado",
    "volcanoes": "volcano", "shoes": "shoe", "axes": "axe", "yourselves": "yourself",
    "headquarters": "headquarters", "quizzes": "quiz", "passersby": "passerby", "pence": "penny", "heads": "head",
    "barracks": "barracks", "means": "means", "troops": "troop", "goods": "goods",
    "medics": "medic", "lens": "lens", "chess": "chess", "chassis": "chassis", "gas": "gas",
}  # fmt: skip

PERSONS = frozenset(
    "people person man woman inhabitant child boy girl baby infant teenager adult minor pensioner resident "
    "citizen voter student pupil teacher professor worker employee staffer staff job-seeker miner "
    "driver passenger crew sailor pilot soldier troop officer policeman policewoman gunman fighter "
    "militant rebel insurgent terrorist suspect attacker victim survivor patient doctor nurse medic "
    "refugee migrant immigrant civilian protester demonstrator marcher activist journalist reporter "
    "lawmaker senator deputy minister candidate delegate member customer user subscriber visitor "
    "tourist traveller traveler spectator fan player athlete prisoner inmate detainee hostage "
    "captive farmer fisherman firefighter fireman rescuer volunteer body corpse fatality casualty "
    "death wounded injured dead missing shareholder investor trader analyst economist expert "
    "scientist researcher doctorate judge juror lawyer attorney plaintiff defendant witness "
    "respondent participant attendee guest consumer buyer borrower homeowner tenant householder "
    "taxpayer donor recipient american briton european african asian kazakh russian ukrainian "
    "syrian afghan israeli palestinian national foreigner native parent mother father brother "
    "sister son daughter grandchild widow orphan veteran conscript recruit reservist serviceman "
    "guard peacekeeper diplomat official follower viewer listener reader graduate apprentice "
    "senator legislator councillor councilor mayor governor ambassador envoy aide staffer bishop "
    "priest monk nun imam pilgrim worshipper clerk cleaner waiter cook carpenter plumber electrician "
    "builder labourer laborer seafarer seaman docker porter courier steward attendant ranger scout "
    "crewman seaman oarsman tribesman clansman statesman salesman craftsman frontman henchman airman guardsman spokesman businessman cameraman frogman yachtsman sportsman tradesman climber hiker skier diver swimmer rider runner walker competitor contestant entrant finisher "
    "musician singer actor artist writer author teenager youngster orphan newborn toddler elder "
    "settler squatter rioter looter sniper mercenary paratrooper reserve recruit cadet jihadist "
    "lecturer tutor dentist midwife paramedic carer caregiver pharmacist chemist physicist "
    "consultant adviser advisor accountant banker broker dealer employer founder landlord investor "
    "signatory backer supporter opponent critic marshal steward constable detective agent spy "
    "holder claimant applicant coach manager executive director engineer developer programmer smoker "
    "diabetic motorist cyclist pedestrian commuter shopper striker picket unionist colleague "
    "friend neighbour neighbor villager evacuee returnee asylum-seeker infection sibling".split()
)
"""Nouns for persons, and for what happens to one person each."""

STOPS = frozenset(
    "the a an of in on at to for from by with and or but as is are was were be been being has have "
    "had it its his her their they he she we i that this these those which who whom whose what said "
    "says say told will would could should may might can must did do does than about around least "
    "most up down no not only also after before when while where there here into over under out "
    "off per such per if so because since until during through against between among each every both "
    "either neither nor yet just even still already later ago earlier higher lower compared versus "
    "vs respectively apiece according including killed injured died wounded dead missing arrested "
    "detained left came went took got made won lost rose fell without within across amid near plus "
    "minus percent today yesterday tomorrow now then however too again away behind ahead back at "
    "upon toward towards via monday tuesday wednesday thursday friday saturday sunday last next this"
    " year-on-year on-year "
    "had him them me us you your my our want wants live lives lived remain remained took voted".split()
)
"""Words that cannot be part of a counted noun."""

NOT_NOUNS = frozenset(
    "others other more less fewer further respectively plus overall apiece total altogether "
    "thus this is was has does goes us as across always perhaps sometimes towards "
    "afterwards besides needs says shows remains comes takes makes".split()
)

ORDER_WORDS = frozenset(
    "first second third fourth fifth last next past other same only another more fewer few such many "
    "whole full entire combined total very own final subsequent following coming latest additional further".split()
)
"""Adjectives before a number that order or limit and do not say what is counted."""

BRITISH = {
    "liter": "litre", "liters": "litre", "meter": "metre", "meters": "metre",
    "kilometer": "kilometre", "kilometers": "kilometre", "centimeter": "centimetre",
    "millimeter": "millimetre", "milliliter": "millilitre",
}  # fmt: skip
"""American spellings of units inside a counted noun (``9 liter cases``)."""

COLLECTIVES = frozenset(
    "staff personnel cavalry infantry livestock poultry offspring clergy folk youth military faculty "
    "salmon trout deer bison game head gross cod tuna shrimp squid craft spacecraft watercraft "
    "hovercraft percent pair dozen hundred thousand million billion trillion score".split()
)
"""Nouns without an ending that a number above one counts."""

HAPPEN_TO_PEOPLE = (
    "killed|kills|killing|injured|injures|injuring|wounded|wounding|hurt|hurting|arrested|arresting"
    "|detained|detaining|rescued|rescuing|evacuated|hospitali[sz]ed|jailed|employs?|employed"
    "|treated|treating"
)
"""Verbs whose bare numeral object counts people."""

PEOPLE_AFTER = (
    "dead|killed|injured|wounded|hurt|missing|arrested|detained|hospitali[sz]ed|died|drowned"
    "|rescued|evacuated|unaccounted for|trapped|homeless|charged|jailed|survived|fatally"
)
"""What follows a bare number of people."""
