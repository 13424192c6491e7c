"""An HTML page → Page: its text, what each line is, the article and the other stories."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import msgspec

from dateline.errors import InputError
from dateline.intake.dump.furniture import READING_TIME, furniture_kind, holder_in, is_copyright
from dateline.intake.dump.teasers import is_cut_off, spaced, teaser_report
from dateline.intake.entry import page_id
from dateline.intake.html.article import article_blocks, small_article
from dateline.intake.html.body import Body
from dateline.intake.html.fields import (
    Times,
    Value,
    authors_of,
    head_zone,
    headline_of,
    is_byline,
    is_signature,
    times_of,
)
from dateline.intake.html.layout import Tail, parts_of
from dateline.intake.html.lines import Block, Lines, Link, lines_of
from dateline.intake.html.live import Entry, entries_of, entry_lines, entry_reports
from dateline.intake.html.markup import CUE_NAMES
from dateline.intake.html.metadata import Metadata, metadata_of
from dateline.intake.html.notices import gaps_of, no_article_of, notices_of, paywall_in
from dateline.intake.html.related import Other, links_by_block, others_on, pointers_on
from dateline.intake.html.tree import tree_of
from dateline.intake.wire import WireDateline, agency_named, byline_agency_in, wire_version_of
from dateline.records import DateBasis, Evidence, Note, Page, PartKind, Report
from dateline.text import Span, trimmed

_BITS = {name: 1 << n for n, name in enumerate(CUE_NAMES)}
_CAPTION = _BITS["caption"]
_CREDIT = _BITS["credit"]
_ARTICLE_WORDS = 25
_PICTURES_APART, _CREDIT_WORDS = 3, 8
"""Lines from one picture's caption to the next one's; words of a line that only credits one."""
_PROMO_WORDS = 60


def read_html(
    data: bytes | str,
    *,
    path: str | None = None,
    url: str | None = None,
    charset: str | None = None,
    published: str | None = None,
    today: str | None = None,
) -> Page:
    """Read an HTML page: its article, the other stories on it, and what each line is.

    ``charset`` is the HTTP header's; ``published`` the publication date when the user knows it;
    ``today`` an ISO date after which a publication date is noted as lying in the future. Nothing
    is fetched. Raises InputError for an empty, binary or over-long page, or one without words.
    """
    source = path or url or "<html>"
    tree = tree_of(source, data, charset)
    metadata = metadata_of(tree.root, url)
    lines = lines_of(tree.root)
    if not any(character.isalnum() for character in lines.text) and not metadata.headlines:
        raise InputError(source, "there are no words in the page.", remedy="Give a page with text.")
    flags = list(article_blocks(tree, lines, metadata))
    for index in entry_lines(lines, flags, metadata):
        flags[index] = True
    owners = links_by_block(lines)
    for index in pointers_on(lines, owners):
        flags[index] = False
    reader = _Reader(lines, owners, metadata, flags, url or metadata.url)
    page = reader.page(published=published, today=today)
    return msgspec.structs.replace(page, path=path, url=url, notes=(*tree.notes, *page.notes))


class _Reader:
    """One page being read."""

    def __init__(
        self,
        lines: Lines,
        owners: Mapping[int, Link],
        metadata: Metadata,
        flags: list[bool],
        address: str | None,
    ) -> None:
        self.lines = lines
        self.owners = owners
        self.blocks = lines.blocks
        self.metadata = metadata
        self.flags = flags
        self.address = address
        self.host = host_of(address)
        self.tail = Tail(lines.text)
        self.claims: list[tuple[Span, PartKind]] = []
        self.kinds: dict[int, PartKind] = {}
        self.body = Body(lines, flags, self.kinds, self.claims)

    def page(self, *, published: str | None, today: str | None) -> Page:
        """Return the page with its reports and parts."""
        headline, shown = headline_of(self.lines, self.metadata, self.flags, self.host)
        self._leave_out_of_body(headline, shown)
        for i in paywall_in(self.lines, self.flags, self.metadata):
            self.flags[i] = False
        refused = self._refused(headline)
        zone = head_zone(self.lines, self.flags, shown)
        authors = authors_of(self.lines, self.metadata, zone, self.flags, self.host)
        times = times_of(self.lines, self.metadata, zone, self.address)
        self._leave_out_signatures(authors, times, zone)
        began = times.published.value if times.published else None
        entries = entries_of(self.lines, self.flags, self.metadata, began)
        article = self._article(headline, authors, times, zone, entries, published, today)
        told = [article, *entry_reports(entries, article, self.body, self.tail, self.claims)]
        others = others_on(self.lines, self.owners, self._taken(shown), self.address)
        self._settle_kinds(authors, times, zone, shown)
        text = self.tail.text
        identity = page_id(text)
        reports: list[Report] = []
        notes: list[Note] = []
        if refused is not None:
            notes.append(refused)
        elif article.body or article.headline:
            reports += [
                msgspec.structs.replace(report, id=f"{identity}.{number}")
                for number, report in enumerate(told)
            ]
        if not article.body and not entries:
            notes.append(Note(code="no-article", text="No article was found on the page."))
        for other in others:
            self._add_teaser(text, identity, reports, other, article)
        parts = parts_of(text, self.blocks, self.kinds, self.claims, self.tail)
        return Page(
            id=identity,
            language=self.metadata.language if self._has_language() else None,
            text=text,
            parts=parts,
            reports=tuple(reports),
            notes=tuple(notes),
        )

    def _has_language(self) -> bool:
        return re.fullmatch("[a-z]{2}", self.metadata.language or "") is not None

    def _leave_out_of_body(self, headline: Value | None, shown: int | None) -> None:
        """Take the headline, and articles of no more than a few words, out of the body."""
        for i, block in enumerate(self.blocks):
            same = headline is not None and headline.span == block.span
            if self.flags[i] and (i == shown or same):
                self.flags[i] = False
        total = self._words()
        if total < _ARTICLE_WORDS and headline is None:
            self.flags[:] = [False] * len(self.flags)
        elif total == 0:
            self.flags[:] = small_article(self.lines, shown)

    def _refused(self, headline: Value | None) -> Note | None:
        """Return what to say of a page that only looks like an article, and take it for none."""
        titles = [headline.value] if headline is not None else []
        titles += [self.metadata.page_title] if self.metadata.page_title else []
        words = self._words()
        for title in titles:
            if (note := no_article_of(title, words, self.metadata)) is not None:
                self.flags[:] = [False] * len(self.flags)
                return note
        return None

    def _words(self) -> int:
        """Count the words of the article's text."""
        return sum(block.words for block, flag in zip(self.blocks, self.flags, strict=True) if flag)

    def _leave_out_signatures(self, authors: Sequence[Value], times: Times, zone: range) -> None:
        """Take short lines of writers and times above the text out of the body."""
        stamps = [v.span for v in (times.published, times.updated) if v is not None and v.span]
        for i in zone:
            block = self.blocks[i]
            if not self.flags[i] or not is_signature(block, self.lines.text):
                continue
            if is_byline(block, self.lines.text, authors) or any(map(block.holds, stamps)):
                self.flags[i] = False

    def _taken(self, shown: int | None) -> list[bool]:
        return [flag or i == shown for i, flag in enumerate(self.flags)]

    def _article(
        self,
        headline: Value | None,
        authors: Sequence[Value],
        times: Times,
        zone: range,
        entries: Sequence[Entry],
        given: str | None,
        today: str | None,
    ) -> Report:
        # From a live blog's first entry on, its lines are its entries' or nobody's.
        last = entries[0].first if entries else len(self.flags)
        body, subheads, dateline = self.body.of([i for i in range(last) if self.flags[i]])
        text = self.lines.text
        tail = self.tail
        version = wire_version_of(headline.value) if headline else None
        headline_span = tail.span_of("headline", headline)
        agency, agency_span = self._agency(dateline, authors, zone)
        minutes = self._reading_minutes(zone)
        holder = self._holder()
        site = self.metadata.site or self.metadata.publisher
        outlet = self._outlet(site) if site else None
        date: str | None = None
        basis: DateBasis | None = None
        if given:
            date, basis = given, "given"
        elif times.published is not None:
            date, basis = times.published.value, "stated" if times.stated else "page"
        evidence = Evidence(
            headline=headline_span,
            authors=tuple(span for author in authors for span in tail.span_of("author", author)),
            agency=(agency_span,) if agency_span else (),
            publisher=(holder[1],) if holder else (),
            outlet=tail.span_of("site", outlet),
            place=(dateline.place,) if dateline and dateline.place else (),
            published=tail.span_of("published", times.published) if not given else (),
            updated=tail.span_of("updated", times.updated),
            version=(version.span.shifted(headline_span[0].start),)
            if version and headline_span
            else (),
            reading_minutes=(minutes[1],) if minutes else (),
        )
        truncated = bool(body) and is_cut_off(body[-1].of(text)) and not self.metadata.body
        said = notices_of(self.lines, self.flags, self.metadata, entries, bool(body))
        return Report(
            id="",
            kind="article",
            headline=headline.value if headline else None,
            authors=tuple(author.value for author in authors),
            agency=agency,
            publisher=holder[0] if holder else None,
            outlet=outlet.value if outlet else None,
            place=spaced(dateline.place.of(text)) if dateline and dateline.place else None,
            published=date,
            published_basis=basis,
            updated=times.updated.value if times.updated else None,
            version=version.mark(headline.value) if version and headline else None,
            reading_minutes=minutes[0] if minutes else None,
            url=self.metadata.url or self.address,
            truncated=truncated or any(note.code == "paywall" for note in said),
            body=tuple(body),
            subheads=tuple(subheads),
            evidence=evidence,
            notes=(*said, *gaps_of(headline.value if headline else None, date, today, times)),
        )

    def _agency(
        self, dateline: WireDateline | None, authors: Sequence[Value], zone: range
    ) -> tuple[str | None, Span | None]:
        if dateline is not None and dateline.agency is not None:
            words = dateline.agency.of(self.lines.text)
            return dateline.agency_name or words, dateline.agency
        for author in authors:
            if (name := agency_named(author.value)) is not None:
                return name, next(iter(self.tail.span_of("author", author)), None)
        for i in zone:
            block = self.blocks[i]
            if not self.flags[i] and block.own_cues & (_BITS["byline"] | _CREDIT):
                name = agency_named(block.text)
                if name is not None:
                    return name, block.span
                signed = byline_agency_in(self.lines.text, block.span)
                if signed is not None:
                    return signed
        return None, None

    def _outlet(self, site: str) -> Value:
        """Return the site's name with a line of the page that is just that name."""
        for block in self.blocks:
            if block.text.casefold() == site.casefold():
                return Value(value=site, span=block.span)
        return Value(value=site, words=site)

    def _reading_minutes(self, zone: range) -> tuple[int, Span] | None:
        for i in zone:
            block = self.blocks[i]
            words = block.text
            if len(words) <= 120 and not self.flags[i] and (m := READING_TIME.search(words)):
                span = Span(*m.span()).shifted(block.start)
                self.claims.append((span, "reading_time"))
                return int(m.group("a") or m.group("b") or m.group("c")), span
        return None

    def _holder(self) -> tuple[str, Span] | None:
        for i in range(len(self.blocks) - 1, -1, -1):
            block = self.blocks[i]
            if is_copyright(block.text) and not self.flags[i]:
                holder = holder_in(self.lines.text, block.span)
                if holder is not None:
                    return holder.name, holder.span
        return None

    def _settle_kinds(
        self, authors: Sequence[Value], times: Times, zone: range, shown: int | None
    ) -> None:
        """Say of every block outside the body what it is."""
        text = self.lines.text
        inside = [i for i, flag in enumerate(self.flags) if flag]
        low, high = (inside[0] - 8, inside[-1] + 3) if inside else (0, -1)
        stamps = [v.span for v in (times.published, times.updated) if v is not None and v.span]
        for i, block in enumerate(self.blocks):
            if i in self.kinds:
                continue
            words = block.text
            menu = block.inside("nav") and i not in zone
            kind: PartKind = "other" if menu else furniture_kind(words, near_article=False)
            if i == shown:
                kind = "headline"
            elif i in zone and is_byline(block, text, authors):
                kind = "byline"
                self.claims += [(span, "published") for span in stamps if block.holds(span)]
            elif any(block.holds(span) for span in stamps) and len(words) <= 200:
                kind = "published"
            elif low <= i <= high and kind == "other" and _in_picture(block):
                short = block.words <= _CREDIT_WORDS
                kind = "credit" if short and block.own_cues & _CREDIT else "caption"
                # A gallery goes on.
                high = max(high, i + _PICTURES_APART)
            elif kind == "other" and block.words <= _PROMO_WORDS and _presses(block):
                kind = "promo"
            self.kinds[i] = kind

    def _add_teaser(
        self, text: str, identity: str, reports: list[Report], other: Other, article: Report
    ) -> None:
        def claim(span: Span, kind: PartKind) -> None:
            self.claims.append((trimmed(text, span), kind))

        report = teaser_report(
            text,
            other.item,
            f"{identity}.{len(reports)}",
            claim,
            published=article.published,
            basis="given" if article.published_basis == "given" else "page",
        )
        if report is not None:
            reports.append(msgspec.structs.replace(report, url=other.url))


def _in_picture(block: Block) -> bool:
    return block.inside("figure") or block.inside("figcaption") or bool(block.own_cues & _CAPTION)


def _presses(block: Block) -> bool:
    """Tell whether a block's element is there to sell, subscribe or share."""
    return bool(
        (block.own_cues | block.near_cues) & (_BITS["subscribe"] | _BITS["advert"] | _BITS["share"])
    )


def host_of(address: str | None) -> str:
    """Return the host of an address without ``www.``; empty when there is none."""
    try:
        return urlsplit(address or "").netloc.removeprefix("www.")
    except ValueError:
        return ""
