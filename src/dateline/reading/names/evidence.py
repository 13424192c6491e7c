"""What a document shows of each spelling: the model's votes and the words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from dateline.reading.names.acronyms import abbreviates, is_acronym
from dateline.reading.names.appositions import (
    apposed_to_office,
    clause_follows,
    person_noun_after,
)
from dateline.reading.names.candidates import Candidate
from dateline.reading.names.english.organisations import (
    CLUB_PLACES,
    COMPANY_NOUNS,
    PERIODICALS,
    PLURAL_VERBS,
)
from dateline.reading.names.english.roles import LOOSE_TITLES, TITLES
from dateline.reading.names.english.words import (
    ARTICLES,
    COUNTRY_HAS,
    COUNTRY_HAS_KINDS_OF,
    COURTESY,
    DEMONYM_ENDINGS,
    DIRECTIONS,
    KIN,
    LOCATIVE,
    NOT_NAMES,
    PLACE_HAS,
    PLACE_HEADS,
    PLACE_PREPOSITIONS,
    PLACES_BEHIND,
    POSSESSIVES,
    PRONOUNS,
    SEATS,
    SPEECH_VERBS,
    THINGS,
    TOWN_HAS,
    UNITS,
    VESSELS,
)
from dateline.reading.names.folding import folded
from dateline.reading.names.gazetteer import is_place
from dateline.reading.names.openings import Openings
from dateline.reading.names.tokens import Tokens

_BEFORE_OF = PLACE_HEADS | PLACE_HAS | DIRECTIONS
_RECEIVERS = frozenset(("dobj", "dative", "iobj"))
_DATELINE_MARKS = frozenset((",", "(", "—", "–", "-", "--", ":"))
_HEADLINE_WEIGHT = 0.25
_KIND_WEIGHT = 3
_COUNTRY_WEIGHT = 5
"""… and what only countries have."""
_SHORTEST_LAND = 5
_OLDEST = 120
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


class Form:
    """One spelling of a name and all that the document shows of it."""

    __slots__ = (
        "articled",
        "initial",
        "inside",
        "items",
        "located",
        "plural",
        "speaks",
        "titled",
        "told",
        "vessel",
        "votes",
        "words",
    )

    def __init__(self, words: str) -> None:
        self.words = words
        self.items: list[Candidate] = []
        self.votes: defaultdict[str, float] = defaultdict(float)
        self.titled = self.speaks = self.located = self.inside = self.told = self.vessel = 0
        self.articled = 0
        """How often an article stands before it."""
        self.plural = False
        self.initial = True
        """Whether it stands only where a sentence begins."""

    @property
    def caps(self) -> bool:
        """Whether it is written in capitals only."""
        return self.words.isupper() and len(self.words) > 1

    def best(self) -> str | None:
        """Return the kind most votes are for, or None when the votes are for no name."""
        kind = max(("organisation", "place", "person"), key=lambda k: self.votes[k])
        other = max(self.votes["other"], self.votes["group"])
        return kind if self.votes[kind] and self.votes[kind] >= other else None


def forms_of(tokens: Tokens, items: list[Candidate], openings: Openings) -> dict[str, Form]:
    """Return the document's evidence for every spelling among the candidates, by folded name."""
    forms: dict[str, Form] = {}
    before: Candidate | None = None
    for item in items:
        form = forms.get(item.key)
        if form is None:
            form = forms[item.key] = Form(tokens.words(item.first, item.last))
        form.items.append(item)
        if tokens.headline[item.first]:
            form.votes[item.vote] += _HEADLINE_WEIGHT
        else:
            form.votes[item.vote] += 1
            _look_around(tokens, item, form)
            if before is not None and _in_brackets(tokens, before, item):
                form.votes["organisation"] += _KIND_WEIGHT
        if item.first in openings.places:
            form.votes["place"] += _KIND_WEIGHT
            form.inside += 1
        elif item.first in openings.agencies:
            form.votes["organisation"] += _KIND_WEIGHT
        before = item
    for key in {folded(tokens.text[i]) for i in openings.places} & forms.keys():
        forms[key].votes["place"] += _KIND_WEIGHT
        forms[key].inside += 1
    _count_demonyms(tokens, forms)
    return forms


def _count_demonyms(tokens: Tokens, forms: dict[str, Form]) -> None:
    """Note names that the text makes a word for a people of: ``Velmora``, ``Velmoran``."""
    capitals = {word for word in {*tokens.text} if word[:1].isupper()}
    ordered = sorted(capitals)
    for form in forms.values():
        word = form.words
        if " " in word or len(word) < _SHORTEST_LAND or form.titled:
            continue
        stems = {word, word[:-1]} if word[-1] in "aeyo" else {word}
        if not _is_begun(ordered, word, min(stems, key=len)):
            continue
        made = {stem + ending for stem in stems for ending in DEMONYM_ENDINGS} - {word}
        if made & capitals and not made & {other + "s" for other in capitals}:
            form.votes["place"] += _KIND_WEIGHT
            form.inside += len(form.items)


def _is_begun(ordered: list[str], word: str, stem: str) -> bool:
    """Tell whether a word other than this one, of a list in order, begins with its stem."""
    at = bisect_left(ordered, stem)
    near = ordered[at : at + 2]
    return any(other != word and other.startswith(stem) for other in near)


def opens_paragraph(tokens: Tokens, item: Candidate) -> bool:
    """Tell whether a name stands where datelines stand: ``KYIV, Ukraine (Agency) —``."""
    first = item.first == 0 or tokens.block[item.first - 1] != tokens.block[item.first]
    return first and item.last < len(tokens) and tokens.text[item.last] in _DATELINE_MARKS


def _in_brackets(tokens: Tokens, name: Candidate, item: Candidate) -> bool:
    """Tell whether a candidate is the acronym in brackets after a name."""
    return (
        item.first - name.last == 1
        and tokens.text[name.last] == "("
        and is_acronym(tokens.words(item.first, item.last))
        and abbreviates(tokens.words(item.first, item.last), tokens.words(name.first, name.last))
    )


def _look_around(tokens: Tokens, item: Candidate, form: Form) -> None:
    last = item.last - 1
    head = tokens.head[last]
    if tokens.dep[last] == "nsubj" and tokens.lower[head] in SPEECH_VERBS:
        form.speaks += 1
    if tokens.dep[last] in _RECEIVERS and tokens.lower[head] == "told":
        form.told += 1
    form.plural = form.plural or tokens.tag[last] in ("NNPS", "NNS")
    before = item.first - 1
    if before >= 0 and tokens.sentence[before] == tokens.sentence[item.first]:
        form.initial = form.initial and tokens.text[before] in "“\"'‘"
        word = tokens.lower[before]
        bound = tokens.dep[before] in ("compound", "amod", "nmod")
        loose = word in LOOSE_TITLES and item.vote == "organisation"
        if word in COURTESY or (word in TITLES and bound and not loose):
            form.titled += 1
        elif word in VESSELS:
            form.vessel += 1
        elif (
            word in COMPANY_NOUNS
            and (tokens.tag[before] == "NN" or word in PERIODICALS)
            and (bound or (tokens.dep[last] == "appos" and head == before))
        ):
            form.votes["organisation"] += _KIND_WEIGHT
        if word == "," and before > 0 and tokens.lower[before - 1] in KIN:
            form.titled += 1
        if word == "of" and before > 0 and tokens.lower[before - 1] in _BEFORE_OF:
            form.votes["place"] += _KIND_WEIGHT
            form.inside += 1
        form.articled += word in ARTICLES
        if word in LOCATIVE:
            form.located += 1
            form.inside += word in PLACE_PREPOSITIONS
    if tokens.lower[last] in CLUB_PLACES and last > item.first and _is_many(tokens, last):
        form.votes["organisation"] += _KIND_WEIGHT
    if _owns_what_a_country_has(tokens, item.last):
        form.votes["place"] += _COUNTRY_WEIGHT
        form.inside += 1
    if item.vote == "person" and clause_follows(tokens, item.last, "which"):
        # A person is a “who”.
        form.votes["organisation"] += _KIND_WEIGHT
    if _is_seat(tokens, item):
        form.votes["place"] += _KIND_WEIGHT
    after = tokens.lower[item.last] if item.last < len(tokens) else ""
    if after in UNITS and not form.titled and not is_place(form.words):
        form.votes["organisation"] += _KIND_WEIGHT
    elif after in PLACES_BEHIND:
        form.votes["place"] += _KIND_WEIGHT
        form.inside += 1
    if before >= 0 and tokens.lower[before] == "by" and _opens_block(tokens, before):
        form.votes["person"] += _KIND_WEIGHT
    if item.vote == "person" and _is_thing(tokens, item.last):
        form.votes["other"] += _KIND_WEIGHT
    if _is_based(tokens, item.last) or _names_a(tokens, item, PLACE_HEADS):
        form.votes["place"] += _KIND_WEIGHT
        form.inside += 1
    labelled = (
        item.vote == "person" and form.caps and tokens.lower[item.last : item.last + 1] == [":"]
    )
    if labelled or _is_followed_by_a_person(tokens, item):
        form.titled += _KIND_WEIGHT
    if organisation_noun_after(tokens, item.last) is not None or _names_a(
        tokens, item, COMPANY_NOUNS
    ):
        form.votes["organisation"] += _KIND_WEIGHT
    elif person_noun_after(tokens, item.last) and not (
        before >= 0 and tokens.lower[before] in PLACE_PREPOSITIONS
    ):
        form.titled += _KIND_WEIGHT


def _opens_block(tokens: Tokens, i: int) -> bool:
    return i == 0 or tokens.block[i - 1] != tokens.block[i] or not tokens.text[i - 1].strip()


def _is_thing(tokens: Tokens, i: int) -> bool:
    """Tell whether an apposition makes a name that of a thing: ``, a mission due for launch``."""
    return (
        i + 2 < len(tokens)
        and tokens.text[i] == ","
        and tokens.lower[i + 1] in ARTICLES
        and any(tokens.lower[j] in THINGS for j in range(i + 2, min(i + 4, len(tokens))))
    )


def _is_based(tokens: Tokens, i: int) -> bool:
    """Tell whether a name says where somebody is: ``Lyon-based``."""
    return i + 1 < len(tokens) and tokens.text[i] == "-" and tokens.lower[i + 1] == "based"


def _is_seat(tokens: Tokens, item: Candidate) -> bool:
    """Tell whether a place's name says which house of an owner is meant: ``Lyon headquarters``."""
    return (
        item.last < len(tokens)
        and tokens.lower[item.last] in SEATS
        and is_place(tokens.words(item.first, item.last))
    )


def _is_many(tokens: Tokens, subject: int) -> bool:
    """Tell whether a name takes a verb in the plural, as a club's does: ``Lusk City have``."""
    verb = tokens.head[subject]
    return (
        tokens.dep[subject] == "nsubj"
        and not any(
            tokens.head[i] == subject and tokens.dep[i] == "conj" for i in range(subject, verb)
        )
        and any(
            tokens.lower[i] in PLURAL_VERBS
            and (i == verb or (tokens.head[i] == verb and tokens.dep[i] == "aux"))
            for i in range(subject + 1, verb + 1)
        )
    )


def _owns_what_a_country_has(tokens: Tokens, i: int) -> bool:
    """Tell whether a possessive gives a name what only countries have.

    ``'s parliament`` or, with a word between, ``'s labour minister``.
    """
    if i + 1 >= len(tokens) or tokens.text[i] not in POSSESSIVES:
        return False
    if tokens.lower[i + 1] in COUNTRY_HAS or tokens.lower[i + 1] in TOWN_HAS:
        return True
    return (
        i + 2 < len(tokens)
        and tokens.tag[i + 1][:2] in ("NN", "JJ")
        and tokens.lower[i + 2] in COUNTRY_HAS_KINDS_OF
    )


def _is_followed_by_a_person(tokens: Tokens, item: Candidate) -> bool:
    """Tell whether an age, a title before it or the next pronoun makes a full name a person's."""
    if not 2 <= item.last - item.first <= 3 or not tokens.words(item.first, item.last).istitle():
        return False
    before, after, last = item.first - 1, item.last, item.last - 1
    if before >= 0 and tokens.lower[before] in ARTICLES:
        return False
    if after + 2 < len(tokens) and tokens.text[after] == tokens.text[after + 2] == ",":
        age = tokens.text[after + 1]
        if age.isdecimal() and 1 < len(age) < 4 and int(age) < _OLDEST:
            return True
    office = apposed_to_office(tokens, item.first, item.last)
    if office or clause_follows(tokens, item.last, "who", "whose"):
        return True
    return tokens.dep[last] in _SUBJECTS and _means_a_person(tokens, after)


def _means_a_person(tokens: Tokens, i: int) -> bool:
    """Tell whether “he” or “she” comes within a sentence, and no other name before it."""
    for j in range(i, len(tokens)):
        near = tokens.block[j] == tokens.block[i] and tokens.sentence[j] <= tokens.sentence[i] + 1
        named = tokens.tag[j] in ("NNP", "NNPS") and tokens.lower[j] not in NOT_NAMES
        if not near or named:
            return False
        if tokens.lower[j] in PRONOUNS and tokens.tag[j] == "PRP":
            return True
    return False


def _names_a(tokens: Tokens, item: Candidate, nouns: frozenset[str]) -> bool:
    """Tell whether a name only says which is meant: ``the Northwind news agency``."""
    if item.first == 0 or tokens.lower[item.first - 1] not in ARTICLES:
        return False
    if tokens.dep[item.last - 1] not in ("compound", "nmod"):
        return False
    if (
        nouns is COMPANY_NOUNS
        and item.vote == "place"
        and is_place(tokens.words(item.first, item.last))
    ):
        # “a Houston company” tells where it is.
        return False
    head = tokens.head[item.last - 1]
    return item.last <= head < item.last + 3 and (
        tokens.lower[head] in nouns and tokens.tag[head] == "NN"
    )


def organisation_noun_after(tokens: Tokens, i: int) -> str | None:
    """Return the noun of an apposition that makes a name an organisation's: ``, a bank``."""
    if i + 2 >= len(tokens) or tokens.text[i] != "," or tokens.lower[i + 1] not in ARTICLES:
        return None
    for j in range(i + 2, min(i + 8, len(tokens))):
        tag = tokens.tag[j]
        if (
            tag == "NN"
            and j + 1 < len(tokens)
            and tokens.tag[j + 1] not in ("NN", "NNS", "NNP", "HYPH", "POS")
        ):
            # “…, the club said” is no apposition: the noun speaks.
            told = tokens.tag[j + 1] in ("VBD", "VBZ", "VBP", "MD")
            return tokens.lower[j] if tokens.lower[j] in COMPANY_NOUNS and not told else None
        if tag not in (
            "NN",
            "JJ",
            "NNP",
            "NNS",
            "HYPH",
            "VBG",
            "VBN",
            "RB",
            "CD",
            "JJS",
            "POS",
            "AFX",
        ):
            return None
    return None
