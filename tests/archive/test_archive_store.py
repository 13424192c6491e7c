"""What an archive keeps, and what it forgets."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from archive_samples import FirstWord, corpus, new_page
from sqlalchemy import LargeBinary, String, Text, func, inspect, select, text

from conftest import OpenArchive
from dateline.archive.database import opened
from dateline.archive.edits import MarkRead, Merge, Rename, Split
from dateline.archive.keeping import NewPage
from dateline.archive.query import FigureTest
from dateline.archive.results import FetchRecord
from dateline.archive.schema import HEAD, metadata
from dateline.archive.store import Archive
from dateline.errors import ArchiveError, InputError
from dateline.records import Placement, ReadReport


@pytest.fixture
def full(archive: Archive) -> Archive:
    archive.add_many(corpus())
    return archive


def test_a_page_comes_back_as_it_was_added_with_its_readings_and_bytes(full: Archive) -> None:
    for page, readings, raw in corpus():
        assert full.page(page.id) == page
        assert full.original(page.id) == raw
        for report, reading in zip(page.reports, readings, strict=True):
            read = full.read_report(report.id)
            assert (read.report, read.reading, read.text) == (report, reading, page.text)


def test_the_same_page_added_twice_is_one_page(archive: Archive) -> None:
    page = corpus()[0]
    assert archive.add(*page).new
    before = archive.stories()
    again = archive.add(*page)
    assert (again.new, again.placements) == (False, ())
    assert archive.stories() == before
    assert [item.new for item in archive.add_many([corpus()[1], corpus()[1]])] == [True, False]
    assert archive.search("").total == 2


def test_a_changed_page_is_a_new_version_of_the_earlier_one(archive: Archive) -> None:
    url = "https://news.example/dam"
    archive.add(*new_page("v1", "Dam holds", "The dam holds.", url=url))
    second = archive.add(*new_page("v2", "Dam holds on", "The dam holds on.", url=url))
    third = archive.add(*new_page("v3", "Dam breaks", "The dam broke.", url=url))
    assert (second.version_of, second.version) == ("v1", 2)
    assert (third.version_of, third.version) == ("v2", 3)
    assert [info.id for info in archive.versions(url)] == ["v1", "v2", "v3"]
    assert archive.page_info("v2").newer == "v3"
    archive.forget("v2")
    assert [(i.id, i.version_of) for i in archive.versions(url)] == [("v1", None), ("v3", "v1")]


def test_equal_bytes_are_kept_once(archive: Archive) -> None:
    first, second = corpus()[:2]
    archive.add_many([first, NewPage(second.page, second.readings, first.raw)])
    assert archive.page_info("a").sha256 == archive.page_info("b").sha256
    archive.forget("a")
    assert archive.original("b") == first.raw


def test_nul_characters_and_other_scripts_survive(archive: Archive) -> None:
    page = new_page("x", "Port Nul\0 in 東京", "Ein\0 Wort — “and” 🚢.", outlet="Nul\0 News")
    archive.add(*page)
    assert archive.page("x") == page.page
    assert [hit.page for hit in archive.search("東京").hits] == ["x"]


def test_a_story_s_headline_is_without_the_wire_s_version_mark(archive: Archive) -> None:
    archive.add(*new_page("w", "UPDATE 2-Dam holds", "The dam holds.", url="https://a.example/w"))
    (story,) = archive.stories()
    assert story.headline == "Dam holds"
    assert archive.page("w").reports[0].headline == "UPDATE 2-Dam holds"


def test_a_story_counts_newsrooms_not_copies(archive: Archive) -> None:
    body = "The reservoir is full, the ministry said."
    archive.add_many(
        [
            new_page("a", "Reservoir is full", body, outlet="Lume Daily", agency="Wirehouse"),
            new_page("b", "Reservoir full", body, outlet="Coast Radio", published="2031-05-05"),
            new_page("c", "Reservoir brims", body + " It rains.", outlet="Coast Radio"),
            new_page("d", "Reservoir filled", body + " So what.", agency="Wirehouse"),
        ]
    )
    (story,) = archive.stories()
    assert (story.reports, story.originals, story.sources) == (4, 3, 2)
    assert story.headline == "Reservoir is full"
    assert set(story.outlets) == {"Lume Daily", "Coast Radio", "The Harbour Gazette"}
    assert (story.first, story.last) == ("2031-05-04", "2031-05-05")


def test_stories_are_listed_by_change_date_or_sources(full: Archive) -> None:
    full.add(*new_page("f", "Ferry floats", "It floats.", outlet="X", published="2030-01-01"))
    assert full.stories()[0].id == "s-ferry"
    assert full.stories(order="published")[0].id == "s-okoye"
    assert [story.id for story in full.stories(order="sources")] == ["s-ferry", "s-dam", "s-okoye"]
    assert [story.id for story in full.stories(min_sources=3)] == ["s-ferry"]
    assert [story.id for story in full.stories(limit=1, offset=1)] == ["s-okoye"]


def test_a_story_holds_its_reports_in_order_of_publication(full: Archive) -> None:
    file = full.story("s-dam")
    assert file.story.reports == ("a.1", "b.1")
    assert [placement.report for placement in file.story.placements] == ["a.1", "b.1"]
    with pytest.raises(ArchiveError, match="no such story"):
        full.story("s-nothing")


def test_a_dossier_is_kept_until_its_story_changes(full: Archive) -> None:
    first = full.dossier("s-dam")
    assert full.dossier("s-dam") == first
    full.add(*new_page("g", "Dam floods", "The dam flooded.", published="2031-07-01"))
    assert full.dossier("s-dam").story.reports == ("a.1", "b.1", "g.1")


def test_who_finds_names_roles_statements_and_stories(full: Archive) -> None:
    known = full.who("okoye")
    assert [(name.name, name.reports, name.statements) for name in known.names] == [
        ("Ada Okoye", 1, 1)
    ]
    assert [role.words for role in known.roles] == ["President"]
    assert [said.read.report.id for said in known.said] == ["a.1"]
    assert [story.id for story in known.stories] == ["s-dam"]
    assert full.who("ÅKESSON").names[0].name == "Élodie Åkesson"
    assert full.who("koye").names == ()
    assert full.who("%").names == ()


def test_figures_and_dates_are_found_by_what_they_are(full: Archive) -> None:
    assert [seen.figure.value for seen in full.figures("turnout")] == [61.0]
    assert [seen.figure.value for seen in full.figures(unit="percent")] == [61.0, 3.5]
    assert [s.figure.value for s in full.figures(tests=[FigureTest(">", 100)])] == [2000.0]
    assert [seen.figure.value for seen in full.figures(story="s-dam")] == [2000.0, 61.0]
    (dated,) = full.times(since="2031-05-12", until="2031-05-13")
    assert dated.span.of(dated.read.text) == "due on 12 May"
    assert full.times(since="2031-05-13") == ()
    assert len(full.times(kinds=("happening", "time"))) == 2


def test_what_is_new_since_the_last_visit_is_told_per_story(open_archive: OpenArchive) -> None:
    archive = open_archive()
    archive.add_many(corpus()[:3])
    visit = archive.now()
    archive.add_many(corpus()[3:])
    changes = {c.summary.id: (c.new_story, c.new_reports) for c in archive.changes_since(visit)}
    assert changes == {"s-ferry": (False, ("d.1",)), "s-okoye": (True, ("e.1",))}


def test_a_brief_tells_what_new_reports_add(open_archive: OpenArchive) -> None:
    archive = open_archive()
    archive._clock = lambda: datetime.datetime(2031, 5, 6, tzinfo=datetime.UTC)
    archive.add_many(corpus()[:1])
    archive._clock = lambda: datetime.datetime(2031, 5, 7, tzinfo=datetime.UTC)
    visit = archive.now()
    archive.add(
        *new_page(
            "h", "Dam vote counted", "Turnout reached 64%, Bo Lindqvist said. Turnout is up.",
            person="Bo Lindqvist", says="Turnout reached 64%", published="2031-05-06",
            figure=("64%", 64.0, "percent", "Turnout"), outlet="Lume Daily",
        )
    )  # fmt: skip
    (brief,) = archive.brief(visit)
    assert (brief.summary.id, brief.new_story) == ("s-dam", False)
    assert [read.report.id for read in brief.reports] == ["h.1"]
    assert [said.read.text[slice(*_pair(said))] for said in brief.said] == ["Turnout reached 64%"]
    assert [dated.from_ for dated in brief.to_come] == ["2031-05-12"]


def _pair(said) -> tuple[int, int]:  # type: ignore[no-untyped-def]
    return said.statement.content[0].start, said.statement.content[0].end


def test_edits_by_hand_are_kept_and_respected_afterwards(open_archive: OpenArchive) -> None:
    archive = open_archive()
    archive.add_many(corpus())
    old, new = archive.edit(Split(story="s-ferry", reports=("d.1",))).stories
    assert archive.story(old).story.reports == ("c.1",)
    assert archive.story(new).story.reports == ("d.1",)
    assert archive.story(new).story.placements[0].by_hand
    assert archive.edit(Merge(stories=("s-dam", "s-okoye"))).stories == ("s-dam",)
    archive.edit(Rename(story="s-dam", headline="The dam, all of it"))
    with pytest.raises(ArchiveError):
        archive.story("s-okoye")
    later = open_archive()
    added = later.add(*new_page("k", "Okoye resigns", "He did.", published="2031-08-01"))
    assert added.placements[0].story == "s-dam"
    summary = later.story("s-dam").summary
    assert (summary.headline, summary.named, summary.reports) == ("The dam, all of it", True, 4)
    later.edit(Rename(story="s-dam", headline=None))
    assert later.story("s-dam").summary.headline == "Dam vote nears in Verrania"


def test_one_read_mark_holds_for_a_story_until_it_changes(full: Archive) -> None:
    full.edit(MarkRead(story="s-dam"))
    assert not full.story("s-dam").summary.unread
    assert "s-dam" not in [story.id for story in full.stories(unread=True)]
    full.add(*new_page("l", "Dam reopens", "It reopened."))
    assert full.story("s-dam").summary.unread
    full.edit(MarkRead(story="s-dam"))
    full.edit(MarkRead(story="s-dam", read=False))
    assert full.story("s-dam").summary.unread


@pytest.mark.parametrize(
    "edit",
    [
        Split(story="s-dam", reports=("a.1", "b.1")),
        Split(story="s-dam", reports=("c.1",)),
        Split(story="s-dam", reports=()),
        Merge(stories=("s-dam", "s-dam")),
        Merge(stories=("s-dam", "s-none")),
        Rename(story="s-none", headline="x"),
        MarkRead(story="s-none"),
    ],
)
def test_an_edit_that_does_not_fit_changes_nothing(full: Archive, edit: Split) -> None:
    before = full.stories()
    with pytest.raises(ArchiveError):
        full.edit(edit)
    assert full.stories() == before


def test_readings_of_other_reports_are_refused(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="not those of its reports"):
        archive.add(corpus()[0].page, corpus()[1].readings)
    assert archive.search("").total == 0


def test_grouping_goes_on_where_another_program_left_it(open_archive: OpenArchive) -> None:
    first, second = open_archive(), open_archive()
    pages = [new_page(f"m{n}", f"Word{n} is new", f"Body {n}.") for n in range(6)]
    scores = [
        (first if n % 2 else second).add(*page).placements[0].score for n, page in enumerate(pages)
    ]
    assert scores == [1, 2, 3, 4, 5, 6]


def test_the_kept_grouping_state_is_used_and_what_came_after_is_replayed(
    open_archive: OpenArchive,
) -> None:
    archive = open_archive()
    archive.add_many([new_page(f"m{n}", f"Word{n} is new", f"Body {n}.") for n in range(510)])
    archive.add_many([new_page(f"n{n}", f"Word{n} is old", f"Text {n}.") for n in range(5)])
    with archive._database.reading() as connection:
        assert connection.execute(text("SELECT entry FROM grouping")).scalar() == 510
    added = open_archive().add(*new_page("last", "Word1 again", "Body 1."))
    assert (added.placements[0].story, added.placements[0].score) == ("s-word1", 516)


class LastWord(FirstWord):
    """Another grouping: by the last word, and with a state of its own."""

    def __init__(self, state: bytes | None = None) -> None:
        if state is not None:
            raise InputError("a state", "another wrote it.")
        super().__init__()
        self.merged: list[tuple[str, ...]] = []

    def place(self, read: ReadReport) -> Placement:
        placement = super().place(read)
        story = f"s-{(read.report.headline or '').split()[-1]}"
        return msgspec.structs.replace(placement, story=story)

    def merge(self, stories: Sequence[str]) -> str:
        self.merged.append(tuple(stories))
        return super().merge(stories)


def test_another_grouping_learns_where_reports_were_placed(open_archive: OpenArchive) -> None:
    archive = open_archive()
    archive.add_many(corpus())
    archive.forget("b")
    placers: list[LastWord] = []

    def last_word(state: bytes | None) -> LastWord:
        placers.append(LastWord(state))
        return placers[-1]

    with Archive.open(archive._database.engine.url.render_as_string(False), placer=last_word) as b:
        assert b.add(*new_page("q", "All is last", "Last.")).placements[0].story == "s-last"
    assert placers[0].merged == [
        ("s-ferry", "s-prices-d.1"),
        ("s-dam", "s-Verrania-a.1"),
        ("s-ferry", "s-aground-c.1"),
        ("s-okoye", "s-port-e.1"),
    ]


def test_forgetting_a_page_leaves_no_trace_of_it(open_archive: OpenArchive) -> None:
    archive = open_archive()
    archive.add_many(corpus())
    secret = new_page(
        "secret", "Ferry of Quentarion", "Xylo Quentarion said quentarion is 77 quentars.",
        outlet="Quentarion Post", person="Xylo Quentarion", role="Xylo", says="quentarion is 77",
        figure=("77 quentars", 77.0, "quentars", "quentarion"), url="https://quentarion.example/",
        event=("quentarion is", "2031-08-08"),
    )  # fmt: skip
    archive.add(*secret)
    copy = new_page("copy", "Ferry copied", secret.page.text[secret.page.text.index("Xylo") :][:-1])
    assert archive.add(*copy).placements[0].copy_of == "secret.1"
    archive.log_fetch(FetchRecord(url="https://quentarion.example/", at=archive.now()))
    archive.forget("copy")
    archive.add(*new_page("copy2", "Ferry copied", "Xylo"))
    gone = archive.forget("secret")
    assert (gone.reports, gone.stories) == (1, ("s-ferry",))
    assert archive.search("quentarion").hits == ()
    assert archive.who("quentarion").names == ()
    assert archive.fetches("https://quentarion.example/") == ()
    with archive._database.reading() as connection:
        for table in metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, String | Text):
                    lowered = func.lower(column)
                    found = select(column).where(lowered.contains("quentar"))
                    assert connection.execute(found).all() == [], f"{table.name}.{column.name}"
                elif isinstance(column.type, LargeBinary):
                    from dateline.archive.packing import unpacked_bytes

                    for packed in connection.scalars(select(column)):
                        assert b"uentar" not in unpacked_bytes(packed), table.name
    assert archive.add(*secret).new
    with pytest.raises(ArchiveError, match="no such page"):
        archive.forget("nothing")


def test_the_file_holds_nothing_of_a_forgotten_page(tmp_path: Path) -> None:
    place = tmp_path / "archive.db"
    with Archive.open(place, placer=FirstWord) as archive:
        archive.add_many(corpus())
        archive.add(
            *new_page("s", "Ferry quentar", "A quentar.", person="quentar", outlet="quentar")
        )
        assert b"quentar" in place.read_bytes() + place.with_name("archive.db-wal").read_bytes()
        archive.forget("s")
    files = [path.read_bytes().lower() for path in tmp_path.iterdir()]
    assert not any(b"quentar" in data for data in files)


def test_an_archive_indexed_by_older_rules_is_indexed_again(open_archive: OpenArchive) -> None:
    archive = open_archive()
    archive.add_many(corpus())
    archive.set_mark("index", "0")
    with archive._database.writing() as connection:
        archive._words.clear(connection)
    assert archive.search("ferry").hits == ()
    assert [hit.page for hit in open_archive().search("ferry").hits] == ["e", "c", "d"]


def test_a_story_without_reports_is_gone(full: Archive) -> None:
    full.forget("e")
    assert [story.id for story in full.stories()] == ["s-ferry", "s-dam"]


def test_fetches_and_marks_are_kept(archive: Archive) -> None:
    url = "https://news.example/feed"
    archive.log_fetch(FetchRecord(url=url, at="2031-01-01T00:00:00Z", status=200, etag="x"))
    archive.log_fetch(FetchRecord(url=url, at="2031-01-02T00:00:00Z", status=304))
    assert [record.status for record in archive.fetches(url, limit=5)] == [304, 200]
    assert archive.set_mark("visit", "one") is None
    assert archive.set_mark("visit", "two") == "one"
    assert archive.mark("visit") == "two"


def test_the_migrations_make_the_tables_of_the_schema(place: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    database = opened(place)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = [
            difference
            for difference in compare_metadata(context, metadata)
            if "words" not in repr(difference)
        ]
        assert differences == []
        assert context.get_current_revision() == HEAD
        assert inspect(connection).has_table("words")
    database.close()


def test_an_archive_to_read_from_is_not_made(place: str) -> None:
    for _ in range(2):
        with pytest.raises(ArchiveError, match="there is no archive here yet"):
            Archive.open(place, placer=FirstWord, make=False)
    Archive.open(place, placer=FirstWord).close()
    Archive.open(place, placer=FirstWord, make=False).close()


def test_an_archive_of_a_newer_dateline_is_left_alone(place: str) -> None:
    Archive.open(place, placer=FirstWord).close()
    database = opened(place)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(ArchiveError, match="newer Dateline"):
        Archive.open(place, placer=FirstWord)


def test_a_failed_addition_leaves_grouping_as_it_was(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.add(*corpus()[0])
    with monkeypatch.context() as patch:
        patch.setattr("dateline.archive.keeping.refresh", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            archive.add(*corpus()[1])
    assert archive.add(*corpus()[1]).placements[0].score == 2


def test_results_can_be_written_as_json(full: Archive, tmp_path: Path) -> None:
    for record in (full.search("ferry"), full.who("okoye"), full.story("s-dam"), *full.stories()):
        assert msgspec.json.decode(msgspec.json.encode(record), type=type(record)) == record
