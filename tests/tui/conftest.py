"""What every test of the screen shares: none leaves its screens behind in memory."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def screens_are_forgotten() -> Iterator[None]:
    """Let go of the screens of a test, and keep out of later searches what Textual remembers.

    Looking through its remembered lines time and again makes every test slower than the one before.
    """
    yield
    gc.collect()
    gc.freeze()
