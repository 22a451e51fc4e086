"""Make the picture of the review screen in the README: `python docs/picture.py`.

The program itself runs on a copy of claims.db; a reviewer decides a few claims, then the screen is
drawn as it stands.
"""

import asyncio
import re
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from factcheck.review.session import Session
from factcheck.store.database import open_store
from factcheck.tui.app import ReviewApp

ROOT = Path(__file__).parent.parent
SHOWN = 9


def at_the_desk(path: Path) -> Session:
    """Return a session whose clock and dice are known, so that the picture stays the same."""
    seconds, throws = count(), count(1)
    begin = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    return Session(
        open_store(path),
        "Ana",
        now=lambda: begin + timedelta(seconds=next(seconds)),
        randomness=lambda size: next(throws).to_bytes(size),
    )


async def picture(path: Path) -> str:
    """Return the screen after a few decisions as SVG."""
    session = at_the_desk(path)
    app = ReviewApp(session, session.article(None).id)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "space", "6", "j", "f", "1", "enter", "escape")
        for key in ("1", *"https://example.org/register", "tab", "tab", "tab", *"Entity List"):
            await pilot.press(key)
        await pilot.press("ctrl+s")
        while app.screen.number != SHOWN:  # type: ignore[attr-defined]
            await pilot.press("j")
        await pilot.pause()
        while not app.screen.settled:  # type: ignore[attr-defined]
            await pilot.pause()
        drawn = app.export_screenshot(title="factcheck review", simplify=True)
    # The picture must not fetch a font from elsewhere when somebody looks at it.
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(ROOT / "claims.db", folder))
        drawn = asyncio.run(picture(copy))
    (ROOT / "docs" / "review.svg").write_text(drawn + "\n", encoding="utf-8")
