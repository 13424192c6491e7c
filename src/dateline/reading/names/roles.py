"""Titles, roles and ages that stand beside people's names.

Four places are read: before the name (``Kazakh President X``), after it between commas (``X,
founder of Y in Z,``), before it with a comma (``the auditor of Y, X,``) and after a form of "be"
(``X is a career diplomat``).
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.reading.names.ages import age_in, is_age
from dateline.reading.names.english.roles import (
    BARE_OFFICES,
    FIXED_PAIRS,
    FORMER,
    OFFICE_ADJECTIVES,
    OFFICES,
    PERSON_ENDINGS,
    REGAL,
    TITLES,
)
from dateline.reading.names.english.words import (
    ARTICLES,
    COURTESY,
    KIN,
    POSSESSIVES,
    RELATIONS,
)
from dateline.reading.names.mentions import Mention
from dateline.reading.names.offices import (
    ABBREVIATED,
    is_dot_of_title,
    is_former,
    is_role_noun,
    is_short_title,
)
from dateline.reading.names.people import PersonDraft, gender_of_noun
from dateline.reading.names.tokens import Tokens

_MODIFIER_TAGS = frozenset("NN NNS NNP NNPS JJ JJR JJS VBN VBG HYPH CD CC RB AFX ADD".split())
_COURTESY_ONLY = frozenset(
    "mr mr. mrs mrs. ms ms. miss madam mister sir dame lord lady baroness baron".split()
)
_STOPS = frozenset(',;:—–()"“”.!?…[]•')
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WP$", "WRB", "PRP", "TO"))
_BE = frozenset(["is", "was", "became", "becomes", "remains"])
_LONGEST = 22
_CLIMB = 4


class RoleFound(NamedTuple):
    """A role of a person as token positions; ``head`` is the noun that says what the person is."""

    person: PersonDraft
    first: int
    last: int
    head: int
    former: bool
    possessor: int | None
    """The last token of the possessor before the role, such as ``Britain`` in ``Britain's``."""


_ADDRESSES = COURTESY - ABBREVIATED - TITLES


class RoleReader:
    """Reads the roles of the people of one passage."""

    def __init__(self, tokens: Tokens, mentions: list[Mention]) -> None:
        self._tokens = tokens
        self._at: dict[int, Mention] = {}
        for mention in mentions:
            for i in range(mention.first, mention.last):
                self._at[i] = mention
        self._appositions: dict[int, list[int]] = {}
        for i, dep in enumerate(tokens.dep):
            if dep == "appos":
                self._appositions.setdefault(tokens.head[i], []).append(i)

    def roles_of(self, person: PersonDraft) -> list[RoleFound]:
        """Return a person's roles in text order and note the person's age."""
        found: list[RoleFound] = []
        for mention in person.mentions:
            for role in (
                self._before(person, mention),
                self._after(person, mention),
                self._apposed_before(person, mention),
                self._predicate(person, mention),
            ):
                if role is not None and not any(
                    role.first < other.last and other.first < role.last for other in found
                ):
                    found.append(role)
                    person.gender = person.gender or gender_of_noun(self._tokens.lower[role.head])
                    age_in(self._tokens, person, role.first - 4, role.last)
        return sorted(found, key=lambda role: role.first)

    def _boundary(self, i: int, mention: Mention) -> bool:
        """Tell whether a role before a name cannot reach back to a token."""
        tokens = self._tokens
        if i < 0 or tokens.block[i] != tokens.block[mention.first] or not tokens.text[i].strip():
            return True
        apart = tokens.sentence[i] != tokens.sentence[mention.first]
        return apart and not is_short_title(tokens, i)

    def _before(self, person: PersonDraft, mention: Mention) -> RoleFound | None:
        tokens = self._tokens
        regal = tokens.lower[mention.first] in REGAL and mention.last - mention.first > 1
        i = mention.first - 1
        if regal and (self._boundary(i, mention) or self._title_before(i) is None):
            first = mention.first
            return RoleFound(person, first, first + 1, first, False, None)
        while not self._boundary(i, mention) and tokens.lower[i] in _COURTESY_ONLY:
            i -= 1
        if self._boundary(i, mention) or (i in self._at and self._at[i].kind == "person"):
            return None
        head = self._title_before(i)
        if head is None:
            return None
        last, first = i + 1, head
        while not self._boundary(first - 1, mention):
            at = self._at.get(first - 1)
            if at is not None and at.kind == "organisation":
                first = at.first
            elif self._modifies(first - 1, head, mention):
                first -= 1
            else:
                break
        while first < head and (
            tokens.tag[first] in ("CC", "HYPH")
            or not tokens.text[first][:1].isalnum()
            or self._only_describes(first, head)
        ):
            first += 1
        possessor = None
        if not self._boundary(first - 1, mention) and tokens.lower[first - 1] in POSSESSIVES:
            possessor = first - 2
        elif not self._boundary(first - 1, mention) and tokens.tag[first - 1] == "PRP$":
            possessor = first - 1
        return RoleFound(person, first, last, head, is_former(tokens, first, head + 1), possessor)

    def _only_describes(self, i: int, head: int) -> bool:
        """Tell whether an adjective before a title is no part of it: ``a furious President X``."""
        tokens = self._tokens
        return (
            tokens.tag[head] == "NNP"
            and tokens.tag[i] == "JJ"
            and tokens.text[i].islower()
            and tokens.text[i + 1][:1].isupper()
            and tokens.lower[i] not in OFFICE_ADJECTIVES
        )

    def _title_before(self, i: int) -> int | None:
        """Return the title that ends at a token: ``President``, ``Secretary of State``."""
        tokens = self._tokens
        if is_role_noun(tokens, i) and tokens.lower[i] not in _ADDRESSES:
            return i
        if is_dot_of_title(tokens, i):
            return i - 1
        bound = tokens.dep[i] in ("compound", "nmod") and tokens.head[i] > i
        if bound and tokens.tag[i] == "NN" and tokens.lower[i].endswith(PERSON_ENDINGS):
            return i
        for j in range(i - 1, max(i - 4, 0), -1):
            if tokens.lower[j] in ("of", "for") and is_role_noun(tokens, j - 1):
                return j - 1 if tokens.text[j - 1][:1].isupper() else None
            if not tokens.text[j][:1].isupper() and tokens.lower[j] not in ARTICLES:
                return None
        return None

    def _modifies(self, i: int, head: int, mention: Mention) -> bool:
        tokens = self._tokens
        if tokens.text[i] in ("-", "/", "&"):
            return True
        if (tokens.lower[i], tokens.lower[i + 1]) in FIXED_PAIRS or is_short_title(tokens, i):
            return True
        if tokens.tag[i] not in _MODIFIER_TAGS or tokens.text[i] in _STOPS:
            return False
        at = self._at.get(i)
        if at is not None and at.kind == "person":
            return tokens.head[i] in range(i + 1, mention.last) and i + 1 == head
        governor = tokens.head[i]
        if tokens.tag[i] == "CC":
            return i > 0 and is_role_noun(tokens, i - 1) and (i - 1) not in self._at
        return i < governor < mention.last or (
            tokens.text[i + 1] == "-" and tokens.start[i + 1] == tokens.end[i]
        )

    def _after(self, person: PersonDraft, mention: Mention) -> RoleFound | None:
        tokens, n = self._tokens, len(self._tokens)
        i = mention.last
        if i + 1 < n and tokens.text[i] in (",", "(") and is_age(self._tokens, person, i + 1):
            i += 2
            if i < n and tokens.text[i] == ")":
                i += 1
        if i + 1 >= n or tokens.text[i] not in (",", "—", "–", "--"):
            return None
        age_in(self._tokens, person, i + 1, min(i + 3, n))
        return self._noun_phrase(person, i + 1, mention)

    def _noun_phrase(self, person: PersonDraft, start: int, mention: Mention) -> RoleFound | None:
        """Read the role that begins at a token and ends before the next comma or verb."""
        tokens, n = self._tokens, len(self._tokens)
        sentence = tokens.sentence[mention.first]
        i = start
        possessor: int | None = None
        while i < n and (
            tokens.lower[i] in ARTICLES
            or tokens.tag[i] == "PRP$"
            or tokens.lower[i] in ("now", "then")
        ):
            possessor = i if tokens.tag[i] == "PRP$" else possessor
            i += 1
        if i < n and tokens.tag[i] == "CC":
            return None
        first, head = i, None
        while i < n and tokens.sentence[i] == sentence and i - start < 14:
            if tokens.lower[i] in POSSESSIVES and tokens.tag[i] == "POS":
                possessor, first, head = i - 1, i + 1, None
            elif self._apposed_role(start, i) and not self._in_name_of_person(i):
                head = i
            elif tokens.tag[i] not in _MODIFIER_TAGS and tokens.tag[i] != "DT":
                break
            elif self._in_name_of_person(i) and not self._possessive_after(i):
                if head is None or tokens.head[i] > i:
                    return None
                if head == i - 1:
                    return None
            elif head is not None and tokens.tag[i] == "CC" and not self._coordinates_role(i):
                break
            i += 1
        if head is None or head < first or self._name_follows(head):
            return None
        bare_kin = head == start and tokens.lower[head] in KIN
        if bare_kin and (head + 1 >= n or tokens.lower[head + 1] != "of"):
            return None
        last = self._end_of_role(head + 1, sentence)
        if last + 1 < n and tokens.text[last] == "," and self._in_name_of_person(last + 1):
            # "Quist, the British envoy, Joost Bakker": the role is the next person's.
            return None
        if (
            last < n
            and tokens.tag[last] in _FINITE - {"WP", "WDT", "WP$", "WRB", "TO"}
            and head == last - 1
        ):
            governor = tokens.head[head]
            if tokens.dep[head] == "nsubj" and governor >= last:
                return None
        return RoleFound(person, first, last, head, is_former(tokens, first, head + 1), possessor)

    def _apposed_role(self, start: int, i: int) -> bool:
        """Tell whether a token of an apposition says what somebody is."""
        tokens = self._tokens
        if is_role_noun(tokens, i):
            return True
        indefinite = tokens.lower[start] in ("a", "an") and tokens.tag[i] == "NN"
        ends = i + 1 >= len(tokens) or tokens.tag[i + 1] not in ("NN", "NNS", "HYPH", "POS")
        return indefinite and ends and tokens.lower[i].endswith(PERSON_ENDINGS)

    def _in_name_of_person(self, i: int) -> bool:
        at = self._at.get(i)
        return at is not None and at.kind == "person"

    def _possessive_after(self, i: int) -> bool:
        at = self._at[i]
        return at.last < len(self._tokens) and self._tokens.lower[at.last] in POSSESSIVES

    def _name_follows(self, head: int) -> bool:
        return head + 1 < len(self._tokens) and self._in_name_of_person(head + 1)

    def _coordinates_role(self, i: int) -> bool:
        """Tell whether an "and" joins two roles: ``president and chief executive``."""
        tokens = self._tokens
        for j in range(i + 1, min(i + 6, len(tokens))):
            if self._in_name_of_person(j) or tokens.tag[j] in _FINITE:
                return False
            if is_role_noun(tokens, j):
                return not self._name_follows(j)
        return False

    def _end_of_role(self, i: int, sentence: int) -> int:
        tokens, n = self._tokens, len(self._tokens)
        begin = i
        while i < n and tokens.sentence[i] == sentence and i - begin < _LONGEST:
            stops = tokens.text[i] in _STOPS and not is_dot_of_title(tokens, i)
            if stops and not (self._at.get(i) is not None):
                break
            if tokens.tag[i] in _FINITE and not (self._at.get(i) is not None):
                break
            if tokens.tag[i] == "CC" and self._starts_another_person(i):
                break
            if tokens.tag[i] == "IN" and tokens.dep[i] == "mark":
                break
            i += 1
        while i > begin and tokens.tag[i - 1] in ("CC", "IN", "DT", "RB", "_SP", "POS"):
            i -= 1
        return i

    def _starts_another_person(self, i: int) -> bool:
        return any(self._in_name_of_person(j) for j in range(i + 1, min(i + 4, len(self._tokens))))

    def _apposed_before(self, person: PersonDraft, mention: Mention) -> RoleFound | None:
        """Read ``Kazakhstan's first president, X``."""
        tokens = self._tokens
        comma = mention.first - 1
        while not self._boundary(comma, mention) and self._is_title(comma):
            # “Her deputy, Captain X”, “the vicar, the Reverend X”
            comma -= 1
        if self._boundary(comma, mention) or tokens.text[comma] != ",":
            return None
        head = tokens.head[mention.last - 1]
        for _ in range(_CLIMB):
            # "the mayor of X, Y, Z": the parser may hang Z on X.
            if tokens.dep[head] in ("pobj", "prep", "appos") and not is_role_noun(tokens, head):
                head = tokens.head[head]
        if tokens.dep[mention.last - 1] != "appos" or head >= comma or comma - head > 12:
            return None
        if not is_role_noun(tokens, head) or self._in_name_of_person(head):
            return None
        head = self._served(head)
        stops = [i for i in range(head + 1, comma) if tokens.text[i] in _STOPS]
        if any(i + 1 not in self._at or self._at[i + 1].kind != "place" for i in stops):
            return None
        first = head
        while not self._boundary(first - 1, mention) and (
            tokens.tag[first - 1] in _MODIFIER_TAGS or tokens.text[first - 1] in ("-",)
        ):
            if self._in_name_of_person(first - 1):
                break
            first -= 1
        at = self._at.get(first)
        first = at.first if at is not None and at.kind == "organisation" else first
        possessor = None
        if not self._boundary(first - 1, mention) and (
            tokens.lower[first - 1] in POSSESSIVES or tokens.tag[first - 1] == "PRP$"
        ):
            possessor = first - 2 if tokens.lower[first - 1] in POSSESSIVES else first - 1
        return RoleFound(person, first, comma, head, is_former(tokens, first, head + 1), possessor)

    def _is_title(self, i: int) -> bool:
        """Tell whether a token belongs to a title in capitals before a name."""
        tokens = self._tokens
        if tokens.lower[i] in ARTICLES:
            return self._is_title(i + 1) and tokens.text[i].islower()
        if tokens.lower[i] in FORMER and i + 1 < len(tokens):
            return self._is_title(i + 1)
        known = tokens.lower[i] in COURTESY | TITLES
        return known and tokens.text[i].istitle() and i not in self._at

    def _served(self, head: int) -> int:
        """Return whose name follows “a spokesman for the president, X”: the spokesman's."""
        tokens = self._tokens
        link = tokens.head[head]
        noun = tokens.head[link]
        serves = tokens.dep[head] == "pobj" and tokens.lower[link] in ("for", "to")
        return noun if serves and noun < link and tokens.lower[noun] in RELATIONS else head

    def _is_apart(self, mention: Mention) -> bool:
        """Tell whether a name is an apposition itself or has its age behind it: ``X, 39, is``."""
        tokens = self._tokens
        aged = tokens.text[mention.last + 1].isdecimal()
        return aged or (mention.first > 0 and tokens.text[mention.first - 1] == ",")

    def _is_owner(self, i: int) -> bool:
        """Tell whether a possessive of one or two words begins at a token: ``Velmora's``."""
        return any(
            self._tokens.tag[j] == "POS" for j in range(i + 1, min(i + 3, len(self._tokens)))
        )

    def _predicate(self, person: PersonDraft, mention: Mention) -> RoleFound | None:
        """Read ``X is a career diplomat`` and ``X, who was the chief of Y``."""
        tokens, n = self._tokens, len(self._tokens)
        i = mention.last
        if i + 1 < n and tokens.text[i] == "," and tokens.lower[i + 1] == "who":
            i += 2
        elif (i + 1 < n and tokens.text[i] == "," and self._is_apart(mention)) or (
            i < n and tokens.lower[i] == "who"
        ):
            i += 1
        if i + 2 < n and tokens.text[i].isdecimal() and tokens.text[i + 1] == ",":
            i += 2
        if i + 1 >= n or tokens.lower[i] not in _BE:
            return None
        bare = tokens.lower[i - 1] == "who" and is_role_noun(tokens, i + 1)
        office = i + 2 < n and tokens.words(i + 1, i + 3).lower() in BARE_OFFICES
        named = tokens.lower[i + 1] in ARTICLES or self._is_owner(i + 1)
        if not (named or bare or office):
            return None
        if tokens.quoted[i] or tokens.dep[i] not in ("ROOT", "relcl", "conj"):
            return None
        role = self._noun_phrase(person, i + 1, mention)
        if role is None or tokens.dep[role.head] not in ("attr", "conj", "appos", "oprd", "dobj"):
            return None
        past = tokens.lower[i] == "was" and (bare or tokens.lower[i + 1] == "the")
        return role._replace(former=role.former or (past and tokens.lower[role.head] in OFFICES))
