"""Stories over shards: a language's days in windows, each of which goes on where the last ended.

Where a report belongs depends on the reports before it. A shard therefore begins with the grouper's
state at the border and leaves its own for the next one, so that the stories are those of one pass.
Languages know nothing of each other and are grouped side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from itertools import groupby

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dateline import __version__
from dateline.bulk.columns import UNKNOWN_DAY, ItemRow, StoryRow
from dateline.bulk.store import Store, opened
from dateline.records import Record
from dateline.story.grouping import Grouper, Item
from dateline.story.items import day_of

WINDOW_DAYS = 30
"""Days of a shard."""
_FOLDER = "_work/stories"


class Shard(Record, frozen=True, kw_only=True):
    """A window of a language's days; ``key`` follows from what is in it and in all before it."""

    key: str
    language: str | None
    days: tuple[str, ...]
    before: str | None = None
    """The key of the shard before it."""


class Placed(Record, frozen=True, kw_only=True):
    """Where a report was placed."""

    story: str
    copy_of: str | None = None
    version_of: str | None = None


class Told(Record, frozen=True, kw_only=True):
    """Stories of one language and where reports were placed."""

    stories: tuple[StoryRow, ...]
    placed: dict[str, Placed]


Chain = tuple[Shard, ...]
"""The shards of a language in order of time, undated reports last."""


def chains_of(store: Store, *, window: int = WINDOW_DAYS) -> tuple[Chain, ...]:
    """Return what is to be grouped: a chain for each language among the items."""
    digests: dict[str, str] = {}
    days: dict[str | None, list[str]] = {}
    for name in store.names("_work/items"):
        day = name.removeprefix("day=")
        path = store.path(f"_work/items/{name}/part-0.parquet")
        with opened(path) as stream:
            digests[day] = blake2b(stream.read(), digest_size=16).hexdigest()
            table = pq.read_table(stream, columns=["language"], use_threads=False)
        for language in table["language"].unique().to_pylist():
            days.setdefault(language, []).append(day)
    chains: list[Chain] = []
    for language in sorted(days, key=lambda code: code or ""):
        chain: list[Shard] = []
        before = None
        ordered = sorted(days[language], key=lambda day: (day == UNKNOWN_DAY, day))
        for _, inside in groupby(ordered, key=lambda day: _window_of(day, window)):
            names = tuple(inside)
            told = [__version__, language, before, [(day, digests[day]) for day in names]]
            key = blake2b(msgspec.json.encode(told), digest_size=12).hexdigest()
            chain.append(Shard(key=key, language=language, days=names, before=before))
            before = key
        chains.append(tuple(chain))
    return tuple(chains)


def _window_of(day: str, window: int) -> int | None:
    return None if day == UNKNOWN_DAY else date.fromisoformat(day).toordinal() // window


def left_of(store: Store, chain: Chain) -> Chain:
    """Return the shards that are not grouped yet, from the last state on that was kept."""
    kept = {name.partition(".")[0] for name in store.names(_FOLDER) if name.endswith(".state")}
    done = {name.partition(".")[0] for name in store.names(_FOLDER) if name.endswith(".json")}
    first = 0
    for number, shard in enumerate(chain, start=1):
        if shard.key not in done:
            break
        if shard.key in kept or number == len(chain):
            first = number
    return chain[first:]


def group_chain(root: str, shards: Sequence[Shard]) -> None:
    """Group shards of a chain one after the other in this process."""
    grouper: Grouper | None = None
    for shard in shards:
        grouper = _grouped(Store(root), shard, grouper)


def group_shard(root: str, shard: Shard, before: str | None = None) -> str:
    """Group one shard and return its key; ``before`` only makes it wait for the one before it."""
    assert before in (None, shard.before)
    _grouped(Store(root), shard, None)
    return shard.key


def _grouped(store: Store, shard: Shard, grouper: Grouper | None) -> Grouper:
    if grouper is None and shard.before is not None:
        with opened(store.path(f"{_FOLDER}/{shard.before}.state")) as stream:
            grouper = Grouper.from_state(stream.read())
    grouper = grouper or Grouper()
    told = _told(grouper, items_in_order(store, shard), shard.language)
    with store.written(f"{_FOLDER}/{shard.key}.state") as stream:
        stream.write(grouper.state())
    with store.written(f"{_FOLDER}/{shard.key}.json") as stream:
        stream.write(msgspec.json.encode(told))
    return grouper


def items_in_order(store: Store, shard: Shard) -> Iterator[Item]:
    """Yield a shard's items by time and id; one day is in memory at a time.

    The folders of days are days in UTC, so going through them is going through time.
    """
    for day in shard.days:
        with opened(store.path(f"_work/items/day={day}/part-0.parquet")) as stream:
            table = pq.read_table(stream, use_threads=False)
        own = pc.is_in(table["language"], value_set=pa.array([shard.language], pa.string()))
        rows = table.filter(own).to_pylist()
        for row in sorted(rows, key=lambda row: (day_of(row["published"]) or 0.0, row["report"])):
            known = msgspec.convert(row, ItemRow)
            yield Item(
                id=known.report,
                published=known.published,
                title=known.title,
                text=known.lead,
                outlet=known.outlet,
                url=known.url,
                version=known.version,
            )


def _told(grouper: Grouper, items: Iterable[Item], language: str | None) -> Told:
    stories: dict[str, StoryRow] = {}
    placed: dict[str, Placed] = {}
    for item in items:
        place = grouper.place(item)
        placed[item.id] = Placed(
            story=place.story, copy_of=place.copy_of, version_of=place.version_of
        )
        row = StoryRow(
            story=place.story,
            language=language,
            headline=item.title or None,
            first=item.published,
            last=item.published,
            reports=1,
        )
        known = stories.get(place.story)
        stories[place.story] = row if known is None else _joined(known, row)
    return Told(stories=tuple(stories.values()), placed=placed)


def _joined(known: StoryRow, later: StoryRow) -> StoryRow:
    return StoryRow(
        story=known.story,
        language=known.language,
        headline=known.headline or later.headline,
        first=known.first or later.first,
        last=later.last or known.last,
        reports=known.reports + later.reports,
    )


def told_by(store: Store, chains: Sequence[Chain]) -> Told:
    """Return the stories of grouped chains, joined over the borders of their shards.

    What is kept of shards that are in no chain is removed, and so are states that no further run
    would go on from: all but each chain's last two.
    """
    stories: dict[str, StoryRow] = {}
    placed: dict[str, Placed] = {}
    kept: set[str] = set()
    for chain in chains:
        for shard in chain:
            with opened(store.path(f"{_FOLDER}/{shard.key}.json")) as stream:
                told = msgspec.json.decode(stream.read(), type=Told)
            placed.update(told.placed)
            for row in told.stories:
                known = stories.get(row.story)
                stories[row.story] = row if known is None else _joined(known, row)
        kept |= {f"{shard.key}.json" for shard in chain}
        kept |= {f"{shard.key}.state" for shard in chain[-2:]}
    for name in store.names(_FOLDER):
        if name not in kept:
            store.remove(f"{_FOLDER}/{name}")
    return Told(stories=tuple(stories.values()), placed=placed)
