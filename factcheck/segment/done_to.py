"""Tell which past forms are done to somebody where they have no object. In: a form. Out: yes or no.

"Was arrested and remanded": nobody remands without an object, so this is passive.
"""

from functools import cache

from factcheck.lexicon import load

# "The shop opened", "the bill passed", "she married": these do without.
_ALONE = frozenset(
    [
        "divorced",
        "filed",
        "launched",
        "lifted",
        "married",
        "opened",
        "passed",
        "printed",
        "published",
        "signed",
        "sold",
    ]
)
# "Turned into flats" says the same in the active and in the passive.
_CHANGED = frozenset(["converted", "divided", "made", "split", "transformed", "turned"])
_LISTS = ("done_to_persons", "done_to_things", "done_to_either")


def is_done_to(forms: tuple[str, ...], verb: int) -> bool:
    """Say whether the past form at *verb* of *forms*, in lower case, is passive without an object.

    Either nobody does it without one, or it is the same whoever does it.
    """
    changed = forms[verb] in _CHANGED and forms[verb + 1 : verb + 2] == ("into",)
    return changed or forms[verb] in _done()


def takes_object(form: str) -> bool:
    """Say whether nobody does what the past *form* says without an object: "founded"."""
    return form in _done() - _ALONE


@cache
def _done() -> frozenset[str]:
    return frozenset[str]().union(*map(load, _LISTS))
