"""Seats of government that act: "the Kremlin said" is an institution, "in the Kremlin" a place."""

from __future__ import annotations

from dateline.reading.names.candidates import Candidate
from dateline.reading.names.english.words import LOCATIVE
from dateline.reading.names.gazetteer import regions
from dateline.reading.names.mentions import Mention
from dateline.reading.names.tokens import Tokens


def acting_seats(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Return an organisation's mention for every seat of government that acts or owns."""
    out: list[Mention] = []
    for mention in mentions:
        region = regions().get(mention.words) if mention.kind == "place" else None
        if region is None or region.kind != "seat":
            continue
        before = mention.first - 1
        if before >= 0 and tokens.lower[before] == "the":
            before -= 1
        if before >= 0 and tokens.lower[before] in LOCATIVE:
            continue
        item = Candidate(mention.first, mention.last, "?", mention.key)
        out.append(Mention(tokens, item, "organisation"))
    return out
