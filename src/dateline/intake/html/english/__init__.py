"""English for HTML pages: what says that the rest of an article is for subscribers."""

from __future__ import annotations

import msgspec


class Phrase(msgspec.Struct, frozen=True):
    """A way of saying it, with a line that does; matched in lower case."""

    pattern: str
    example: str


PAYWALL: tuple[Phrase, ...] = (
    Phrase(r"\bto (?:continue|keep) reading\b", "Subscribe to continue reading"),
    Phrase(r"\bto read (?:the (?:full|whole|rest)|this|more of this|on)\b", "Log in to read the full story"),
    Phrase(r"\b(?:for|to|by) subscribers(?: only)?\b", "This article is for subscribers only"),
    Phrase(r"\bsubscriber[- ](?:only|exclusive)|exclusive (?:to|for) (?:our )?(?:subscribers|members)", "Subscriber-only content"),
    Phrase(r"\b(?:continue|keep) reading (?:with|by|for)\b", "Continue reading with a free account"),
    Phrase(r"\byou(?:'|’)?(?:ve| have) (?:reached|read|used)\b.{0,40}\b(?:limit|free|articles)", "You've reached your limit of free articles"),
    Phrase(r"\balready a (?:subscriber|member)\b", "Already a subscriber? Log in"),
    Phrase(r"\bunlock (?:this|the|full|unlimited)\b", "Unlock this article"),
    Phrase(r"\b(?:this|the) (?:article|story|content) is (?:locked|reserved|only available|for (?:members|premium))", "This article is reserved for members"),
    Phrase(r"\b(?:start|begin) your (?:free )?trial\b", "Start your free trial to go on"),
)  # fmt: skip

NO_ARTICLE: tuple[Phrase, ...] = (
    Phrase(r"^(?:please )?(?:sign|log)[- ]?(?:in|on|up)\b(?=\W*(?:$|to\b|or\b|[|–—:-]))", "Sign in"),
    Phrase(r"^(?:create|register)\b.{0,20}\baccount\b", "Create your account"),
    Phrase(r"^(?:error )?(?:40[0-9]|50[0-9])\b(?=\W*(?:$|error|not found|page|forbidden|bad|internal|service|gateway|[|–—:-]))", "404: page not found"),
    Phrase(r"^(?:sorry[,.]? )?(?:the |this |that )?page (?:(?:was|is|can ?not be|could not be|can't be) )?(?:not found|found|unavailable|not available|does not exist|doesn't exist|missing)\W*(?:$|[|–—-])", "Page not found"),
    Phrase(r"^(?:access (?:to this page )?(?:has been )?(?:denied|forbidden)|forbidden|unauthori[sz]ed)\W*(?:$|[|–—-])", "Access denied"),
    Phrase(r"^(?:we|the .{1,30}) (?:value|care about|respect)s? your (?:privacy|choices)\b", "We value your privacy"),
    Phrase(r"^before you continue\b", "Before you continue"),
    Phrase(r"^(?:cookie|privacy|consent) (?:settings|preferences|choices|consent|notice)\W*(?:$|[|–—-])", "Cookie settings"),
    Phrase(r"^(?:are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are (?:a )?human|just a moment|checking your browser|attention required|one more step)\b", "Are you a robot?"),
    Phrase(r"^(?:please )?enable (?:javascript|cookies)\b", "Please enable cookies"),
    Phrase(r"^(?:subscribe|become a (?:member|subscriber)|choose your (?:plan|subscription))\W*(?:$|[|–—-]|to\b)", "Choose your plan"),
)  # fmt: skip
"""Headlines of pages that are no articles."""

BY = ("by", "von", "par", "por", "di", "de", "af", "av", "door")
"""What may stand before a writer's name in metadata; not all of it English."""
