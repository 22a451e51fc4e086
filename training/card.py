"""Write the model card. In: what the training knows about the model. Out: Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.measure import Bin, Figures

_TEMPLATE = Path(__file__).parent / "card.md.in"
_SHOWN = (
    "nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "appos", "acl:relcl", "acl", "ccomp",
    "xcomp", "advcl", "parataxis", "flat", "nummod", "mark",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """What a model card tells. Digests are SHA-256 in hexadecimal."""

    date: str
    command: str
    epochs: int
    chosen_epoch: int
    minutes: float
    sentences: int
    words: int
    model_bytes: int
    arc_temperature: float
    relation_temperature: float
    digests: Mapping[str, str]  # by file name
    figures: Mapping[str, Figures]  # by treebank
    own_words: Mapping[str, tuple[float, float]]  # by treebank: F1 of words, F1 of arcs on them
    reliability: tuple[Bin, ...]


def render(card: Card) -> str:
    """Return *card* as Markdown."""
    return _TEMPLATE.read_text(encoding="utf-8").format(
        megabytes=card.model_bytes / 1e6,
        date=card.date,
        command=card.command,
        epochs=card.epochs,
        chosen_epoch=card.chosen_epoch,
        minutes=card.minutes,
        sentences=card.sentences,
        words=card.words,
        arc_temperature=card.arc_temperature,
        relation_temperature=card.relation_temperature,
        figures=_figures(card),
        relations=_relations(card),
        reliability=_reliability(card),
        digests=_table(("file", "SHA-256"), ((n, f"`{d}`") for n, d in card.digests.items())),
    )


def _figures(card: Card) -> str:
    rows = []
    for name, one in card.figures.items():
        figures = (one.upos, one.xpos, one.uas, one.las, *card.own_words[name])
        rows.append((name, *(f"{figure:.1f}" for figure in figures)))
    return _table(("words of", "UPOS", "XPOS", "UAS", "LAS", "own words", "LAS on them"), rows)


def _relations(card: Card) -> str:
    rows = [
        (name, *(f"{one.relations.get(name, 0.0):.0f}" for one in card.figures.values()))
        for name in _SHOWN
    ]
    return _table(("relation", *card.figures), rows)


def _reliability(card: Card) -> str:
    rows = (
        (f"{one.above} to {one.to}", f"{one.share:.1f} %", f"{one.right:.1f} %")
        for one in card.reliability
    )
    return _table(("probability", "share of words", "right"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
