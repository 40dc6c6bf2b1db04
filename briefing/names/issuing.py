"""The verbs by which documents, plans and data are given out."""

ISSUE = "出台|印发|发布|公布"
"""The alternatives of a pattern, to which a module adds what is given out only in its sense."""
