"""The names of a passage: all steps of the layer in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading.names.candidates import candidates_in
from dateline.reading.names.descriptions import Description, DescriptionReader
from dateline.reading.names.english.organisations import KNOWN_ORGANISATIONS
from dateline.reading.names.evidence import organisation_noun_after
from dateline.reading.names.gazetteer import country_names, demonyms
from dateline.reading.names.kinds import Mention, mentions_in
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


class _Reader:
    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        openings = openings_of(tokens)
        candidates = candidates_in(tokens, openings.slugs)
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
                (self._organisation_at[i] for i in positions if i in self._organisation_at), None
            ),
            place=self._place_in(positions),
            former=role.former,
        )

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
