"""Mentions of people grouped into one person each."""

from __future__ import annotations

from typing import Literal

from dateline.reading.names.english.roles import REGAL
from dateline.reading.names.english.words import (
    CHILDREN,
    COURTESY_FEMALE,
    COURTESY_MALE,
    ELDER,
    FEMALE_NOUNS,
    GENDERLESS_TITLES,
    KIN,
    MALE_NOUNS,
    NAME_PARTICLES,
    NICKNAMES,
    PARENTS,
    SUFFIXES,
    YOUNGER,
)
from dateline.reading.names.mentions import Mention
from dateline.reading.names.tokens import Tokens
from dateline.records import Kinship, Role
from dateline.text import Span

Gender = Literal["male", "female"]


class PersonDraft:
    """A person while a report is being read."""

    __slots__ = (
        "age", "age_span", "gender", "id", "mentions", "name", "order", "pronouns",
        "relations", "roles", "suffix", "words",
    )  # fmt: skip

    def __init__(self, mention: Mention | None, order: int = 0) -> None:
        self.id = ""
        self.order = mention.first if mention else order
        self.mentions: list[Mention] = [mention] if mention else []
        self.name = mention.words if mention else ""
        self.words, self.suffix = name_words(mention.key) if mention else ((), "")
        self.pronouns: list[int] = []
        self.gender: Gender | None = None
        self.roles: list[Role] = []
        self.relations: list[tuple[Kinship, PersonDraft]] = []
        self.age: int | None = None
        self.age_span: Span | None = None

    @classmethod
    def nameless(cls, order: int, gender: Gender | None) -> PersonDraft:
        """Return somebody whom the text gives no name: never handed on, only weighed."""
        draft = cls(None, order)
        draft.gender = gender
        return draft

    def add(self, mention: Mention) -> None:
        """Count a mention in; a fuller name becomes the person's name."""
        self.mentions.append(mention)
        self.order = min(self.order, mention.first)
        words, suffix = name_words(mention.key)
        if (len(words), len(mention.words)) > (len(self.words), len(self.name)) or (
            len(words) == len(self.words) and suffix and not self.suffix
        ):
            self.words, self.suffix, self.name = words, suffix or self.suffix, mention.words


def name_words(key: str) -> tuple[tuple[str, ...], str]:
    """Split a folded name into its words and its suffix (``jr``, ``iii``)."""
    words = [w for w in key.replace(",", " ").split() if w]
    if len(words) > 1 and words[0] in REGAL:
        del words[0]
    suffix = ""
    if len(words) > 1 and words[-1] in SUFFIXES:
        suffix = words.pop()
    return tuple(words), suffix


def same_given_name(a: str, b: str) -> bool:
    """Tell whether two first names can be one person's: equal, an initial, or a nickname."""
    if a == b or (a[0] == b[0] and (len(a) == 1 or len(b) == 1)):
        return True
    return any(a in names and b in names for names in NICKNAMES)


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or (len(a) == len(b) and all(map(same_given_name, a, b)))


def same_full_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names of several words can be one person's."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return False
    if len(short) < len(long) and short == long[-len(short) :]:
        return True
    if len(short) < len(long) and len(short) > 1 and short == long[: len(short)]:
        return long[len(short)] not in NAME_PARTICLES
    if a[-1] != b[-1] or len(a) == 1 or len(b) == 1:
        return False
    return same_given_name(a[0], b[0]) and _middles_agree(a[1:-1], b[1:-1])


def _gender_of_title(tokens: Tokens, mention: Mention) -> Gender | None:
    before = tokens.lower[mention.first - 1] if mention.first else ""
    first = tokens.lower[mention.first]
    if before in COURTESY_MALE or first in COURTESY_MALE:
        return "male"
    return "female" if before in COURTESY_FEMALE or first in COURTESY_FEMALE else None


def gender_of_noun(noun: str) -> Gender | None:
    """Return the gender that a noun for a person states, or None."""
    if noun in GENDERLESS_TITLES:
        return None
    if noun in MALE_NOUNS:
        return "male"
    return "female" if noun in FEMALE_NOUNS else None


def _full_people(mentions: list[Mention]) -> list[PersonDraft]:
    people: list[PersonDraft] = []
    for mention in mentions:
        words, suffix = name_words(mention.key)
        if len(words) < 2 and " " not in mention.key:
            continue
        matches = [p for p in people if p.suffix == suffix and same_full_name(p.words, words)]
        if len(matches) == 1:
            matches[0].add(mention)
        elif matches and any(p.words == words for p in matches):
            next(p for p in matches if p.words == words).add(mention)
        elif not matches:
            people.append(PersonDraft(mention))
    return people


def _bearers(people: list[PersonDraft], word: str) -> list[PersonDraft]:
    """Return the people a single word can name: by surname, else first name, else any part."""
    for matches in (
        [p for p in people if p.words[-1] == word],
        [p for p in people if p.words[0] == word],
        [p for p in people if word in p.words],
    ):
        if matches:
            return matches
    return []


def _is_kin(tokens: Tokens, person: PersonDraft, nouns: frozenset[str]) -> bool:
    """Tell whether a person comes in as somebody's relative: ``his father, X``."""
    # Whoever is only called by a surname comes in with the first of them.
    mention = min(person.mentions, key=lambda m: (" " not in m.key, m.first))
    before = range(max(mention.first - 4, 0), mention.first)
    near = [*before, *_apposed_kin(tokens, mention.last)]
    sentence = tokens.sentence[mention.first]
    return any(tokens.lower[i] in nouns and tokens.sentence[i] == sentence for i in near)


def _apposed_kin(tokens: Tokens, i: int) -> range:
    """Return the tokens of an apposition that a possessive opens: ``, the senator's father``."""
    end = min(i + 7, len(tokens))
    if i >= len(tokens) or tokens.text[i] != ",":
        return range(0)
    for j in range(i + 1, end):
        if tokens.text[j] in (",", ".") or tokens.tag[j].startswith("V"):
            return range(0)
        if tokens.tag[j] in ("POS", "PRP$"):
            return range(j + 1, min(j + 2, end))
    return range(0)


def _by_age(tokens: Tokens, mention: Mention, people: list[PersonDraft]) -> list[PersonDraft]:
    """Return the people whom “the younger X” or “the elder X” can mean."""
    word = tokens.lower[mention.first - 1] if mention.first else ""
    if word not in YOUNGER | ELDER:
        return people
    young = [p for p in people if p.suffix.startswith("jr") or _is_kin(tokens, p, CHILDREN)]
    old = [p for p in people if p.suffix.startswith("sr") or _is_kin(tokens, p, PARENTS)]
    young = young or [p for p in people if old and p not in old]
    if len(young) != 1:
        return people
    return young if word in YOUNGER else [p for p in people if p is not young[0]]


def _chosen(tokens: Tokens, mention: Mention, people: list[PersonDraft]) -> PersonDraft | None:
    """Return which of several people of one surname a bare surname means, if that is clear."""
    people = _by_age(tokens, mention, people)
    if len(people) == 1:
        return people[0]
    gender = _gender_of_title(tokens, mention)
    if gender:
        fitting = [p for p in people if p.gender in (gender, None)]
        sure = [p for p in fitting if p.gender == gender]
        if len(sure or fitting) == 1:
            return (sure or fitting)[0]
    main = [p for p in people if not _is_kin(tokens, p, KIN)]
    if len(main) == 1:
        return main[0]
    block = tokens.block[mention.first]
    near = [
        p
        for p in people
        if any(
            m.first < mention.first and tokens.block[m.first] == block and " " in m.key
            for m in p.mentions
        )
    ]
    if len(near) == 1:
        return near[0]
    if near:
        return None
    full = sorted(people, key=lambda p: (-sum(" " in m.key for m in p.mentions), p.order))
    counts = [sum(" " in m.key for m in p.mentions) for p in full[:2]]
    return full[0] if counts[0] > counts[1] else None


def people_in(
    tokens: Tokens, mentions: list[Mention]
) -> tuple[list[PersonDraft], list[tuple[Mention, list[PersonDraft]]]]:
    """Return the people of a passage and the mentions that several of them may stand behind."""
    mine = [m for m in mentions if m.kind == "person"]
    people = _full_people(mine)
    for person in people:
        for mention in person.mentions:
            person.gender = person.gender or _gender_of_title(tokens, mention)
    unclear: list[tuple[Mention, list[PersonDraft]]] = []
    singles: list[PersonDraft] = []
    full = list(people)
    for mention in mine:
        words, _ = name_words(mention.key)
        if len(words) > 1 or " " in mention.key:
            continue
        bearers = _bearers(full, words[0])
        if not bearers:
            bearers = [p for p in singles if p.words == words]
        # Lady Starmer is not Sir Keir Starmer.
        gender = _gender_of_title(tokens, mention)
        if gender is not None:
            bearers = [p for p in bearers if p.gender in (gender, None)]
        if not bearers:
            singles.append(PersonDraft(mention))
            singles[-1].gender = gender
            continue
        bearer = bearers[0] if len(bearers) == 1 else _chosen(tokens, mention, bearers)
        if bearer is None:
            unclear.append((mention, bearers))
        else:
            bearer.add(mention)
            bearer.gender = bearer.gender or gender
    people += singles
    for person in people:
        person.mentions.sort(key=lambda m: m.first)
    return sorted(people, key=lambda p: p.order), unclear
