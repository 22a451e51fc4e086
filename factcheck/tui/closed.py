"""What closed screens drew is let go of. In: nothing. Out: their memory."""

import gc

from textual._styles_cache import StylesCache


def let_go() -> None:
    """Free what screens that have closed still hold: up to two megabytes each.

    Textual (8.2.8, its issue 6665) remembers a mixed colour together with all that the widget which
    asked for it has drawn, and it puts the garbage collector off for longer than a review lasts.
    """
    StylesCache.get_inner_outer.cache_clear()
    gc.collect()
