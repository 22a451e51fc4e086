"""Read fact-checks of others: the bytes of a page, a JSON file or a table in, records out.

In: bytes and their name. Out: `ReadChecks`: fields on one line, links and dates looked at, each
check once; how many had no claim. What a file holds is told by how it begins.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from html import unescape
from typing import Any

from factcheck.errors import InputError
from factcheck.model.checked import FactCheck, ReadChecks
from factcheck.model.evidence import is_web_link
from factcheck.model.visible import one_line, storable
from factcheck.sources.checktables import reviews_in_table
from factcheck.sources.claimreview import reviews_in
from factcheck.sources.plain import decoded

# A claim is a sentence or two: what is longer is an article, or somebody's joke.
LONGEST_CLAIM = 3000
_LONGEST = 300
_LONGEST_LINK = 2000
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_SCRIPT_ENDS = re.compile(r"</script", re.IGNORECASE)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_HINT = "give a page with ClaimReview, an answer of the Fact Check Tools API, or a CSV table"


def checks_from(
    data: bytes,
    *,
    name: str,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
) -> ReadChecks:
    """Return the fact-checks in *data*, in its order, each once.

    *columns* says of a table which of its columns is what: {"claim": "Statement"}.

    Raises:
        InputError: it is not text, nothing in it is a fact-check, or it cannot be read.
        UsageError: *columns* names what is not there.
    """
    text = decoded(data, name=name, encoding=encoding)
    found: list[FactCheck] = []
    left_out = 0
    for check in _reviews(text, name, columns or {}):
        clean = _cleaned(check) if check is not None else None
        if clean is None:
            left_out += 1
        else:
            found.append(clean)
    if not found:
        why = f"its {left_out} reviews name no claim" if left_out else "it holds no fact-check"
        raise InputError(f"{one_line(name)}: {why}", hint=_HINT)
    return ReadChecks(tuple(dict.fromkeys(found)), left_out)


def _reviews(text: str, name: str, columns: Mapping[str, str]) -> Iterable[FactCheck | None]:
    beginning = text.lstrip()[:1]
    if beginning == "<":
        return _of_page(text)
    if beginning in {"{", "["}:
        return reviews_in(_loaded(text, name))
    return reviews_in_table(text, columns, name=name)


def _of_page(html: str) -> Iterator[FactCheck | None]:
    """Yield the reviews in the scripts of a page; a script that is broken counts as one."""
    for script in _scripts(html):
        value = _script_value(script)
        if value is not None:
            yield from reviews_in(value)
        elif "ClaimReview" in script:
            yield None


def _scripts(html: str) -> Iterator[str]:
    """Yield the JSON-LD scripts of a page; found by their marks, in one pass however it is made."""
    at = 0
    while begins := _SCRIPT.search(html, at):
        opened = html.find(">", begins.end())
        ends = _SCRIPT_ENDS.search(html, opened) if opened >= 0 else None
        if ends is None:
            return
        if "ld+json" in html[begins.end() : opened].lower():
            yield html[opened + 1 : ends.start()]
        at = ends.end()


# Marks that content systems put around a script for browsers of the last century.
_AROUND = re.compile(r"(?:<!--|-->|(?://|/\*)?\s*<!\[CDATA\[(?:\*/)?|(?://|/\*)?\s*\]\]>(?:\*/)?)")
_WITHIN = 40


def _script_value(script: str) -> Any:
    """Return what a script says, None where it is broken."""
    bare = script.strip()
    head, middle, tail = (
        bare[:_WITHIN],
        bare[_WITHIN:-_WITHIN],
        bare[max(_WITHIN, len(bare) - _WITHIN) :],
    )
    bare = _AROUND.sub("", head) + middle + _AROUND.sub("", tail)
    for text in (bare, unescape(bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _loaded(text: str, name: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise InputError(f"{one_line(name)}: it is nested too deep", hint=_HINT) from error
    except ValueError as error:
        lines = _json_lines(text)
        if lines is not None:
            return lines
        raise InputError(f"{one_line(name)}: it is no JSON: {error}", hint=_HINT) from error


def _json_lines(text: str) -> list[Any] | None:
    """Return the values of a file with one value a line, None where it is none."""
    try:
        return [json.loads(line, strict=False) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError):
        return None


def _cleaned(check: FactCheck) -> FactCheck | None:
    """Return *check* with every field fit to be stored and shown; None where no claim is left."""
    plain = {field.name: _plain(getattr(check, field.name)) for field in fields(FactCheck)}
    claim = plain["claim"]
    if not any(map(str.isalnum, claim)) or len(claim) > LONGEST_CLAIM:
        return None
    url = plain["url"]
    short = {key: _cut(value) for key, value in plain.items() if key not in {"claim", "url"}}
    return replace(
        FactCheck(claim, **short),
        url=url if is_web_link(url) and len(url) <= _LONGEST_LINK else "",
        date=_date(short["date"]),
    )


def _plain(text: str) -> str:
    return " ".join(storable(text).split())


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _date(written: str) -> str:
    """Return the day of an ISO date; anything else as written, for it may be read two ways."""
    found = _ISO_DATE.match(written)
    if found is None:
        return written
    try:
        return date.fromisoformat(found[0]).isoformat()
    except ValueError:
        return written
