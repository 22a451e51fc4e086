"""Say which claims of the reader people reworded, split, merged or took for none.

In: the records of a report, the words of a language. Out: sentences, not escaped, none where
nothing was edited.
"""

from collections.abc import Iterator

from factcheck.export.outcome import by
from factcheck.export.words import Words
from factcheck.model.records import EditRecord
from factcheck.model.report import Report


def edited(report: Report, words: Words) -> Iterator[str]:
    """Yield a sentence for each claim that is off the list: what became of it, who did it."""
    return (_edit(one, words) for one in report.edits)


def _edit(one: EditRecord, words: Words) -> str:
    fate = words(f"edits.{one.kind}", n=one.number, became=one.became, reason=one.reason)
    return f"{fate}: “{one.text}” ({by(one.reviewer, one.at)})"
