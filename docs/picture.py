"""Make the pictures of all screens: `python docs/picture.py [NAME …]`.

The program itself runs at the desk of `shown.py`; for each row of the table the keys are pressed,
and the screen is drawn as it then stands, in two sizes.
"""

import asyncio
import re
import shutil
import sys
import tempfile
from collections import Counter
from contextlib import chdir
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from factcheck.review.settings import Settings
from factcheck.store.database import open_store
from factcheck.tui.app import ReviewApp
from picture_table import PICTURES, Picture
from shown import at_the_desk, desk, seed_claim

FOLDER = Path(__file__).parent / "pictures"
SIZES = ((120, 40), (80, 24))
# A key that stands for itself is pressed; what follows this sign is pasted.
PASTED = "”"
_GROUND = re.compile(
    r'<rect fill="([^"]+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"'
    r' shape-rendering="crispEdges"/>'
)


def file_of(picture: Picture, size: tuple[int, int]) -> str:
    """Return the name of the file for a picture in this size."""
    return f"{picture.name}-{size[0]}x{size[1]}.svg"


async def settle(app: ReviewApp, pilot: Pilot[None]) -> None:
    """Wait until all that was asked has been answered and drawn."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    while not app.screen_stack[0].settled:  # type: ignore[attr-defined]
        await pilot.pause()
    await pilot.pause()
    await pilot.pause()


async def drawn(picture: Picture, path: Path, size: tuple[int, int]) -> str:
    """Return the screen after the keys of a picture, as SVG."""
    store = open_store(path)
    session = at_the_desk(store, hours=4, first=20_000)
    claim = seed_claim(session, picture.claim)
    settings = Settings(theme=picture.theme)
    app = ReviewApp(
        session, claim.article, number=claim.number, delay=0.0, settings=settings,
        choose=picture.choose,
    )  # fmt: skip
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        for key in picture.keys:
            if key.startswith(PASTED):
                app.post_message(Paste(key[1:]))
            else:
                await pilot.press(key)
            await settle(app, pilot)
        if type(app.screen).__name__ != picture.screen:
            raise SystemExit(f"{picture.name} shows {type(app.screen).__name__}")
        for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
            field.cursor_blink = False
        await settle(app, pilot)
        svg = small(app.export_screenshot(title="factcheck", simplify=True))
    store.close()
    return svg


def small(svg: str) -> str:
    """Return a picture without what it does not need: fonts of others, clips, long names."""
    # The picture must not fetch a font from elsewhere when somebody looks at it.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<clipPath id="[^"]+-line-\d+">.*?</clipPath>\s*', "", svg, flags=re.DOTALL)
    svg = re.sub(r' clip-path="url\(#[^"]+-line-\d+\)"', "", svg)
    svg = re.sub(r"terminal-\d+-", "", svg).replace("&#160;", "\N{NO-BREAK SPACE}")
    # How long a question took is another time's and another machine's.
    svg = re.sub(r"(\d+\srows?\sin\s)[\d.]+", r"\g<1>0.1", svg)
    return re.sub(r"\s*\n\s*", "\n", _grounds(svg)) + "\n"


def _grounds(svg: str) -> str:
    """Paint the ground of most of the screen once, and what is beside each other at once."""
    found = [(*each.groups(), each.group()) for each in _GROUND.finditer(svg)]
    if not found:
        return svg
    area: Counter[str] = Counter()
    for fill, _x, _y, width, height, _ in found:
        area[fill] += round(float(width) * float(height))
    # Where the ground is that of the terminal, nothing is painted there.
    (common, most), whole = area.most_common(1)[0], _of(svg, "width") * _of(svg, "height")
    common = common if most > whole / 2 else ""
    kept = [[common or "none", 0.0, 1.5, _of(svg, "width"), _of(svg, "height")]]
    for fill, x, y, width, height, _ in found:
        end = round(kept[-1][1] + kept[-1][3], 1)
        if fill == kept[-1][0] and [float(y), float(x)] == [kept[-1][2], end]:
            kept[-1][3] += float(width)
        elif fill != common:
            kept.append([fill, float(x), float(y), float(width), float(height)])
    rows = (
        f'<rect fill="{fill}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>'
        for fill, x, y, width, height in kept
    )
    first = svg.index(found[0][-1])
    grounds = '<g shape-rendering="crispEdges">' + "".join(rows) + "</g>"
    return svg[:first] + grounds + _GROUND.sub("", svg[first:])


def _of(svg: str, side: str) -> float:
    clip = re.search(rf'<clipPath id="clip-terminal">.*?{side}="([\d.]+)"', svg, re.DOTALL)
    return float(clip[1]) if clip else 0.0


def draw(names: tuple[str, ...]) -> None:
    """Draw the pictures with these names, or all, in every size."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = desk(Path(folder))
        for picture in PICTURES:
            if names and picture.name not in names:
                continue
            for size in SIZES:
                place = Path(folder) / file_of(picture, size)
                place.mkdir()
                shutil.copy(made, place)
                # The console names the file as it was opened.
                with chdir(place):
                    svg = asyncio.run(drawn(picture, Path(made.name), size))
                (FOLDER / file_of(picture, size)).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    draw(tuple(sys.argv[1:]))
