"""Desks over real archives: asked by a client in the process, or served to a real browser."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from dateline.archive.store import Archive
from dateline.desk.app import desk_app
from dateline.desk.state import DeskSettings


@pytest.fixture
def desk_archive(filled_archive: Path, tmp_path: Path) -> Path:
    """A copy of the examples' archive to do anything with."""
    copy = tmp_path / "archive.db"
    shutil.copy(filled_archive, copy)
    return copy


@pytest.fixture
def desk_client(desk_archive: Path) -> Iterator[TestClient]:
    with Archive.open(desk_archive) as archive, TestClient(desk_app(archive)) as client:
        yield client


@contextmanager
def served(archive: Archive, settings: DeskSettings | None = None) -> Iterator[str]:
    """Serve a desk on a free loopback port; yields its address."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(desk_app(archive, settings), log_level="error", lifespan="on")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.fixture
def serving() -> Callable[[Archive], AbstractContextManager[str]]:
    """Return what serves any archive to a browser."""
    return served


@pytest.fixture
def live_desk(desk_archive: Path) -> Iterator[str]:
    with Archive.open(desk_archive) as archive, served(archive) as address:
        yield address


@pytest.fixture
def story_called(desk_archive: Path) -> Callable[[str], str]:
    """Return the id of the story whose headline has the words."""

    def found(words: str) -> str:
        with Archive.open(desk_archive) as archive:
            return next(story.id for story in archive.stories() if words in (story.headline or ""))

    return found
