"""The reviewer copies: the claim, its words, quotations, links, or the whole report."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.review.files import write_whole
from factcheck.review.reporting import lines
from factcheck.review.settings import Settings, copy_file
from factcheck.tui import copies
from factcheck.tui.screens.menu import CopyMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from factcheck.tui.screens.review import ReviewScreen


def copy(review: ReviewScreen) -> None:
    """Copy the words of the claim."""
    if claim := review.panes.claim():
        words = f"copied the words of c{claim.number}"
        put(review.app, copies.claim_words(claim), words, review.say)


def copy_menu(review: ReviewScreen) -> None:
    """Ask what of the claim is to be copied."""
    claim = review.panes.claim()
    if claim is None:
        return
    texts = {
        "claim": ("the words", copies.claim_words(claim)),
        "quote": ("the article's words", copies.quotations(claim)),
        "evidence": ("the quotations", copies.evidence_quotations(claim)),
        "link": ("the links", copies.links(claim)),
    }

    def chosen(what: str | None) -> None:
        if what == "report":
            _report(review)
        elif what is not None:
            name, text = texts[what]
            put(review.app, text, f"copied {name} of c{claim.number}", review.say)

    there = [name for name, (_, text) in texts.items() if text]
    review.app.push_screen(CopyMenu(f"Copy of c{claim.number}", [*there, "report"]), chosen)


def _report(review: ReviewScreen) -> None:
    nothing: str | None = None
    article = review.desk.article
    text = review.desk.ask(lambda: "".join(lines(review.session.report(article))), nothing)
    if text is not None:
        put(review.app, copies.harmless(text), "copied the report", review.say)


def put(app: App[None], text: str, words: str, say: Callable[[str, str], None]) -> None:
    """Put *text* where the settings say, and say *words* and where it went."""
    settings = getattr(app, "settings", Settings())
    why = copies.why_to_file(text, settings, os.environ)
    if not why:
        app.copy_to_clipboard(text)
        say(words, "to the clipboard of the terminal")
        return
    try:
        path = write_whole(copy_file(settings), [text, "\n"])
    except (FactcheckError, OSError) as problem:
        say(f"✗ nothing was copied: {problem}", "the setting `copy_file` names another file")
    else:
        say(f"{words} to {path}", why)


ACTIONS = {"copy": copy, "copy_menu": copy_menu}
