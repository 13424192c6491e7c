"""Archives on both databases; the PostgreSQL server is the tests' own and stops with them."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from archive_samples import FirstWord

from dateline.archive.store import Archive

_USERS = ("postgres", "nobody")


def _binaries() -> Path | None:
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parent.parent.name.split(".")[0]),
    )
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


def _ordinary_user() -> list[str]:
    """Return the words before a command that make it run as an ordinary user."""
    if os.geteuid() != 0:
        return []
    for user in _USERS:
        if shutil.which("setpriv") and _is_there(user):
            return ["setpriv", f"--reuid={user}", "--clear-groups", "--regid=nogroup"]
    return []


def _is_there(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def _not_to_be_had(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"PostgreSQL is needed here: {reason}")
    pytest.skip(f"no PostgreSQL: {reason}")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A server in a temporary folder on a free loopback port; yields its URL without database."""
    binaries = _binaries()
    if binaries is None:
        _not_to_be_had("initdb was found neither in /usr/lib/postgresql nor on the PATH")
        return
    pytest.importorskip("psycopg", reason="no PostgreSQL: the package psycopg is not installed")
    before = _ordinary_user()
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgres-", dir="/tmp"))
    folder.chmod(0o777)
    data = folder / "data"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*before, *words], capture_output=True, text=True, cwd=folder, check=False
        )

    try:
        made = run(
            str(binaries / "initdb"), "-D", str(data), "-U", "dateline", "-A", "trust",
            "-E", "UTF8", "--locale=C", "--no-sync",
        )  # fmt: skip
        if made.returncode:
            _not_to_be_had(made.stderr.strip() or made.stdout.strip())
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories={folder}"
        started = subprocess.run(
            [*before, str(binaries / "pg_ctl"), "-D", str(data), "-w", "-o", options,
             "-l", str(folder / "log"), "start"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, check=False,
        )  # fmt: skip
        if started.returncode:
            log = folder / "log"
            _not_to_be_had(log.read_text() if log.exists() else "pg_ctl could not start it")
        yield f"postgresql://dateline@127.0.0.1:{port}"
    finally:
        run(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new archive can be: a path, or the URL of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "archive.db")
    return empty_database(request.getfixturevalue("postgres_server"), "archive")


def empty_database(server: str, name: str) -> str:
    """Make or empty a database and return its URL."""
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        there = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if there.fetchone() is None:
            connection.execute(f"CREATE DATABASE {name}")
    with psycopg.connect(f"{server}/{name}", autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return f"{server}/{name}"


OpenArchive = Callable[[], Archive]


@pytest.fixture
def open_archive(place: str) -> Iterator[OpenArchive]:
    """Open the same archive, as often as wanted."""
    opened: list[Archive] = []

    def open_() -> Archive:
        opened.append(Archive.open(place, placer=FirstWord))
        return opened[-1]

    yield open_
    for archive in opened:
        archive.close()


@pytest.fixture
def archive(open_archive: OpenArchive) -> Archive:
    """An empty archive on either database."""
    return open_archive()
