"""English for dumps: function words and the cues of what surrounds an article."""

from __future__ import annotations

import msgspec


class Cue(msgspec.Struct, frozen=True):
    """A class of words that tell what a line is, with a line that carries it."""

    name: str
    pattern: str
    example: str
    words: tuple[str, ...] = ()
    """In small letters: a line without any of these need not be looked at."""


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

LIST_HEADINGS = (
    r"(?:the )?(?:latest|top|more|related|other|popular|trending|recent|breaking|featured"
    r"|must[- ]reads?|"
    r"recommended|sponsored|promoted|most[- ](?:read|viewed|popular|watched|shared|recent"
    r"|commented)|"
    r"editors?['’]?s?['’]? (?:picks?|choice)|read (?:more|next|also|this next|on)"
    r"|also (?:read|in the news)|"
    r"see also|up next|next up|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|you(?:['’]ll| may) love|"
    r"don['’]?t miss|in case you missed it|what to read next|in other news|from (?:the|our|around) "
    r"(?:web|archives?|partners|network|site)|around the web|stories (?:for|you)"
    r"|more (?:from|in|on)|"
    r"recommended for you|elsewhere|in this section|headlines|news in brief|ticker"
    r"|essential reading|"
    r"further reading|keep reading|continue reading|paid (?:content|partner)|live updates)"
    r"(?: (?:stories|news|headlines|articles?|posts?|videos?|content|coverage|topics"
    r"|reads?|links|now|today|"
    r"right now|this week|on (?:the )?\w+|in (?:the )?\w+|from (?:the )?[\w. ]{2,40}"
    r"|for you|by [\w. ]{2,30}))*"
)
"""What stands over a list of other stories, the whole of a short line."""

PROMO_HEADINGS = (
    r"most[- ](?:read|viewed|popular|watched|shared|commented)\b|trending|recommended"
    r"|sponsored|promoted|"
    r"paid (?:content|partner)|subscribe|sign up|newsletter|you (?:may"
    r"|might) (?:also )?(?:like|be interested)|"
    r"don['’]?t miss|follow us|download (?:the|our) app|advertisement|around the web"
)
"""Those, and lone lines, that press the reader rather than inform."""

INLINE_RELATED = (
    r"(?:read (?:more|also|next|the full story)|also read|see also|related(?: (?:story"
    r"|article|stories))?|"
    r"more|watch|must read|don['’]?t miss|recommended|in case you missed it)\s?(?:[:|»>–-]|\s?-)\s*"
)
"""What introduces one other story inside an article."""

CORRECTION_OPENINGS = (
    r"\W{0,3}(?:correction|clarification|editor['’]?s? note|correction notice|corrected)\s?[:(—–-]|"
    r"\W{0,3}(?:this|an earlier version of this|a previous version of this) "
    r"(?:story|article|report|post|headline|version)[^.]{0,60}\b(?:correct|clarif|amend"
    r"|misstated|incorrectly)"
)
"""How a note on a correction begins."""

STORY_LABELS = r"(?:STORY|VIDEO SHOWS|SHOWS|RESENDING[\w ,]*|EDITORS NOTE)\s?:\s*"
"""Labels of video scripts before their text."""

CREDIT_LABELS = (
    r"(?:credit|photo(?:s|graph)?(?: credit| by)?|image(?:s)?(?: credit| via)?|source|video|"
    r"footage|picture)s?\s?:\s*"
)
"""What stands before the names of those who took a picture or film."""

VIA = r"\b(?:via|by way of)\s+(?P<outlet>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3})"

PICTURE_TAIL = (
    r"\b(?:photo(?:graph)?|picture|image|illustration|credit)s?(?: by| credit)?:\s*"
    r"\S[^.!?:]{1,60}$"
)
"""How a caption ends that names who took the picture."""

SIGN_OFF = (
    r"\W{0,2}(?:(?:additional )?reporting|writing|editing|compiled|edited)"
    r"(?: and (?:writing|editing))? by\s"
)
"""How the line begins that names who wrote and edited wire copy."""

WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satu?r?|sun)(?:day)?\b\.?,?"

CONSENT: tuple[Cue, ...] = (
    Cue(
        "cookies",
        r"\bcookies\b.{0,200}\b(?:our (?:web)?sites?|our services|your (?:browser|device|consent"
        r"|choices|preferences|settings|experience)|you (?:agree|consent|accept)|are necessary for"
        r"|enable (?:the|us)|set by us|strictly necessary|third[- ]party|personali[sz]e)",
        "These cookies are necessary for the website to function and cannot be switched off.",
        words=("cookies",),
    ),
    Cue(
        "cookies",
        r"\b(?:our (?:web)?sites?|your (?:browser|device|consent|choices|preferences|settings"
        r"|experience)|you (?:agree|consent|accept)|we and our|we use|we store|these)\b"
        r".{0,200}\bcookies\b",
        "On your browser you can switch off cookies.",
        words=("cookies",),
    ),
    Cue(
        "rights",
        r"\byou have the right\b.{0,120}"
        r"\b(?:personal (?:data|information)|opt[- ]?out|sells? your)",
        "As a reader you have the right to see the personal data we hold.",
        words=("have the right",),
    ),
    Cue(
        "rights",
        r"\bopt(?:ing)?[- ]?out\b.{0,200}"
        r"\b(?:personal (?:data|information)|advertis|ads\b|of the sale)",
        "Opting out does not mean that you will see no advertisements.",
        words=("opt",),
    ),
    Cue(
        "rights",
        r"\b(?:personal|precise geolocation|device) (?:data|information|characteristics)\b.{0,200}"
        r"\b(?:opt[- ]?out|your (?:choices|consent|preferences)|our partners|legitimate interest"
        r"|privacy policy)",
        "How personal data are used is told in our privacy policy.",
        words=("personal ", "geolocation ", "device "),
    ),
    Cue(
        "terms",
        r"\bby (?:clicking|continuing|using|signing up|subscribing|submitting|entering|registering"
        r"|providing)\b.{0,160}\b(?:you (?:agree|accept|consent|confirm|acknowledge)"
        r"|our (?:terms|privacy))",
        "By signing up you agree to the terms of the Karsund Post.",
        words=("by ",),
    ),
    Cue(
        "terms",
        r"\bprotected by recaptcha\b",
        "This form is protected by reCAPTCHA.",
        words=("recaptcha",),
    ),
    Cue(
        "terms",
        r"\byou (?:can|may) (?:unsubscribe|opt out|withdraw your consent"
        r"|change your (?:mind|preferences|choices))\b",
        "You may unsubscribe at any time with one click.",
        words=("you can ", "you may "),
    ),
    Cue(
        "rights",
        r"\bprivacy controls on your browser\b"
        r"|\bcalifornia (?:consumer|resident)\b.{0,100}\byou\b",
        "If you have privacy controls on your browser, we take that as a request.",
        words=("privacy controls", "california "),
    ),
)
"""What a site asks its reader to agree to, however long and well-formed its sentences."""

CALLS: tuple[Cue, ...] = (
    Cue(
        "story",
        r"^\W*(?:have you )?got a (?:news )?(?:story|tip|view|picture|question)\b.{0,40}\?",
        "Got a story? Ring our newsroom.",
        words=("got a ",),
    ),
    Cue(
        "story",
        r"\b(?:do you have|have you got) (?:a|any) (?:news )?(?:story|tips?|information|views?)\b"
        r".{0,60}\?",
        "Do you have a story to tell? Write to Mira Olt.",
        words=("do you have", "have you got"),
    ),
    Cue(
        "contact",
        r"\bget in touch (?:with|by|via|at|using)\b.{0,120}"
        r"(?:e-?mail|@|news ?(?:team|desk|room)|reporters?|editors?)",
        "Get in touch with our news team in Karsund.",
        words=("in touch",),
    ),
    Cue(
        "more",
        r"^\W*for more (?:stories|news|articles|videos|content|coverage|updates|information)?\b"
        r".{0,60}\b(?:like this|check|visit|go to|click|head (?:over )?to|see our|follow)\b",
        "For more stories like this, see the harbour page.",
        words=("for more ",),
    ),
    Cue(
        "follow",
        r"^\W*(?:follow|like|join|find) "
        r"(?:us|him|her|them|me|[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}|the [A-Z]\w+(?: \w+){0,3})"
        r" (?:and \w+ )?on (?:twitter|facebook|instagram|x\b|youtube|google news|linkedin|tiktok"
        r"|telegram|whatsapp|social|pinterest|flipboard)",
        "Follow the Karsund Post on Facebook and Instagram.",
        words=(" on ",),
    ),
    Cue(
        "follow",
        r"\badd us as a preferred source\b",
        "And add us as a preferred source.",
        words=("preferred source",),
    ),
    Cue(
        "click",
        r"^\W*(?:to|you can) (?:read|see|view|watch|hear|listen to|download|find out|learn|register"
        r"|subscribe|sign)\b.{0,160}\b(?:click|tap) (?:here|on|below|this|the link)",
        "To read the whole report click here.",
        words=("click", "tap "),
    ),
    Cue(
        "click",
        r"^\W*download (?:our|the) .{0,30}\bapp\b",
        "Download our free Karsund app.",
        words=("download",),
    ),
    Cue(
        "pointer",
        r"^\W*(?:more|also|related|see also|read also|next|don['’]t miss|recommended|must read"
        r"|most read)\s?[:|>–-]\s",
        "MORE : Ferries stop again as ice returns",
    ),
)
"""Short lines that ask the reader to write, follow, click or read on."""
