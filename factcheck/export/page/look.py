"""How a page looks: one style sheet, and the policy that allows it by its hash and nothing else.

In: nothing. Out: constants. Every colour of text is at least 4.5 : 1 on its background (WCAG 2.2,
1.4.3); a verdict is never told by its colour alone.
"""

from base64 import b64encode
from hashlib import sha256

STYLE = """
:root { color-scheme: light dark; --back: #fdfdfb; --ink: #1c1d1f; --dim: #55585c;
  --line: #d5d6d2; --soft: #f1f1ec; --link: #0b4f9e; --true: #1f6f43; --most: #3c6a1d;
  --half: #8a5a00; --false: #a3231f; --none: #5b5f66; --open: #5f636a; --clash: #6d3a96;
  --true-b: #d9f0e0; --most-b: #e4efd3; --half-b: #fbe8bf; --false-b: #fbdcd8; --none-b: #e6e7ea;
  --open-b: #f0f0f0; --clash-b: #ecdff6; }
@media (prefers-color-scheme: dark) { :root { --back: #17181a; --ink: #e8e8e4; --dim: #a9adb3;
  --line: #3a3d41; --soft: #212327; --link: #8fc1ff; --true: #7fd6a2; --most: #b3d98a;
  --half: #f0c05a; --false: #ff9c92; --none: #b4b9c0; --open: #a3a8af; --clash: #d3aef2;
  --true-b: #173a27; --most-b: #2a3a17; --half-b: #46350c; --false-b: #4c1f1c; --none-b: #303338;
  --open-b: #26282b; --clash-b: #3a2350; } }
* { box-sizing: border-box; }
html { background: var(--back); color: var(--ink);
  font: 17px/1.55 Georgia, "Times New Roman", serif; }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.1rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, dt, th, .badge, .skip, .chart, .number { font-family: system-ui, -apple-system,
  "Segoe UI", "DejaVu Sans", sans-serif; line-height: 1.25; }
h1 { font-size: 1.9rem; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; margin: 2.6rem 0 .8rem; border-bottom: 1px solid var(--line);
  padding-bottom: .3rem; }
h3 { font-size: 1.05rem; margin: 1.8rem 0 .5rem; }
h4 { font-size: .95rem; margin: 1rem 0 .3rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--back); padding: .4rem .8rem; z-index: 1; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; }
dt { color: var(--dim); font-size: .85rem; padding-top: .15rem; }
dd { margin: 0; }
@media (max-width: 34rem) { dl { display: block; } dd { margin-bottom: .4rem; } }
code { font: .82em ui-monospace, "DejaVu Sans Mono", monospace; background: var(--soft);
  padding: .05em .3em; border-radius: 3px; }
blockquote { margin: .5rem 0; padding: .2rem 0 .2rem .9rem; border-left: 4px solid var(--line); }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
.scroll { overflow-x: auto; }
th, td { text-align: left; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; }
th { font-size: .82rem; color: var(--dim); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.article { white-space: pre-wrap; background: var(--soft); padding: 1rem; border-radius: 6px; }
.article a { color: inherit; text-decoration: underline; text-decoration-thickness: 2px;
  text-underline-offset: 3px; }
.article sup a { text-decoration: none; font-size: .7rem; }
.badge { display: inline-block; font-size: .8rem; font-weight: 600; padding: .12rem .5rem;
  border-radius: 4px; border: 1px solid currentColor; }
.claim { border-top: 1px solid var(--line); padding-top: .3rem; }
h2 + .claim { border-top: 0; }
.claim:target { outline: 3px solid var(--link); outline-offset: 6px; border-radius: 4px; }
.claim ol, .claim ul { padding-left: 1.3rem; margin: .3rem 0; }
.small { font-size: .88rem; color: var(--dim); }
.chart { width: 100%; height: auto; display: block; margin: .5rem 0; font-size: 14px; }
.chart text { fill: var(--ink); }
.v-true { color: var(--true); background: var(--true-b); fill: var(--true); }
.v-most { color: var(--most); background: var(--most-b); fill: var(--most); }
.v-half { color: var(--half); background: var(--half-b); fill: var(--half); }
.v-false { color: var(--false); background: var(--false-b); fill: var(--false); }
.v-none { color: var(--none); background: var(--none-b); fill: var(--none); }
.v-clash { color: var(--clash); background: var(--clash-b); fill: var(--clash); }
.v-open { color: var(--open); background: var(--open-b); fill: var(--open); }
.article .v-true, .article .v-most, .article .v-half, .article .v-false, .article .v-none,
.article .v-clash, .article .v-open { color: inherit; }
@media print { html { font-size: 10.5pt; background: none; } body { max-width: none; padding: 0; }
  .skip { display: none; } .claim, tr, .chart { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; } .article { background: none; border: 1px solid var(--line); }
  .claim a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .85em; } }
"""

_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"

# Accounts of the ledger that are drawn in a colour of their own; the others share one.
ACCOUNT_CLASSES = {"claim": "v-true", "unaccounted": "v-false", "separator": "v-open"}


def class_of(rating: int | None, status: str, *, known: bool) -> str:
    """Return the class that colours a verdict of this ClaimReview rating, or what has none."""
    if not known:
        return {"disagreement": "v-clash"}.get(status, "v-open")
    by_rating = {1: "v-false", 2: "v-half", 3: "v-half", 4: "v-most", 5: "v-true"}
    return "v-none" if rating is None else by_rating.get(rating, "v-none")
