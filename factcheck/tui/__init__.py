"""The review screen: what a person sees and presses in the terminal.

In: a review `Session` and the article to begin with. Out: calls of that session, one for each key.
May import: `review`, `model`, `errors`, textual, and rich where Textual asks for it.
"""
