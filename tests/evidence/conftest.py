from collections.abc import Iterator

import pytest

from webpages import Site, serving


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as running:
        yield running
