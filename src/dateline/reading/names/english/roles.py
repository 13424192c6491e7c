"""English words for what people are or do: titles, offices, and what changes them.

Every list is in lower case.
"""

from __future__ import annotations

from dateline.text import listed

TITLES = listed(
    "counsel accused co-accused mate counterpart committeeman committeewoman grocer qualifier president minister secretary "
    "senator governor mayor chancellor premier ambassador commissioner general colonel major "
    "captain lieutenant sergeant admiral commander marshal corporal brigadier judge justice "
    "congressman congresswoman representative chairman chairwoman chair chairperson speaker "
    "director chief spokesman spokeswoman spokesperson officer sheriff coach professor king "
    "queen prince princess pope archbishop bishop cardinal emperor sultan emir sheikh "
    "ayatollah chief-of-staff whip vice-president vice-chancellor deputy assistant attorney "
    "undersecretary under-secretary envoy consul rector dean provost principal superintendent "
    "inspector detective constable deputy-general secretary-general director-general "
    "inspector-general attorney-general solicitor-general governor-general councillor "
    "councilman councilwoman alderman assemblyman assemblywoman lawmaker legislator delegate "
    "co-chair co-chairman co-founder founder ceo cfo coo cto comptroller treasurer auditor "
    "trustee registrar prosecutor magistrate taoiseach tanaiste premier-designate nominee "
    "candidate leader boss head manager host anchor editor publisher analyst economist "
    "strategist consultant adviser advisor aide lawyer rapper singer actor actress striker "
    "midfielder goalkeeper defender winger forward quarterback driver author writer novelist "
    "poet billionaire entrepreneur businessman businesswoman tycoon magnate investor "
    "financier banker activist dissident journalist reporter correspondent columnist "
    "commentator pundit historian scientist physicist chemist biologist astronaut cosmonaut "
    "researcher scholar academic expert specialist doctor physician surgeon nurse "
    "epidemiologist pathologist psychologist psychiatrist therapist engineer architect "
    "designer artist painter sculptor photographer filmmaker producer composer musician "
    "guitarist drummer pianist conductor dancer choreographer comedian comic broadcaster "
    "presenter teacher headmaster headteacher student pupil pastor priest rabbi imam cleric "
    "monk nun evangelist preacher resident voter farmer worker shopkeeper retiree pensioner "
    "veteran soldier fighter rebel warlord militant gunman suspect defendant victim witness "
    "survivor convict inmate prisoner incumbent ruler dictator autocrat strongman monarch "
    "sovereign statesman politician diplomat negotiator mediator peacekeeper regulator "
    "official executive administrator pollster operative lobbyist organizer organiser "
    "fundraiser donor philanthropist campaigner whistleblower hacker blogger youtuber "
    "influencer model star superstar legend icon champion player golfer boxer wrestler "
    "sprinter runner swimmer cyclist skier skater gymnast jockey pitcher catcher shortstop "
    "outfielder infielder linebacker cornerback center guard goalie batsman bowler "
    "wicketkeeper skipper referee umpire trainer owner chairman-designate president-elect "
    "governor-elect mayor-elect premier-elect minister-designate first-lady frontrunner "
    "front-runner hopeful contender challenger rival opponent running-mate mogul guru "
    "visionary inventor developer programmer realtor broker trader dealer accountant "
    "bookkeeper clerk cashier waiter waitress chef cook baker butcher barber mechanic plumber "
    "electrician carpenter builder miner welder contractor technician pilot navigator sailor "
    "fisherman firefighter paramedic policeman policewoman cop agent spy informant bodyguard "
    "vicar chaplain missionary theologian philosopher sociologist anthropologist "
    "archaeologist geologist meteorologist seismologist forecaster climatologist virologist "
    "ecologist botanist zoologist statistician mathematician astronomer linguist translator "
    "interpreter librarian curator archivist critic reviewer playwright screenwriter lyricist "
    "songwriter frontman bassist vocalist soprano tenor dj emcee magician chairman-elect "
    "businessperson congressperson chieftain chairwoman-elect vicepresident "
    "minister-counsellor controller supervisor coordinator counsellor counselor liaison "
    "ombudsman mouthpiece parliamentarian backbencher mp mep msp congressmember loyalist "
    "hardliner reformer conservative liberal democrat republican independent socialist "
    "communist nationalist populist mastermind ringleader kingpin drug-lord gangster mobster "
    "assassin killer murderer bomber shooter attacker hijacker terrorist extremist jihadist "
    "mother father son daughter husband wife brother sister widow man woman boy girl native "
    "graduate alumnus dropout volunteer caregiver babysitter neighbor neighbour tenant "
    "landlord successor predecessor ally friend protege protégé mentor patron confidant "
    "confidante partner colleague associate nephew niece cousin uncle aunt grandson "
    "granddaughter grandfather grandmother fiance fiancee fiancé fiancée boyfriend girlfriend "
    "stepson stepdaughter spokesman-designate fellow lecturer instructor tutor member "
    "co-author coauthor co-owner co-host cohost co-director cofounder co-chairwoman co-leader "
    "vice-chair vice-chairman vice-chairwoman chief-executive planner buyer seller "
    "analyst-at-large demographer hydrologist ranger warden lifeguard courier messenger "
    "secretary-treasurer surveyor appraiser notary arbitrator litigator barrister solicitor "
    "policymaker politico technocrat bureaucrat mandarin governor-designate plaintiff "
    "claimant petitioner applicant patient customer shopper commuter tourist visitor traveler "
    "traveller migrant refugee immigrant exile deportee heir heiress orphan newlywed vlogger "
    "streamer gamer commodore commandant quartermaster coxswain harbourmaster harbormaster "
    "midshipman rear-admiral vice-admiral"
)
"""Nouns that can name what a person is or does."""

ROLE_ENDINGS = ("ologist", "man", "woman", "person", "ographer", "keeper", "maker", "elect")

PERSON_ENDINGS = ("er", "or", "ist", "ian", "ant", "eur", "ess", "ee")
"""Endings of nouns for people; believed only right beside a person's name."""

REGAL = listed("king queen prince princess pope emperor empress sultan emir saint st. sheikh tsar")
"""Titles that are part of a name of one word: King Harald."""

TITLE_LINKS = listed("of for general in-chief")

OFFICES = listed(
    "president minister secretary senator governor mayor chancellor premier ambassador "
    "commissioner king queen prince princess pope archbishop bishop emperor sultan emir judge "
    "justice speaker congressman congresswoman sheriff chairman chairwoman chief director ceo "
    "prosecutor coach general colonel major captain commander admiral spokesman spokeswoman "
    "spokesperson analyst economist strategist lawyer attorney professor adviser advisor "
    "envoy leader candidate nominee ruler incumbent head founder diplomat politician "
    "businessman businesswoman billionaire representative lawmaker legislator auditor singer "
    "actor actress rapper author striker midfielder goalkeeper defender quarterback player "
    "driver star researcher scientist doctor surgeon teacher pastor priest activist "
    "journalist reporter officer manager owner host comedian historian engineer executive "
    "official pilot farmer worker secretary-general general-secretary director-general editor "
    "monarch dictator autocrat strongman tycoon banker investor entrepreneur mogul magnate "
    "veteran sergeant lieutenant detective superintendent councillor councilman councilwoman "
    "treasurer comptroller cleric ayatollah imam rabbi monk cardinal consultant expert "
    "scholar academic novelist writer poet suspect gunman defendant student pensioner nurse "
    "paramedic firefighter filmmaker physicist epidemiologist psychologist pollster organizer "
    "broker trader negotiator mediator inspector magistrate skipper boxer golfer sprinter "
    "swimmer cyclist whistleblower hacker dissident warlord prisoner ombudsman "
    "parliamentarian president-elect"
)
"""Nouns that, after "the", can stand for a person named before."""

ROLE_KIN = {
    "premier": "minister",
    "pm": "minister",
    "chief executive": "ceo",
    "advisor": "adviser",
    "attorney": "lawyer",
    "spokeswoman": "spokesperson",
    "spokesman": "spokesperson",
    "chairwoman": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "ruler": "leader",
    "monarch": "king",
    "congresswoman": "lawmaker",
    "congressman": "lawmaker",
    "representative": "lawmaker",
    "rep.": "lawmaker",
    "sen.": "senator",
    "gov.": "governor",
    "gen.": "general",
    "president-elect": "president",
}
"""Role nouns that mean the same thing when somebody is referred back to."""

LEADERS = listed(
    "president minister premier chancellor king queen emperor prince dictator sultan emir"
)
"""Offices whose holder may be called "the leader" or "the ruler" of the country."""

LEADER_WORDS = listed("leader ruler")

BARE_OFFICES = frozenset(
    f"{first} {second}"
    for first, second in (
        ("prime", "minister"), ("vice", "president"), ("defence", "minister"),
        ("defense", "minister"), ("foreign", "minister"), ("finance", "minister"),
        ("interior", "minister"), ("justice", "minister"), ("president", "of"),
        ("mayor", "of"), ("governor", "of"), ("king", "of"), ("chairman", "of"),
        ("head", "of"), ("director", "of"), ("leader", "of"), ("chief", "executive"),
        ("speaker", "of"), ("secretary", "of"), ("ambassador", "to"), ("minister", "of"),
        ("attorney", "general"), ("secretary", "general"), ("chief", "justice"),
    )
)  # fmt: skip
"""First two words of offices that stand without an article after “is”: “X is prime minister”."""

FIXED_PAIRS = frozenset({("works", "council"), ("arms", "control"), ("sports", "minister")})
"""Words before the noun of a title whose first one looks like a verb."""

FORMER = listed("former ex onetime one-time erstwhile late then deposed ousted retired ex-")

OFFICE_ADJECTIVES = FORMER | listed(
    "incumbent sitting reigning acting interim deputy vice assistant chief senior junior outgoing incoming new exiled jailed "
    "honorary associate executive presiding caretaker prime self-proclaimed self-declared "
    "newly-elected elected designate federal"
)
"""Words in small letters before a title in capitals that belong to it: “outgoing President X”."""

FORMER_PREFIX = "ex-"

NOT_YET = listed("next best first future ideal perfect other another only last likely new worst")
"""Modifiers with which an office stands for nobody named, or not surely."""

LOOSE_TITLES = listed(
    "owner partner member star champion leader giant operator buyer seller trader dealer producer "
    "developer publisher broadcaster regulator player rival ally successor predecessor supervisor "
    "builder inventor maker donor contractor investor center guard host model bomber native"
)
"""Titles that an organisation or a thing may have as well."""
