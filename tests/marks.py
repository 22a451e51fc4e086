"""Spans drawn in the text: `⟦words⟧` marks one, so that nobody counts code points."""

from factcheck.model.span import Span


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return the text without its marks, and the marked spans in the order they open."""
    text: list[str] = []
    opened: list[int] = []
    spans: list[tuple[int, int]] = []
    for character in marked:
        if character == "⟦":
            opened.append(len(text))
        elif character == "⟧":
            spans.append((opened.pop(), len(text)))
        else:
            text.append(character)
    return "".join(text), tuple(Span(*span) for span in sorted(spans))
