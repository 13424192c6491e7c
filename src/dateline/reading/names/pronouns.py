"""He and she followed back to a person named before; left open where the text leaves it open.

Candidates are ranked by where they were last mentioned (same sentence, the one before, …) and as
what (subjects before objects), as in Lappin and Leass, "An Algorithm for Pronominal Anaphora
Resolution", Computational Linguistics 20(4), 1994. A candidate that is not clearly ahead of the
next is not taken. Gender comes only from what the text states.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from dateline.reading.names.english.words import MALE_PRONOUNS, PERSON_NOUNS, PRONOUNS, SPEECH_VERBS
from dateline.reading.names.people import Gender, PersonDraft, gender_of_noun
from dateline.reading.names.tokens import OPENING_MARKS, Tokens

_SINGULAR = frozenset(("NN", "NNP"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_CLAUSES = frozenset(("advcl", "ccomp", "xcomp", "relcl", "acl", "conj", "pcomp"))
_OBJECTS = frozenset(("dobj", "iobj", "dative"))
_WINDOW = 3
_MARGIN = 1.5
_ENOUGH = 2
_MOST = 0.75


class Reference(NamedTuple):
    """A place in the text that stands for a person."""

    first: int
    last: int
    person: PersonDraft


class Resolved(NamedTuple):
    """A pronoun with the person it stands for, or with those it may stand for."""

    at: int
    person: PersonDraft | None
    candidates: tuple[PersonDraft, ...]


class PronounReader:
    """Resolves the pronouns of one passage in text order."""

    def __init__(self, tokens: Tokens, references: list[Reference], spoken_for: set[int]) -> None:
        self._tokens = tokens
        self._told: dict[PersonDraft, Gender] = {}
        self._given = references
        self._spoken_for = spoken_for

    @cached_property
    def _references(self) -> list[Reference]:
        nameless = self._nameless(self._spoken_for)
        return sorted((*self._given, *nameless), key=lambda r: r.first)

    @cached_property
    def _told_sentences(self) -> list[int]:
        """Number the sentences without those that are only quoted or begin with a quotation.

        “A. B. C,” he said: who spoke is looked for before the quotation, however long it is.
        """
        tokens, out, number = self._tokens, list[int](), 0
        edges = [i for i, (a, b) in enumerate(pairwise(tokens.sentence), 1) if a != b]
        for i, end in pairwise((0, *edges, len(tokens))):
            opens = tokens.text[i] in OPENING_MARKS
            number += not (tokens.quoted[i] or opens)
            out += [number] * (end - i)
        return out

    def _distance(self, i: int, other: int) -> int:
        tokens = self._tokens
        distance = tokens.sentence[i] - tokens.sentence[other]
        if distance < 2 or tokens.quoted[i] or not self._speaks(i):
            return distance
        return max(1, self._told_sentences[i] - self._told_sentences[other] + 1)

    def _nameless(self, spoken_for: set[int]) -> list[Reference]:
        """Return nouns for people without a name ("the boy"): a pronoun may mean them as well.

        ``spoken_for`` holds the tokens of names, roles and descriptions of people with a name.
        """
        tokens = self._tokens
        drafts: dict[str, PersonDraft] = {}
        out: list[Reference] = []
        for i, tag in enumerate(tokens.tag):
            if tag not in _SINGULAR:
                continue
            word = tokens.lower[i]
            noun = tag == "NN" and word in PERSON_NOUNS
            # A proper noun nobody could place may be a person's all the same.
            unplaced = tag == "NNP" and tokens.dep[i] == "nsubj"
            if not (noun or unplaced) or i in spoken_for:
                continue
            if noun and not word.endswith(("one", "body")) and not self._is_determined(i):
                continue
            if tokens.dep[i] in ("compound", "appos", "attr", "amod", "nmod", "oprd"):
                continue
            draft = drafts.get(word)
            if draft is None:
                draft = drafts[word] = PersonDraft.nameless(i, gender_of_noun(word))
            out.append(Reference(i, i + 1, draft))
        return out

    def _is_determined(self, i: int) -> bool:
        """Tell whether a noun has an article or a possessor, and so stands for somebody."""
        tags = self._tokens.tag[max(i - 4, 0) : i]
        return any(tag in ("DT", "PRP$", "POS", "CD") for tag in tags)

    def all(self) -> list[Resolved]:
        """Return every third-person singular pronoun of the passage with what it stands for.

        The passage is gone through twice: the first time tells the gender of people who are
        mostly meant by one pronoun, so that the second is not led astray by a single one.
        """
        pronouns = list(self._pronouns())
        if not pronouns:
            return []
        votes: dict[PersonDraft, Counter[Gender]] = {}
        for resolved, gender in self._pass(pronouns):
            if resolved.person is not None:
                votes.setdefault(resolved.person, Counter())[gender] += 1
        for person, counted in votes.items():
            (gender, most), total = counted.most_common(1)[0], counted.total()
            if person.gender is None and total >= _ENOUGH and most >= _MOST * total:
                person.gender = gender
        return [resolved for resolved, _ in self._pass(pronouns)]

    def _pronouns(self) -> Iterator[tuple[int, Gender]]:
        tokens = self._tokens
        for i, word in enumerate(tokens.lower):
            if word in PRONOUNS and tokens.tag[i] in ("PRP", "PRP$"):
                yield i, "male" if word in MALE_PRONOUNS else "female"

    def _pass(self, pronouns: list[tuple[int, Gender]]) -> list[tuple[Resolved, Gender]]:
        self._told = {}
        out: list[tuple[Resolved, Gender]] = []
        seen: list[Reference] = []
        upcoming = iter(self._references)
        following = next(upcoming, None)
        for i, gender in pronouns:
            while following is not None and following.first <= i:
                seen.append(following)
                following = next(upcoming, None)
            ahead = self._subject_ahead(i, following)
            resolved = self._resolve(i, gender, [*seen, ahead] if ahead else seen)
            out.append((resolved, gender))
            if resolved.person is not None:
                self._told.setdefault(resolved.person, gender)
                seen.append(Reference(i, i + 1, resolved.person))
        return out

    def _subject_ahead(self, i: int, following: Reference | None) -> Reference | None:
        """Return the subject that a phrase before it may speak of: "For his part, X …"."""
        tokens = self._tokens
        if following is None or tokens.sentence[following.first] != tokens.sentence[i]:
            return None
        subject = self._bearer(following.last - 1)
        governor = tokens.head[subject]
        if tokens.dep[subject] not in _SUBJECTS or governor < i:
            return None
        above = i
        while tokens.head[above] != above and above != governor:
            if above == subject or tokens.dep[above] in ("ccomp", "parataxis"):
                return None
            above = tokens.head[above]
        return following if above == governor and tokens.head[i] != governor else None

    def _resolve(self, i: int, gender: Gender, seen: list[Reference]) -> Resolved:
        tokens = self._tokens
        scores: dict[int, float] = {}
        barred: set[int] = set()
        people: dict[int, PersonDraft] = {}
        for reference in reversed(seen):
            distance = self._distance(i, reference.first)
            if distance > _WINDOW or tokens.block[i] - tokens.block[reference.first] > 1:
                break
            person = reference.person
            known = person.gender or self._told.get(person)
            elsewhere = tokens.headline[reference.first] != tokens.headline[i]
            if known not in (None, gender) or elsewhere or id(person) in barred:
                continue
            if distance == 0 and self._barred(i, reference):
                barred.add(id(person))
                continue
            people.setdefault(id(person), person)
            score = self._score(i, reference, distance)
            score += 0.5 if known == gender else 0.0
            scores[id(person)] = max(scores.get(id(person), 0.0), score)
        ranked = sorted(people.values(), key=lambda p: (-scores[id(p)], p.order))
        named = tuple(p for p in ranked if p.mentions)
        if not named or tokens.quoted[i] or named[0] is not ranked[0]:
            return Resolved(i, None, named)
        best = scores[id(ranked[0])]
        clear = len(ranked) == 1 or best - scores[id(ranked[1])] >= _MARGIN
        return Resolved(i, ranked[0] if clear and best >= 1 else None, named)

    def _score(self, i: int, reference: Reference, distance: int) -> float:
        tokens = self._tokens
        last = reference.last - 1
        score = 5.0 - 1.5 * distance
        if tokens.block[i] != tokens.block[reference.first]:
            score -= 0.5
        last = self._bearer(last)
        dep = tokens.dep[last]
        if dep in _SUBJECTS:
            score += 2.0
            governor = tokens.head[last]
            if tokens.dep[governor] == "ROOT":
                score += 1.0
            if self._speaks(i) and tokens.lower[governor] in SPEECH_VERBS:
                score += 1.0
            if distance == 0 and tokens.dep[i] == "poss":
                score += 0.5
        elif dep == "attr":
            score += 2.0
        elif dep in _OBJECTS:
            # "X congratulated Y on his victory": the object stands as near as the subject.
            score += 3.0 if distance == 0 else 1.6
        elif dep == "poss":
            score += 2.1 if distance == 0 and tokens.dep[i] == "poss" else 0.5
        if reference.first > i and tokens.lower[i - 1] == "for" and tokens.lower[i + 1] == "part":
            score += 2.0
        if reference.first > 1 and tokens.lower[reference.first - 2] == "as":
            # "As for X, he …" names its topic.
            score += 4.0 if tokens.lower[reference.first - 1] == "for" else 0.0
        if tokens.quoted[reference.first]:
            score -= 2.0
        return score

    def _bearer(self, i: int) -> int:
        """Return the noun whose place in the sentence a name has: "the minister, X, resigned"."""
        tokens = self._tokens
        while tokens.dep[i] == "appos" and tokens.head[i] < i:
            i = tokens.head[i]
        return i

    def _speaks(self, i: int) -> bool:
        tokens = self._tokens
        return tokens.dep[i] == "nsubj" and tokens.lower[tokens.head[i]] in SPEECH_VERBS

    def _barred(self, i: int, reference: Reference) -> bool:
        """Tell whether grammar keeps a pronoun from meaning a name of its own sentence.

        "X praised him": an object is not its subject. "After being handed power by X, he …": who
        stands in a clause that borrows its subject from the pronoun is somebody else.
        """
        tokens = self._tokens
        last = self._bearer(reference.last - 1)
        if tokens.lower[i] in ("himself", "herself"):
            return False
        clause, other = self._clause(i), self._clause(last)
        if tokens.dep[i] != "poss" and clause == other and tokens.dep[last] != "poss":
            return True
        if tokens.dep[i] in _SUBJECTS and other != clause and tokens.head[other] == tokens.head[i]:
            borrowed = not any(
                tokens.head[j] == other and tokens.dep[j] in _SUBJECTS
                for j in range(max(0, other - 12), min(len(tokens), other + 1))
            )
            return borrowed and tokens.dep[last] != "poss"
        return False

    def _clause(self, i: int) -> int:
        """Return the token that heads the clause a token stands in."""
        tokens = self._tokens
        while tokens.head[i] != i and tokens.dep[i] not in _CLAUSES and tokens.dep[i] != "ROOT":
            i = tokens.head[i]
        return i
