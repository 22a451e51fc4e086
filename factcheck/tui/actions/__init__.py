"""What the keys of the review do besides deciding and moving: a module for each kind of act.

In: the review screen. Out: acts of its session, and screens above it. Each module has a table
`ACTIONS`; a key names an entry of it as `do('name')`.
"""
