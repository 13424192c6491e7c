"""Definite descriptions ("the former president", "the analyst", "the company") followed back."""

from __future__ import annotations

from typing import NamedTuple

from dateline.reading.names.english.organisations import COMPANY_NOUNS
from dateline.reading.names.english.roles import (
    FORMER,
    LEADER_WORDS,
    LEADERS,
    NOT_YET,
    OFFICES,
    ROLE_KIN,
)
from dateline.reading.names.gazetteer import country_names, demonyms
from dateline.reading.names.organisations import OrganisationDraft
from dateline.reading.names.people import PersonDraft
from dateline.reading.names.roles import RoleFound
from dateline.reading.names.tokens import Tokens

_MODIFIERS = frozenset(["NN", "NNP", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "NNPS", "AFX"])
_NARROWER = frozenset(("vice", "deputy", "prime", "assistant", "lieutenant"))
"""Modifiers that make an office another one: the minister is not the prime minister."""
_AHEAD = 2
"""Paragraphs within which whoever is described first is named."""
_SAME_COMPANY = frozenset(["company", "firm", "group", "corporation", "business", "giant"])


class Description(NamedTuple):
    """A definite description: the tokens, its head noun and what it may stand for."""

    first: int
    last: int
    head: int
    people: tuple[PersonDraft, ...]
    organisations: tuple[OrganisationDraft, ...]
    former: bool

    @property
    def sure(self) -> bool:
        """Whether exactly one person or organisation fits."""
        return len(self.people) + len(self.organisations) == 1


class _Office(NamedTuple):
    person: PersonDraft
    noun: str
    words: frozenset[str]
    country: str | None
    former: bool
    titled: bool


def _heads(office: _Office) -> bool:
    """Tell whether an office is that of a chief executive, however it is written."""
    return office.noun == "ceo" or {"chief", "executive", "officer"} <= office.words


def _noun(word: str) -> str:
    return ROLE_KIN.get(word, word)


def _country_of(words: list[str], possessor: str | None) -> str | None:
    for word in (*words, possessor or ""):
        code = demonyms().get(word) or country_names().get(word)
        if code:
            return code
    return None


class DescriptionReader:
    """Resolves the definite descriptions of one passage."""

    def __init__(
        self,
        tokens: Tokens,
        roles: list[RoleFound],
        organisations: list[OrganisationDraft],
        named: set[int],
    ) -> None:
        self._tokens = tokens
        self._named = named
        self._offices = [self._office(role) for role in roles]
        self._organisations = organisations
        self._nouns = {office.noun for office in self._offices}
        self._kinds: set[str] = set()
        for draft in organisations:
            self._kinds |= draft.kinds

    def _office(self, role: RoleFound) -> _Office:
        tokens = self._tokens
        words = [tokens.text[i] for i in range(role.first, role.last)]
        possessor = tokens.text[role.possessor] if role.possessor is not None else None
        before_name = role.last < len(tokens) and tokens.text[role.last] != ","
        return _Office(
            role.person,
            _noun(tokens.lower[role.head]),
            frozenset(w.lower() for w in words),
            _country_of(words, possessor),
            role.former,
            before_name and tokens.tag[role.head] == "NNP",
        )

    def all(self) -> list[Description]:
        """Return every description that fits somebody named in the passage, in text order."""
        tokens, out = self._tokens, list[Description]()
        for i in [i for i, word in enumerate(tokens.lower) if word == "the"]:
            if i not in self._named and (found := self._at(i)) is not None:
                out.append(found)
        return out

    def _at(self, i: int) -> Description | None:
        tokens, n = self._tokens, len(self._tokens)
        head = i + 1
        while (
            head + 1 < n
            and head - i < 6
            and tokens.tag[head] in _MODIFIERS
            and tokens.tag[head + 1] in _MODIFIERS
            and tokens.sentence[head + 1] == tokens.sentence[i]
        ):
            head += 1
        if head >= n or tokens.tag[head] not in ("NN", "NNP") or head in self._named:
            return None
        noun = tokens.lower[head].removeprefix("ex-")
        if (
            head + 1 < n
            and (tokens.lower[head + 1] in ("of", "for", "at", "who", "that", "in", "to"))
            and (tokens.lower[head + 1] != "in" or noun in OFFICES)
        ):
            return None
        modifiers = [tokens.text[j] for j in range(i + 1, head)]
        if noun in OFFICES and (_noun(noun) in self._nouns or noun in LEADER_WORDS):
            return self._person(i, head, noun, modifiers)
        if noun in COMPANY_NOUNS:
            return self._organisation(i, head, noun, modifiers)
        return None

    def _person(self, i: int, head: int, noun: str, modifiers: list[str]) -> Description | None:
        tokens = self._tokens
        lowered = {m.lower() for m in modifiers}
        former = bool(lowered & FORMER) or tokens.lower[head].startswith("ex-")
        country = _country_of(modifiers, None)
        kinds = {
            tokens.lower[j]
            for j in range(i + 1, head)
            if (tokens.tag[j] in ("NN", "NNP") or tokens.lower[j] in _NARROWER)
            and tokens.lower[j] not in FORMER
            and tokens.text[j] not in demonyms()
        }
        if lowered & NOT_YET:
            return None
        executive = noun == "executive" and "chief" in lowered
        fitting: list[_Office] = []
        for office in self._offices:
            same = office.noun == _noun(noun) or (noun in LEADER_WORDS and office.noun in LEADERS)
            same = same or (executive and _heads(office))
            narrower = office.words & _NARROWER - lowered
            if not same or narrower or not kinds <= office.words:
                continue
            if country and office.country != country and (office.country or noun in LEADER_WORDS):
                continue
            if country and not office.country and office.person.order > i:
                continue
            fitting.append(office)
        if country and any(office.country for office in fitting):
            fitting = [office for office in fitting if office.country]
        # Every company has a chief executive; a title says nothing about which one is meant.
        titles = () if executive else fitting
        current = {id(o.person) for o in titles if o.titled and not o.former}
        if former:
            marked = [o for o in fitting if o.former]
            fitting = marked or [o for o in fitting if id(o.person) not in current]
        elif current:
            past = {id(o.person) for o in fitting if o.former}
            fitting = [o for o in fitting if id(o.person) not in past or id(o.person) in current]
            titled = [o for o in fitting if id(o.person) in current]
            fitting = titled or fitting
        else:
            fitting = [o for o in fitting if not o.former]
        fitting = [office for office in fitting if self._is_near_or_past(office.person, i)]
        people = list(dict.fromkeys(office.person for office in fitting))
        if len(people) > 1:
            people = self._nearest(people, i)
        return Description(i, head + 1, head, tuple(people), (), former) if people else None

    def _is_near_or_past(self, person: PersonDraft, i: int) -> bool:
        """Tell whether somebody is named before a description or in the next paragraph at most."""
        block = self._tokens.block
        return person.order < i or block[person.order] - block[i] < _AHEAD

    def _nearest(self, people: list[PersonDraft], i: int) -> list[PersonDraft]:
        """Keep the one person of several that the same or the last paragraph names."""
        tokens = self._tokens
        for blocks in ((tokens.block[i],), (tokens.block[i], tokens.block[i] - 1)):
            near = [
                p
                for p in people
                if any(m.first < i and tokens.block[m.first] in blocks for m in p.mentions)
            ]
            if len(near) == 1:
                return near
            if near:
                return people
        return people

    def _organisation(
        self, i: int, head: int, noun: str, modifiers: list[str]
    ) -> Description | None:
        if any(m[:1].isupper() for m in modifiers):
            return None
        fitting = [d for d in self._organisations if noun in d.kinds and d.order < i]
        if not fitting and noun in _SAME_COMPANY:
            fitting = [d for d in self._organisations if d.kinds & _SAME_COMPANY and d.order < i]
        if not fitting and noun in ("company", "firm"):
            fitting = self._just_named(i)
        if len(fitting) > 1:
            block = self._tokens.block[i]
            near = [
                d
                for d in fitting
                if any(m.first < i and block - self._tokens.block[m.first] < 2 for m in d.mentions)
            ]
            fitting = near or fitting
        return Description(i, head + 1, head, (), tuple(fitting), False) if fitting else None

    def _just_named(self, i: int) -> list[OrganisationDraft]:
        """Return the organisations of no stated kind that the sentence before names."""
        sentence = self._tokens.sentence
        near = [
            d
            for d in self._organisations
            if any(m.first < i and sentence[i] - sentence[m.first] < 2 for m in d.mentions)
        ]
        return near if len(near) == 1 and not near[0].kinds else []
