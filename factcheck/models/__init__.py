"""Second opinions of a language model: asked for by a person, checked, and never a person's.

In: a claim with the sentences it stands in, the name of a model. Out: suggestions that quote the
text, and how many were refused because they do not.
May import: `model`, `errors`; llm in the one module that runs in a process of its own.
"""
