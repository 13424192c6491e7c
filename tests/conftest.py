from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from dateline.archive.keeping import NewPage
from dateline.archive.store import Archive
from dateline.intake.sources import pages_of
from dateline.pipeline import readings_of_pages, with_language

# What a property needs of time is measured in benchmarks, never in tests.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")

EXAMPLES = Path(__file__).parent.parent / "examples" / "pages"
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"


@pytest.fixture(scope="session")
def example_paths() -> list[str]:
    return [str(path) for path in sorted(EXAMPLES.iterdir())]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed, and CI must not skip these tests")
        pytest.skip("Chromium is not installed")
    with sync_playwright() as engine:
        started = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def filled_archive(tmp_path_factory: pytest.TempPathFactory, example_paths: list[str]) -> Path:
    """The archive of the examples; it is not to be written to."""
    path = tmp_path_factory.mktemp("filled") / "archive.db"
    pages = [
        (with_language(page), Path(source).read_bytes())
        for source in example_paths
        for page in pages_of(source)
    ]
    readings = iter(readings_of_pages([page for page, _ in pages]))
    new = [NewPage(page, list(islice(readings, len(page.reports))), raw) for page, raw in pages]
    with Archive.open(path) as archive:
        archive.add_many(new)
    return path
