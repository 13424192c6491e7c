"""Files to hand over with their checksums: a BagIt bag in one ZIP file (RFC 8493)."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import BinaryIO

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_WHEN = (1980, 1, 1, 0, 0, 0)
"""ZIP's earliest time: the same files give the same bytes whenever they are packed."""
_UNSAFE = re.compile(r"[^\w.-]+", re.ASCII)


def file_name(words: str) -> str:
    """Return words as the name of a file on any system."""
    return _UNSAFE.sub("-", words).strip("-.") or "unnamed"


def write_bag(
    stream: BinaryIO, name: str, payload: Iterable[tuple[str, bytes]], info: Mapping[str, str]
) -> None:
    """Write a bag into a binary stream, which stays open.

    ``payload`` are paths with ``/`` and their bytes, taken one by one; ``info`` becomes
    ``bag-info.txt`` in its order, with the payload's size. Raises ValueError for a path given twice
    or one that leads out of the bag.
    """
    manifest: dict[str, str] = {}
    octets = 0
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:

        def put(path: str, data: bytes) -> str:
            entry = zipfile.ZipInfo(f"{name}/{path}", _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data)
            return hashlib.sha256(data).hexdigest()

        for path, data in payload:
            if path in manifest or not path or ".." in path.split("/") or path.startswith("/"):
                message = f"{path!r} cannot be a file of the bag"
                raise ValueError(message)
            manifest[path] = put(f"data/{path}", data)
            octets += len(data)
        about = {**info, "Payload-Oxum": f"{octets}.{len(manifest)}"}
        tags = {
            "bagit.txt": _DECLARATION,
            "bag-info.txt": "".join(
                f"{label}: {' '.join(value.split())}\n" for label, value in about.items()
            ).encode(),
            "manifest-sha256.txt": _listed((f"data/{path}", sum) for path, sum in manifest.items()),
        }
        sums = [(path, put(path, data)) for path, data in tags.items()]
        put("tagmanifest-sha256.txt", _listed(sums))


def _listed(sums: Iterable[tuple[str, str]]) -> bytes:
    """Return a manifest; line ends and per cents of paths are written as RFC 8493 has them."""
    return "".join(
        f"{digest}  {path.replace('%', '%25').replace(chr(10), '%0A').replace(chr(13), '%0D')}\n"
        for path, digest in sums
    ).encode()
