"""Headings, labels and openings of what stands around an article."""

from __future__ import annotations

LIST_HEADINGS = (
    r"(?:the )?(?:latest|top|more|related|other|popular|trending|recent|breaking|featured"
    r"|must[- ]reads?|"
    r"recommended|sponsored|promoted|most[- ](?:read|viewed|popular|watched|shared|recent"
    r"|commented)|"
    r"editors?['’]?s?['’]? (?:picks?|choice)|read (?:more|next|also|this next|on)"
    r"|also (?:read|in the news|today|this week)|"
    r"see also|up next|next up|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|you(?:['’]ll| may) love|"
    r"don['’]?t miss|in case you missed it|what to read next|in other news|from (?:the|our|around) "
    r"(?:web|archives?|partners|network|site)|around the web|stories (?:for|you)"
    r"|more (?:from|in|on)|"
    r"recommended for you|full coverage|elsewhere|in this section|headlines|news in brief|ticker"
    r"|essential reading|"
    r"further reading|keep reading|continue reading|paid (?:content|partner)|live updates)"
    r"(?: (?:story|stories|news|headlines|articles?|posts?|videos?|content|coverage|topics"
    r"|reads?|links|now|today|"
    r"right now|this week|on (?:the )?\w+|in (?:the )?\w+|from (?:the )?[\w. ]{2,40}"
    r"|for you|by [\w. ]{2,30}))*"
)
"""What stands over a list of other stories, the whole of a short line."""

CONTENTS = (
    r"key (?:events?|moments|developments|updates)|(?:in|on) this (?:article|page|story)"
    r"|jump to|at a glance|table of contents|timeline"
)
"""What stands over a list of what the page itself holds, the whole of a short line."""

LIVE_WORDS = (
    r"\blive (?:updates?|blog|coverage|reporting|reports?|ticker)\b|\bliveblog\b|\blive\s?[:–—-]\s"
    r"|\bas (?:it|they) happened\b|\bminute[- ]by[- ]minute\b|^\W*live\W*$"
    r"|\b(?:updates?|coverage) (?:here|below)\b|^\W*key events\W*$"
    r"|\blive-?ticker\b|^\W*en (?:direct|vivo)\b|\bminuto a minuto\b|\bin diretta\b"
)
"""What a live blog says of itself over its entries."""

OUTLET_WORDS = (
    r"Post|Mirror|Daily|News|Times|Review|Star|Journal|Press|Herald|Tribune|Guardian|Telegraph"
    r"|Gazette|Chronicle|Observer|Courier|Today|Magazine|Weekly|Independent|Express|Mail|Sun|Echo"
    r"|Standard|Globe|Examiner|Sentinel|Record|Register|Bulletin|Reporter|Insider|Wire|TV|Radio"
)
"""Words of newspapers' and stations' names."""

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
    r"\W{0,3}(?:correction|clarification|editor['’]?s? note|correction notice|corrected)\s?(?:[:(—–]|-\s)|"
    r"\W{0,3}(?:this|an earlier version of this|a previous version of this) "
    r"(?:story|article|report|post|headline|version)[^.]{0,60}\b(?:correct|clarif|amend"
    r"|misstated|incorrectly)"
)
"""How a note on a correction begins; a hyphen without a space is a wire version's."""

NEWS_OF_VERSION = (
    r"\((?:adds|corrects|changes|clarifies|deletes|inserts|moves|recasts|refiles|removes|repeats|"
    r"rewrites|rpts|updates|writes through)\b.{0,200}\)"
)
"""What the wire says is new in a version: “(Adds quotes, turnout)”."""

STORY_LABELS = r"(?:STORY|VIDEO SHOWS|SHOWS|RESENDING[\w ,]*|EDITORS NOTE)\s?:\s*"
"""Labels of video scripts before their text."""

CREDIT_LABELS = (
    r"(?:credit|photo(?:s|graph)?(?: credit| by)?|image(?:s)?(?: credit| via)?|source|video|"
    r"footage|picture)s?\s?:\s*"
)
"""What stands before the names of those who took a picture or film."""

CREDIT_NAMES = (
    r"[(\[]?[^()\[\]]{0,60}?(?:getty(?: images)?|shutterstock|ap photo|alamy|istock|unsplash"
    r"|\bzuma|wireimage|file photo|handout|screenshot|courtesy)[^()\[\]]{0,40}[)\]]?"
    r"|[(\[]?(?:[^()\[\]/]{2,60}\s?/\s?)?(?:reuters|ap|afp|epa|pa|upi|dpa|bloomberg)"
    r"(?: (?:wire|media|images))?(?:\s?/[^()\[\]]{2,40})?[)\]]?"
)
"""A line that only names who took a picture: an agency by its short name stands alone, in brackets
or after a stroke."""

CREDIT_NAMES_WORDS = (
    "getty", "shutterstock", "ap photo", "alamy", "istock", "unsplash", "zuma", "wireimage",
    "file photo", "handout", "screenshot", "courtesy", "/",
)  # fmt: skip
"""In small letters: such a line has one of these, unless it is an agency's name and no more."""

VIA = r"\b(?:via|by way of)\s+(?P<outlet>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3})"

PICTURE_TAIL = (
    r"\b(?:photo(?:graph)?|picture|image|illustration|credit)s?(?: by| credit)?:\s*"
    r"\S[^.!?:]{1,60}$"
)
"""How a caption ends that names who took the picture."""

PICTURE_BRACKETS = (
    r"\((?:[^()]{0,60}\b)?(?:photo(?:graph)?s?|images?|getty|shutterstock)\b[^()]{0,60}\)\W*$"
    r"|\((?:ap|afp|reuters|epa|pa|upi|xinhua)\s?/[^()]{2,60}\)\W*$"
)
"""The same in brackets."""

SIGN_OFF = (
    r"\W{0,2}(?:(?:additional )?reporting|writing|editing|compiled|edited)"
    r"(?: and (?:writing|editing))? by\s"
    r"|[A-Z][^\n]{3,280}\bcontributed (?:to this (?:report|story|article)|reporting)\b[^\n]{0,40}$"
    r"|(?:write|e-?mail) (?:to )?[A-Z][^\n]{2,120}@\S+$"
    r"|_{2,}$"
)
"""The line that names who wrote and edited wire copy, or parts it from the article."""

CAPTION = (
    r"\b(?:photos?|pictured?|images?|file (?:photo|picture)|getty|shutterstock|\(ap\b"
    r"|ap photo|reuters/|afp/|"
    r"courtesy|illustration|screenshot|screengrab|handout|seen (?:in|here|on|at|during)|poses?|"
    r"\((?:left|right|centre|center|top|bottom|above|below))\b"
)
"""What captions say of their pictures."""

CAPTION_WORDS = (
    "photo", "picture", "image", "getty", "shutterstock", "(", "reuters/", "afp/", "courtesy",
    "illustration", "screen", "handout", "seen ", "pose",
)  # fmt: skip
"""In small letters: a line without any of these says none of it."""

COPYRIGHT = r"©|\(c\)\s?(?:19|20)\d\d|\bcopyright\b|\ball rights reserved\b"

COPYRIGHT_WORDS = ("©", "(c)", "copyright", "rights reserved")

WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satu?r?|sun)(?:day)?\b\.?,?"

COMMENT_COUNT = (
    r"(?:(?<=[.!?…\"”’)|•·])\s*|\s*[(\[|•·–—-]\s*)\d[\d,.]* (?:comments?|replies|reactions)[\s)\]|•·]*$"
    r"|[\s|•·–—-]*\bcomments?\s?(?:\(\d[\d,.]*\)|:\s?\d[\d,.]*)[\s|•·]*$"
)
"""How many readers commented on a story, behind its headline or teaser."""

STREET = (
    r",\s+(?:(?:no\.?\s)?\d{1,5}[a-z]?,?\s+[^\W\d_]|p\.?\s?o\.?\s?box\b"
    r"|(?:suite|floor|unit|level)\s\d"
    r"|(?!(?:inc|ltd|llc|corp|limited|plc|gmbh)\b)[^,]{2,40}\b(?:street|st\.|road|rd\.|avenue|ave\."
    r"|lane|quay|square|plaza|boulevard|blvd|drive|straße|strasse|house|building|tower)\b)"
    r"|(?<=\b(?:inc|ltd)\.)\s+(?=[^\n]*\d)|(?<=\b(?:llc|inc|ltd|plc))\s+(?=\d)"
)
"""Where the street begins behind a name: “, 12 Quay Street”."""

RELEASE_END = r"\W*(?:ends?|-?30-?)\W*|\W*#\W*#\W*#\W*"
"""The line that ends a press release."""

RELEASE_MARKS = (
    r"(?i:\W*(?:for immediate release|news provided by|press release|media release)\W*)"
    r"|(?:SOURCE|Source):?\s+[A-Z][^\n]{2,80}"
    r"|(?i:\W*(?:media|press|investor) (?:contacts?|enquiries|inquiries|relations)\W*)"
)
"""Lines that only a press release has."""

RELEASE_TAIL = (
    r"\W*(?:about [^\n.!?]{2,60}|notes? (?:to|for) editors?|(?:media|press|investor) (?:contacts?|enquiries"
    r"|inquiries|relations)|contacts?|forward[- ]looking statements?|safe harbou?r(?: statement)?)\W*"
)
"""What heads each part behind a press release's own text."""

INTERRUPTION = (
    r"\W*(?:advertisement|advert|ad|sponsored|(?:story|article) continues (?:below|after)(?: (?:this )?"
    r"(?:ad|advertisement))?|continue reading|scroll to continue|skip (?:advertisement|ad)"
    r"|share this|subscribe|(?:click here to )?subscribe (?:to|for) (?:the )?(?-i:[A-Z]).{1,60})\W*"
)
"""A line that only breaks an article off, as where an advertisement stood or one may subscribe."""

CREDIT_LABELS_BROKEN = r"(?:image|picture|photo|pic)s?"
"""What stands before the name in a caption's bracketed credit."""

PICTURE_NAMES = (
    r"\(?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:\s?/\s?[A-Z][\w.&’' -]{1,30}"
    r"|, (?:AP|AFP|Reuters|EPA|PA|UPI|Getty(?: Images)?|Xinhua|Bloomberg))\)?"
    r"|\([A-Z][\w.&’' /-]{2,40}\)"
)
"""A line that is a name with its agency or outlet, or a name in brackets: who took a picture."""
