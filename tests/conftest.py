from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

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
