"""What each name of a document is: a person, an organisation or a place.

A small model judges every mention alone and errs on surnames, acronyms and words that are only
capitalised because they begin a sentence. One document seldom uses a name for two things, so the
votes for all mentions of a name are counted together with what the document says around it.
"""

from __future__ import annotations

from collections import Counter

from dateline.reading.names.appositions import is_in_quotes, is_title_of_work
from dateline.reading.names.candidates import Candidate
from dateline.reading.names.english.organisations import (
    CLUB_PLACES,
    KNOWN_ORGANISATIONS,
    NEVER_SURNAMES,
    ORGANISATION_HEADS,
    ORGANISATION_OPENERS,
    WORDLIKE_ACRONYMS,
)
from dateline.reading.names.english.roles import REGAL, TITLES
from dateline.reading.names.english.words import (
    AGAINST,
    BUILDINGS,
    COURTESY,
    DATE_WORDS,
    FAMILIES,
    NOT_NAMES,
    PLACE_HEADS,
    PLACE_OPENERS,
    PLACE_PARTS,
    PLACE_PREPOSITIONS,
    SPEECH_VERBS,
    SUFFIXES,
    SURNAMES_TOO,
)
from dateline.reading.names.evidence import Form, forms_of, opens_paragraph
from dateline.reading.names.gazetteer import (
    capitals,
    cities_named,
    country_names,
    demonyms,
    is_country_or_region,
    is_place,
    spelled,
)
from dateline.reading.names.headlines import known_names, title_case_blocks
from dateline.reading.names.mentions import Kind, Mention
from dateline.reading.names.openings import Openings
from dateline.reading.names.shortened import names_for_short
from dateline.reading.names.tokens import Tokens
from dateline.reading.names.untagged import untagged_acronyms, untagged_surnames

_KINDS: dict[str | None, Kind] = {
    "person": "person",
    "organisation": "organisation",
    "place": "place",
}
_NO_WHOLE_NAMES = NOT_NAMES | SUFFIXES
_NO_NAME_PARTS = NOT_NAMES | TITLES | ORGANISATION_HEADS
_LARGE_CITY = 200_000
_SAID_TO_BE = 3
_PROPER = ("NNP", "NNPS")


def _person_words(forms: dict[str, Form]) -> dict[str, int]:
    """Return what people of the document may be called for short, surnames with a count."""
    known: Counter[str] = Counter()
    for key, form in forms.items():
        words = [w for w in key.split() if w not in SUFFIXES]
        if len(words) > 1 and (_is_full_name(key, form) or _has_persons_surname(words, forms)):
            known[key] += 0
            known[words[-1]] += len(form.items)
            if words[0] not in REGAL:
                known[words[0]] += 0
            for i in range(1, len(words) - 1):
                known[" ".join(words[i:])] += 0
    return known


def _has_persons_surname(words: list[str], forms: dict[str, Form]) -> bool:
    """Tell whether the model takes a name for no person's, but its last word alone for one's."""
    alone, form = forms.get(words[-1]), forms.get(" ".join(words))
    if alone is None or form is None or form.votes["organisation"] > _SAID_TO_BE:
        return False
    written = len(words) < 4 and form.words.istitle()
    plain = written and words[-1] not in ORGANISATION_HEADS | NOT_NAMES
    place = form.inside or is_place(form.words) or is_place(alone.words)
    return plain and not place and alone.votes["person"] > alone.votes["organisation"]


def _is_full_name(key: str, form: Form) -> bool:
    last = key.rsplit(" ", 1)[-1]
    person, most = form.votes["person"], max(form.votes.values())
    if is_country_or_region(form.words) or key in KNOWN_ORGANISATIONS or "&" in key:
        return False
    if form.words in demonyms() or form.words.rsplit(" ", 1)[-1] in demonyms():
        return False
    if (last in NOT_NAMES and not _is_odd_surname(key, form)) or last in COURTESY:
        return False
    if _is_where(form) or _has_article(form) or _is_large_city(form):
        return False
    if last in NEVER_SURNAMES | CLUB_PLACES or form.vessel or _opens_like_a_place(key, form):
        return False
    if last in ORGANISATION_HEADS and (len(form.words.split()) > 2 or person < 2):
        return False
    if form.titled and form.titled >= form.votes["organisation"]:
        return True
    return person > 0 and person * 2 >= most


def _is_odd_surname(key: str, form: Form) -> bool:
    """Tell whether a word that is seldom a name is somebody's surname here: ``Ferris May``."""
    *given, last = key.split()
    named = not any(word in _NO_NAME_PARTS for word in given)
    return last in SURNAMES_TOO and named and bool(form.titled)


def _is_where(form: Form) -> bool:
    """Tell whether a name mostly stands where places stand, and nobody of that name speaks."""
    return form.inside * 2 >= len(form.items) and not form.speaks and not form.titled


def _is_large_city(form: Form) -> bool:
    """Tell whether a name is a large city's and stands where places do: ``to Corpus Christi``."""
    cities = cities_named(form.words) if form.located and not form.titled else ()
    return bool(cities) and not form.speaks and cities[0].population > _LARGE_CITY


def _has_article(form: Form) -> bool:
    """Tell whether an article always stands before a name, as before nobody's full name."""
    return form.articled == len(form.items) and not (form.titled or form.speaks)


def _opens_like_a_place(key: str, form: Form) -> bool:
    """Tell whether a name begins as places do, and nothing says that it is somebody's."""
    first, _, rest = key.partition(" ")
    if first in PLACE_PARTS and is_country_or_region(form.words.partition(" ")[2]):
        return not form.titled
    if first not in PLACE_OPENERS or not rest or form.titled:
        return False
    return rest.rsplit(" ", 1)[-1] not in ORGANISATION_HEADS


def _many(key: str, form: Form, known: dict[str, int]) -> Kind | None:
    """Decide a name of several words."""
    if is_country_or_region(form.words) or (key in capitals() and not form.titled):
        return "place"
    if _is_no_name(key, form):
        return None
    if form.words in demonyms() or form.words.rsplit(" ", 1)[-1] in demonyms():
        return None
    if form.vessel:
        return None
    if _opens_like_a_place(key, form):
        return "place"
    if _is_full_name(key, form) or key in known:
        return "person"
    words = key.split()
    votes, last = form.votes, words[-1]
    if last in BUILDINGS and not form.titled:
        return "place"
    if (
        last in ORGANISATION_HEADS
        or key in KNOWN_ORGANISATIONS
        or words[0] in ORGANISATION_OPENERS
        or (words[0] in ORGANISATION_HEADS and ("of" in words or "for" in words))
    ):
        return None if votes["other"] + votes["group"] >= len(form.items) else "organisation"
    if last in known and known[last] and votes["organisation"] < 2 and words[0] not in demonyms():
        return "person" if votes["person"] or votes["?"] else None
    best = _KINDS.get(form.best())
    if best == "person" and last in CLUB_PLACES and not form.inside:
        best = "organisation"
    if best == "person" and (_is_where(form) or _is_large_city(form)):
        best = "place"
    if best == "place" and not is_place(form.words) and not _reads_like_a_place(form.words):
        return None
    if best is None and votes["?"] and form.located and cities_named(form.words):
        return "place"
    return None if best == "person" and (last in NOT_NAMES or _has_article(form)) else best


def _is_no_name(key: str, form: Form) -> bool:
    """Tell whether several words are a title alone, or the places of a dateline with a slash."""
    if all(word in TITLES or word in COURTESY for word in key.split()):
        return True
    return "/" in form.words and form.caps and all(map(is_place, form.words.split("/")))


def _reads_like_a_place(words: str) -> bool:
    """Tell whether an unknown name is written like one: capitals, no digits, no address."""
    parts = words.split()
    return (
        words[:1].isupper()
        and parts[-1][:1].isupper()
        and not any(c.isdigit() or c in "/@" for c in words)
    )


def _one(key: str, form: Form, known: dict[str, int], lowered: set[str]) -> Kind | None:
    """Decide a name of one word."""
    votes, words = form.votes, form.words
    if _is_no_name(key, form):
        return _lower_case(form)
    acronym = words.isupper() and (len(words) < 4 or "." in words)
    if key in known and not acronym and (known[key] or key not in NOT_NAMES):
        located = form.located > form.speaks + form.titled and is_place(words)
        country = words in country_names() and votes["person"] <= votes["place"]
        if not located and not country:
            return "person"
    if spelled(words) in country_names():
        return "place"
    if words in WORDLIKE_ACRONYMS and votes["organisation"]:
        return "organisation"
    if words in demonyms() or key in NOT_NAMES or words.lower() in _NO_WHOLE_NAMES:
        return None
    if form.plural and not votes["organisation"] and not votes["place"]:
        return None
    if key in KNOWN_ORGANISATIONS:
        return "organisation"
    if key in TITLES or words.lower() in COURTESY or not words[:1].isupper():
        return _lower_case(form)
    if key in capitals() and not votes["person"] and not form.titled:
        return "place"
    if is_country_or_region(words):
        return "person" if form.titled and votes["person"] > votes["place"] else "place"
    if form.titled and votes["person"] + votes["?"] >= votes["organisation"] and not form.caps:
        return "person"
    if form.initial and key in lowered:
        return None
    if form.told and form.articled == len(form.items) and not form.best():
        # “she told the Ledger”
        return "organisation"
    return _by_votes(form)


def _lower_case(form: Form) -> Kind | None:
    """Decide a name that begins with a small letter: only brands such as ``iRobot`` are names."""
    inner_capital = any(c.isupper() for c in form.words[1:]) and form.words[:1].isalpha()
    return "organisation" if inner_capital and form.best() == "organisation" else None


def _by_votes(form: Form) -> Kind | None:
    best = form.best()
    if not best and form.inside and form.votes["?"] and cities_named(form.words):
        return "place"
    where = _is_where(form) or (best == "organisation" and form.located * 2 >= len(form.items))
    if where and best not in (None, "place") and not form.speaks and cities_named(form.words):
        return "place"
    if best == "person":
        return _lone_person(form)
    if best == "place" and form.caps and not is_place(form.words) and len(form.words) < 5:
        # No gazetteer knows it, and places are not called by letters: “VW”.
        return "organisation"
    if best == "place" and not is_place(form.words):
        unsure = form.initial and len(form.items) < 2 and not form.inside
        return None if unsure or not _reads_like_a_place(form.words) else "place"
    if best == "organisation" and not form.caps and form.initial and len(form.items) < 2:
        return "organisation" if form.speaks else None
    return _KINDS.get(best)


def _lone_person(form: Form) -> Kind | None:
    """Decide a single word that the model takes for a person nobody introduced."""
    if form.caps:
        return "organisation" if len(form.words) < 7 else None
    cities = cities_named(form.words)
    if (
        cities
        and not form.speaks
        and not form.titled
        and (form.inside or cities[0].population > _LARGE_CITY)
    ):
        return "place" if form.located else None
    if form.told and not form.speaks and not form.titled:
        # Who is told things by a bare name that the report does not introduce is an outlet.
        return "organisation"
    if _is_where(form):
        return None
    if form.votes["person"] >= 2 or form.speaks:
        return "person"
    return None if form.initial else "person"


def mentions_in(tokens: Tokens, items: list[Candidate], openings: Openings) -> list[Mention]:
    """Return the names among the candidates with their kinds, in text order."""
    title_case = title_case_blocks(tokens)
    body = [item for item in items if tokens.block[item.first] not in title_case]
    forms = forms_of(tokens, body or items, openings)
    known = _person_words(forms)
    lowered = {word for word in {*tokens.text} if word.islower()}
    kinds: dict[str, str | None] = {
        key: _many(key, form, known) if " " in key else _one(key, form, known, lowered)
        for key, form in forms.items()
    }
    kinds |= names_for_short(tokens, kinds, forms, known)
    out: list[Mention] = []
    works = {item.key for item in items if is_title_of_work(tokens, item.first, item.last)}
    for item in body or items:
        if item.key in works and _is_work(tokens, item):
            continue
        kind = _for_mention(tokens, item, _KINDS.get(kinds[item.key]))
        if item.first in openings.places:
            kind = "place"
        elif item.first in openings.agencies:
            kind = "organisation"
        if kind is not None:
            out.append(Mention(tokens, item, kind))
    out += untagged_surnames(tokens, body or items, known, lowered)
    out += untagged_acronyms(tokens, body or items, kinds)
    if body and title_case:
        out += [
            Mention(tokens, item, _KINDS[kind])
            for item, kind in known_names(tokens, title_case, kinds, known)
        ]
        out += _headline_people(tokens, title_case, kinds, items, out)
    return _apart(out)


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions in text order; of two that overlap the longer."""
    out: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.first, -m.last)):
        if not out or mention.first >= out[-1].last:
            out.append(mention)
    return out


def _headline_people(
    tokens: Tokens,
    blocks: set[int],
    kinds: dict[str, str | None],
    items: list[Candidate],
    found: list[Mention],
) -> list[Mention]:
    """Return full names that speak in a title-case headline: ``Ann Ray Says``."""
    taken = {i for m in found for i in range(m.first, m.last)}
    return [
        Mention(tokens, item, "person")
        for item in items
        if tokens.block[item.first] in blocks
        and item.vote == "person"
        and item.key.count(" ") == 1
        and tokens.dep[item.last - 1] == "nsubj"
        and tokens.lower[tokens.head[item.last - 1]] in SPEECH_VERBS
        and kinds.get(item.key, "person") == "person"
        and not any(i in taken for i in range(item.first, item.last))
        and item.key not in KNOWN_ORGANISATIONS
        and not any(w in _NO_NAME_PARTS for w in item.key.split())
    ]


def _is_work(tokens: Tokens, item: Candidate) -> bool:
    """Tell whether a name that is some work's title is that here."""
    return is_title_of_work(tokens, item.first, item.last) or is_in_quotes(
        tokens, item.first, item.last
    )


def _for_mention(tokens: Tokens, item: Candidate, kind: Kind | None) -> Kind | None:
    """Correct a name's kind where one mention plainly is something else."""
    words = tokens.words(item.first, item.last)
    before = tokens.lower[item.first - 1] if item.first else ""
    dated = any(word[:1].isdigit() for word in tokens.text[item.last : item.last + 1])
    if item.key in SURNAMES_TOO and (before in DATE_WORDS or dated):
        return None
    after = item.last if item.last < len(tokens) else None
    behind = tokens.lower[after] if after is not None else ""
    if kind == "person" and item.single and behind in FAMILIES:
        return None
    if before in AGAINST or behind in AGAINST:
        return None
    if words.isupper() and len(words) > 3 and opens_paragraph(tokens, item) and is_place(words):
        return "place"
    labelled_place = kind == "person" and item.single and item.vote == "place"
    if labelled_place and before in PLACE_PREPOSITIONS and is_place(words):
        return "place"
    in_title = before == "of" and item.first > 1 and tokens.lower[item.first - 2] in TITLES
    if in_title and kind == "organisation" and item.single and item.key in ("state", "staff"):
        return None
    if after is None or tokens.tag[after] not in _PROPER:
        return None if in_title and kind == "organisation" and item.single else kind
    follows = tokens.lower[after]
    if kind == "organisation" and item.single and follows in TITLES and not words.isupper():
        return None
    if kind == "place" and follows in ORGANISATION_HEADS and follows not in PLACE_HEADS:
        return None
    return kind
