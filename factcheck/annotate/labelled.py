"""Find who speaks by the labels of a transcript: text and segments in, attributions out."""

from collections.abc import Iterator, Sequence

from factcheck.annotate.sources import is_named
from factcheck.lexicon.labels import Label, labels_of
from factcheck.model.claim import Attribution
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span, trimmed

_SPOKEN = {Role.SENTENCE, Role.FRAGMENT}


def labelled(text: str, segments: Sequence[Segment]) -> Iterator[Attribution]:
    """Yield, for each sentence in the line of a label, who speaks; there is no verb of saying.

    A label is a fragment of its own: "MAYOR LEE: ". What stands in the next line may be the
    article's own voice again.
    """
    labels = labels_of(text)
    speaker: Label | None = None
    for segment in segments:
        label = labels.get(segment.span.start)
        if label is not None and label.span == segment.span:
            speaker = label
        elif text[segment.span.start - 1 : segment.span.start] == "\n":
            speaker = None
        elif speaker and speaker.name and segment.role in _SPOKEN:
            said: Span = trimmed(segment.span, text)
            yield Attribution(is_named(text, speaker.name), (speaker.name,), (), (said,))
