"""Make the picture of the web page in the guide: `PYTHONPATH=tests python docs/page_picture.py`.

The reviewed first article is written as a page, and headless Chromium looks at it at two widths.
"""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from desk import ticking
from factcheck.review.formats import Reports, Wanted
from reviewed import reviewed

DOCS = Path(__file__).parent
# Width of the window, what of it is shown, and where that stands in the picture.
VIEWS = ((1200, (170, 0, 1030, 1400), 0), (500, (0, 0, 500, 1400), 880))
COLOURS = 200


def look(page: Path, width: int, picture: Path) -> Image.Image:
    """Return what Chromium shows of a page in a window of this width."""
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--hide-scrollbars",  # noqa: S607
         f"--window-size={width},1600", f"--screenshot={picture}", page.as_uri()],
        check=True, capture_output=True,
    )  # fmt: skip
    return Image.open(picture).convert("RGB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = reviewed(folder / "claims.db")
        article = store.value("SELECT id FROM document")
        Reports(store, article, ticking()).write(Wanted("html"), str(folder / "report.html"))
        store.close()
        whole = Image.new("RGB", (1400, 1400), "#dddddd")
        for width, box, left in VIEWS:
            shown = look(folder / "report.html", width, folder / f"{width}.png")
            whole.paste(shown.crop(box), (left, 0))
    whole.quantize(COLOURS).save(DOCS / "report-page.png", optimize=True)
