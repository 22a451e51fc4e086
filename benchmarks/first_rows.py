"""Print how long the review of a file takes to its first rows: `first_rows.py FILE`.

Counted in seconds from opening the file, imports done, until the list of claims has been drawn.
"""

import asyncio
import sys
import time

from factcheck.review.opening import session_for_acts
from factcheck.tui.app import ReviewApp
from factcheck.tui.widgets.claim_list import ClaimList


async def first_rows(path: str) -> float:
    """Return the seconds until the first row is on the screen."""
    start = time.perf_counter()
    session = session_for_acts(path, "benchmark")
    app = ReviewApp(session, session.article(None).id)
    async with app.run_test(size=(120, 40)):
        claims = app.screen.query_one(ClaimList)
        while not any(segment.text.strip() for segment in claims.render_line(0)):
            await asyncio.sleep(0)
        return time.perf_counter() - start


if __name__ == "__main__":
    print(asyncio.run(first_rows(sys.argv[1])))
