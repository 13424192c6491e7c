"""Saved mail: newsletters (.eml, RFC 5322), mailboxes (RFC 4155), saved pages (MHTML, RFC 2557)."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from functools import lru_cache
from itertools import pairwise

from dateline.errors import InputError
from dateline.intake.address import whole_address
from dateline.intake.archives import Document
from dateline.intake.tally import Tally

_LETTER = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\d{4}[^\n]*\n")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONGEST_HEADER = 1_000
"""Characters of a header that are read: the parsers take time with the square of its length."""


@lru_cache(256)
def _header(name: str, value: str) -> str:
    """Return a header read by the parser of its kind; as bare words where that stumbles over it."""
    try:
        parsed: str = email.policy.default.header_fetch_parse(name, value)
    except Exception:  # the parsers raise whatever a damaged header leads them to
        return str(email.policy.default.header_factory("Unstructured", value))
    return parsed


class _Lenient(email.policy.EmailPolicy):
    """Reads any header, and one that is asked for again only once."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        return _header(name, value[:_LONGEST_HEADER])


_POLICY = _Lenient()


def _message(source: str, data: bytes) -> EmailMessage:
    try:
        message = email.message_from_bytes(data, policy=_POLICY)
    except RecursionError:
        raise _too_deep(source) from None
    if not isinstance(message, EmailMessage) or not message.keys():
        raise InputError(source, "this is no mail message.")
    return message


def _too_deep(source: str) -> InputError:
    return InputError(source, "the parts of this message are nested too deeply.")


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def document_of_mail(source: str, data: bytes) -> Document:
    """Return the text of a newsletter: its HTML part, else its plain one.

    The sending date is the publication date (``captured``). Raises InputError when the message
    has no text.
    """
    message = _message(source, data)
    try:
        body = message.get_body(preferencelist=("html", "plain"))
    except (KeyError, ValueError, AttributeError):
        body = None
    except RecursionError:
        raise _too_deep(source) from None
    payload = _payload(body) if isinstance(body, EmailMessage) else b""
    if not payload.strip() or not isinstance(body, EmailMessage):
        raise InputError(source, "the message has no text.")
    subject = str(message.get("Subject", "")).strip()
    kind = body.get_content_type()
    if kind == "text/plain" and subject:
        payload = _encoded(subject, body.get_content_charset() or "utf-8") + b"\n\n" + payload
    return Document(
        data=payload,
        charset=body.get_content_charset(),
        content_type=kind,
        captured=_sent(message),
    )


def _encoded(words: str, charset: str) -> bytes:
    try:
        return words.encode(charset, "replace")
    except (LookupError, ValueError):
        # A charset that is none, or one for something else than text (``idna``).
        return words.encode()


def _sent(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def letters_of(data: bytes) -> Iterator[bytes]:
    """Yield the messages of a mailbox."""
    starts = [match.start() for match in _LETTER.finditer(data)]
    for start, end in pairwise([*starts, len(data)]):
        yield _QUOTED_FROM.sub(rb"\1", data[start:end].partition(b"\n")[2])


def sender_of(source: str, data: bytes) -> str | None:
    """Return the name a newsletter is sent under, or None."""
    name, _ = parseaddr(str(_message(source, data).get("From", "")))
    return name or None


def documents_of_mhtml(source: str, data: bytes, tally: Tally) -> Iterator[Document]:
    """Yield the pages of a saved page (MHTML): its HTML parts, each with its own address."""
    message = _message(source, data)
    try:
        parts = list(message.walk())
    except RecursionError:
        raise _too_deep(source) from None
    found = False
    for part in parts:
        kind = part.get_content_type()
        if part.is_multipart():
            continue
        if kind != "text/html" or not isinstance(part, EmailMessage):
            tally.skip(kind)
            continue
        payload = _payload(part)
        if payload.strip():
            found = True
            yield Document(
                data=payload,
                url=whole_address(str(part.get("Content-Location", ""))),
                charset=part.get_content_charset(),
                content_type=kind,
                captured=_sent(message),
            )
    if not found:
        raise InputError(source, "this saved page holds no HTML.")
