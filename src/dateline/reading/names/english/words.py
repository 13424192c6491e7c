"""English word lists of the names layer: titles, roles, relations, markers of organisations.

Every list is in lower case unless it says otherwise.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COURTESY_MALE = _words(
    "mr mr. mister sir lord baron king prince duke emperor sheikh sultan tsar shah"
)
COURTESY_FEMALE = _words(
    "mrs mrs. ms ms. miss madam madame lady dame queen princess duchess baroness"
)
COURTESY = (
    _words("asst ch con supt insp sargeant sergeant")
    | COURTESY_MALE
    | COURTESY_FEMALE
    | _words(
        "dr dr. prof prof. professor rev rev. reverend fr. father sister brother pope saint gen "
        "gen. lt lt. col col. maj maj. capt capt. cpl sgt sgt. cmdr cmdr. adm adm. brig brig. pvt "
        "pvt. sen sen. rep rep. reps. sens. gov gov. hon hon. amb. atty. pres. supt. det. msgr. "
        "imam rabbi ayatollah mullah emir justice judge councilman councilwoman"
    )
)
"""Titles that stand directly before a name and are no part of it."""

MALE_NOUNS = _words(
    "man men husband father son brother uncle nephew grandfather grandson boy spokesman "
    "businessman chairman congressman actor policeman fireman king prince lord sir stepfather "
    "widower councilman assemblyman alderman salesman statesman cameraman fisherman strongman "
    "anchorman gentleman boyfriend groom patriarch duke baron emperor monk priest bishop "
    "archbishop cardinal pope imam ombudsman serviceman clergyman playboy father-in-law "
    "son-in-law brother-in-law"
)
FEMALE_NOUNS = _words(
    "woman women wife mother daughter sister aunt niece grandmother granddaughter girl "
    "spokeswoman businesswoman chairwoman congresswoman actress policewoman queen princess "
    "lady stepmother widow councilwoman assemblywoman alderwoman waitress heiress duchess "
    "baroness empress girlfriend bride matriarch nun hostess mother-in-law daughter-in-law "
    "sister-in-law stateswoman"
)
GENDERLESS_TITLES = _words("ombudsman")

MALE_PRONOUNS = _words("he him his himself")
FEMALE_PRONOUNS = _words("she her hers herself")
PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS

TITLES = _words(
    "counterpart committeeman committeewoman grocer qualifier president minister secretary "
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

REGAL = _words("king queen prince princess pope emperor empress sultan emir saint st. sheikh tsar")
"""Titles that are part of a name of one word: King Harald."""

TITLE_LINKS = _words("of for general in-chief")

OFFICES = _words(
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

LEADERS = _words(
    "president minister premier chancellor king queen emperor prince dictator sultan emir"
)
"""Offices whose holder may be called "the leader" or "the ruler" of the country."""
LEADER_WORDS = _words("leader ruler")

FORMER = _words("former ex onetime one-time erstwhile late then deposed ousted retired ex-")
FORMER_PREFIX = "ex-"

NOT_YET = _words("next best first future ideal perfect other another only last likely new worst")
"""Modifiers with which an office stands for nobody named, or not surely."""

RELATIONS = _words(
    "counterpart predecessor successor nephew niece son daughter brother sister father mother "
    "wife husband widow widower cousin uncle aunt grandson granddaughter grandfather "
    "grandmother ally aide adviser advisor spokesman spokeswoman spokesperson lawyer attorney "
    "deputy rival opponent challenger protege protégé mentor patron friend partner boyfriend "
    "girlfriend fiance fiancee fiancé fiancée stepson stepdaughter stepfather stepmother "
    "confidant confidante associate running-mate mate colleague bodyguard chief-of-staff "
    "son-in-law daughter-in-law brother-in-law sister-in-law father-in-law mother-in-law "
    "ex-wife ex-husband ex-patron half-brother half-sister twin heir critic loyalist "
    "mouthpiece envoy assistant co-defendant accomplice manager agent coach biographer "
    "surrogate supporter donor"
)
"""Nouns that say what one person is to another."""

KIN = _words(
    "nephew niece son daughter brother sister father mother wife husband widow widower cousin "
    "uncle aunt grandson granddaughter grandfather grandmother stepson stepdaughter "
    "stepfather stepmother son-in-law daughter-in-law brother-in-law sister-in-law "
    "father-in-law mother-in-law half-brother half-sister twin ex-wife ex-husband child "
    "children parents couple"
)
"""Family: whoever is introduced so is not the one a bare surname means."""

RELATION_LINKS = _words("of for to")

ORGANISATION_HEADS = _words(
    "zoo library gallery orchestra images zeitung party ministry commission committee council "
    "bank university college institute agency department bureau office administration "
    "authority corporation corp corp. company co. inc inc. ltd ltd. llc plc group holdings "
    "association federation union league foundation fund trust society club academy school "
    "hospital court tribunal parliament congress senate assembly house army navy guard police "
    "force forces service services board organization organisation center centre network "
    "times post journal news press tribune herald gazette chronicle airlines airways motors "
    "ratings partners capital ventures management consulting industries systems technologies "
    "laboratories labs coalition alliance movement front brigade battalion command "
    "secretariat directorate cabinet embassy consulate museum church ministries studios "
    "pictures records entertainment media broadcasting television radio exchange chamber "
    "forum initiative project campaign caucus conference treasury reserve observatory "
    "register registry international associates & l.p. lp ag sa gmbh nv s.a. a.g. n.v. mining "
    "shipping lines securities railways shipyards petroleum"
)
"""Last words of the names of organisations."""

NEVER_SURNAMES = _words(
    "ministry commission committee council university agency bureau corporation corp. company inc "
    "inc. ltd ltd. llc plc holdings association federation airlines airways motors industries "
    "systems technologies laboratories entertainment broadcasting mining shipping lines "
    "securities railways shipyards petroleum"
)
"""Those of them that nobody is called by."""

COMPANY_NOUNS = _words(
    "company firm group bank ministry commission committee council agency department bureau "
    "office party union university institute court club foundation charity organization "
    "organisation association federation regulator watchdog broadcaster newspaper outlet "
    "carrier airline automaker carmaker manufacturer retailer lender insurer startup start-up "
    "body authority movement board think-tank consultancy chain giant corporation team panel "
    "tribunal coalition alliance magazine network service producer operator utility exchange"
)
"""Nouns that, after "the", can stand for an organisation named before."""

KNOWN_ORGANISATIONS = frozenset(
    (
        "sinn fein",
        "khmer rouge",
        "twitter",
        "facebook",
        "google",
        "youtube",
        "instagram",
        "tiktok",
        "whatsapp",
        "telegram",
        "reddit",
        "linkedin",
        "politico",
        "reuters",
        "bloomberg",
        "interfax",
        "tass",
        "xinhua",
        "breitbart",
        "quora",
        "wikileaks",
        "wikipedia",
        "netflix",
        "amazon",
        "microsoft",
        "apple",
        "hamas",
        "hezbollah",
        "taliban",
        "al qaeda",
        "al shabab",
        "boko haram",
        "isis",
        "getty",
        "getty images",
        "associated press",
        "agence france presse",
        "huffington post",
        "al jazeera",
        "deutsche welle",
        "gazprom",
        "rosneft",
        "interpol",
        "europol",
        "opec",
        "nato",
        "unicef",
        "unesco",
        "fifa",
        "uefa",
        "nasa",
        "der spiegel",
        "le monde",
        "el pais",
        "die welt",
        "russia today",
        "buzzfeed",
        "axios",
        "vox",
        "gallup",
    )
)
"""Well-known organisations, folded, that a small model often takes for something else."""

PLACE_HEADS = _words(
    "city town village river lake mountain mountains valley island islands peninsula province "
    "region district county state street avenue road square airport port bay sea ocean desert "
    "park beach strait canal bridge coast hill hills forest plain oblast governorate "
    "prefecture"
)

LOCATIVE = _words(
    "in at near from to toward towards outside inside across around through into via "
    "throughout over off within"
)

PLACE_OPENERS = _words("cape port lake mount mt. fort gulf isle loch puerto camp")
"""First words of the names of places."""

VESSELS = _words("ferry ship vessel yacht tanker trawler boat freighter steamer frigate warship")
"""Nouns before the name of a ship, which is neither a person nor a place."""

COUNTRY_HAS = _words(
    "president premier government parliament capital constitution army navy border economy "
    "election population currency voters citizens independence monarchy"
)
"""What a country has: “Velmora's government”."""

DEMONYM_ENDINGS = ("n", "an", "ian", "ese", "ish", "i")

DIRECTIONS = _words("east west north south northeast northwest southeast southwest outside")

PLACE_SMALL_WORDS = _words(
    "of the and de la le les el al del da do di du am an der den upon on sur i e"
)
"""Words in small letters that stand inside names of places."""

PLACE_PREPOSITIONS = _words("in at near outside inside across throughout around")
"""Prepositions after which a name is a place unless much speaks against it."""

LOOSE_TITLES = _words(
    "owner partner member star champion leader giant operator buyer seller trader dealer producer "
    "developer publisher broadcaster regulator player rival ally successor predecessor supervisor "
    "builder inventor maker donor contractor investor center guard host model bomber native"
)
"""Titles that an organisation or a thing may have as well."""

PERSON_NOUNS = _words(
    "boy girl man woman child baby toddler teenager teen mother father mum mom dad son "
    "daughter wife husband brother sister victim suspect gunman driver pilot student pupil "
    "spokesman spokeswoman spokesperson official officer policeman prosecutor lawyer judge "
    "witness patient neighbor neighbour friend colleague boss leader candidate player coach "
    "reporter teacher doctor nurse soldier worker resident owner shopkeeper grandmother "
    "grandfather uncle aunt cousin niece nephew widow widower boyfriend girlfriend fiance "
    "fiancee partner author actor actress singer youth passenger pedestrian cyclist attacker "
    "killer intruder employee employer customer guest source aide adviser analyst expert "
    "professor priest pastor farmer survivor defendant someone somebody anyone everybody "
    "everyone person king queen prince princess president minister senator governor mayor "
    "gorilla animal dog cat lion"
)
"""Nouns for somebody without a name, whom a pronoun may mean as well as a person with one."""

SPEECH_VERBS = _words(
    "say says said saying tell tells told add adds added adding announce announced announces "
    "argue argued argues ask asked asks believe believes believed claim claimed claims "
    "confirm confirmed confirms declare declared deny denied denies explain explained insist "
    "insisted note noted notes predict predicted promise promised recall recalled reply "
    "replied respond responded reveal revealed state stated suggest suggested testify "
    "testified think thinks thought tweet tweeted urge urged vow vowed warn warned write "
    "writes wrote quip quipped acknowledge acknowledged admit admitted concede conceded "
    "continue continued conclude concluded"
)

NOT_NAMES = _words(
    "hutu hutus tutsi tutsis olympic prez january february march april june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec "
    "jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. monday tuesday wednesday "
    "thursday friday saturday sunday mon tue wed thu fri sat sun christmas easter "
    "thanksgiving ramadan halloween hanukkah god internet web twitter-verse turnout inflation "
    "economy government opposition parliament election elections today tomorrow yesterday "
    "tonight spring summer autumn fall winter am pm gmt et est edt utc bst however meanwhile "
    "moreover but and the a an if when while after before since although though this that "
    "these those here there what who why how where yes no not many most some several few all "
    "both each every other another none i we you they he she it his her their our my your its "
    "mr mrs ms dr sir mr. mrs. ms. dr. photo video image file source story update breaking "
    "watch read more see also related advertisement copyright editor's note correction listen "
    "credit covid-19 covid coronavirus ebola zika brexit olympics english democrats "
    "republicans democrat republican muslim muslims christian christians jewish jews jew "
    "catholic catholics islam christianity judaism buddhist hindu sunni shiite shia "
    "protestant islamist nazi nazis communist marxist tory tories labour-party gop latino "
    "latinos hispanic hispanics black blacks white whites asian asians african-american "
    "african-americans arab arabs kurd kurds president minister senator governor mayor judge "
    "officials police officer according facebook-page hall-of-fame ok okay thank thanks "
    "please dear hello hi welcome first second third north south east west northern southern "
    "eastern western central former ex late new old big great good bad best worst top high "
    "low next last final"
)
"""Capitalised words that are no names of people, organisations or places when they stand alone."""

NAME_PARTICLES = _words(
    "de da di do dos das del della der den des du la le van von bin bint ibn al el ben zu zur "
    "ten ter af av ap y e st. abu umm"
)
SUFFIXES = _words("jr jr. sr sr. ii iii iv")

ARTICLES = _words("the a an")
POSSESSIVES = _words("'s ’s ' ’")

NICKNAMES: tuple[frozenset[str], ...] = tuple(
    _words(line)
    for line in (
        "william bill billy will",
        "robert bob bobby rob",
        "richard rick dick rich",
        "james jim jimmy",
        "john jack johnny jon",
        "joseph joe joey",
        "michael mike mick",
        "thomas tom tommy",
        "charles charlie chuck",
        "edward ed eddie ted",
        "theodore ted teddy",
        "daniel dan danny",
        "david dave",
        "donald don",
        "steven steve stephen",
        "anthony tony",
        "samuel sam",
        "benjamin ben",
        "matthew matt",
        "andrew andy drew",
        "christopher chris",
        "nicholas nick",
        "timothy tim",
        "kenneth ken",
        "ronald ron",
        "gregory greg",
        "lawrence larry",
        "gerald jerry",
        "jeffrey jeff",
        "peter pete",
        "patrick pat",
        "philip phil",
        "raymond ray",
        "albert al",
        "alexander alex sasha",
        "vladimir volodymyr",
        "elizabeth liz beth betsy",
        "katherine kate kathy catherine",
        "margaret meg peggy maggie",
        "susan sue",
        "deborah deb debbie",
        "jennifer jen jenny",
        "jessica jess",
        "rebecca becky",
        "patricia pat patty",
        "barbara barb",
        "victoria vicky",
        "samantha sam",
        "alexandra alex sandra",
        "mikhail misha",
        "dmitry dmitri dima",
    )
)
"""First names that one person may go by; used only where the surnames agree."""
