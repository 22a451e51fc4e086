"""Evidence: captured sources, and what they say; the only door to the network.

In: links, files, bodies, quotations, references. Out: captures, texts, comparisons, candidates.
May import: `lexicon`, `model`, `errors`, files, network; no other workroom, no SQL, no terminal.
"""
