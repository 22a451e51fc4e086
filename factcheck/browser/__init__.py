"""Show the review screen in a browser on this machine.

In: an address, a command that opens the screen. Out: pages, to those who come by the link.
May import: `errors`, `model`, aiohttp, the static files of textual-serve; no other room.
"""

from factcheck.browser.server import Address, serve

__all__ = ["Address", "serve"]
