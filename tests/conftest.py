from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# What a property needs of time is measured in benchmarks, never in tests.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")

EXAMPLES = Path(__file__).parent.parent / "examples" / "pages"


@pytest.fixture(scope="session")
def example_paths() -> list[str]:
    return [str(path) for path in sorted(EXAMPLES.iterdir())]
