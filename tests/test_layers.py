"""Data moves one way: a folder imports only from the ones before it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import dateline

ROOT = Path(dateline.__file__).parent
ORDER = [
    {"text", "errors"},
    {"records"},
    {"intake"},
    {"reading"},
    {"story"},
    {"pipeline"},
    {"archive"},
    {"show"},
    {"library", "frames", "components"},
    {"bulk"},
    {"desk", "assistant"},
    {"commands"},
    {"cli", "__main__"},
]
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
# A notebook asks a record how it looks; nothing else may look ahead.
ALLOWED = {("records", "show")}


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
            if node.module == "dateline":
                names = [f"dateline.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("dateline.")}
    return found & RANK.keys()


@pytest.mark.parametrize("folder", sorted(RANK))
def test_a_folder_imports_only_from_the_ones_before_it(folder: str) -> None:
    paths = [ROOT / f"{folder}.py", *(ROOT / folder).rglob("*.py")]
    for path in paths:
        if not path.exists():
            continue
        for name in imports_of(path):
            assert RANK[name] <= RANK[folder] or (folder, name) in ALLOWED, (
                f"{path.relative_to(ROOT)} imports dateline.{name}, which comes after it"
            )
