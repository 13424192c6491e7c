"""English words round names: courtesy, kinship, pronouns, places, and what is no name.

Every list is in lower case.
"""

from __future__ import annotations

from dateline.text import listed

COURTESY_MALE = listed(
    "mr mr. mister sir lord baron king prince duke emperor sheikh sultan tsar shah"
)

COURTESY_FEMALE = listed(
    "mrs mrs. ms ms. miss madam madame lady dame queen princess duchess baroness"
)

COURTESY = (
    listed("asst ch con supt insp sargeant sergeant")
    | COURTESY_MALE
    | COURTESY_FEMALE
    | listed(
        "dr dr. prof prof. professor rev rev. reverend fr. father sister brother pope saint gen "
        "gen. lt lt. col col. maj maj. capt capt. cpl sgt sgt. cmdr cmdr. adm adm. brig brig. pvt "
        "pvt. sen sen. rep rep. reps. sens. gov gov. hon hon. amb. atty. pres. supt. det. msgr. "
        "imam rabbi ayatollah mullah emir justice judge councilman councilwoman"
    )
)
"""Titles that stand directly before a name and are no part of it."""

MALE_NOUNS = listed(
    "man men husband father son brother uncle nephew grandfather grandson boy spokesman "
    "businessman chairman congressman actor policeman fireman king prince lord sir stepfather "
    "widower councilman assemblyman alderman salesman statesman cameraman fisherman strongman "
    "anchorman gentleman boyfriend groom patriarch duke baron emperor monk priest bishop "
    "archbishop cardinal pope imam ombudsman serviceman clergyman playboy father-in-law "
    "son-in-law brother-in-law"
)

FEMALE_NOUNS = listed(
    "woman women wife mother daughter sister aunt niece grandmother granddaughter girl "
    "spokeswoman businesswoman chairwoman congresswoman actress policewoman queen princess "
    "lady stepmother widow councilwoman assemblywoman alderwoman waitress heiress duchess "
    "baroness empress girlfriend bride matriarch nun hostess mother-in-law daughter-in-law "
    "sister-in-law stateswoman"
)

GENDERLESS_TITLES = listed("ombudsman")

MALE_PRONOUNS = listed("he him his himself")

FEMALE_PRONOUNS = listed("she her hers herself")

PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS

RELATIONS = listed(
    "counterpart predecessor successor nephew niece son daughter brother sister father mother "
    "wife husband widow widower cousin uncle aunt grandson granddaughter grandfather "
    "grandmother ally aide adviser advisor spokesman spokeswoman spokesperson lawyer attorney "
    "deputy rival opponent challenger protege protégé mentor patron friend partner boyfriend "
    "girlfriend fiance fiancee fiancé fiancée stepson stepdaughter stepfather stepmother "
    "confidant confidante associate running-mate mate colleague bodyguard chief-of-staff "
    "son-in-law daughter-in-law brother-in-law sister-in-law father-in-law mother-in-law "
    "ex-wife ex-husband ex-patron half-brother half-sister twin heir critic loyalist "
    "mouthpiece envoy assistant co-defendant accomplice manager agent coach biographer "
    "surrogate supporter donor neighbour neighbor"
)
"""Nouns that say what one person is to another."""

KIN = listed(
    "nephew niece son daughter brother sister father mother wife husband widow widower cousin "
    "uncle aunt grandson granddaughter grandfather grandmother stepson stepdaughter "
    "stepfather stepmother son-in-law daughter-in-law brother-in-law sister-in-law "
    "father-in-law mother-in-law half-brother half-sister twin ex-wife ex-husband child "
    "children parents couple"
)
"""Family: whoever is introduced so is not the one a bare surname means."""

CHILDREN = listed("son daughter nephew niece grandson granddaughter stepson stepdaughter")

PARENTS = listed("father mother uncle aunt grandfather grandmother stepfather stepmother")

YOUNGER = listed("younger junior")

ELDER = listed("elder older senior")
"""Words before a surname that two generations share: “the elder Carrow”."""

RELATION_LINKS = listed("of for to")

PLACE_HEADS = listed(
    "city town village river lake mountain mountains valley island islands peninsula province "
    "region district county state street avenue road square airport port bay sea ocean desert "
    "park beach strait canal bridge coast hill hills forest plain oblast governorate "
    "prefecture dam reservoir"
)

LOCATIVE = listed(
    "in at near from to toward towards outside inside across around through into via "
    "throughout over off within"
)

PLACE_OPENERS = listed(
    "cape port lake mount mt. fort gulf isle loch puerto camp point piazza plaza rue calle avenida "
    "county"
)
"""First words of the names of places."""

VESSELS = listed("ferry ship vessel yacht tanker trawler boat freighter steamer frigate warship")
"""Nouns before the name of a ship, which is neither a person nor a place."""

AGAINST = frozenset(("v.", "v", "vs."))
"""Between the names of a case at court: ``Abbott v. Perez``."""

FAMILIES = listed("family dynasty clan brothers sisters")
"""Behind a surname they make it that of several: “the Lins family”."""

WORKS = listed(
    "novel novella book film movie play album song series sitcom drama documentary opera musical "
    "memoir poem painting ballet comedy thriller trilogy podcast biopic sequel"
)
"""Nouns before the title of a work, which may be called like a place or somebody."""

COUNTRY_HAS = listed(
    "president premier government parliament capital constitution army navy border economy "
    "election population currency voters citizens independence monarchy coastguard airspace "
    "ambassador embassy"
)
"""What a country has: “Velmora's government”."""

COUNTRY_HAS_KINDS_OF = listed("minister ministry parliament election elections")
"""What a country has several of: “Velmora's labour minister”."""

DEMONYM_ENDINGS = ("n", "an", "ian", "ese", "ish", "i")

NAME_ABBREVIATIONS = listed("md. mohd. muhd. moh. ma. abd.")
"""Given names that are written short: “Md. Rafiqul Alam”."""

OWN_POSSESSIVES = listed(
    "moody mcdonald sotheby christie lloyd sainsbury macy lowe kellogg domino wendy kohl dillard "
    "arby denny hershey levi wrigley"
)
"""Names of companies that end in “'s”."""

THINGS = listed(
    "mission probe spacecraft satellite telescope rover rocket drug vaccine device programme "
    "program operation storm typhoon hurricane cyclone"
)
"""Nouns of an apposition that make a name that of a thing: “Ariel, a mission due for launch”."""

UNITS = listed("force brigade battalion regiment unit corps militia gang cartel")
"""What stands behind the name of armed people: “the group's Radwan force”."""

PLACES_BEHIND = listed(
    "crossing checkpoint neighbourhood neighborhood district province governorate oblast "
    "prefecture valley peninsula archipelago"
)
"""What stands, in small letters, behind the name of a place: “the Rafah crossing”."""

BUILDINGS = listed(
    "fortress castle palace stadium arena airport tower cathedral mosque temple theatre theater hotel"
)
"""Last words of the names of buildings: places, whatever the model takes them for."""

PLACE_PARTS = listed(
    "north south east west northern southern eastern western central upper lower inner outer new "
    "great greater northeast northwest southeast southwest northeastern northwestern southeastern "
    "southwestern old"
)
"""First words of places called after another: “Lower Saxony”, “New Mexico”."""

PLACE_HAS = listed(
    "mayor governor residents outskirts suburb suburbs streets centre harbour harbor port capital"
)
"""What a town or region has, before “of”: “the mayor of Karsund”."""

TOWN_HAS = listed("mayor residents outskirts suburbs")
"""What a town has: “Inari's mayor”."""

SEATS = listed("headquarters plant factory base offices warehouse refinery shipyard depot")
"""What an owner has in several places: “the group's Lyon plant”."""

DIRECTIONS = listed("east west north south northeast northwest southeast southwest outside")

PLACE_SMALL_WORDS = listed(
    "of the and de la le les el al del da do di du am an der den upon on sur i e"
)
"""Words in small letters that stand inside names of places."""

PLACE_PREPOSITIONS = listed("in at near outside inside across throughout around")
"""Prepositions after which a name is a place unless much speaks against it."""

PERSON_NOUNS = listed(
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

SPEECH_VERBS = listed(
    "say says said saying tell tells told add adds added adding announce announced announces "
    "argue argued argues ask asked asks believe believes believed claim claimed claims "
    "confirm confirmed confirms declare declared deny denied denies explain explained insist "
    "insisted note noted notes predict predicted promise promised recall recalled reply "
    "replied respond responded reveal revealed state stated suggest suggested testify "
    "testified think thinks thought tweet tweeted urge urged vow vowed warn warned write "
    "writes wrote quip quipped acknowledge acknowledged admit admitted concede conceded "
    "continue continued conclude concluded"
)

NOT_NAMES = listed(
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
    "diwali holi eid navratri passover ashura lent advent low next last final earth moon sun kospi nikkei dow ftse dax cac sensex nifty bovespa topix ibex"
)
"""Capitalised words that are no names of people, organisations or places when they stand alone."""

SURNAMES_TOO = listed(
    "may june august april black white english good best west north winter summer fall islam "
    "spring christian christmas east south god"
)
"""Those of them that are surnames too, where the text says that a full name is a person's."""

DATE_WORDS = listed(
    "in of last next this since until till by from before after during early late mid through and "
    "every each on to"
)
"""Words before a month's name; there it is no surname."""

NAME_PARTICLES = listed(
    "de da di do dos das del della der den des du la le van von bin bint ibn al el ben zu zur "
    "ten ter af av ap y e st. abu umm"
)

SUFFIXES = listed("jr jr. sr sr. ii iii iv")

ARTICLES = listed("the a an")

POSSESSIVES = listed("'s ’s ' ’")

NICKNAMES: tuple[frozenset[str], ...] = tuple(
    listed(line)
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
        "dmitry dmitri dima dmytro",
        "aleksandr alexander alexandr oleksandr alyaksandr",
        "aleksei alexei alexey aleksey oleksiy oleksii",
        "andrei andrey andriy andrii",
        "mikhail mykhailo",
        "nikolai nikolay mykola",
        "pyotr petr petro",
        "sergei sergey serhiy serhii",
        "yevgeny evgeny evgeniy yevhen",
        "ahmed ahmad",
        "hussein husain hussain hossein husayn",
        "mohammed mohammad mohamed muhammad muhammed",
        "yousef yusuf youssef yusef",
    )
)
"""First names that one person may go by; used only where the surnames agree."""
