"""Names set right by hand stay so, whatever comes in, goes out or is forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
import typer
from archive_samples import FirstWord, corpus, new_page, span_of
from sqlalchemy import text
from typer.testing import CliRunner

from conftest import OpenArchive, empty_database
from dateline.archive import schema as t
from dateline.archive.database import opened
from dateline.archive.edits import Apart, Call, Edit, MarkRead, Same
from dateline.archive.keeping import NewPage
from dateline.archive.store import Archive
from dateline.commands import archive as commands
from dateline.commands import boards, names
from dateline.errors import ArchiveError, EditError
from dateline.records import Person
from dateline.show.table_files import write_tables

JOINED = Same(kind="person", names=("Ada Okoye", "Lady Verrania"))


def pages() -> list[NewPage]:
    return [
        new_page(
            "l1", "Dam vote is won", "Lady Verrania said the dam would be built in Verrania.",
            published="2031-05-13", outlet="Lume Daily", person="Lady Verrania", role="Lady",
            says="the dam would be built", place="Verrania",
        ),
        new_page(
            "o1", "Okoye the singer tours", "Ben Okoye said he would tour in June in Lumehaven.",
            published="2031-05-14", person="Ben Okoye", says="he would tour in June",
            place="Lumehaven",
        ),
    ]  # fmt: skip


@pytest.fixture
def full(archive: Archive) -> Archive:
    archive.add_many([*corpus(), *pages()])
    return archive


def found(archive: Archive, query: str) -> set[str]:
    return {hit.page for hit in archive.search(query).hits}


def known(archive: Archive, name: str) -> list[tuple[str, int, int]]:
    return [(one.name, one.reports, one.statements) for one in archive.who(name).names]


def test_joined_names_are_one_with_every_spelling_counted(full: Archive) -> None:
    assert known(full, "lady") == [("Lady Verrania", 1, 1)]
    done = full.edit(JOINED)
    assert done.names == ("Ada Okoye", "Lady Verrania")
    assert done.stories == ("s-dam",)
    for asked in ("lady", "ada okoye", "Verrania Lady"):
        (one,) = full.who(asked).names
        assert (one.name, one.kind, one.reports, one.statements) == ("Ada Okoye", "person", 2, 2)
        assert one.by_hand
        assert [(s.name, s.reports, s.statements) for s in one.spellings] == [
            ("Ada Okoye", 1, 1), ("Lady Verrania", 1, 1),
        ]  # fmt: skip
        who = full.who(asked)
        assert {item.read.page for item in who.said} == {"a", "l1"}
        assert {role.words for role in who.roles} == {"President", "Lady"}
        assert [story.id for story in who.stories] == ["s-dam"]
    assert [said.called for said in full.who("lady").said] == ["Ada Okoye", None]


def test_a_word_of_one_name_does_not_bring_in_namesakes(full: Archive) -> None:
    full.edit(JOINED)
    assert [name for name, *_ in known(full, "okoye")] == ["Ada Okoye", "Ben Okoye"]
    assert [name for name, *_ in known(full, "lady")] == ["Ada Okoye"]


def test_search_finds_all_by_any_of_the_joined_names(full: Archive) -> None:
    assert found(full, "person:lady") == {"l1"}
    full.edit(JOINED)
    assert found(full, "person:lady") == {"a", "l1"}
    assert found(full, 'said-by:"ada okoye"') == {"a", "l1"}
    assert found(full, 'said-by:"lady verrania" turnout') == {"a"}
    assert found(full, "person:lady since:2031-05-10") == {"l1"}
    assert found(full, "vote -person:lady") == {"b"}
    assert found(full, "vote -(person:lady OR lume)") == set()
    # The surname alone still finds everyone who bears it, the full names do not.
    assert found(full, "person:okoye") == {"a", "l1", "o1"}
    assert found(full, "organisation:lady") == {"a", "l1"}
    # Who is named has not said anything.
    full.add(*new_page("l4", "Dam gate", "Lady Verrania smiled.", person="Lady Verrania"))
    assert found(full, 'person:"ada okoye"') == {"a", "l1", "l4"}
    assert found(full, 'said-by:"ada okoye"') == {"a", "l1"}
    assert found(full, "place:lady") == set()


def test_the_front_page_is_filtered_by_joined_names(full: Archive) -> None:
    full.edit(Same(kind="person", names=("Ada Okoye", "Ruy Zeballos")))
    assert {line.summary.id for line in full.front("person:zeballos")} == {"s-dam", "s-ferry"}


def test_places_are_joined_as_places_and_nothing_else(full: Archive) -> None:
    full.edit(Same(kind="place", names=("Port Lume", "Lumehaven")))
    assert found(full, "place:lumehaven") == {"b", "c", "o1"}
    assert found(full, "person:lumehaven") == set()
    assert known(full, "lumehaven") == [("Port Lume", 3, 0)]


def test_marks_are_where_reports_name_the_person_and_not_their_namesakes(full: Archive) -> None:
    page = new_page("n", "Dam gala", "Okoye met the singer Okoye at a gala.", person="Okoye")
    full.add(*page)
    full.edit(Same(kind="person", names=("Lady Verrania", "Okoye")))
    (hit,) = [hit for hit in full.search("person:lady").hits if hit.page == "n"]
    assert hit.marks == (span_of(page.page.text, "Okoye"),)


def test_a_report_with_either_name_that_comes_later_is_theirs(
    full: Archive, open_archive: OpenArchive
) -> None:
    full.edit(JOINED)
    later = new_page(
        "l2", "Dam is blessed", "Lady Verrania said it was done.", published="2031-06-02",
        person="Lady Verrania", says="it was done",
    )  # fmt: skip
    open_archive().add(*later)
    assert known(full, "ada") == [("Ada Okoye", 3, 3)]
    assert found(full, 'person:"ada okoye"') == {"a", "l1", "l2"}
    (person,) = full.dossier("s-dam").people
    assert (person.name, len(person.members)) == ("Ada Okoye", 3)


def test_a_name_set_apart_stands_for_itself_again(full: Archive) -> None:
    before = full.who("okoye"), full.search("person:lady"), full.dossier("s-dam")
    full.edit(JOINED)
    done = full.edit(Apart(kind="person", name="lady verrania"))
    assert done.stories == ("s-dam",)
    assert (full.who("okoye").names, full.search("person:lady")) == (before[0].names, before[1])
    assert full.dossier("s-dam").people == before[2].people


def test_a_person_is_called_by_words_of_ones_own_until_they_are_taken_back(full: Archive) -> None:
    full.edit(Call(kind="person", name="ada okoye", called="The President of Verrania"))
    assert known(full, "president") == [("The President of Verrania", 1, 1)]
    assert known(full, "ada") == [("The President of Verrania", 1, 1)]
    assert found(full, "person:president") == {"a"}
    assert full.dossier("s-dam").people[0].name == "The President of Verrania"
    # What it is called is a name for it, also in another edit.
    full.edit(Same(kind="person", names=("the president of Verrania", "Lady Verrania")))
    assert known(full, "lady") == [("The President of Verrania", 2, 2)]
    full.edit(Call(kind="person", name="Lady Verrania", called=None))
    assert known(full, "lady") == [("Ada Okoye", 2, 2)]
    assert known(full, "president") == []


def test_a_report_that_prints_what_somebody_is_called_names_them(full: Archive) -> None:
    full.edit(Call(kind="person", name="Lady Verrania", called="Lady Ada"))
    full.add(*new_page("l3", "Lady visits", "Lady Ada came.", person="Lady Ada"))
    (one,) = full.who("lady verrania").names
    assert {spelling.name for spelling in one.spellings} == {"Lady Verrania", "Lady Ada"}


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Same(kind="person", names=("Ada Okoye", "Nobody")), "no such person.*Write the name"),
        (Same(kind="person", names=("Ada Okoye", "Okoye")), "no such person"),
        (Same(kind="person", names=("Ada Okoye", "he")), "he: there is no such person"),
        (Same(kind="person", names=("Ada Okoye", "Port Lume")), "a place of that name: choose"),
        (Same(kind="person", names=("Ada Okoye", "ada okoye")), "two different names"),
        (Same(kind="person", names=()), "two different names"),
        (Same(kind="person", names=("", "!?")), "no such person"),
        (Apart(kind="person", name="Ada Okoye"), "not made one with others"),
        (Apart(kind="place", name="Nowhere"), "no such place"),
        (Call(kind="organisation", name="None", called="Some"), "no such organisation"),
        (Call(kind="person", name="Ada Okoye", called="…"), "no name"),
        (Call(kind="person", name="Ada Okoye", called="Ben Okoye"), "already.*Make one of"),
    ],
)
def test_an_edit_that_does_not_fit_says_what_to_do_and_changes_nothing(
    full: Archive, edit: Edit, said: str
) -> None:
    before = full.stories()
    with pytest.raises(EditError, match=said):
        full.edit(edit)
    assert isinstance(EditError(""), ArchiveError)
    assert not full.names_by_hand()
    assert full.stories() == before


def test_what_is_only_called_so_is_not_set_apart(full: Archive) -> None:
    full.edit(JOINED)
    full.edit(Call(kind="person", name="Ada Okoye", called="The Lady"))
    with pytest.raises(EditError, match="only called so. Name one of the names: Ada Okoye, Lady"):
        full.edit(Apart(kind="person", name="The Lady"))


def test_stories_are_laid_out_anew_and_what_was_read_stays_read(full: Archive) -> None:
    full.edit(MarkRead(story="s-dam"))
    kept, other = full.dossier("s-dam"), full.dossier("s-ferry")
    stale, ferry = full.story("s-dam"), full.story("s-ferry")
    assert len(kept.people) == 2
    full.edit(JOINED)
    assert not full.summary("s-dam").unread
    assert full.summary("s-okoye").unread
    assert full.story("s-dam").change > stale.change
    assert full.summary("s-dam").changed > stale.summary.changed
    # Whoever laid it out before the edit comes too late to keep it.
    full.keep(kept, stale.change)
    assert [person.name for person in full.dossier("s-dam").people] == ["Ada Okoye"]
    assert full.laid_out(full.story("s-dam"))[1], "it is kept as it stands now"
    assert full.story("s-ferry") == ferry
    assert full.dossier("s-ferry") == other


def test_a_story_not_marked_as_read_stays_unread(full: Archive) -> None:
    full.edit(JOINED)
    assert full.summary("s-dam").unread


def test_an_edit_of_names_does_not_move_stories_to_the_front(full: Archive) -> None:
    orders = [[story.id for story in full.stories(order=order)] for order in ("changed", "sources")]
    front = [line.summary.id for line in full.front()]
    full.edit(Same(kind="person", names=("Ada Okoye", "Élodie Åkesson")))
    assert orders == [
        [story.id for story in full.stories(order=order)] for order in ("changed", "sources")
    ]
    assert [line.summary.id for line in full.front()] == front


def test_nothing_of_the_source_is_changed(full: Archive, tmp_path: Path) -> None:
    def words() -> object:
        reads = full.read_reports(["a.1", "l1.1"])
        return [(read.text, read.report, read.reading) for read in reads]

    write_tables(full.placed_reads(), tmp_path / "before", "csv")
    before = words()
    full.edit(JOINED)
    full.edit(Call(kind="person", name="Ada Okoye", called="Somebody Else"))
    write_tables(full.placed_reads(), tmp_path / "after", "csv")
    assert words() == before
    tables = sorted(path.name for path in (tmp_path / "before").iterdir())
    assert "names.csv" in tables
    for table in tables:
        old, new = (tmp_path / side / table for side in ("before", "after"))
        assert old.read_bytes() == new.read_bytes()


def test_an_edit_is_seen_by_other_programs_and_kept(
    full: Archive, open_archive: OpenArchive
) -> None:
    other = open_archive()
    assert known(other, "lady") == [("Lady Verrania", 1, 1)]
    full.edit(JOINED)
    assert known(other, "lady") == [("Ada Okoye", 2, 2)]
    assert known(open_archive(), "lady") == [("Ada Okoye", 2, 2)]


def test_edits_survive_the_forgetting_of_all_their_pages(full: Archive) -> None:
    full.edit(JOINED)
    for page in ("a", "l1"):
        full.forget(page)
    assert known(full, "lady") == []
    lady = pages()[0]
    full.add(*lady)
    assert known(full, "lady") == [("Ada Okoye", 1, 1)]
    full.edit(Apart(kind="person", name="Ada Okoye"))
    assert known(full, "lady") == [("Lady Verrania", 1, 1)]


def test_grouping_goes_on_after_edits_of_names(full: Archive, open_archive: OpenArchive) -> None:
    full.edit(JOINED)
    page = new_page("z", "Dam again", "Once more.")
    placed = full.add(*page).placements[0]
    assert placed.story == "s-dam"
    again = open_archive()
    assert again.add(*new_page("z2", "Dam still", "Twice.")).placements[0].score == placed.score + 1  # type: ignore[operator]


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_edits_go_out_and_in_again_from_either_database_to_either(
    full: Archive, target: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    full.edit(JOINED)
    full.edit(Same(kind="place", names=("Port Lume", "Lumehaven")))
    full.edit(Same(kind="person", names=("Ben Okoye", "Élodie Åkesson", "Ruy Zeballos")))
    full.edit(Apart(kind="person", name="Ruy Zeballos"))
    full.edit(Call(kind="person", name="Élodie Åkesson", called="Élodie the Singer"))
    full.edit(MarkRead(story="s-dam"))
    # The names of forgotten pages are replayed too.
    full.forget("l1")
    full.export(tmp_path / "out.jsonl")
    place = (
        str(tmp_path / "second.db")
        if target == "sqlite"
        else empty_database(request.getfixturevalue("postgres_server"), "second")
    )
    with Archive.open(place, placer=FirstWord) as second:
        second.load(tmp_path / "out.jsonl")
        second.export(tmp_path / "again.jsonl")
        assert second.names_by_hand().things == full.names_by_hand().things
        assert second.stories() == full.stories()
        for name in ("okoye", "lady", "singer", "lumehaven"):
            assert second.who(name) == full.who(name)
            assert second.search(f"person:{name}") == full.search(f"person:{name}")
        assert second.dossier("s-dam") == full.dossier("s-dam")
        second.add(*pages()[0])
        assert known(second, "lady") == [("Ada Okoye", 2, 2)]
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "again.jsonl").read_bytes()


def test_an_older_archive_is_migrated_when_it_is_opened(place: str) -> None:
    with Archive.open(place, placer=FirstWord) as archive:
        archive.add_many([*corpus(), *pages()])
        before = archive.stories()
    database = opened(place)
    with database.writing() as connection:
        t.name_by_hand.drop(connection)
        connection.execute(text("ALTER TABLE story DROP COLUMN names_entry"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    database.close()
    with Archive.open(place, placer=FirstWord) as archive:
        assert archive.stories() == before
        archive.edit(JOINED)
        assert known(archive, "lady") == [("Ada Okoye", 2, 2)]


def test_two_of_one_name_in_a_report_stay_two_in_its_story(full: Archive) -> None:
    page, (reading,), raw = new_page(
        "t", "Twins meet", "Ada Okoye met Ada Okoye and Lady Verrania.", person="Lady Verrania"
    )
    twins = tuple(
        Person(id=f"t{number}", name="Ada Okoye", mentions=(where,))
        for number, where in enumerate((span_of(page.text, "Ada Okoye"), span_of(page.text, "met")))
    )
    reading = msgspec.structs.replace(reading, people=(*reading.people, *twins))
    full.add(page, (reading,), raw)
    full.edit(JOINED)
    assert len(full.dossier("s-twins").people) == 3


# The commands.

app = typer.Typer()
for module in (commands, boards, names):
    module.register(app)


def said(place: str, *words: str, exit_code: int = 0) -> str:
    result = CliRunner().invoke(app, [*words, "--archive", place])
    assert result.exit_code == exit_code, result.output
    return result.output if exit_code == 0 else f"{result.output}{result.exception}"


def test_names_are_set_right_by_commands(tmp_path: Path) -> None:
    place = str(tmp_path / "archive.db")
    with Archive.open(place, placer=FirstWord) as archive:
        archive.add_many([*corpus(), *pages()])
    assert said(place, "same", "Ada Okoye", "Lady Verrania") == (
        "Ada Okoye (also Lady Verrania): in 1 story\n"
    )
    out = said(place, "who", "lady")
    assert "Ada Okoye (person) · 2 reports, 2 statements · last 2031-05-13" in out
    assert "set right by hand: Ada Okoye in 1 report, Lady Verrania in 1 report" in out
    assert "Lady Verrania (by hand Ada Okoye)" in out
    lines = said(place, "who", "lady", "--format", "json").splitlines()
    assert json.loads(lines[0])["spellings"][1]["name"] == "Lady Verrania"
    assert said(place, "call", "Lady Verrania", "The Lady") == (
        "The Lady (also Ada Okoye, Lady Verrania): in 1 story\n"
    )
    assert said(place, "call", "The Lady") == "Ada Okoye (also Lady Verrania): in 1 story\n"
    assert said(place, "apart", "Lady Verrania") == (
        "Lady Verrania stands for itself again: in 1 story\n"
    )
    assert "set right" not in said(place, "who", "lady")
    assert said(place, "same", "Port Lume", "Lumehaven", "--kind", "place").startswith("Port Lume")
    assert "choose that kind" in said(place, "same", "Port Lume", "Ada Okoye", exit_code=1)
