"""Mentions of organisations grouped, with the acronyms the text gives them."""

from __future__ import annotations

from dateline.reading.names.acronyms import abbreviates, is_acronym
from dateline.reading.names.english.organisations import (
    CLUB_HEADS,
    CLUB_NOUNS,
    CLUB_PLACES,
    COMPANY_NOUNS,
    ORGANISATION_HEADS,
)
from dateline.reading.names.mentions import Mention
from dateline.reading.names.shortened import is_short_for
from dateline.reading.names.tokens import Tokens

_CLUB_ENDINGS = CLUB_HEADS | CLUB_PLACES


def _kinds_of(mention: Mention) -> set[str]:
    words = mention.key.split()
    club = CLUB_NOUNS if words[-1] in _CLUB_ENDINGS else frozenset[str]()
    return {w for w in words if w in COMPANY_NOUNS} | club


class OrganisationDraft:
    """An organisation while a report is being read."""

    __slots__ = ("acronym", "id", "key", "kinds", "mentions", "name", "order")

    def __init__(self, mention: Mention) -> None:
        self.id = ""
        self.key, self.name, self.order = mention.key, mention.words, mention.first
        self.mentions: list[Mention] = [mention]
        self.acronym: str | None = None
        self.kinds: set[str] = _kinds_of(mention)
        """Nouns that may stand for it after "the"."""

    def add(self, mention: Mention) -> None:
        """Count a mention in; a longer name becomes the organisation's name."""
        self.mentions.append(mention)
        self.order = min(self.order, mention.first)
        if len(mention.words) > len(self.name):
            self.key, self.name = mention.key, mention.words
            self.kinds |= _kinds_of(mention)


def _in_brackets_after(tokens: Tokens, mention: Mention) -> str | None:
    """Return the acronym that stands in brackets after a name."""
    i = mention.last
    if i + 1 >= len(tokens) or tokens.text[i] != "(":
        return None
    j = i + 1
    while j < min(len(tokens), i + 6) and tokens.text[j] != ")":
        j += 1
    if j >= len(tokens) or tokens.text[j] != ")" or j == i + 1:
        return None
    words = tokens.words(i + 1, j)
    return words if is_acronym(words) else None


def organisations_in(tokens: Tokens, mentions: list[Mention]) -> list[OrganisationDraft]:
    """Return the organisations of a passage."""
    drafts: list[OrganisationDraft] = []
    by_key: dict[str, OrganisationDraft] = {}
    acronyms: dict[str, OrganisationDraft] = {}
    mine = [m for m in mentions if m.kind == "organisation"]
    for mention in mine:
        if is_acronym(mention.words):
            continue
        draft = by_key.get(mention.key)
        if draft is None:
            draft = by_key[mention.key] = OrganisationDraft(mention)
            drafts.append(draft)
        else:
            draft.add(mention)
        acronym = _in_brackets_after(tokens, mention)
        if acronym:
            draft.acronym = acronym
            acronyms[acronym] = draft
    drafts = _shortened(tokens, drafts)
    for mention in mine:
        if not is_acronym(mention.words):
            continue
        draft = acronyms.get(mention.words)
        if draft is None:
            fitting = [d for d in drafts if not d.acronym and abbreviates(mention.words, d.name)]
            if len(fitting) == 1:
                draft = fitting[0]
                draft.acronym = mention.words
            else:
                draft = OrganisationDraft(mention)
                draft.acronym = mention.words
                drafts.append(draft)
            acronyms[mention.words] = draft
            if len(fitting) != 1:
                continue
        draft.add(mention)
    for draft in drafts:
        draft.mentions.sort(key=lambda m: m.first)
    return sorted(drafts, key=lambda d: d.order)


def _shortened(tokens: Tokens, drafts: list[OrganisationDraft]) -> list[OrganisationDraft]:
    """Join a name with its shorter form where only one longer name can be meant by it."""
    kept: list[OrganisationDraft] = []
    for draft in drafts:
        named = any(m.first and tokens.lower[m.first - 1] == "the" for m in draft.mentions)
        longer = [
            d
            for d in drafts
            if d is not draft
            and (_begins(draft.key, d.key) or (named and is_short_for(draft.key, d.key)))
        ]
        longer.sort(key=lambda d: len(d.key))
        # “Adhira Motors” and “Adhira Motors Ltd” are one.
        if longer and all(d.key.startswith(longer[0].key) for d in longer):
            for mention in draft.mentions:
                longer[-1].add(mention)
        else:
            kept.append(draft)
    return kept


def _begins(short: str, name: str) -> bool:
    """Tell whether a name opens with another that stands for it without an article too."""
    bare = short.rsplit(" ", 1)[-1] in ORGANISATION_HEADS and " of " in name
    return name.startswith(short + " ") and not bare
