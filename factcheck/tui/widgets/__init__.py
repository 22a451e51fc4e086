"""The panes of the review screen: each shows records and posts messages."""
