"""One archive on SQLite or PostgreSQL: opening, transactions, migrations, errors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, exc, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from dateline.archive.schema import HEAD
from dateline.errors import ArchiveError, SetupError

_BUSY_SECONDS = 60.0
_LOCK = 0x64617465
"""The advisory lock of writers on PostgreSQL; one archive is one database."""

_SQLITE_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-65536",
    "PRAGMA mmap_size=268435456",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA secure_delete=ON",
)


class Database:
    """An engine with the two kinds of transaction an archive knows: reading and writing."""

    def __init__(self, engine: Engine, place: str) -> None:
        self.engine = engine
        self.place = place
        self.is_sqlite = engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the archive throughout."""
        with told(self.place), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection that alone may write; all of it is kept, or nothing of it."""
        with told(self.place), self.engine.connect() as plain:
            connection = plain.execution_options(dateline_writing=True)
            with connection.begin():
                if not self.is_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield connection

    def scrub(self) -> None:
        """Empty SQLite's write-ahead log, which may hold what was removed."""
        if self.is_sqlite:
            with told(self.place), self.engine.connect() as connection:
                raw = connection.connection.driver_connection
                if raw is not None:
                    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what the database says into an ArchiveError a person can act on."""
    try:
        yield
    except exc.DBAPIError as error:
        said = str(error.orig).strip()
        raise ArchiveError(
            f"{place}: {_explained(said)} The archive is as it was before."
        ) from error
    except exc.SQLAlchemyError as error:
        raise ArchiveError(f"{place}: {error}. The archive is as it was before.") from error


_EXPLANATIONS: Sequence[tuple[tuple[str, ...], str]] = (
    (
        ("disk is full", "no space left", "could not extend", "disk i/o error", "too large"),
        "there is no room left on the disk. Free some space and do it again.",
    ),
    (("is locked",), "another program has been writing for more than a minute. Try again."),
    (("readonly", "read-only"), "it may not be written to. Check the rights of file and folder."),
    (("unable to open",), "the file cannot be opened. Check the folder and its rights."),
    (("not a database", "malformed"), "this file is no archive, or it is damaged."),
    (("refused", "could not connect", "connection failed"), "the server does not answer."),
)  # fmt: skip


def _explained(said: str) -> str:
    lowered = said.casefold()
    for words, explanation in _EXPLANATIONS:
        if any(word in lowered for word in words):
            return f"{explanation} ({said})"
    return said if said.endswith(".") else f"{said}."


def opened(place: str | Path, *, make: bool = True) -> Database:
    """Open a database by path or URL, migrating its tables where needed.

    ``make`` says whether an archive is made where there is none. Raises ArchiveError when it cannot
    be opened, SetupError when its driver is not installed.
    """
    url = url_of(place)
    shown = url.database or "memory" if url.drivername == "sqlite" else url.render_as_string()
    try:
        engine = create_engine(url, pool_pre_ping=url.drivername != "sqlite")
    except ImportError:
        raise SetupError(
            f"{shown}: the driver for PostgreSQL is not installed. "
            "Run: pip install 'dateline[postgresql]'"
        ) from None
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine, url, make=make)
    database = Database(engine, shown)
    try:
        _migrate(database, make=make)
    except BaseException:
        engine.dispose()
        raise
    return database


def url_of(place: str | Path) -> URL:
    """Return the database URL of a path or URL; raises ArchiveError for unknown databases."""
    if "://" not in str(place):
        return URL.create("sqlite", database=str(place))
    try:
        url = make_url(str(place))
    except exc.ArgumentError:
        raise ArchiveError(f"{place}: this is no database URL.") from None
    backend = url.get_backend_name()
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite":
        return url.set(drivername="sqlite")
    raise ArchiveError(f"{place}: an archive is kept in SQLite or PostgreSQL, not in {backend}.")


def _none_there(place: str) -> ArchiveError:
    return ArchiveError(f"{place}: there is no archive here yet. 'dateline add' makes one.")


def _prepare_sqlite(engine: Engine, url: URL, *, make: bool) -> None:
    if url.database and url.database != ":memory:":
        if not make and not Path(url.database).exists():
            raise _none_there(url.database)
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(
                f"{url.database}: the folder cannot be made: {error.strerror}."
            ) from None

    @event.listens_for(engine, "connect")
    def _connected(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        # The driver's own transactions begin too late and end too early: BEGIN is said here.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={int(_BUSY_SECONDS * 1000)}")
        for setting in _SQLITE_SETTINGS:
            cursor.execute(setting)
        cursor.close()

    @event.listens_for(engine, "begin")
    def _began(connection: Connection) -> None:
        writing = connection.get_execution_options().get("dateline_writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _migrate(database: Database, *, make: bool) -> None:
    with database.reading() as connection:
        version = _version(connection)
    if version == HEAD:
        return
    if version is None and not make:
        raise _none_there(database.place)
    from dateline.archive.migrations import upgrade

    with database.writing() as connection:
        if (version := _version(connection)) != HEAD:
            upgrade(connection, version, database.place)


def _version(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
