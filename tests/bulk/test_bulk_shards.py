"""Grouping by language and window: the stories of shards are those of one pass."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
import pyarrow as pa
import pyarrow.parquet as pq

from dateline.bulk.engines import Dask, Local
from dateline.bulk.grouping import Chain, chains_of, group_chain, group_shard, left_of, told_by
from dateline.bulk.store import Store
from dateline.story.grouping import Item, group_stories

PLACES = ("Karsund", "Drovia", "Quenza", "Velmora", "Osterby")
THINGS = (
    "ferry strike",
    "dam flood",
    "council vote",
    "grain fire",
    "bridge theft",
    "hospital audit",
)
DAYS = 40


def items() -> list[tuple[str | None, Item]]:
    """Return reports of stories that go on over several days, in two languages and of none."""
    found: list[tuple[str | None, Item]] = []
    for day in range(DAYS):
        for event in (day // 3, day // 3 + 7):
            place, thing = PLACES[event % 5], THINGS[event % 6]
            for number, language in enumerate(("en", "de", None)):
                # A third of the reports of no language have no date either.
                dated = language is not None or day % 3
                found.append(
                    (
                        language,
                        Item(
                            id=f"r{day:02}-{event:02}-{number}",
                            published=f"2031-0{3 + day // 28}-{1 + day % 28:02}" if dated else None,
                            title=f"{place} {thing} enters day {day % 3 + 1}",
                            text=f"Officials in {place} spoke of the {thing} and its {event} causes "
                            f"while Ilse Brandt{event} inspected {place} with crew {event}.",
                            outlet=f"outlet{number}",
                        ),
                    )
                )
    return found


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Lay the reports out as a run lays them out before it groups."""
    days: dict[str, list[dict[str, object]]] = {}
    for language, item in items():
        days.setdefault(item.published or "unknown", []).append(
            {
                "report": item.id, "language": language, "published": item.published,
                "title": item.title, "lead": item.text, "outlet": item.outlet,
                "url": None, "version": None,
            }
        )  # fmt: skip
    texts = ("report", "language", "published", "title", "lead", "outlet", "url", "version")
    schema = pa.schema([(name, pa.string()) for name in texts])
    for day, rows in days.items():
        folder = tmp_path / "_work" / "items" / f"day={day}"
        folder.mkdir(parents=True)
        pq.write_table(pa.Table.from_pylist(rows, schema), folder / "part-0.parquet")
    return Store(str(tmp_path))


def at_once() -> dict[str, set[str]]:
    """Return the stories of each language grouped in a single call."""
    stories = [
        story
        for language in ("en", "de", None)
        for story in group_stories(item for code, item in items() if code == language)
    ]
    return {story.id: set(story.reports) for story in stories}


def in_shards(store: Store, chains: tuple[Chain, ...]) -> dict[str, set[str]]:
    told = told_by(store, chains)
    found: dict[str, set[str]] = {}
    for report, place in told.placed.items():
        found.setdefault(place.story, set()).add(report)
    assert {row.story: row.reports for row in told.stories} == {
        story: len(reports) for story, reports in found.items()
    }
    return found


@pytest.mark.parametrize("window", [1, 3, 30])
def test_stories_of_shards_are_those_of_one_pass(store: Store, window: int) -> None:
    chains = chains_of(store, window=window)
    assert len(chains) == 3
    assert any(len(chain) > 1 for chain in chains)
    with Local(1) as engine:
        engine.group(chains, store.root)
    found = in_shards(store, chains)
    assert found == at_once()
    spans = [{report[:3] for report in reports} for reports in found.values()]
    assert any(len(days) > 1 for days in spans), "no story crosses a border"


def test_shards_grouped_one_by_one_go_on_from_the_state_at_the_border(store: Store) -> None:
    chains = chains_of(store, window=2)
    for chain in chains:
        for shard in chain:
            group_shard(store.root, shard, shard.before)
    assert in_shards(store, chains) == at_once()


def test_a_cluster_groups_as_one_machine(store: Store) -> None:
    pytest.importorskip("distributed")
    chains = chains_of(store, window=10)
    with Dask(None, 2) as engine:
        engine.group(chains, store.root)
    assert in_shards(store, chains) == at_once()


def test_grouping_that_was_interrupted_goes_on_from_the_last_state(store: Store) -> None:
    chains = chains_of(store, window=5)
    chain = chains[0]
    group_chain(store.root, chain[:3])
    assert left_of(store, chain) == chain[3:]
    for each in chains:
        group_chain(store.root, left_of(store, each))
    assert in_shards(store, chains) == at_once()
    assert all(left_of(store, each) == () for each in chains)


def test_a_changed_day_leaves_the_windows_before_it_as_they_are(store: Store) -> None:
    chains = chains_of(store, window=5)
    with Local(1) as engine:
        engine.group(chains, store.root)
    told_by(store, chains)
    (last,) = {day for chain in chains[1:2] for day in chain[-1].days[-1:]}
    path = Path(store.path(f"_work/items/day={last}/part-0.parquet"))
    table = pq.read_table(path)
    pq.write_table(table.slice(0, table.num_rows - 1), path)
    again = chains_of(store, window=5)
    assert [one.key for one in again[1]][:-1] == [one.key for one in chains[1]][:-1]
    assert left_of(store, again[1]) == again[1][-1:]


def test_where_no_state_is_left_before_a_changed_day_all_is_grouped_again(store: Store) -> None:
    chains = chains_of(store, window=5)
    with Local(1) as engine:
        engine.group(chains, store.root)
    told_by(store, chains)
    first = chains[1][0].days[0]
    path = Path(store.path(f"_work/items/day={first}/part-0.parquet"))
    table = pq.read_table(path)
    pq.write_table(table.slice(0, table.num_rows - 1), path)
    again = chains_of(store, window=5)
    assert left_of(store, again[1]) == again[1]
