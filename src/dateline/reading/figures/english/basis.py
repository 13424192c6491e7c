"""Words that tell how a number is known, the strongest first, each with an example."""

from __future__ import annotations

BASES: tuple[tuple[str, str, str], ...] = (
    ("exit poll", r"\bexit[- ]polls?\b|\bexit[- ]polling\b", "He won 58%, an [exit poll] showed."),
    ("opinion poll", r"\b(?:opinion |approval |tracking |voter |latest |new |recent |public |university )polls?\b|\bpollsters?\b|(?<!exit )(?<!exit-)\bpolls? (?:by|of voters|published|conducted|showed|shows|found|put|taken)\b|\bsurvey(?:s|ed)? (?:of|by|showed|found|in|last|earlier)\b", "An [opinion poll] gave her 40%."),
    ("preliminary", r"\b(?:preliminary|provisional|partial|initial|early|incomplete) (?:official |election |vote )?(?:results?|counts?|tally|tallies|figures?|returns?|data|estimates?|reports?|toll)\b|\bof (?:the )?(?:ballots|votes|precincts|polling stations)(?: were| had been| have been)? (?:counted|tallied|processed|reporting)\b|\bpreliminar(?:y|ily)\b|\bprovisional(?:ly)?\b", "[Preliminary results] showed him at 55%."),
    ("final", r"\b(?:final|certified|definitive) (?:official |election |census |vote )?(?:results?|count|tally|figures?|returns?|toll|death toll)\b|\bofficial (?:election |census |vote )?(?:results?|returns?)\b|\bconfirmed (?:results?|count|tally|figures?)\b|\bafter (?:a|the) recount\b|\bdeclare[sd]? (?:the )?(?:\w+ ){1,3}over\b|\bsearch (?:ended|is over|was called off)\b|\b(?:ended|called off) (?:their|the|its) search\b", "[Final results] gave her 34.2%."),
    ("officials", r"\bofficial (?:death )?(?:count|tally|figures?|toll|estimates?|data|statistics|number)\b", "The [official toll] stands at 26."),
    ("independent estimate", r"\bindependent (?:estimates?|analysts?|experts?|monitors?|observers?|researchers?|count)\b|\bmonitoring group\b|\bthink[- ]tank\b|\buniversity (?:study|researchers)\b|\bestimated by (?:experts|researchers)\b|\bforeign (?:institute|agency)\b", "[Independent monitors] counted 40,000."),
    ("forecast", r"\bforecast(?:s|ed|ing|er|ers)?\b|\bproject(?:s|ed|ions?)\b(?! manager)|\bpredict(?:s|ed|ions?)?\b|(?<!as )(?<!than )(?<!than-)\bexpected\b(?! \w+ to (?:say|tell|hear|ask|answer)\b)(?! to (?:say|tell|hear|ask|answer)\b)|\bexpects? to\b(?! (?:say|tell|hear|ask|answer)\b)|\b(?:analysts?|economists|traders|investors) (?:had )?(?:forecast|expect|predict)(?:ed)?\b|\boutlook\b|\bestimates? for (?:next|this) year\b|\bwould average\b|\bconsensus\b|\bwill (?:likely|probably)\b|\bexpects?\b(?!,)(?! \w+ to (?:say|tell|hear|ask|answer)\b)|\bsees? (?:an? |its |their )?(?:full-year|annual|yearly|peak|growth|profits?|sales|revenues?|earnings|inflation|FY|Q[1-4])\b|\b(?:is|are|was|were) (?:now )?seen (?:at|[a-z]+ing)\b|\b(?:economists|analysts) polled\b|\bpoll of (?:economists|analysts)\b", "The bank [forecast] growth of 4%."),
    ("plan", r"\bplan(?:s|ned|ning)? (?:to|for)\b|\bintends? to\b|\bproposed?\b|\bproposals?\b|\baims? to\b|\bpledged? to\b|\bbudgeted\b|\bwill (?:cut|drop|shed|close|hire|open|build|invest|spend|sell|buy|cost|ground|lay off|add|create)\b", "The firm [plans to] hire 300 people."),
)  # fmt: skip
"""Cues of the words around a figure: basis, pattern, example."""

SOURCES: tuple[tuple[str, str, str], ...] = (
    ("opposition", r"\bopposition\b", "The [opposition] Civic Union put it at 49%."),
    ("police", r"\b(?:police|policemen|gendarmerie|constabulary|sheriff|detectives?)\b", "[Police] said 32 were held."),
    ("hospital", r"\b(?:hospitals?|medics?|doctors?|clinic|morgue|paramedics?|ambulance)\b", "The [hospital] received 23 bodies."),
    ("organisers", r"\b(?:organi[sz]ers?|coalition|union|unions|works councils?|campaigners|march leaders|protest leaders)\b|\b(?!employers|bankers|owners|manufacturers|growers|industr)\w+s[’'] (?:federation|confederation|guild|congress)\b", "[Organisers] spoke of 110,000."),
    ("opposition", r"\b(?:rebels?|dissidents?|activists?|challenger|camp|campaign)(?:’s|'s)?\b(?! manager of the president)", "The [rebels] put it at 49%."),
    ("aid group", r"\b(?:aid (?:group|agency|workers?|organi[sz]ations?)|charity|charities|NGOs?|Red Cross|Red Crescent|relief (?:group|agency)|(?:human )?rights (?:group|watchdog|organi[sz]ation)|humanitarian (?:group|agency))\b", "An [aid group] counted 60."),
    ("independent estimate", r"\b(?:monitors|observers|researchers?|academics?|think[- ]tank|(?<!volcano )(?<!weather )(?<!earthquake )(?<!seismic )observatory|experts?|university|crowd[- ]counting|consultants?|consultancy|insurers?|surveyors?|(?:security|research|polling|data|analytics|rating|consulting|intelligence) (?:firm|company|group|agency)|chamber of commerce)\b", "[Researchers] estimated 43,000."),
    ("officials", r"\b(?:officials?|ministry|minister|ministries|government|governor|mayor|authorit(?:y|ies)|spokes(?:man|woman|person) for the (?:ministry|government)|coast ?guard|customs|harbou?r ?master|coroner|(?:volcano|weather|earthquake|seismic) observatory|statistics (?:office|agency|bureau|service)|bureau|office|agency|commission|committee|board|central bank|department|president|prime minister|army|military|navy|prosecutors?|court|judge|council|secretary|general staff|fire (?:service|department|brigade)|emergency services?|rescue services?|rescuers|civil (?:protection|defen[cs]e)|(?:district|fire|police|army|village|town) chief|commander|premier|chancellor|town hall|city hall|(?<=the )(?:city|district|county|province)(?! [A-Z])|investigators?|administration|treasury|federal|state|regulator|parliament|prosecution|auditors?|speaker|(?:weather|seismological|geological|meteorological|statistics) (?:service|institute|office|centre|center)|Kremlin|Pentagon|White House|health service)\b", "The [ministry] said 38 died."),
    ("company", r"\b(?:company|companies|firm|operator|airline|carrier|manufacturer|automaker|carmaker|retailer|bank|lender|producer|miner|(?<![a-z]s’ )(?<![a-z]s' )(?<!rights )(?<!advocacy )(?<!campaign )(?<!lobby )(?<!pressure )(?<!monitoring )(?<!support )(?<!environmental )(?<!armed )(?<!militant )group(?! of\b)|plc|Inc|Corp|Ltd|LLC|AG|SA|Co|Lines|Airlines|Motors|Energy|Holdings|chief executive|CEO|CFO|chairman|management|employer|Air|Airways|Coal|Cement|Steel|Foods|Oil|Gas|Mining|Telecom|Pharma|Foods|club|owner)\b", "The [operator] sold 168 tickets."),
)  # fmt: skip
"""Cues in the words that name the source of a statement: basis, pattern, example."""

HOLDERS = (
    r"\b(?:president|(?:general|first) secretary|secretary[- ]general|chair(?:man|woman)?|director"
    r"|head|chief|leader|spokes(?:man|woman|person)) (?:of|for) (?=\w)"
)
"""Offices after which the body they are held in tells what kind of source speaks."""

WIDE = frozenset(("exit poll", "opinion poll", "preliminary", "final", "independent estimate"))
"""Bases whose cue holds for its whole sentence; the others hold for the figure beside the cue."""

LASTING = frozenset(("exit poll", "preliminary", "final"))
"""Bases that go on for the shares in the rest of the paragraph."""

BARE_POLL = r"(?:\b(?:the|new|latest|that)|[-–—]) polls?\b|^polls?\b"
"""A poll of no stated kind: of the kind named before."""

TELLING = frozenset(
    "say report put estimate count claim announce confirm revise raise speak tell state show give "
    "release record register publish list add note lower quote recover receive believe think fear speak".split()
)
"""Verbs whose subject is the source of a figure."""

PRONOUNS = frozenset("it they he she who which that".split())
"""Subjects that stand for the source named before."""

POLLS = frozenset(("exit poll", "opinion poll"))
"""Bases that only shares, votes and seats can have."""
