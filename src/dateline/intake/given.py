"""What is given beside a page or a text: records as lines of JSON, and publication dates."""

from __future__ import annotations

import datetime
import json
import re
from email.utils import parsedate_to_datetime
from typing import TypeVar

import msgspec

from dateline.errors import InputError
from dateline.intake.decode import safe_text
from dateline.records import Record
from dateline.text import Span

_Given = TypeVar("_Given", bound=Record)
_JsonValue = dict[str, "_JsonValue"] | list["_JsonValue"] | str | int | float | bool | None

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BESIDE_A_DATE = re.compile(r"[\s,.]*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?[\s,.]*", re.I)


def given_date(value: str | datetime.date | None) -> str | None:
    """Return a publication date as ISO 8601, None for none.

    Taken are dates and date-times of ISO 8601 and of mail (RFC 5322), dates in words (``18 March
    2024``) and Python's own. Raises ValueError for anything else, such as ``03/04/2024``, which may
    be of March or of April.
    """
    if isinstance(value, datetime.date):
        return value.isoformat()
    words = (value or "").strip()
    if not words:
        return None
    try:
        moment = datetime.datetime.fromisoformat(words)
    except ValueError:
        return _other_date(words)
    if _ISO_DAY.match(words):
        return words
    return moment.isoformat() if moment.time() != datetime.time() else moment.date().isoformat()


def _other_date(words: str) -> str:
    from dateline.intake.dump.stamps import stamps_in

    try:
        return parsedate_to_datetime(words).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        pass
    stamps = stamps_in(words, Span(0, len(words)))
    if len(stamps) == 1:
        (stamp,) = stamps
        if _BESIDE_A_DATE.fullmatch(words[: stamp.span.start] + words[stamp.span.end :]):
            return stamp.value
    raise ValueError(
        f"{words!r} is no date that is understood; write it like 2022-11-21 or 2022-11-21T09:30Z."
    )


def given_record(line: bytes, kind: type[_Given]) -> _Given:
    """Return a line of JSON as a record; raises InputError (of ``record``) for what is none.

    Strings are made such that they can be encoded again, without an offset moving; ``id`` may be a
    number, ``published`` any date that `given_date` takes.
    """
    try:
        return msgspec.convert(_prepared(json.loads(line)), kind)
    except (ValueError, RecursionError, msgspec.ValidationError) as error:
        raise InputError("record", f"not a record as expected: {error}") from None


def _prepared(value: _JsonValue) -> _JsonValue:
    if isinstance(value, str):
        return safe_text(value)[0]
    if isinstance(value, list):
        return [_prepared(item) for item in value]
    if isinstance(value, dict):
        return {safe_text(key)[0]: _field(key, item) for key, item in value.items()}
    return value


def _field(key: str, value: _JsonValue) -> _JsonValue:
    prepared = _prepared(value)
    if key == "published" and isinstance(prepared, str):
        return given_date(prepared)
    if key == "id" and isinstance(prepared, int):
        return str(prepared)
    return prepared
