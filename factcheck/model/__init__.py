"""The words of the field as values: spans, claims, citations, findings, verdicts, events.

In: nothing. Out: frozen dataclasses and enums, and the pure functions that give them identity.
May import: `errors` and the standard library without I/O.
"""
