"""The steps by which the tables of older archives become today's (Alembic)."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from dateline.errors import ArchiveError


def upgrade(connection: Connection, version: str | None, place: str) -> None:
    """Take the archive to the newest tables, inside the connection's transaction.

    Raises ArchiveError when a newer Dateline has written the archive.
    """
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    script = ScriptDirectory.from_config(config)
    known = {revision.revision for revision in script.walk_revisions()}
    if version is not None and version not in known:
        raise ArchiveError(
            f"{place}: a newer Dateline has written this archive. Install that one to use it."
        )
    config.attributes["connection"] = connection
    with EnvironmentContext(
        config, script, fn=lambda revision, _: script._upgrade_revs("head", revision)
    ):
        script.run_env()
