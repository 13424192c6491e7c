"""What people are to each other where the text says it: predecessor, nephew, spokesman for."""

from __future__ import annotations

from dateline.reading.names.english.words import ARTICLES, RELATION_LINKS, RELATIONS
from dateline.reading.names.people import PersonDraft
from dateline.reading.names.pronouns import Reference, Resolved
from dateline.reading.names.roles import RoleFound
from dateline.reading.names.tokens import Tokens
from dateline.records import Kinship

_FURTHEST = 8


class RelationReader:
    """Finds the other person of every role that is a relation."""

    def __init__(
        self, tokens: Tokens, references: list[Reference], pronouns: list[Resolved]
    ) -> None:
        self._tokens = tokens
        self._at: dict[int, PersonDraft] = {}
        for reference in references:
            for i in range(reference.first, reference.last):
                self._at[i] = reference.person
        for resolved in pronouns:
            if resolved.person is not None:
                self._at[resolved.at] = resolved.person

    def relate(self, roles: list[RoleFound]) -> None:
        """Add the relations that the roles state to their people."""
        for role in roles:
            self._relate_apposed(role)
            for i in range(role.first, role.last):
                if self._tokens.lower[i] in RELATIONS:
                    other = self._other(role, i)
                    if other is not None and other is not role.person:
                        end = self._end_of_noun(i)
                        span = self._tokens.span(i, end)
                        kinship = Kinship(
                            start=span.start,
                            end=span.end,
                            text=self._tokens.raw(i, end),
                            to=other.id,
                        )
                        known = ((k.text.casefold(), o) for k, o in role.person.relations)
                        if (kinship.text.casefold(), other) not in known:
                            role.person.relations.append((kinship, other))

    def _relate_apposed(self, role: RoleFound) -> None:
        """Add the relation before a role: ``her son, the actor X``."""
        tokens = self._tokens
        noun = role.first - 3
        if (
            noun < 1
            or tokens.lower[role.first - 1] not in ARTICLES
            or tokens.text[role.first - 2] != ","
            or tokens.lower[noun] not in RELATIONS
        ):
            return
        possessive = tokens.tag[noun - 1] == "POS"
        other = self._at.get(noun - 2 if possessive else noun - 1)
        if other is not None and other is not role.person:
            span = tokens.span(noun, noun + 1)
            kinship = Kinship(
                start=span.start, end=span.end, text=tokens.raw(noun, noun + 1), to=other.id
            )
            role.person.relations.append((kinship, other))

    def _end_of_noun(self, i: int) -> int:
        """Return where a noun ends that the tokens cut at its hyphens: ``brother-in-law``."""
        tail = self._tokens.lower[i + 1 : i + 5]
        return i + 5 if tail == ["-", "in", "-", "law"] else i + 1

    def _other(self, role: RoleFound, noun: int) -> PersonDraft | None:
        tokens = self._tokens
        if noun + 1 < role.last and tokens.lower[noun + 1] in RELATION_LINKS:
            for i in range(noun + 2, min(noun + 2 + _FURTHEST, role.last)):
                if i in self._at:
                    owner = self._at[i]
                    after = i
                    while after < len(tokens) and self._at.get(after) is owner:
                        after += 1
                    possessive = after < len(tokens) and tokens.tag[after] == "POS"
                    return None if possessive else owner
            return None
        if role.possessor is not None:
            return self._at.get(role.possessor)
        if role.first >= 2 and tokens.lower[role.first - 1] == "whose":
            return self._at.get(role.first - 2 - (tokens.text[role.first - 2] == ","))
        for i in range(role.first, noun):
            if i in self._at:
                return self._at[i]
        return None
