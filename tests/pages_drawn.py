"""Web pages drawn at random, with the sentence that each of their links stands in.

In: a generator of random numbers, a size. Out: HTML, and pairs of a link and the words around it.
"""

import random
from dataclasses import dataclass

_WORDS = (
    "port", "harbour", "council", "crane", "budget", "river", "bridge", "mayor", "report", "quay",
    "fishing", "ferry", "storm", "cargo", "engineer", "contract", "winter", "city", "union",
    "vessel", "pilot", "anchor", "customs", "market", "dock", "winch",
)  # fmt: skip
_NAMES = ("Ines Roy", "Tom Berg", "Ada Marlow", "Kofi Lind", "Sara Okafor")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page; `links` are pairs of an address and the words of its sentence, anchor in brackets."""

    html: str
    links: tuple[tuple[str, str], ...]


class _Pen:
    """Writes sentences, and remembers the links in them."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.links: list[tuple[str, str]] = []

    def words(self, fewest: int = 4, most: int = 12) -> str:
        """Return a run of words."""
        return " ".join(self.draw.choices(_WORDS, k=self.draw.randint(fewest, most)))

    def sentence(self, *, linked: bool = False, shape: str = "middle") -> str:
        """Return a sentence as HTML; a linked one has a link at its start, middle or end."""
        begin = f"{self.draw.choice(_NAMES)} {self.words()}"
        end = f"{self.words()} in {self.draw.randint(1990, 2024)}."
        if not linked:
            return f"{begin} {end}"
        address = f"https://example.org/{len(self.links)}"
        anchor = f"{self.words(1, 4).capitalize()} {len(self.links)}"
        tag = self.draw.choice((anchor, f"<b>{anchor}</b>", f"<em>{anchor}</em>", f"\n {anchor} "))
        link = f'<a href="{address}">{tag.rstrip()}</a>'
        link = self.draw.choice((link, link, f"<strong>{link}</strong>", f"<span>{link}</span>"))
        before, after = {
            "start": ("", f" {begin} {end}"),
            "middle": (f"{begin} ", f" {end}"),
            "end": (f"{begin} {end[:-1]} ", "."),
        }[shape]
        self.links.append((address, f"{before}[{anchor}]{after}"))
        return before + link + after


def drawn_page(draw: random.Random, paragraphs: int = 12) -> Drawn:
    """Return a page of *paragraphs* of prose and what such pages have beside it."""
    pen = _Pen(draw)
    body = [f"<h1>{pen.words(5, 8).capitalize()}</h1>"]
    for number in range(paragraphs):
        body.append(draw.choice(_SHAPES)(pen))
        if number % 6 == 5:
            body.append(f"<h2>{pen.words(3, 5).capitalize()}</h2>")
    body.append(_sources(pen))
    return Drawn(draw.choice(_LAYOUTS)(pen, "".join(body)), tuple(pen.links))


def _framed(pen: _Pen, article: str, around: tuple[str, str]) -> str:
    menu = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in _WORDS)
    return (
        f"<!doctype html><html><head><title>{pen.words(4, 6)}</title></head><body>"
        f"<nav><ul>{menu}</ul></nav>{around[0]}{article}{around[1]}"
        f"<footer><p>Contact, imprint and <a href='/terms'>terms</a></p></footer></body></html>"
    )


def _article(pen: _Pen, article: str) -> str:
    return _framed(pen, article, ("<main><article>", "</article></main>"))


def _soup(pen: _Pen, article: str) -> str:
    """Return a page of nothing but nested boxes, with one of links beside the article."""
    beside = "".join(
        f'<div><a href="/more/{word}">{word} and more</a></div>' for word in _WORDS[:9]
    )
    return _framed(
        pen,
        article,
        ("<div class=w><div><div class=story>", f"</div></div><div>{beside}</div></div>"),
    )


def _bare(_pen: _Pen, article: str) -> str:
    return f"<html><body>{article}</body></html>"


_LAYOUTS = (_article, _article, _soup, _bare)


def _prose(pen: _Pen) -> str:
    shapes = ("start", "middle", "end")
    sentences = [
        pen.sentence(linked=pen.draw.random() < 0.4, shape=pen.draw.choice(shapes))
        for _ in range(pen.draw.randint(2, 5))
    ]
    return f"<p>{' '.join(sentences)}</p>"


def _nested(pen: _Pen) -> str:
    inner = pen.sentence(linked=True, shape=pen.draw.choice(("middle", "end")))
    return f"<div><div><p><span>{pen.sentence()} <span>{inner}</span></span></p></div></div>"


def _list(pen: _Pen) -> str:
    tag = pen.draw.choice(("ul", "ol"))
    items = [f"<li>{pen.sentence(linked=True, shape='middle')}</li>" for _ in range(3)]
    inner = f"<li>{pen.sentence()}<ul><li>{pen.sentence(linked=True, shape='end')}</li></ul></li>"
    return f"<p>{pen.sentence()}</p><{tag}>{''.join(items)}{inner}</{tag}>"


def _table(pen: _Pen) -> str:
    rows = "".join(
        f"<tr><td>{pen.words(2, 3)}</td><td>{pen.sentence(linked=True)}</td></tr>" for _ in range(3)
    )
    return f"<p>{pen.sentence()} {pen.sentence()}</p><table><tbody>{rows}</tbody></table>"


def _quotation(pen: _Pen) -> str:
    return f"<p>{pen.sentence()}</p><blockquote><p>{pen.sentence(linked=True)}</p></blockquote>"


def _footnote(pen: _Pen) -> str:
    mark = f'<sup><a href="#fn{len(pen.links)}">{len(pen.links)}</a></sup>'
    return f"<p>{pen.sentence()}{mark} {pen.sentence(linked=True, shape='end')}</p>"


def _broken(pen: _Pen) -> str:
    """Return paragraphs made of line breaks, as old pages have them."""
    first, second = pen.sentence(linked=True), pen.sentence(linked=True, shape="end")
    return f"<div>{pen.sentence()} {first}<br><br>{second} {pen.sentence()}</div>"


def _captioned(pen: _Pen) -> str:
    return (
        f"<figure><img src=/x.jpg alt=port><figcaption>{pen.sentence(linked=True)}</figcaption>"
        f"</figure><p>{pen.sentence()} {pen.sentence()}</p>"
    )


def _open(pen: _Pen) -> str:
    """Return paragraphs that nobody closed."""
    return f"<p>{pen.sentence()} {pen.sentence(linked=True, shape='end')}<p>{pen.sentence()}"


def _chinese(pen: _Pen) -> str:
    address = f"https://example.org/{len(pen.links)}"
    pen.links.append((address, f"港口委员会在2021年的[报告{len(pen.links)}]中说，码头是安全的。"))
    anchor = f"报告{len(pen.links) - 1}"
    link = f'<a href="{address}">{anchor}</a>'
    return f"<p>市长昨天出席了会议。港口委员会在2021年的{link}中说，码头是安全的。</p>"


def _sources(pen: _Pen) -> str:
    """Return the list under "Sources", whose items are hardly more than their links."""
    links = []
    for _ in range(pen.draw.randint(2, 6)):
        address = f"https://example.org/{len(pen.links)}"
        anchor = f"{pen.words(2, 6).capitalize()} {len(pen.links)}"
        pen.links.append((address, f"[{anchor}]"))
        links.append(f'<a href="{address}">{anchor}</a>')
    name = pen.draw.choice(("Sources", "References", "Notes", "Further reading"))
    items = "".join(f"<li>{link}</li>" for link in links)
    entries = "".join(f"<dd>{link}</dd>" for link in links)
    return pen.draw.choice((
        f"<h2>{name}</h2><ul>{items}</ul>",
        f"<h3>{name}:</h3><ol>{items}</ol>",
        f"<p><strong>{name}</strong></p><ul>{items}</ul>",
        f"<p><b>{name}:</b> {'; '.join(links)}.</p>",
        f"<div><div>{name}</div>{''.join(f'<div>{link}</div>' for link in links)}</div>",
        f"<section><h2>{name}</h2><dl>{entries}</dl></section>",
    ))  # fmt: skip


_SHAPES = (
    _prose, _prose, _prose, _nested, _list, _table, _quotation, _footnote, _broken, _captioned,
    _open, _chinese,
)  # fmt: skip
