"""English (and bylines' own small words) for the wire: months, version marks, roles, particles."""

from __future__ import annotations

from dateline.text import listed

MONTHS: dict[str, int] = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
    "dec": 12,
}  # fmt: skip

WEEKDAYS: tuple[str, ...] = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
)  # fmt: skip

BY_WORDS: tuple[str, ...] = (
    "story by", "words by", "written by", "posted by", "published by", "report by", "reported by",
    "article by", "text by", "analysis by", "opinion by", "review by", "interview by",
    "commentary by", "exclusive by", "author:", "authors:", "by:", "by",
)  # fmt: skip
"""What introduces the names of a byline; the longest that fits is taken."""

CREDIT_BY_WORDS: tuple[str, ...] = (
    "reporting by", "additional reporting by", "editing by", "writing by", "compiled by",
    "with reporting by", "edited by",
)  # fmt: skip
"""What introduces the names of a sign-off at the end of wire copy."""

NOT_AN_AGENCY = listed(
    """
    updated update video photo photos opinion corrected corrects adds recasts live exclusive
    advertisement sponsored file left right pictured above below
    """
)
"""Words in brackets that open a text without naming who filed it."""

NOT_A_PLACE = listed(
    """
    advertisement analysis breaking comment correction corrected editorial exclusive
    explainer fact factbox faq feature file insight interview latest listen live more new
    news note opinion photo photos picture play poll q a review sponsored story topline
    update updated video warning watch what why how who read also see related tip tips step
    option pros cons verdict
    """
)
"""Words in capitals before a colon or dash that are labels, not places."""

AND = ("and", "und", "et", "y", "e", "og", "och", "en")
"""What joins two writers; not all of it English."""

NAME_PARTICLES = listed(
    """
    de del della di da do dos das du d' la le las los van von der den ter ten te zu zur bin
    bint ibn al el ul ur abu ben y e i af av st st. jr jr. sr sr. ii iii iv
    """
)
"""Small words inside personal names."""

NAME_TITLES = listed(
    """
    dr dr. prof prof. sir dame rev rev. mr mrs ms
    """
)


NOT_IN_NAMES = listed(
    """
    images image getty climate change download court case man woman king queen president minister
    about abroad account administrator advertisement advertising advisor agencies agency all
    also alerts analysis analyst anchor and app apps archive archives are article articles
    assistant associate at author authors best big book books breaking brexit budget bureau
    business buy by cabinet campaign careers category chief city click close coronavirus
    columnist comment comments commissioning company conditions consumer contact contents
    contributing contributor contributors copyright correspondent country coverage crime
    culture daily data day deal deals defence defense department deputy desk digital
    director discover economy edition editor editorial editors education election email
    energy england entertainment environment events exclusive explore facebook fashion
    feature features feed film finance follow following food football for forecast foreign
    free from full fun gallery games general get global google government guide head
    headlines health help here home how in industry info insight instagram international
    internet investigations is its job jobs journalist keep lastest latest law leader learn
    legal letters life lifestyle linkedin list live local log login magazine mail main
    management manager market markets media meet menu mobile money month more most motoring
    movies multimedia music my national network new news newspaper newsroom newsletter
    newsletters no north not notice now of offers office official on online opinion opinions
    or our outlet page pages parliament partner photo photographer photography photos
    picture pictures pinterest play podcast podcasts police policy political politics
    popular post posted posts premium press print privacy producer products profile
    programme promoted property published publisher puzzles radio read reader readers real
    reddit register related rent report reporter reporters reviewer reporting reports
    research reviews royal rss save schedule school science search section secret security
    sell senior series service services settings share shop sign site sitemap social south
    special specialist sponsored sport sports staff start station stories story street style
    subscribe subscriber subscription summer support team tech technology television terms
    the this tips to today top topic topics trade trainee transport travel trending tv tweet
    twitter uk university update updated us use video videos view views visit vote war watch
    weather web website week weekend weekly welcome what whatsapp when where who why win
    winter with world writer writers writing year you your youtube monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september
    october november december minutes minute hours hour ago accessibility statement stay
    connected tradition performance theater theatre exclusives continue reading advertise
    """
)
"""Words of menus, desks and roles that no personal name has (in lower case)."""

ROLE_WORDS = listed(
    """
    administrator analyst anchor assistant associate author bureau chief columnist
    commentator contributing contributor correspondent critic deputy desk digital director
    editor editorial features freelance head journalist manager news photographer political
    presenter producer reporter reviewer senior showbiz specialist sports staff team trainee
    writer
    """
)
"""Words that open or make up a writer's role after the name."""
