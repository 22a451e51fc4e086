"""Who is let in to the review in a browser."""

from itertools import count

import pytest

from factcheck.browser.gate import Gate, new_secret


def gate() -> Gate:
    secrets = count(1)
    hosts = frozenset({"127.0.0.1:8123", "localhost:8123"})
    return Gate(hosts, lambda: f"secret-{next(secrets)}")


def test_a_link_lets_one_browser_in_once() -> None:
    door = gate()
    token = door.token
    inside = door.enter(token)
    assert inside is not None
    assert door.knows(inside)
    assert door.enter(token) is None
    assert door.token != token


def test_each_browser_is_known_by_its_own_secret() -> None:
    door = gate()
    first, second = door.enter(door.token), door.enter(door.token)
    assert first != second
    assert door.knows(str(first))
    assert door.knows(str(second))


@pytest.mark.parametrize("token", ["", "secret-2", "SECRET-1", "secret-1 ", "\ud800"])
def test_another_token_lets_nobody_in_and_uses_nothing_up(token: str) -> None:
    door = gate()
    assert door.enter(token) is None
    assert door.token == "secret-1"


@pytest.mark.parametrize("inside", ["", "secret-1", "secret-3", "\udfff"])
def test_a_browser_that_was_not_let_in_is_not_known(inside: str) -> None:
    door = gate()
    assert door.enter(door.token) == "secret-3"[:-1] + "3"
    assert door.knows(inside) == (inside == "secret-3")


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("127.0.0.1:8123", True),
        ("LOCALHOST:8123", True),
        ("127.0.0.1", False),
        ("127.0.0.1:8124", False),
        ("evil.example:8123", False),
        ("127.0.0.1:8123.evil.example", False),
        ("", False),
    ],
)
def test_only_names_of_this_server_are_its_own(host: str, *, known: bool) -> None:
    assert gate().is_host(host) is known


@pytest.mark.parametrize(
    ("origin", "own"),
    [
        ("http://127.0.0.1:8123", True),
        ("http://localhost:8123", True),
        ("https://127.0.0.1:8123", False),
        ("http://127.0.0.1:8000", False),
        ("http://evil.example", False),
        ("http://user@127.0.0.1:8123", False),
        ("null", False),
        ("", False),
    ],
)
def test_only_pages_of_this_server_may_open_the_socket(origin: str, *, own: bool) -> None:
    assert gate().is_own_page(origin) is own


def test_secrets_are_long_and_never_the_same() -> None:
    made = {new_secret() for _ in range(50)}
    assert len(made) == 50
    assert min(map(len, made)) > 40
