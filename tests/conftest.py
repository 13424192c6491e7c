from __future__ import annotations

from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples" / "pages"


@pytest.fixture(scope="session")
def example_paths() -> list[str]:
    return [str(path) for path in sorted(EXAMPLES.iterdir())]
