"""The articles of the file, with how far each is: lines to choose from."""

from collections.abc import Sequence

from factcheck.model.records import ArticleRecord, Progress
from factcheck.model.visible import one_line
from factcheck.tui.describe import FAINT, Line
from factcheck.tui.screens.pick import Pick

Shelf = Sequence[tuple[ArticleRecord, Progress]]

_BAR = 8
# Of a title no more is shown than this.
_LONGEST = 60
_FILLED, _EMPTY = "█", "░"
# Below this width only number, bar and title have room.
_ROOMY = 70


def articles_pick(shelf: Shelf, current: str, leaving: str) -> Pick:
    """Return the screen to choose an article from *shelf*, the cursor at the *current* one."""
    ids = [article.id for article, _ in shelf]
    at = ids.index(current) if current in ids else 0
    digits = len(str(shelf[-1][0].number)) if shelf else 1
    counts = len(str(max((progress.claims for _, progress in shelf), default=0)))
    return Pick(
        f"Articles of this file: {len(shelf)}", len(shelf),
        lambda place, width: _line(*shelf[place], digits, counts, width),
        at=at, nothing="This file holds no article yet.", leaving=leaving,
    )  # fmt: skip


def _line(article: ArticleRecord, progress: Progress, digits: int, counts: int, width: int) -> Line:
    name = one_line(article.title[:_LONGEST]) or one_line(article.source[:_LONGEST])
    title = (name if len(name) < _LONGEST else f"{name}…", "bold")
    number = (f"{article.number:>{digits}}  ", FAINT)
    share = progress_bar(progress.decided, progress.claims)
    if width < _ROOMY:
        return (number, (f"{share}  ", "$success"), title)
    mine = f"{progress.decided:>{counts}} of {progress.claims:>{counts}} by you"
    differ = f"  {progress.disagreements} in disagreement" if progress.disagreements else ""
    return (
        number,
        (share, "$success"),
        (f"  {mine}  ", FAINT),
        title,
        (differ, "$warning"),
    )


def progress_bar(done: int, of: int) -> str:
    """Return how much of a whole is done as a bar; full and empty only where that is true."""
    filled = _BAR * done // of if of else 0
    if done > 0:
        filled = max(filled, 1)
    return _FILLED * filled + _EMPTY * (_BAR - filled)
