"""Write what is known about an article, for people and for programs.

In: a `Report`, or rows of plain values. Out: lines of Markdown, HTML, CSV, JSON, or bytes.
May import: `lexicon`, `model`, `errors` and the standard library without I/O; matplotlib and
python-docx in the two writers that need them.
"""
