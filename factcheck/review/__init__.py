"""The use cases: reading an article in, one reviewer's session, reports, verification.

In: what a person asks for, from the command line or the screen. Out: records of `model`.
May import: all workrooms, `model`, `errors`; neither click, rich nor textual.
"""
