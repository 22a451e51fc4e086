"""Every screen of the program has its pictures, and the guide shows them."""

import importlib
import pkgutil
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from textual.screen import Screen

from factcheck.model.verdict import DEFAULT_SCALE
from factcheck.tui import screens
from factcheck.tui.keys import review_keys
from factcheck.tui.theme import THEMES

DOCS = Path(__file__).parents[1] / "docs"
GUIDE = (DOCS / "guide.md").read_text(encoding="utf-8")
GALLERY = (DOCS / "pictures.md").read_text(encoding="utf-8")
SIZES = ("120x40", "80x24")
# Acts that open no screen and change none: what they do is said in the line below.
WITHOUT = {"match.next", "match.previous", "every", "copy", "sentence.next", "sentence.previous"}
MOST_BYTES = 3_000_000


def loaded(name: str) -> ModuleType:
    sys.path.insert(0, str(DOCS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(DOCS))


PICTURES = loaded("picture_table").PICTURES
NAMES = [picture.name for picture in PICTURES]


def screens_of_the_program() -> set[str]:
    """Return the names of all screens that some module of the screens defines."""
    modules = [
        importlib.import_module(f"{screens.__name__}.{each.name}")
        for each in pkgutil.iter_modules(screens.__path__)
    ]
    return {
        thing.__name__
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Screen)
        and thing.__module__.startswith("factcheck.")
    }  # fmt: skip


def test_every_screen_is_in_a_picture() -> None:
    found = screens_of_the_program()
    assert len(found) > 10
    assert found <= {picture.screen for picture in PICTURES}


@pytest.mark.parametrize(
    "row", [row for row in review_keys(DEFAULT_SCALE) if row.action.startswith("do(")],
    ids=lambda row: row.id,
)  # fmt: skip
def test_every_act_that_opens_something_is_in_a_picture(row: object) -> None:
    pressed = {key for picture in PICTURES for key in picture.keys[:2]}
    pressed |= {"a"} if any(picture.choose for picture in PICTURES) else set()
    assert row.id in WITHOUT or pressed & set(row.keys)  # type: ignore[attr-defined]


def test_every_theme_is_in_a_picture() -> None:
    assert {picture.theme for picture in PICTURES} == set(THEMES)


def test_no_two_pictures_have_one_name() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_there_and_shown_with_words_for_those_who_do_not_see_it(name: str) -> None:
    assert re.search(rf"!\[[^]]+\]\(pictures/{name}-120x40\.svg\)", GUIDE)
    for size in SIZES:
        assert re.search(rf"!\[[^]]+\]\(pictures/{name}-{size}\.svg\)", GALLERY)
        assert (DOCS / "pictures" / f"{name}-{size}.svg").is_file()


def test_no_picture_is_left_over_or_fetches_anything_and_all_are_small() -> None:
    files = sorted((DOCS / "pictures").iterdir())
    assert {file.name for file in files} == {f"{name}-{size}.svg" for name in NAMES
                                             for size in SIZES}  # fmt: skip
    for file in files:
        drawing = file.read_text(encoding="utf-8")
        assert "@font-face" not in drawing
        assert "/tmp" not in drawing
        assert not re.search(r"(?:href|src)\s*=|url\((?!#)", drawing)
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_the_desk_in_the_pictures_is_whole(tmp_path: Path) -> None:
    shown = loaded("shown")
    session = shown.at_the_desk(shown.open_store(shown.desk(tmp_path)), hours=4, first=20_000)
    assert list(session.verify()) == []
    assert len(session.articles()) == 3


def test_grounds_of_one_colour_join_only_where_they_meet() -> None:
    colours = ("#dark", "#list", "#list", "#dark", "#list", "#dark", "#dark")
    row = "".join(
        f'<rect fill="{colour}" x="{place * 12.2:g}" y="1.5" width="12.2" height="24.65"'
        ' shape-rendering="crispEdges"/>'
        for place, colour in enumerate(colours)
    )
    clip = '<clipPath id="clip-terminal"><rect width="85.4" height="24.65"/></clipPath>'
    drawn = loaded("picture")._grounds(clip + row)
    painted = re.findall(r'<rect fill="(\S+)" x="(\S+)" y="\S+" width="(\S+)"', drawn)
    assert painted == [("#dark", "0", "85.4"), ("#list", "12.2", "24.4"), ("#list", "48.8", "12.2")]
