"""The names of a passage: all steps of the layer in their order."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec import structs

from dateline.reading.names.candidates import candidates_in
from dateline.reading.names.descriptions import Description, DescriptionReader
from dateline.reading.names.english.organisations import AFFILIATED, KNOWN_ORGANISATIONS
from dateline.reading.names.evidence import organisation_noun_after
from dateline.reading.names.gazetteer import country_names, demonyms
from dateline.reading.names.joining import joined_names
from dateline.reading.names.kinds import mentions_in
from dateline.reading.names.mentions import Mention
from dateline.reading.names.openings import openings_of
from dateline.reading.names.organisations import OrganisationDraft, organisations_in
from dateline.reading.names.people import PersonDraft, people_in
from dateline.reading.names.places import country_key, places_in
from dateline.reading.names.pronouns import PronounReader, Reference, Resolved
from dateline.reading.names.relations import RelationReader
from dateline.reading.names.result import Names, OpenPointer, Pointer
from dateline.reading.names.roles import RoleFound, RoleReader
from dateline.reading.names.seats import acting_seats
from dateline.reading.names.tokens import Tokens
from dateline.reading.table import Table
from dateline.records import Organisation, Person, Place, Role
from dateline.text import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc


def names_in(doc: Doc, passage: Passage, *, table: Table | None = None) -> Names:
    """Return the people, organisations and places of a parsed passage.

    ``table`` is the parse's, where it is at hand.
    """
    return _Reader(Tokens(table or Table(doc, passage))).names()


def _is_sure(mention: Mention) -> bool:
    """Tell whether a name surely is of its kind; a lone word may be a surname nobody introduced."""
    lone = mention.kind == "organisation" and " " not in mention.key
    return not lone or mention.words.isupper() or mention.key in KNOWN_ORGANISATIONS


def _office(role: Role) -> str:
    """Return the noun of a role: the word before what it is of, else the last."""
    return re.split(r" (?:of|for|at|in) ", role.text, maxsplit=1)[0].rsplit(" ", 1)[-1].casefold()


class _Reader:
    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        openings = openings_of(tokens)
        candidates = joined_names(tokens, candidates_in(tokens, openings))
        self._mentions = mentions_in(tokens, candidates, openings)
        self._people, self._unclear = people_in(tokens, self._mentions)
        self._places, self._place_records = places_in(tokens, self._mentions)
        self._organisations = organisations_in(
            tokens, self._mentions + acting_seats(tokens, self._mentions)
        )
        for number, person in enumerate(self._people, 1):
            person.id = f"p{number}"
        for number, draft in enumerate(self._organisations, 1):
            draft.id = f"o{number}"
        self._organisation_at: dict[int, str] = {
            i: draft.id
            for draft in self._organisations
            for mention in draft.mentions
            for i in range(mention.first, mention.last)
        }
        self._place_at: dict[int, str] = {
            i: draft.id
            for draft in self._places
            for mention in draft.mentions
            for i in range(mention.first, mention.last)
        }

    def names(self) -> Names:
        roles = self._roles()
        self._describe_organisations()
        named = {i for m in self._mentions for i in range(m.first, m.last)}
        descriptions = DescriptionReader(self._tokens, roles, self._organisations, named).all()
        self._give_organisations(roles, descriptions)
        references = [
            Reference(m.first, m.last, person) for person in self._people for m in person.mentions
        ]
        references += [
            Reference(d.first, d.last, d.people[0]) for d in descriptions if d.sure and d.people
        ]
        spoken_for = {i for m in self._mentions if _is_sure(m) for i in range(m.first, m.last)}
        spoken_for |= {i for d in descriptions for i in range(d.first, d.last)}
        spoken_for |= {i for role in roles for i in range(role.first, role.last)}
        pronouns = PronounReader(self._tokens, references, spoken_for).all()
        self._add_former(descriptions)
        self._spread_former()
        self._add_ages(descriptions)
        RelationReader(self._tokens, references, pronouns).relate(roles)
        return self._result(descriptions, pronouns)

    def _roles(self) -> list[RoleFound]:
        reader = RoleReader(self._tokens, self._mentions)
        out: list[RoleFound] = []
        for person in self._people:
            found = reader.roles_of(person)
            roles = {role.text.casefold(): role for role in map(self._role, reversed(found))}
            person.roles = sorted(roles.values(), key=lambda role: role.start)
            out += found
        return out

    def _role(self, role: RoleFound) -> Role:
        tokens = self._tokens
        positions = [*range(role.first, role.last)]
        if role.possessor is not None:
            positions.append(role.possessor)
        span = tokens.span(role.first, role.last)
        return Role(
            start=span.start,
            end=span.end,
            text=tokens.raw(role.first, role.last),
            organisation=next(
                (self._organisation_at[i] for i in positions if i in self._organisation_at),
                self._affiliation(role),
            ),
            place=self._place_in(positions),
            former=role.former,
        )

    def _affiliation(self, role: RoleFound) -> str | None:
        """Return the organisation behind a titled name: ``Professor X of the Y Institute``."""
        tokens = self._tokens
        mention = next((m for m in role.person.mentions if m.first == role.last), None)
        if mention is None or mention.last + 1 >= len(tokens):
            return None
        i = mention.last
        if tokens.lower[i] not in AFFILIATED:
            return None
        return self._organisation_at.get(i + 1 + (tokens.lower[i + 1] == "the"))

    def _give_organisations(self, roles: list[RoleFound], descriptions: list[Description]) -> None:
        """Add the organisation that ``its`` or ``the company's`` before a role stands for."""
        owners = {
            i: d.organisations[0].id
            for d in descriptions
            if d.sure and d.organisations
            for i in range(d.first, d.last)
        }
        for role in roles:
            at = role.possessor
            if at is None:
                continue
            owner = owners.get(at)
            if owner is None and self._tokens.lower[at] == "its":
                owner = self._organisation_before(at)
            if owner is not None:
                start = self._tokens.start[role.first]
                role.person.roles = [
                    structs.replace(known, organisation=owner)
                    if known.start == start and not known.organisation
                    else known
                    for known in role.person.roles
                ]

    def _organisation_before(self, i: int) -> str | None:
        """Return the organisation that the sentence before a token is about.

        That is the only one it names, or its subject where it does nothing to another.
        """
        sentences = self._tokens.sentence
        first = bisect_left(sentences, sentences[i])
        if first == 0:
            return None
        before = range(bisect_left(sentences, sentences[first - 1]), first)
        at, dep = self._organisation_at, self._tokens.dep
        found = {at[j] for j in before if j in at}
        if len(found) > 1 and not any(dep[j] in ("dobj", "dative") for j in before if j in at):
            found = {at[j] for j in before if j in at and dep[j] == "nsubj"}
        return found.pop() if len(found) == 1 else None

    def _place_in(self, positions: list[int]) -> str | None:
        for i in positions:
            if i in self._place_at:
                return self._place_at[i]
        for i in positions:
            code = demonyms().get(self._tokens.text[i]) or country_names().get(self._tokens.text[i])
            record = self._place_records.get(country_key(code)) if code else None
            if record is not None:
                return record.id
        return None

    def _describe_organisations(self) -> None:
        """Note what kind of organisation each is said to be: ``J.S. Held, a consulting firm``."""
        for draft in self._organisations:
            for mention in draft.mentions:
                noun = organisation_noun_after(self._tokens, mention.last)
                if noun is not None:
                    draft.kinds.add(noun)

    def _add_former(self, descriptions: list[Description]) -> None:
        for found in descriptions:
            if not (found.former and found.sure and found.people):
                continue
            person = found.people[0]
            if any(role.former for role in person.roles):
                continue
            span = self._tokens.span(found.first + 1, found.last)
            person.roles.append(
                Role(
                    start=span.start,
                    end=span.end,
                    text=self._tokens.raw(found.first + 1, found.last),
                    former=True,
                )
            )
            person.roles.sort(key=lambda role: role.start)

    def _spread_former(self) -> None:
        """Mark an office former that the report calls so elsewhere, unless it stands as a title.

        “Velmora's first president, X” is not president where “the former president” is X.
        """
        for person in self._people:
            past = {_office(role) for role in person.roles if role.former}
            person.roles = [
                structs.replace(role, former=True)
                if _office(role) in past and role.text[:1].islower()
                else role
                for role in person.roles
            ]

    def _add_ages(self, descriptions: list[Description]) -> None:
        """Note the age behind a description: ``The president, 67, …``."""
        text = self._tokens.text
        for found in descriptions:
            i = found.last
            if not (found.sure and found.people) or i + 2 >= len(text):
                continue
            person, age = found.people[0], text[i + 1]
            between = text[i] == text[i + 2] == "," and person.age is None
            if between and age.isdecimal() and len(age) == 2:
                person.age, person.age_span = int(age), self._tokens.span(i + 1, i + 2)

    def _result(self, descriptions: list[Description], pronouns: list[Resolved]) -> Names:
        tokens = self._tokens
        pointers: list[Pointer] = []
        unresolved: list[OpenPointer] = []
        described: dict[str, list[Description]] = {}
        for found in descriptions:
            fits = [p.id for p in found.people] + [o.id for o in found.organisations]
            span = tokens.span(found.first, found.last)
            if found.sure:
                described.setdefault(fits[0], []).append(found)
                pointers.append(Pointer(span.start, span.end, fits[0]))
            else:
                unresolved.append(OpenPointer(span.start, span.end, tuple(fits)))
        for mention, bearers in self._unclear:
            span = tokens.span(mention.first, mention.last)
            unresolved.append(OpenPointer(span.start, span.end, tuple(p.id for p in bearers)))
        for resolved in pronouns:
            span = tokens.span(resolved.at, resolved.at + 1)
            if resolved.person is not None:
                resolved.person.pronouns.append(resolved.at)
                pointers.append(Pointer(span.start, span.end, resolved.person.id))
            elif resolved.candidates:
                ids = tuple(p.id for p in resolved.candidates)
                unresolved.append(OpenPointer(span.start, span.end, ids))
        named = [(p.id, p.mentions) for p in self._people]
        named += [(o.id, o.mentions) for o in self._organisations]
        for number, mentions in named:
            for mention in mentions:
                span = tokens.span(mention.first, mention.last)
                pointers.append(Pointer(span.start, span.end, number))
        return Names(
            tuple(self._person(p, described.get(p.id, [])) for p in self._people),
            tuple(self._organisation(o, described.get(o.id, [])) for o in self._organisations),
            self._place_tuple(),
            pointers,
            unresolved,
        )

    def _place_tuple(self) -> tuple[Place, ...]:
        return tuple(self._place_records[draft.key] for draft in self._places)

    def _person(self, person: PersonDraft, described: list[Description]) -> Person:
        tokens = self._tokens
        spans = [tokens.span(m.first, m.last) for m in person.mentions]
        spans += [tokens.span(d.first, d.last) for d in described]
        return Person(
            id=person.id,
            name=person.name,
            mentions=tuple(sorted(spans)),
            pronouns=tuple(tokens.span(i, i + 1) for i in sorted(person.pronouns)),
            roles=tuple(person.roles),
            relations=tuple(kinship for kinship, _ in person.relations),
            age=person.age,
            age_span=person.age_span,
        )

    def _organisation(self, draft: OrganisationDraft, described: list[Description]) -> Organisation:
        tokens = self._tokens
        spans = [tokens.span(m.first, m.last) for m in draft.mentions]
        spans += [tokens.span(d.first, d.last) for d in described]
        return Organisation(
            id=draft.id, name=draft.name, mentions=tuple(sorted(spans)), acronym=draft.acronym
        )
