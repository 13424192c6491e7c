"""Names set right by hand: kept as rows beside the names of the reports, which stay as they are."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from dateline.archive import schema as t
from dateline.archive.edits import Apart, Call, Edited, NameEdit, Same
from dateline.archive.journal import write_down
from dateline.archive.keeping import MOST_AT_ONCE, write_all
from dateline.archive.numbers import name_id
from dateline.archive.rows import Row, key_of
from dateline.errors import EditError
from dateline.records import NameKind
from dateline.story.byhand import Change, Name, NamesByHand, Thing, called, joined, parted

_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")


def names_by_hand(connection: Connection) -> NamesByHand:
    """Return all names that were set right."""
    table = t.name_by_hand.c
    rows = connection.execute(
        select(table.kind, table.lead, table.key, table.words, table.called).order_by(
            table.kind, table.lead, table.number
        )
    ).all()
    names: dict[tuple[NameKind, str], list[Name]] = {}
    others: dict[tuple[NameKind, str], Name] = {}
    for kind, lead, key, words, other in rows:
        names.setdefault((kind, lead), []).append(Name(key, words))
        if other is not None:
            others[kind, lead] = Name(key_of(other), other)
    things = [
        Thing(kind, tuple(one), others.get((kind, lead))) for (kind, lead), one in names.items()
    ]
    return NamesByHand(things, key_of)


def ids_of(thing: Thing) -> list[int]:
    """Return the numbers under which a thing's names are kept."""
    return [name_id(thing.kind, key) for key in thing.keys]


def named(connection: Connection, edit: NameEdit, now: str) -> Edited:
    """Do an edit of names; raises EditError when it does not fit."""
    known = names_by_hand(connection)
    # What is written down has the archive's words, so that it means the same on every replay.
    edit = _checked(connection, known, edit)
    change = _change(known, edit)
    _write(connection, change)
    entry = write_down(connection, edit, None, now)
    stories = _stories_with(connection, edit.kind, list(change.keys()))
    _lay_out_anew(connection, stories, entry, now)
    new = change.new
    names = dict.fromkeys((new.shown, *(name.words for name in new.names)))
    return Edited(stories=tuple(stories), names=tuple(names))


def replay(connection: Connection, edit: NameEdit) -> None:
    """Do an edit of names again that was done before."""
    _write(connection, _change(names_by_hand(connection), edit))


def _name(words: str) -> Name:
    return Name(key_of(words), words)


def _change(known: NamesByHand, edit: NameEdit) -> Change:
    match edit:
        case Same():
            return joined(known, edit.kind, [_name(words) for words in edit.names])
        case Apart():
            return parted(known, edit.kind, _name(edit.name))
        case Call():
            words = _name(edit.called) if edit.called is not None else None
            return called(known, edit.kind, _name(edit.name), words)


def _checked(connection: Connection, known: NamesByHand, edit: NameEdit) -> NameEdit:
    """Return the edit in the words of the archive; raises EditError when it does not fit."""
    kind = edit.kind
    match edit:
        case Same():
            names = [_shown(connection, known, kind, words) for words in edit.names]
            things = {known.of_key(kind, name.key) or name.key for name in names}
            if len(things) < 2:
                raise EditError("Name at least two different names to make one of.")
            return Same(kind=kind, names=tuple(name.words for name in names))
        case Apart():
            name = _shown(connection, known, kind, edit.name)
            thing = known.of_key(kind, name.key)
            if thing is None or len(thing.names) < 2:
                raise EditError(f"{name.words}: this name was not made one with others.")
            if name.key not in {one.key for one in thing.names}:
                names_ = ", ".join(one.words for one in thing.names)
                raise EditError(
                    f"{name.words}: they are only called so. Name one of the names: {names_}."
                )
            return Apart(kind=kind, name=name.words)
        case Call():
            name = _shown(connection, known, kind, edit.name)
            if edit.called is not None:
                _check_free(connection, known, kind, name, edit.called)
            return Call(kind=kind, name=name.words, called=edit.called)


def _shown(connection: Connection, known: NamesByHand, kind: NameKind, words: str) -> Name:
    """Return a name as the archive shows it; raises EditError when it has none."""
    key = key_of(words)
    shown = _kept(connection, kind, key)
    if shown is not None:
        return Name(key, shown)
    thing = known.of_key(kind, key)
    if thing is not None:
        return next(name for name in (*thing.names, thing.called) if name and name.key == key)
    others = [other for other in _KINDS if _kept(connection, other, key) is not None]
    remedy = (
        f"There is {_one(others[0])} of that name: choose that kind."
        if others
        else "Write the name in full, as the archive shows it."
    )
    raise EditError(f"{words}: there is no such {kind} in the archive. {remedy}")


def _kept(connection: Connection, kind: NameKind, key: str) -> str | None:
    return connection.scalar(select(t.name.c.shown).where(t.name.c.id == name_id(kind, key)))


def _one(kind: NameKind) -> str:
    return f"an {kind}" if kind == "organisation" else f"a {kind}"


def _check_free(
    connection: Connection, known: NamesByHand, kind: NameKind, name: Name, words: str
) -> None:
    """Raise EditError where words are no name, or the name of somebody else."""
    key = key_of(words)
    if not key.strip():
        raise EditError(f"{words!r}: this is no name. Write one with letters or digits.")
    thing = known.of_key(kind, name.key)
    if key == name.key or (thing is not None and key in thing.keys):
        return
    if known.of_key(kind, key) is not None or _kept(connection, kind, key) is not None:
        raise EditError(
            f"{words}: {_one(kind)} of that name is in the archive already. "
            f"Make one of {words} and {name.words} instead."
        )


def _write(connection: Connection, change: Change) -> None:
    new = change.new
    table = t.name_by_hand
    for thing in change.gone:
        connection.execute(
            delete(table).where(table.c.kind == thing.kind, table.c.lead == thing.names[0].key)
        )
    if new.is_set:
        rows: list[Row] = [
            {
                "kind": new.kind,
                "key": name.key,
                "lead": new.names[0].key,
                "number": number,
                "words": name.words,
                "called": new.called.words if new.called is not None and number == 0 else None,
            }
            for number, name in enumerate(new.names)
        ]
        write_all(connection, table, rows)


def _stories_with(connection: Connection, kind: NameKind, keys: Sequence[str]) -> list[str]:
    ids = [name_id(kind, key) for key in keys]
    return list(
        connection.scalars(
            select(t.report.c.story)
            .join(t.mention, t.mention.c.report == t.report.c.seq)
            .where(t.mention.c.name.in_(ids))
            .distinct()
            .order_by(t.report.c.story)
        )
    )


def _lay_out_anew(connection: Connection, stories: Sequence[str], entry: int, now: str) -> None:
    """Have stories laid out again; nothing in them is new."""
    for start in range(0, len(stories), MOST_AT_ONCE):
        part = stories[start : start + MOST_AT_ONCE]
        connection.execute(delete(t.dossier).where(t.dossier.c.story.in_(part)))
        connection.execute(
            update(t.story).where(t.story.c.id.in_(part)).values(names_entry=entry, changed=now)
        )
