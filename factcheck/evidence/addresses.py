"""Which machines may be asked: a host name in, its checked addresses out.

A name is looked up once, every address it has must be allowed, and the connection goes to the
address that was checked: a name that leads elsewhere at the second look has no second look.
"""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from factcheck.model.visible import one_line

Address = IPv4Address | IPv6Address
Lookup = Callable[[str, int], tuple[str, ...]]
Allows = Callable[[Address], bool]

# IPv6 hands out addresses of this block alone; whatever lies outside is reserved, or stands for an
# IPv4 address behind a gateway: written as IPv6, NAT64, SIIT, SRv6, link-local, multicast.
# IANA, IPv6 Address Space; RFC 2765, 4291, 6052, 8215, 9602.
_HANDED_OUT = ip_network("2000::/3")
# Ranges that `is_global` of Python 3.11 lets through, or that stand for other addresses: 6to4 and
# its relay, Teredo, protocol assignments, documentation, AS112, and the address at which the hosts
# of a cloud provider answer for themselves.
# IANA special-purpose address registries, RFC 3056, 3068, 6890, 7534, 9637.
_NEVER = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "168.63.129.16/32",
        "169.254.0.0/16",
        "192.0.0.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.175.48.0/24",
        "224.0.0.0/3",
        "2001::/23",
        "2002::/16",
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)


class RefusedError(Exception):
    """A request that is not made, or an answer that is not taken; the text says why."""


def is_public(address: Address) -> bool:
    """Say whether *address* is one of a machine on the public internet."""
    if address.version == 6 and address not in _HANDED_OUT:
        return False
    return address.is_global and not any(address in block for block in _NEVER)


def resolved(host: str, port: int, *, lookup: Lookup, allows: Allows) -> tuple[str, ...]:
    """Return the addresses that *host* has, looked up once, every one of them allowed.

    Raises:
        RefusedError: the name has no address, or one that is not allowed.
    """
    try:
        found = lookup(host, port)
    except (OSError, UnicodeError) as error:
        raise RefusedError(f"the host {one_line(host)} is not known") from error
    if not found:
        raise RefusedError(f"the host {one_line(host)} has no address")
    for each in found:
        if not allows(ip_address(each.partition("%")[0])):
            named = each if host == each else f"{one_line(host)} leads to {each}, which"
            raise RefusedError(f"{named} is no address on the public internet")
    return found


def system_lookup(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses that the system knows for *host*, in its order."""
    known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in known))
