"""Addresses: names are looked up once, and lead nowhere but to the public internet."""

from ipaddress import ip_address

import pytest

from factcheck.evidence.addresses import RefusedError, is_public, resolved, system_lookup


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1"])
def test_machines_on_the_internet_may_be_asked(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.0.0.8", "172.16.4.4", "192.168.1.1",
        "0.0.0.0",  # noqa: S104 - an address that must be refused, not one to listen on
        "169.254.169.254", "168.63.129.16", "100.64.0.1", "192.0.0.8", "192.31.196.1",
        "192.88.99.1", "198.18.0.1", "203.0.113.9",
        "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1",
        "64:ff9b::808:808", "64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::1",
        "2001:0:4136:e378::1", "2001:db8::1", "fe80::1", "fec0::1", "fc00::1", "fd12::1",
        "ff02::1", "100::1", "::ffff:0:127.0.0.1", "::ffff:0:a00:1", "5f00::1", "3fff::1",
        "2620:4f:8000::1", "1::1", "4000::1", "9000::1", "fe00::1",
    ],
)  # fmt: skip
def test_everything_else_is_refused(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1", "0177.0.0.1"])
def test_every_spelling_of_this_machine_is_refused(host: str) -> None:
    with pytest.raises(RefusedError, match="no address on the public internet"):
        resolved(host, 80, lookup=system_lookup, allows=is_public)


def test_one_bad_address_among_good_ones_is_enough_to_refuse() -> None:
    with pytest.raises(RefusedError, match=r"leads to 10\.0\.0\.1"):
        resolved("x.test", 80, lookup=lambda *_: ("8.8.8.8", "10.0.0.1"), allows=is_public)


def test_an_address_with_a_zone_is_judged_without_it() -> None:
    with pytest.raises(RefusedError, match="fe80::1%eth0"):
        resolved("x.test", 80, lookup=lambda *_: ("fe80::1%eth0",), allows=is_public)


def test_a_name_is_looked_up_once() -> None:
    asked: list[str] = []

    def lookup(host: str, _port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("8.8.8.8", "8.8.4.4")

    assert resolved("x.test", 80, lookup=lookup, allows=is_public) == ("8.8.8.8", "8.8.4.4")
    assert asked == ["x.test"]


def test_a_name_without_an_address_is_refused() -> None:
    with pytest.raises(RefusedError, match="has no address"):
        resolved("x.test", 80, lookup=lambda *_: (), allows=is_public)


def test_a_name_that_nobody_knows_is_refused() -> None:
    def lookup(_host: str, _port: int) -> tuple[str, ...]:
        raise OSError("unknown")

    with pytest.raises(RefusedError, match=r"x\.test is not known"):
        resolved("x.test", 80, lookup=lookup, allows=is_public)
