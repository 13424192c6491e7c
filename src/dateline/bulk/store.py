"""Files of inputs and outputs, on this machine or in an object store (through fsspec)."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from dateline.errors import DatelineError, InputError, SetupError
from dateline.intake.inputs import files_of
from dateline.intake.tally import Tally
from dateline.records import Record

if TYPE_CHECKING:
    import fsspec


class Found(Record, frozen=True, kw_only=True):
    """A file to read, its size in bytes and, on this machine, when it was changed."""

    path: str
    size: int
    changed: int = 0


def is_remote(path: str) -> bool:
    """Tell whether a path is an address such as ``s3://bucket/key``."""
    return "://" in path


def _remote(path: str) -> tuple[fsspec.AbstractFileSystem, str]:
    try:
        import fsspec.core
    except ImportError:
        raise SetupError(
            "Object stores need fsspec. Install it with: pip install 'dateline[dask]'"
        ) from None
    try:
        return cast("tuple[fsspec.AbstractFileSystem, str]", fsspec.core.url_to_fs(path))
    except (ImportError, ValueError) as error:
        raise SetupError(f"{path} cannot be opened: {error}") from None


def files_in(path: str, tally: Tally) -> list[Found]:
    """Return the files a path, folder or glob stands for, by name; see `files_of`.

    Raises InputError when there is none.
    """
    if not is_remote(path):
        return [_found(file) for file in files_of(path, tally)]
    found = _remote_files(path)
    if not found:
        raise InputError(path, "there is no such file.")
    return sorted(found, key=lambda file: file.path)


def _found(file: Path) -> Found:
    try:
        stat = file.stat()
    except OSError as error:
        raise InputError(str(file), f"the file cannot be read: {error.strerror}.") from None
    return Found(path=str(file), size=stat.st_size, changed=stat.st_mtime_ns)


def _remote_files(path: str) -> list[Found]:
    system, inner = _remote(path)
    names = system.glob(inner) if glob.has_magic(inner) else [inner]
    out: list[Found] = []
    for name in names:
        if not system.exists(name):
            continue
        for file, info in system.find(name, detail=True).items():
            out.append(Found(path=system.unstrip_protocol(file), size=int(info["size"] or 0)))
    return out


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """Open a file to read; raises InputError when it cannot be."""
    try:
        if is_remote(path):
            system, inner = _remote(path)
            stream = cast(IO[bytes], system.open(inner, "rb"))
        else:
            stream = Path(path).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise InputError(path, f"the file cannot be read: {error.strerror or error}.") from None
    with stream:
        yield stream


class Store:
    """A folder of outputs; a file in it is either whole or not there."""

    def __init__(self, root: str) -> None:
        self.root = root.rstrip("/") if is_remote(root) else str(Path(root).absolute())

    def path(self, name: str) -> str:
        """Return the full path of a file."""
        return f"{self.root}/{name}"

    def make(self) -> None:
        """Make the folder, before hours go into what is to be in it; raises DatelineError."""
        if is_remote(self.root):
            return
        try:
            Path(self.root).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatelineError(f"{self.root}: no folder can be made: {error.strerror}.") from None
        if not os.access(self.root, os.W_OK | os.X_OK):
            raise DatelineError(f"{self.root}: this folder may not be written to.")

    def exists(self, name: str) -> bool:
        """Tell whether a file is there."""
        if is_remote(self.root):
            system, inner = _remote(self.path(name))
            return bool(system.exists(inner))
        return Path(self.path(name)).exists()

    @contextmanager
    def written(self, name: str, *, lasting: bool = False) -> Iterator[IO[bytes]]:
        """Give a stream to write a file to; it appears when the block ends without an error.

        A ``lasting`` file outlives a power cut; the others can be made again from such files.
        """
        if is_remote(self.root):
            # An object appears when its stream is closed: it is sent from a whole local copy.
            import tempfile

            with tempfile.TemporaryFile() as copy:
                yield cast(IO[bytes], copy)
                copy.seek(0)
                system, inner = _remote(self.path(name))
                system.makedirs(inner.rpartition("/")[0], exist_ok=True)
                with system.open(inner, "wb") as stream:
                    while block := copy.read(1 << 20):
                        stream.write(block)
            return
        target = Path(self.path(name))
        temporary = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                with temporary.open("wb") as stream:
                    yield stream
                    if lasting:
                        stream.flush()
                        os.fsync(stream.fileno())
                temporary.replace(target)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise DatelineError(
                f"{target}: the output cannot be written: {error.strerror or error}. "
                "What is finished is kept; the same command goes on from there."
            ) from None

    def names(self, folder: str) -> list[str]:
        """Return the names in a folder, sorted; none when there is no such folder."""
        if is_remote(self.root):
            system, inner = _remote(self.path(folder))
            if not system.exists(inner):
                return []
            listed = system.ls(inner, detail=False)
            return sorted(str(name).rstrip("/").rpartition("/")[2] for name in listed)
        path = Path(self.path(folder))
        return sorted(item.name for item in path.iterdir()) if path.is_dir() else []

    def remove(self, name: str) -> None:
        """Remove a file or folder; none is no error."""
        if is_remote(self.root):
            system, inner = _remote(self.path(name))
            if system.exists(inner):
                system.rm(inner, recursive=True)
            return
        import shutil

        path = Path(self.path(name))
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
