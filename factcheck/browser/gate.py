"""Who is let in: one link for each browser, this machine's names, pages of this server only.

In: what a request says of itself. Out: yes or no.
"""

import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

# 256 bits: nobody guesses one, so attempts need not be counted.
_BYTES = 32


def new_secret() -> str:
    """Return a secret that fits in a link and in a cookie."""
    return secrets.token_urlsafe(_BYTES)


class Gate:
    """Knows the token of the next link, and the browsers that came by an earlier one.

    A token lets one browser in, once: who finds the link later, in a history or over a shoulder,
    finds it used.
    """

    def __init__(self, hosts: frozenset[str], secret: Callable[[], str] = new_secret) -> None:
        self._hosts = hosts
        self._secret = secret
        self._inside: set[str] = set()
        self.token = secret()

    def enter(self, token: str) -> str | None:
        """Return the secret by which a browser with *token* is known from now on, if it is good.

        The token is used up then, and `token` is another.
        """
        if not _same(token, self.token):
            return None
        self.token = self._secret()
        inside = self._secret()
        self._inside.add(inside)
        return inside

    def knows(self, inside: str) -> bool:
        """Say whether a browser with this secret was let in."""
        return any(_same(inside, known) for known in self._inside)

    def is_host(self, host: str) -> bool:
        """Say whether *host*, as a request names it, is this server.

        A page from elsewhere whose name was turned to this machine's address names itself.
        """
        return host.lower() in self._hosts

    def is_own_page(self, origin: str) -> bool:
        """Say whether *origin* is a page of this server."""
        found = urlsplit(origin)
        return found.scheme == "http" and self.is_host(found.netloc)


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8"))
