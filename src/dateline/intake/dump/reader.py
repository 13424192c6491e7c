"""A text dump in, a page out: its parts, the article, and every other story on it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import msgspec

from dateline.errors import InputError
from dateline.intake.dump.article import (
    Signature,
    agency_of,
    correction_in,
    dateline_above,
    headline_of,
    opening_of,
    signatures_of,
    stamps_of,
)
from dateline.intake.dump.atoms import Atom, atoms_of
from dateline.intake.dump.bios import lines_on_writers
from dateline.intake.dump.body import MOST_WEIGHED, BodyFinder
from dateline.intake.dump.claims import Claims
from dateline.intake.dump.english import WEEKDAY
from dateline.intake.dump.forest import Labeller, trained
from dateline.intake.dump.furniture import (
    READING_TIME,
    Holder,
    furniture_kind,
    holder_in,
    is_copyright,
)
from dateline.intake.dump.listings import listings_of
from dateline.intake.dump.live import (
    Entry,
    entries_of,
    entry_report,
    lines_set_apart,
    lines_taken_in,
    note_on,
    without_clock,
)
from dateline.intake.dump.notices import is_cut_short, notes_of, published_of
from dateline.intake.dump.order import notes_on_order, order_on
from dateline.intake.dump.related import (
    Item,
    Line,
    inline_item,
    lines_of,
)
from dateline.intake.dump.stamps import Stamp, stamps_in
from dateline.intake.dump.takes import note_on_takes, takes_of
from dateline.intake.dump.teasers import spaced, teaser_report
from dateline.intake.wire import Author, wire_version_of
from dateline.records import Evidence, Note, Page, PartKind, Report
from dateline.text import Span, trimmed, without_entities

MAX_CHARACTERS = 16_000_000
"""The longest dump that is read."""
_WHOLE_BYLINE = 90
"""Characters of a line that is a byline as a whole: names and their roles, no time."""
MAX_ATOMS = 100_000
"""The most line parts of a dump; each takes about 3 KB of memory while the page is read."""
_UNWEIGHED = Note(
    code="long-page", text="The page has too many lines: its article is told by their length alone."
)

_LED_IN = re.compile(
    rf"(?:(?:first )?(?:published|posted|updated)(?: on| at)?:?\s*)?(?:{WEEKDAY}\s*)?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")


def page_id(text: str) -> str:
    """Return the id of a page: a digest of its text."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6)
    return f"pg-{digest.hexdigest()}"


def read_dump(
    text: str,
    *,
    path: str | None = None,
    url: str | None = None,
    published: str | None = None,
    today: str | None = None,
    labeller: Labeller | None = None,
) -> Page:
    """Read a text dump of a news page.

    ``text`` is kept unchanged, so offsets are offsets in it. ``published`` is the publication date
    when the user knows it; ``today`` an ISO date after which a stated date is noted as lying in the
    future. The first report is the article, when there is one; each other story on the page follows
    as a teaser. ``labeller`` takes the place of the shipped weights. Raises InputError for a text
    without any letter, longer than `MAX_CHARACTERS` or of more than `MAX_ATOMS` lines.
    """
    source = path or url or "<text>"
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            source,
            f"the text has {len(text) / 1e6:.0f} million characters; one dump may have at most "
            f"{MAX_CHARACTERS // 1_000_000} million.",
            remedy="Split it into pages.",
        )
    if not _LETTER.search(text):
        raise InputError(source, "there are no words in it.", remedy="Give the text of a page.")
    reader = _Reader(text, labeller or trained())
    if len(reader.atoms) > MAX_ATOMS:
        raise InputError(
            source,
            f"the text has {len(reader.atoms):,} lines; one dump may have at most {MAX_ATOMS:,}.",
            remedy="Split it into pages.",
        )
    return reader.page(path=path, url=url, published=published, today=today)


class _Reader:
    """One dump on its way to a page."""

    def __init__(self, text: str, labeller: Labeller) -> None:
        self.text = text
        self.atoms: tuple[Atom, ...] = atoms_of(text)
        self.lines: tuple[Line, ...] = lines_of(self.atoms)
        self.words = [
            without_entities(line.span.of(text)).replace("\n", " ") for line in self.lines
        ]
        self.claims = Claims(text)
        self.entries: tuple[Entry, ...] = ()
        self.finder = BodyFinder(text, self.atoms, self.lines, self.words, labeller)

    def page(
        self, *, path: str | None, url: str | None, published: str | None, today: str | None
    ) -> Page:
        """Return the page."""
        in_body = self.finder.flags()
        body_line = [any(in_body[line.first : line.last]) for line in self.lines]
        opening = opening_of(self.text, self.lines)
        if opening is not None and body_line:
            body_line[0] = False
        headline = headline_of(self.text, self.lines, body_line, skip=1 if opening else 0)
        if headline is not None:
            body_line[headline] = False
        identity = page_id(self.text)
        notes = [_UNWEIGHED] if len(self.atoms) > MOST_WEIGHED else []
        article = self._article(
            identity,
            in_body,
            body_line,
            opening_span=opening.headline if opening else None,
            opening_date=opening.date if opening else None,
            headline=headline,
            url=url,
            given=published,
        )
        date = article.published if article is not None else published
        if article is None:
            notes.append(Note(code="no-article", text="No article was found on this page."))
            stamp = self._page_stamp(opening.date if opening else None)
            date = published or stamp
        if date is None:
            notes.append(
                Note(code="no-date", text="The page does not state when it was published.")
            )
        elif today is not None and date[:10] > today[:10]:
            notes.append(
                Note(code="future-date", text=f"The stated date {date[:10]} lies in the future.")
            )
        reports = [article] if article is not None else []
        for entry in self.entries:
            among = range(entry.first, entry.after)
            told = self.finder.told(among, in_body, body_line, self.claims)
            entered = entry_report(self.text, self.lines, entry, told, reports[0])
            reports.append(msgspec.structs.replace(entered, id=f"{identity}.{len(reports)}"))
        basis = "given" if published else "page"
        for item in self._items(body_line):
            report = teaser_report(
                self.text,
                item,
                f"{identity}.{len(reports)}",
                self.claims.add,
                published=date,
                basis="given" if basis == "given" else "page",
            )
            if report is not None:
                reports.append(report)
        return Page(
            id=identity,
            path=path,
            url=url,
            text=self.text,
            parts=self.claims.laid_out(self._rest(in_body, body_line)),
            reports=tuple(reports),
            notes=tuple(notes),
        )

    def _items(self, body_line: Sequence[bool]) -> list[Item]:
        """Return the other stories in the order in which they stand."""
        taken = list(body_line)
        claimed = sorted(span for span, _ in self.claims.parts)
        starts = {span.start for span in claimed}
        for index, line in enumerate(self.lines):
            if line.span.start in starts or any(line.span.overlaps(span) for span in claimed[:12]):
                taken[index] = True
        items: list[Item] = []
        for listing in listings_of(self.text, self.lines, taken):
            items.extend(listing.items)
            for item in listing.items:
                for place in item.lines:
                    taken[place] = True
        for index, line in enumerate(self.lines):
            pointer = None if taken[index] else inline_item(self.text, line)
            if pointer is not None:
                items.append(pointer)
        seen = {
            self._key(self.lines[e.heading].span) for e in self.entries if e.heading is not None
        }
        own = {without_clock(key) for key in seen}
        unique = []
        for item in sorted(items, key=lambda item: item.headline):
            key = self._key(item.headline)
            if without_clock(key) not in own and (key not in seen or item.teaser):
                seen.add(key)
                unique.append(item)
        return unique

    def _key(self, span: Span) -> str:
        return " ".join(span.of(self.text).casefold().split())

    def _page_stamp(self, opening: Span | None) -> str | None:
        if opening is not None:
            self.claims.add(opening, "published")
            return opening.of(self.text)[:10]
        return None

    def _article(
        self,
        identity: str,
        in_body: list[bool],
        body_line: list[bool],
        *,
        opening_span: Span | None,
        opening_date: Span | None,
        headline: int | None,
        url: str | None,
        given: str | None,
    ) -> Report | None:
        if not any(body_line):
            return None
        head = opening_span or (self.lines[headline].span if headline is not None else None)
        if opening_span is not None and headline is not None:
            self.claims.add(self.lines[headline].span, "headline")
        if head is not None:
            self.claims.add(head, "headline")
        signatures = signatures_of(self.text, self.lines, body_line, headline)
        authors: list[Author] = []
        for signature in signatures:
            for author in signature.authors:
                if author.name.casefold() not in {known.name.casefold() for known in authors}:
                    authors.append(author)
            body_line[signature.line] = False
            self._claim_byline(signature)
        for place in lines_on_writers(self.words, body_line, [author.name for author in authors]):
            body_line[place] = False
        order = order_on(self.text, url=url)
        day_first = order.day_first if order is not None else None
        stamp, update = stamps_of(self.text, self.lines, body_line, headline, day_first=day_first)
        for each in (stamp, update):
            if each is not None:
                self.claims.add(self._stated_with(each), "published")
        if opening_date is not None:
            self.claims.add(opening_date, "published")
        value, basis_span, basis = published_of(
            self.text, opening_date, stamp, update, url=url, given=given
        )
        only_updated = basis == "page" and basis_span is not None
        late = update.value if update is not None else None
        known = value if basis != "page" else None
        self.entries = entries_of(
            self.text, self.lines, self.words, body_line, headline, known, late
        )
        live = bool(self.entries)
        self.entries = self.entries or takes_of(self.text, self.lines, self.words, body_line)
        for place in lines_set_apart(self.lines, self.entries, self.claims):
            body_line[place] = False
        for place in lines_taken_in(self.words, self.entries if live else ()):
            line = self.lines[place]
            in_body[line.first : line.last] = [True] * (line.last - line.first)
            body_line[place] = True
        last = self.entries[0].first if self.entries else len(self.lines)
        above = dateline_above(self.claims, self.lines, body_line)
        told = self.finder.told(range(last), in_body, body_line, self.claims, above=above)
        agency_name, agency = agency_of(self.text, self.lines, signatures, told.dateline)
        minutes = self._reading_minutes()
        publisher = self._publisher()
        corrections = self._corrections()
        title = spaced(head.of(self.text)) if head is not None else None
        version = wire_version_of(head.of(self.text)) if head is not None else None
        return Report(
            id=f"{identity}.0",
            kind="article",
            headline=title,
            authors=tuple(author.name for author in authors),
            agency=agency_name,
            publisher=publisher.name if publisher else None,
            place=spaced(told.place.of(self.text)) if told.place else None,
            published=value,
            published_basis=basis if value else None,
            updated=late,
            version=version.mark(head.of(self.text)) if version and head else None,
            reading_minutes=minutes[0] if minutes else None,
            url=url,
            truncated=is_cut_short(self.text, told.body),
            body=told.body,
            subheads=told.subheads,
            evidence=Evidence(
                headline=(head,) if head else (),
                authors=tuple(author.span for author in authors),
                agency=(agency,) if agency else (),
                publisher=(publisher.span,) if publisher else (),
                place=(told.place,) if told.place else (),
                published=(basis_span,) if basis_span else (),
                updated=(update.span,) if update else (),
                version=(version.span.shifted(head.start),) if version and head else (),
                reading_minutes=(minutes[1],) if minutes else (),
            ),
            notes=(
                *notes_of(title, value, corrections, only_updated=only_updated),
                *notes_on_order(self.text, order, basis_span),
                *(note_on if live else note_on_takes)(self.lines, self.entries),
            ),
        )

    def _stated_with(self, stamp: Stamp) -> Span:
        """Return a stamp's words with the weekday or label its line opens with."""
        line = next(line.span for line in self.lines if line.span.end >= stamp.span.end)
        before = self.text[line.start : stamp.span.start]
        return Span(line.start, stamp.span.end) if _LED_IN.fullmatch(before) else stamp.span

    def _claim_byline(self, signature: Signature) -> None:
        line = self.lines[signature.line].span
        names = [author.span for author in signature.authors]
        by = trimmed(self.text, Span(line.start, names[-1].end))
        if len(line) <= _WHOLE_BYLINE and not stamps_in(self.text, line):
            by = line
        self.claims.add(by, "byline")

    def _reading_minutes(self) -> tuple[int, Span] | None:
        for line, words in zip(self.lines, self.words, strict=True):
            match = READING_TIME.search(words) if len(words) <= 120 else None
            if match is not None:
                minutes = match.group("a") or match.group("b") or match.group("c")
                span = Span(*match.span()).shifted(line.span.start)
                self.claims.add(span, "reading_time")
                return int(minutes), span
        return None

    def _publisher(self) -> Holder | None:
        """Return the copyright holder of the last notice that names one."""
        for line, words in zip(reversed(self.lines), reversed(self.words), strict=True):
            if is_copyright(words) and (holder := holder_in(self.text, line.span)) is not None:
                return holder
        return None

    def _corrections(self) -> tuple[Span, ...]:
        """Return the notes on corrections; claims all of them."""
        found = [
            line.span
            for line, words in zip(self.lines, self.words, strict=True)
            if correction_in(words)
        ]
        for span in found:
            self.claims.add(span, "other")
        return tuple(found)

    def _rest(
        self, in_body: Sequence[bool], body_line: Sequence[bool]
    ) -> list[tuple[Span, PartKind]]:
        """Return every line with the kind of what no claim covers."""
        inside = [i for i, flag in enumerate(body_line) if flag]
        low, high = (inside[0] - 8, inside[-1] + 3) if inside else (0, -1)
        return [
            (line.span, furniture_kind(words, near_article=low <= index <= high))
            for index, (line, words) in enumerate(zip(self.lines, self.words, strict=True))
        ]
