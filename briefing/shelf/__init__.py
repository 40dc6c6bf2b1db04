"""The articles that a command looks at: finding records in them, and narrowing lists.

- ``library`` holds the articles, with indexes of their records.
- ``finding`` finds records by name; ``claims`` has what they claim and who says it.
- ``filtering`` narrows lists; ``listed`` knows by what a list can be narrowed, and ``ordering`` in
  what order it can be.
- ``searching`` answers a query, by the index of words (``index``) over the texts (``pages``).
- ``agenda`` lists what is to be done and what is due, and ``gaps`` what an article leaves unsaid.
- ``citing`` finds what is to be cited, and ``references`` what points at a record.
"""
