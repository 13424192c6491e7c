"""Lines that speak to the reader, and what readers say."""

from __future__ import annotations

from dateline.intake.dump.english.cue import Cue

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
        "privacy",
        r"\bnewsletters? may contain\b|\b(?:see|read) our privacy (?:policy|notice)\b"
        r"|\bprotected by recaptcha\b",
        "For more information see our Privacy Policy.",
        words=("newsletter", "privacy", "recaptcha"),
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

THREAD: tuple[Cue, ...] = (
    Cue(
        "said",
        r"^.{1,60}\b(?:on|at)\b.{0,30}\d.{0,30}\b(?:said|says|wrote|writes|commented|replied)\W*$",
        "Jon Dask on March 5, 2031 at 6:34 am said:",
    ),
    Cue(
        "ago",
        r"^\W*\d+ (?:minute|hour|day|week|month|year)s? ago at \d",
        "2 days ago at 07:54 am",
    ),
    Cue("votes", r"^\W*rating: ?[+-]?\d+ votes?\W*$", "Rating: 12 Votes"),
    Cue(
        "reply",
        r"^\W*(?:reply|report(?: abuse| comment)|flag as inappropriate|upvote)\W*$",
        "Reply",
    ),
    Cue("reply", r"^\W*in reply to\b", "In reply to Mira Olt"),
)
"""Short lines that stand over or under every comment of a reader."""

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
    Cue(
        "advert",
        r"^\W*advertisements?\b\W+(?:scroll|continue|story|article|skip)\b.{0,40}$",
        "Advertisement · Scroll to continue reading",
        words=("advertisement",),
    ),
    Cue(
        "advert",
        r"\bad ?block(?:er|ers|ing)?\b.{0,120}\b(?:disable|enabled|white-?list|turn|not work)",
        "Readers with an ad blocker: some parts of the page may not work.",
        words=("block",),
    ),
    Cue(
        "advert",
        r"^\W*this (?:article|page|post|story) (?:contains|includes|may contain) affiliate links"
        r"|\bwe (?:may|might|could) (?:earn|receive|make|get) (?:an? )?(?:\w+ )?commission",
        "If you buy a stove through our links we may earn a commission.",
        words=("affiliate", "commission"),
    ),
    Cue(
        "newsletter",
        r"\bsign up (?:for|to) .{0,80}\b(?:newsletters?|inbox|here|now|today)\b",
        "Sign up for the Karsund Morning Mail today.",
        words=("sign up ",),
    ),
    Cue(
        "newsletter",
        r"\b(?:delivered|sent|straight|direct(?:ly)?) (?:\w+ )?to your (?:inbox|e-?mail|mailbox)\b",
        "The best of Karsund, sent straight to your inbox.",
        words=("to your ",),
    ),
    Cue(
        "newsletter",
        r"\b(?:get|receive|have) .{0,80}\bin your (?:inbox|e-?mail|mailbox)\b",
        "Get the latest harbour news in your inbox.",
        words=("in your ",),
    ),
    Cue(
        "newsletter",
        r"^\W*(?:want more\b.{0,40}\? )?(?:join|subscribe to|sign up for) (?:the|our)\b"
        r".{0,50}\bnewsletters?\b",
        "Want more harbour news? Join the Karsund Mail newsletter.",
        words=("newsletter",),
    ),
    Cue(
        "support",
        r"\b(?:ask|asking|invite) you to support\b"
        r"|\b(?:support|help) .{0,60}\bby (?:making|giving|leaving) an? .{0,20}"
        r"(?:contribution|donation)",
        "If you can, we ask you to support the Karsund Post by making a contribution.",
        words=("you to ", "contribution", "donation"),
    ),
    Cue(
        "comments",
        r"\bwe (?:are |will be )?(?:\w+ )?moderat(?:e|es|ing) (?:all )?(?:the )?comments\b",
        "Note: we are moderating all comments at the moment.",
        words=("moderat",),
    ),
    Cue(
        "pointer",
        r"^\W*on [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.\w\w|example)\s?: ",
        "On karsundpost.example: Ferries stop again as ice returns",
        words=("on ",),
    ),
    Cue(
        "support",
        r"\b(?:support|donate to) our (?:journalism|newsroom|reporting)\b",
        "Readers like Jon Dask support our journalism.",
        words=(" our ",),
    ),
    Cue(
        "writer",
        r"\bread more of .{0,40}\b(?:articles|stories|work|reporting|columns)\b",
        "You can read more of Mira Olt's articles here.",
        words=("read more of",),
    ),
    Cue(
        "writer",
        r"^\W*(?:you can )?(?:follow|e-?mail|reach|contact)"
        r" (?:him|her|them|me|the (?:author|writer|reporter)|[A-Z]\w+(?: [A-Z]\w+){0,2})"
        r" (?:on|at|here|via)\b.{0,80}(?:@|\bhere\b|twitter|facebook|instagram|\.com)",
        "Reach Mira Olt at mira.olt@karsund.example.com.",
        words=("follow ", "mail ", "reach ", "contact "),
    ),
    Cue(
        "standards",
        r"^\W*our standards\s?:",
        "Our Standards: how the Karsund Post works",
        words=("our standards",),
    ),
    Cue(
        "tags",
        r"^\W*(?:tags?|topics?|filed under|categories|posted in|keywords)\s?[:|]",
        "Filed under: Karsund, ice, ferries",
        words=("tag", "topic", "filed", "categories", "posted", "keywords"),
    ),
)
"""Short lines that ask the reader to write, follow, click or read on."""

BIO_VERBS = (
    r"is (?:(?:an?|the|our) )?(?:[\w'’-]+ ){0,5}(?:editor|publisher|reporter|correspondent|writer"
    r"|columnist|journalist|author|producer|contributor|fellow|professor|lecturer|photographer)"
    r"|(?:has |have )?(?:joined|covered|covers|writes|reports on|edits|hosts|contributes)"
    r"|has (?:been |also )?(?:reporting|writing|covering|written|reported|worked)"
    r"|(?:previously|formerly) (?:worked|wrote|covered|reported)"
)
"""What is said of a writer, behind the name."""
