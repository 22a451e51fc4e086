"""What can be copied of a claim, and where a copy goes.

In: a claim as the reviewer may see it, settings, the environment. Out: harmless text, and the
choice between the clipboard of the terminal, which OSC 52 reaches, and a file.
"""

from collections.abc import Mapping

from factcheck.model.evidence import EvidenceKind, is_web_link
from factcheck.model.records import ClaimRecord
from factcheck.model.visible import one_line, visible
from factcheck.review.settings import Settings

# hterm and xterm drop an OSC 52 sequence of more than 100,000 bytes; in base64 these are as many
# bytes of text, the frame of the sequence taken off (the figure of Chromium's osc52.sh).
MOST_BYTES = 74_994
# Terminals that answer OSC 52 by nothing, or by printing it.
_WITHOUT = {"linux", "dumb", "vt100", "vt220"}


def claim_words(claim: ClaimRecord) -> str:
    """Return the claim as worded."""
    return one_line(claim.text)


def quotations(claim: ClaimRecord) -> str:
    """Return the words of the article that the claim rests on, a line for each stretch."""
    return "\n".join(map(one_line, claim.quotes))


def evidence_quotations(claim: ClaimRecord) -> str:
    """Return each quotation of the evidence with where it stands."""
    parts = (
        (f"“{one_line(each.quote)}”", one_line(each.title), one_line(each.locator),
         one_line(each.source))
        for each in claim.evidence if each.quote.strip()
    )  # fmt: skip
    return "\n".join(" · ".join(part for part in words if part) for words in parts)


def links(claim: ClaimRecord) -> str:
    """Return the links and DOIs of the evidence, a line each, none twice."""
    found = (
        one_line(each.source)
        for each in claim.evidence
        if each.kind == EvidenceKind.DOI or is_web_link(each.source)
    )
    return "\n".join(dict.fromkeys(found))


def harmless(text: str) -> str:
    """Return *text*, line by line, without a character that a terminal would act on."""
    return "\n".join(visible(line) for line in text.split("\n"))


def why_to_file(text: str, settings: Settings, environment: Mapping[str, str]) -> str:
    """Say why *text* goes to a file, "" where the terminal's clipboard can take it."""
    if settings.clipboard == "file":
        return "the setting `clipboard` says so"
    if settings.clipboard == "auto" and _has_none(environment):
        return "this terminal has no clipboard for programs"
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        return "it is longer than the clipboards of terminals take"
    return ""


def _has_none(environment: Mapping[str, str]) -> bool:
    program, kind = environment.get("TERM_PROGRAM", ""), environment.get("TERM", "")
    return program == "Apple_Terminal" or kind in _WITHOUT
