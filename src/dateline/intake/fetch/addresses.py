"""Which addresses may be connected to: checked when the connection is made, not before.

A name is resolved once and the connection goes to the address that was checked, so neither a
redirect nor a DNS answer that changes in between leads inside.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

import httpcore

from dateline.errors import DatelineError


class AddressError(DatelineError):
    """A host resolves to an address that is not public."""


def is_public(address: str) -> bool:
    """Tell whether an IP address, IPv4-mapped ones looked through, is a public one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to public addresses alone, unless private ones are allowed."""

    def __init__(self, *, allow_private: bool) -> None:
        self._inner = httpcore.SyncBackend()
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve the host, check every address it has, and connect to the first."""
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the host name {host} is not known ({error})") from error
        addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
        if not self._allow_private:
            for address in addresses:
                if not is_public(address):
                    raise AddressError(f"{host} leads to {address}, which is not a public address")
        return self._inner.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Refuse: a page never comes from a local socket."""
        raise AddressError("local sockets are not fetched from")
