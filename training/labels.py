"""Number the labels of a treebank. In: sentences. Out: tag and relation names in a fixed order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from training.conllu import Sentence

# Rarer relations are slips of the annotators or subtypes that cannot be learned.
_RARE = 5
_FALLBACK = "dep"


@dataclass(frozen=True, slots=True)
class Labels:
    """The names that the outputs of the network stand for, each in the order of its output."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]

    def relation(self, name: str) -> int:
        """Return the number of relation *name*, of its main type, or of `dep`."""
        for known in (name, name.split(":", maxsplit=1)[0], _FALLBACK):
            if known in self.relations:
                return self.relations.index(known)
        raise ValueError(f"neither {name} nor {_FALLBACK} is a known relation")


def labels_of(sentences: Sequence[Sentence]) -> Labels:
    """Return all tags of *sentences* and those relations that are not rare, sorted by name."""
    counts = Counter(name for sentence in sentences for name in sentence.relations)
    frequent = {name for name, count in counts.items() if count >= _RARE}
    return Labels(
        tuple(sorted({tag for sentence in sentences for tag in sentence.upos})),
        tuple(sorted({tag for sentence in sentences for tag in sentence.xpos})),
        tuple(sorted(frequent | {_FALLBACK, "root"})),
    )
