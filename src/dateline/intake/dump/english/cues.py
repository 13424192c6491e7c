"""Function words, and the cues of what surrounds an article: what the labeller sees."""

from __future__ import annotations

from dateline.intake.dump.english.cue import Cue

STOP_WORDS = frozenset(
    """
    a about after all also an and any are as at be because been before being between both but by
    can could did do does during each for from had has have having he her him his how if in into is
    it its just like made many may me might more most much my no nor not of off on once only or
    other our out over own said same she should so some such than that the their them then there
    these they this those through to too under until up us very was we were what when where which
    while who whom whose why will with would you your
    """.split()
)

SPEECH_WORDS = frozenset(
    """
    said says told added according asked called argued announced warned insisted claimed confirmed
    noted explained wrote tweeted replied stated he she his her they was were had did
    """.split()
)

READER_WORDS = frozenset("you your we our us i my me".split())

INNER_CAPITALS = frozenset(
    """
    youtube whatsapp tiktok linkedin facetime marketwatch moneywatch paypal playstation powerpoint
    javascript typescript github gitlab wordpress mastercard fedex deepmind openai chatgpt snapchat
    airbnb doordash grubhub spacex wikileaks buzzfeed huffpost dailymail mailonline businessweek
    newsweek globenewswire businesswire sportsmail photoshop soundcloud macbook airpods homepod
    quicktake newscorp cbsn msnbc realclear breakingviews citigroup exxonmobil jpmorgan unicredit
    glaxosmithkline astrazeneca biontech daimlerchrysler telesur eurosport euronews motogp sciam
    """.split()
)
"""Names written with a capital inside, which are no two blocks glued together."""

CUES: tuple[Cue, ...] = (
    Cue(
        "share",
        r"\b(?:share (?:this|on|via|with|to|story|article|by)|shared?\b$|^share\b|tweet(?:s|ed)?\b$"
        r"|retweet|follow us|follow @?\w+ on|like us|whatsapp|pinterest|linkedin|flipboard|reddit"
        r"|facebook|twitter|messenger|copy (?:the )?link|email this|print this|"
        r"save (?:this|article|for later)|bookmark)\b",
        "Share on Facebook",
    ),
    Cue(
        "subscribe",
        r"\b(?:subscri(?:be|ber|bers|ption|ptions)|sign(?:ing)? ?up|sign(?:ed)? in|log ?in|log ?out"
        r"|register|newsletters?|free trial|membership|become a member|e-?paper|notifications?"
        r"|alerts|inbox|my account|unlock|gift article|donate|support us|your (?:support|email))\b",
        "Sign up for our newsletter",
    ),
    Cue(
        "legal",
        r"\b(?:cookies?|privacy|terms (?:of|and|&)|conditions|copyright|all rights reserved|"
        r"rights reserved|consent|gdpr|disclaimer|trademarks?|may not be (?:published|reproduced)|"
        r"code of (?:conduct|ethics)|complaints?|accessibility|do not sell"
        r"|registered (?:in|office)|"
        r"sitemap|site map|javascript|browser|ad ?choices?|reprints|permissions)\b|©",
        "Terms of Use",
    ),
    Cue(
        "menu",
        r"\b(?:skip to|main (?:content|menu|navigation)|home ?page|menu|search|about us|contact us"
        r"|contact|careers|jobs|advertise|help|faq|faqs|archives?|horoscopes?|crosswords?|puzzles|"
        r"classifieds?|obituaries|weather|tv guide|more from|all topics|view all|see all|see more"
        r"|load more|show more|next|previous|back to top|close|toggle|expand|edition|apps?)\b",
        "Skip to main content",
    ),
    Cue(
        "comments",
        r"\b(?:comments?|commenting|commented|reply|replies|repl(?:y|ies) to|join the conversation|"
        r"view comments|post a comment|leave a (?:reply|comment)|upvote|report abuse|moderat\w+|"
        r"have your say|what do you think)\b",
        "12 Comments",
    ),
    Cue(
        "related",
        r"\b(?:read (?:more|also|next|the full|this next)|also read|see also|more (?:on|in|stories|"
        r"news|like this|coverage|videos)|related|most (?:read|popular|viewed|watched"
        r"|shared|recent)"
        r"|trending|recommended|you (?:may|might) (?:also )?like|up next|don'?t miss|must read|"
        r"latest (?:news|stories|headlines|articles|videos?|from)?|top (?:stories|news|headlines)|"
        r"editors?['’]s? (?:picks?|choice)|popular|in case you missed|from (?:the"
        r"|our) (?:web|partners)"
        r"|around the web|continue reading|click here|sponsored|promoted|paid (?:content|post)|"
        r"stories (?:for|you)|what to read|in this (?:story|article)|topics?|tags?)\b",
        "READ MORE: Ferries stop in Harvan",
    ),
    Cue(
        "picture",
        r"\b(?:photos?|photographs?|photographer|pictured|images?|getty|shutterstock|alamy|istock|"
        r"unsplash|picture|pic|pics|file (?:photo|image|picture)|screen ?grab|screenshot|gallery|"
        r"courtesy|illustration|graphic|credit|caption|(?:left|right|above|below|cent(?:er|re))\)|"
        r"slideshow|infographic|handout|via (?:ap|reuters|getty)|ap photo|epa|zuma|wireimage)\b",
        "Ferries in Harvan (Photo: Ann Lee/Getty Images)",
    ),
    Cue(
        "video",
        r"\b(?:videos?|watch(?:ing)?|play(?:ing)?|pause|mute|volume|loaded|fullscreen|captions?|"
        r"podcast|listen|audio|livestream|live tv|transcript|playback|autoplay|duration)\b",
        "Watch: ferries stop",
    ),
    Cue(
        "advert",
        r"\b(?:advertis(?:ement|ing|ements?)|ads?\b|ad feedback|sponsored|affiliate|commissions?|"
        r"shop(?:ping)?|buy now|deals?|coupons?|offers?|discounts?|price|\$\d+|best (?:buy|price)|"
        r"free shipping|amazon|ebay)\b",
        "Advertisement",
    ),
    Cue(
        "ago",
        r"\b(?:\d+|an?|one|two|few) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|"
        r"w|wks?|weeks?|months?|years?) ago\b|\byesterday at\b|\bjust now\b",
        "2 hours ago",
    ),
    Cue(
        "date",
        r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?"
        r",? (?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
        r"nov|dec)[a-z]*\.?,? (?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
        r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
        r"|\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|gmt|bst|est|edt|et|pt|utc|cet|ist)\b",
        "March 3, 2031",
    ),
    Cue(
        "stamp",
        r"\b(?:published|updated|posted|last (?:modified|updated)|first published)\b",
        "Updated: 4 May",
    ),
    Cue("by", r"^(?:written |posted |story |words )?by:? [a-z]", "By Ann Lee"),
    Cue(
        "reading",
        r"\b\d+[ -]?min(?:ute)?s?(?:ute)? read\b|\bestimated reading time\b",
        "5 min read",
    ),
    Cue(
        "bio",
        r"\b(?:is an? (?:\w+ ){0,3}(?:reporter|writer|editor|journalist|correspondent"
        r"|columnist|author|"
        r"producer|freelance|contributor)|(?:reporter|writer|editor|journalist|correspondent|"
        r"columnist|contributor|staff|author|contributed to this|contributed reporting|"
        r"reporting by|editing by|follow (?:him|her|them)|can be (?:reached|contacted)"
        r"|reach (?:him|her)"
        r"|views expressed|his own|her own|email (?:him|her)|e-mail))\b",
        "Ann Lee is a reporter in Harvan.",
    ),
    Cue(
        "address",
        r"\S@\S+\.\w|https?://|www\.|\.com\b|\.org\b|\.co\.uk\b|(?:^|\s)[@#]\w",
        "tips@ostrand.example",
    ),
    Cue(
        "tip",
        r"\b(?:do you have|have you|got a|send (?:us|your)|tell us|contact (?:the|our)|let us know|"
        r"get in touch|correction)\b",
        "Send us your story",
    ),
)  # fmt: skip
"""Each is a feature of the line labeller; matched in lower case."""
