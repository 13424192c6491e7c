"""People, organisations and places joined across the reports of a story.

Two people of one report are never joined: within a report the names layer has told them apart.
Across reports a full name joins with the same full name (initials, nicknames and missing middle
names allowed), with another spelling of it (Tokayev, Tokaev) and with a bare surname when only one
person of the story bears it. Different ages, suffixes or middle names keep namesakes apart.

Names that were joined by hand are one before all this, in one report too. Only where the reports
tell namesakes apart nobody has said which of them the name by hand means: they stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from dateline.reading.names.acronyms import abbreviates, initials
from dateline.reading.names.folding import folded
from dateline.reading.names.people import name_words, same_full_name, same_given_name
from dateline.records import Organisation, Person, Place, ReadReport, StoryPerson, StoryPlace
from dateline.story.byhand import NOBODY, NamesByHand, Thing
from dateline.story.joining import form_of, in_order, set_right, thing_in

_AGES_APART = 2
_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"shch|sch", "sh"),
        (r"tch|tsch|tj", "ch"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"zh|dzh|dj", "j"),
        (r"ts|tz", "c"),
        (r"ph", "f"),
        (r"ck|q|c(?=[aoukr])", "k"),
        (r"ks", "x"),
        (r"w", "v"),
        (r"ff$", "v"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"(?<=[aeiou])y(?=[aeiou])", ""),
        (r"(?<=[^aeiou])[yi]e(?=[a-z])", "e"),
        (r"^ye", "e"),
        (r"^[yi](?=[aou])", "i"),
        (r"[iy]+[iy]?$", "i"),
        (r"y", "i"),
        (r"(.)\1", r"\1"),
    )
)
"""Spellings of one sound in names written over from Cyrillic, Arabic and Turkic alphabets."""


@lru_cache(maxsize=16384)
def spelling_key(word: str) -> str:
    """Return one key for the transliterations of a name (``Tokayev``, ``Tokaev``)."""
    key = folded(word).replace(" ", "")
    for pattern, plain in _SPELLINGS:
        key = pattern.sub(plain, key)
    return key


class _Member(NamedTuple):
    report: str
    person: Person
    words: tuple[str, ...]
    suffix: str
    keys: tuple[str, ...]


def _fullness(member: _Member) -> tuple[int, bool, int]:
    return len(member.words), bool(member.suffix), len(member.person.name)


class _Group:
    """One person of the story while it is being put together."""

    def __init__(self, member: _Member, thing: Thing | None = None) -> None:
        self.members = [member]
        self.reasons: dict[str, None] = {}
        self.fullest = member
        """The member with the fullest name, the first of equals."""
        self.faces = [member]
        """Those that others are compared with: the fullest, or each name that is one by hand."""
        self.thing = thing
        """What its names were set right to by hand."""
        self.by_hand = False
        """Whether that is seen in this story."""

    def add(self, member: _Member, reason: str) -> None:
        """Take a member in and keep why."""
        self.members.append(member)
        self.reasons[reason] = None
        if _fullness(member) > _fullness(self.fullest):
            self.fullest = member
            if self.thing is None:
                self.faces = [member]


def _members(reports: Sequence[ReadReport]) -> list[_Member]:
    out: list[_Member] = []
    for report in reports:
        for person in report.reading.people:
            words, suffix = name_words(folded(person.name))
            keys = tuple(spelling_key(w) for w in words)
            out.append(_Member(report.report.id, person, words, suffix, keys))
    return out


def _apart(group: _Group, member: _Member) -> bool:
    """Tell whether the group holds proof that a member is somebody else."""
    for other in group.members:
        if other.report == member.report:
            return True
        ages = (member.person.age, other.person.age)
        if None not in ages and abs((ages[0] or 0) - (ages[1] or 0)) > _AGES_APART:
            return True
        if len(member.words) > 1 and len(other.words) > 1 and member.suffix != other.suffix:
            return True
    return False


def _share_an_end(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether names begin or end alike, without which they are never one person's."""
    return a[0] == b[0] or a[-1] == b[-1]


def _reason_to_join(group: _Group, fullest: _Member, member: _Member) -> str | None:
    if member.words == fullest.words:
        return "same name"
    if len(member.words) > 1 and len(fullest.words) > 1:
        alike = group.members if group.thing is None else [fullest]
        if all(same_full_name(m.words, member.words) for m in alike if len(m.words) > 1):
            return f"same name in another form: {member.person.name}"
        if same_full_name(fullest.keys, member.keys) or _same_two_words(fullest, member):
            return f"another spelling: {member.person.name}"
    return None


def _same_two_words(a: _Member, b: _Member) -> bool:
    """Tell whether surnames sound alike and the given names are one in two forms."""
    pair = len(a.words) == len(b.words) == 2
    return pair and a.keys[-1] == b.keys[-1] and same_given_name(a.words[0], b.words[0])


def _by_surname(groups: Iterable[_Group], member: _Member) -> list[tuple[_Group, str]]:
    """Return the groups that a name of one word may belong to, with the reason."""
    same: list[tuple[_Group, str]] = []
    spelled: list[tuple[_Group, str]] = []
    for group in groups:
        if _apart(group, member):
            continue
        for face in group.faces:
            if member.words[0] in (face.words[-1], face.words[0]):
                same.append((group, f"only bearer of the name: {member.person.name}"))
            elif member.keys[0] == face.keys[-1]:
                spelled.append((group, f"another spelling: {member.person.name}"))
    return same or spelled


def _joined_by_hand(members: Sequence[_Member], by_hand: NamesByHand) -> list[_Group]:
    """Return a group for each person whose names were set right."""
    set_right = by_hand.things_of("person", (member.person.name for member in members))
    found: dict[Thing, dict[str, list[_Member]]] = {}
    for member in members:
        thing = set_right.get(member.person.name)
        if thing is not None and member.words:
            namesakes = found.setdefault(thing, {})
            namesakes.setdefault(by_hand.key_of(member.person.name), []).append(member)
    groups: list[_Group] = []
    for thing, names in found.items():
        told_apart = [
            any(_apart(_Group(a), b) for a, b in combinations(namesakes, 2))
            for namesakes in names.values()
        ]
        meant = [
            member
            for apart, namesakes in zip(told_apart, names.values(), strict=True)
            for member in namesakes
            if not apart
        ]
        if meant:
            groups.append(_Group(meant[0], thing))
            for member in meant[1:]:
                groups[-1].add(member, "same name")
            groups[-1].faces = list({member.words: member for member in meant}.values())
            reasons = by_hand.reasons(thing, (member.person.name for member in meant))
            groups[-1].reasons |= dict.fromkeys(reasons)
            groups[-1].by_hand = bool(reasons)
    return groups


def people_of(
    reports: Sequence[ReadReport], by_hand: NamesByHand = NOBODY
) -> tuple[StoryPerson, ...]:
    """Return the people of a story, in order of first appearance, under their fullest names."""
    members = _members(reports)
    groups = _joined_by_hand(members, by_hand) if by_hand else []
    done = {id(member) for group in groups for member in group.members}
    for member in sorted(members, key=lambda m: -min(len(m.words), 2)):
        if not member.words or id(member) in done:
            continue
        if len(member.words) == 1:
            fitting = _by_surname(groups, member)
        else:
            fitting = [
                (group, reason)
                for group in groups
                for face in group.faces
                if _share_an_end(face.keys, member.keys)
                and not _apart(group, member)
                and (reason := _reason_to_join(group, face, member))
            ]
            exact = [(g, r) for g, r in fitting if r == "same name"]
            fitting = exact[:1] or fitting
        if len({id(group) for group, _ in fitting}) == 1:
            fitting[0][0].add(member, fitting[0][1])
        else:
            groups.append(_Group(member))
    position = {(m.report, m.person.id): i for i, m in enumerate(members)}
    groups.sort(key=lambda g: min(position[m.report, m.person.id] for m in g.members))
    return tuple(_story_person(f"p{n}", group, position) for n, group in enumerate(groups, 1))


def _story_person(id_: str, group: _Group, position: dict[tuple[str, str], int]) -> StoryPerson:
    members = sorted(group.members, key=lambda m: position[m.report, m.person.id])
    name = group.thing.shown if group.thing is not None else group.fullest.person.name
    variants = dict.fromkeys(m.person.name for m in members if m.person.name != name)
    return StoryPerson(
        id=id_,
        name=name,
        members=tuple((m.report, m.person.id) for m in members),
        variants=tuple(variants),
        reasons=tuple(reason for reason in group.reasons if reason != "same name"),
        by_hand=group.by_hand,
    )


def _organisation_keys(item: Organisation) -> tuple[object, ...]:
    """Return the name and the acronym, and the letters with which they begin."""
    keys = {folded(item.name), ("begins", initials(item.name).upper()[:1])}
    if item.acronym:
        first = next(filter(str.isalpha, item.acronym), "")
        keys |= {("acronym", item.acronym), ("begins", first)}
    return tuple(keys)


def _same_organisation(a: Organisation, b: Organisation) -> bool:
    if folded(a.name) == folded(b.name):
        return True
    if a.acronym and a.acronym == b.acronym:
        bare = a.name == a.acronym or b.name == b.acronym
        return bare or folded(a.name).split()[0] == folded(b.name).split()[0]
    for short, long in ((a, b), (b, a)):
        if short.acronym == short.name and not long.acronym and abbreviates(short.name, long.name):
            return True
    return False


def organisations_of(
    reports: Sequence[ReadReport], by_hand: NamesByHand = NOBODY
) -> tuple[StoryPerson, ...]:
    """Return the organisations of a story; an acronym joins the one full name it abbreviates."""
    items = [(r.report.id, o) for r in reports for o in r.reading.organisations]
    things = by_hand.things_of("organisation", (o.name for _, o in items))
    groups = set_right(items, _same_organisation, _organisation_keys, things)
    # Without a hand's work they are in order as they were found.
    groups = in_order(items, groups) if things else groups
    out: list[StoryPerson] = []
    for number, group in enumerate(groups, 1):
        thing = thing_in(group, things)
        name = thing.shown if thing is not None else max((o.name for _, o in group), key=len)
        names = [n for _, o in group for n in (o.name, o.acronym or o.name) if n != name]
        by_name = (o.name for _, o in group if o.name in things)
        reasons = by_hand.reasons(thing, by_name) if thing is not None else ()
        out.append(
            StoryPerson(
                id=f"o{number}",
                name=name,
                members=tuple((report, o.id) for report, o in group),
                variants=tuple(dict.fromkeys(names)),
                reasons=reasons,
                by_hand=bool(reasons),
            )
        )
    return tuple(out)


def _place_keys(item: Place) -> tuple[object, ...]:
    country = ("country", item.country) if item.kind == "country" else None
    return tuple(key for key in (item.geonames, country, folded(item.name)) if key is not None)


def _same_place(a: Place, b: Place) -> bool:
    if a.geonames is not None and b.geonames is not None:
        return a.geonames == b.geonames
    if a.kind == b.kind == "country":
        return a.country == b.country
    return folded(a.name) == folded(b.name) and not _elsewhere(a, b)


def _elsewhere(a: Place, b: Place) -> bool:
    """Tell whether two places are known to lie in different places."""
    if a.geonames is not None and b.geonames is not None:
        return a.geonames != b.geonames
    return None not in (a.country, b.country) and (a.country, a.kind) != (b.country, b.kind)


def _set_right(items: Sequence[tuple[str, Place]], by_hand: NamesByHand) -> Mapping[str, Thing]:
    """Map names to what they were set right to, but for those that mean several places here."""
    things = by_hand.things_of("place", (place.name for _, place in items))
    meant: dict[str, dict[tuple[object, ...], Place]] = {}
    for _, place in items:
        if place.name in things:
            meant.setdefault(by_hand.key_of(place.name), {}).setdefault(form_of(place), place)
    several = {
        key
        for key, places in meant.items()
        if any(_elsewhere(a, b) for a, b in combinations(places.values(), 2))
    }
    return {name: thing for name, thing in things.items() if by_hand.key_of(name) not in several}


def places_of(
    reports: Sequence[ReadReport], by_hand: NamesByHand = NOBODY
) -> tuple[StoryPlace, ...]:
    """Return the places of a story; a name left open in one report takes the others' place."""
    items = [(r.report.id, p) for r in reports for p in r.reading.places]
    things = _set_right(items, by_hand) if by_hand else {}
    known_first = sorted(items, key=lambda i: i[1].country is None)
    groups = in_order(items, set_right(known_first, _same_place, _place_keys, things))
    out: list[StoryPlace] = []
    for number, group in enumerate(groups, 1):
        known = next((p for _, p in group if p.lat is not None), group[0][1])
        thing = thing_in(group, things)
        by_name = (p.name for _, p in group if p.name in things)
        out.append(
            StoryPlace(
                id=f"l{number}",
                name=thing.shown if thing is not None else max((p.name for _, p in group), key=len),
                members=tuple((report, p.id) for report, p in group),
                country=known.country,
                lat=known.lat,
                lon=known.lon,
                kind=known.kind,
                by_hand=thing is not None and bool(by_hand.reasons(thing, by_name)),
            )
        )
    return tuple(out)
