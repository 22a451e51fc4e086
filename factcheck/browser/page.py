"""The one page, and the headers that every answer has.

In: a title, the size of letters. Out: HTML that loads nothing from anywhere else.
"""

from html import escape

# What the page may load: this server's files, nothing else; styles of the terminal are inline.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
        "form-action 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

# The terminal's own script does not turn to it: keys would go nowhere before the first click.
FOCUS_SCRIPT = """\
addEventListener("load", () => {
  const turn = setInterval(() => {
    const keyboard = document.querySelector("textarea");
    if (keyboard) { clearInterval(turn); keyboard.focus(); }
  }, 20);
});
"""
_STYLE = """
@font-face { font-family: "Roboto Mono";
  src: url("/static/fonts/RobotoMono-VariableFont_wght.ttf"); }
@font-face { font-family: "Roboto Mono"; font-style: italic;
  src: url("/static/fonts/RobotoMono-Italic-VariableFont_wght.ttf"); }
html, body { margin: 0; height: 100%; background: #10171c; color: #e6edf3; }
.textual-terminal { height: 100vh; }
#ended { display: none; font: 1.2rem "Roboto Mono", monospace; padding: 3rem; }
body.-closed #ended { display: block; }
body.-closed .textual-terminal { display: none; }
"""


def review_page(title: str, socket: str, font_size: int) -> str:
    """Return the page with the terminal; *socket* is the address it speaks to."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
<link rel="stylesheet" href="/static/css/xterm.css">
<style>{_STYLE}</style>
<script src="/static/js/textual.js"></script>
<script src="/static/focus.js"></script>
</head>
<body>
<p id="ended">The review is closed; everything that it acknowledged is stored.
Reload the page to open it again.</p>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{escape(socket)}"
 data-font-size="{font_size}"></div>
</body>
</html>
"""


def entered_page() -> str:
    """Return the page that a link leads to: it goes on to the review by itself.

    Not a redirection: browsers keep a strict cookie back when one began on another site.
    """
    return (
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>factcheck</title>'
        '<meta http-equiv="refresh" content="0; url=/">'
        '<p><a href="/">Open the review</a></p></html>'
    )
