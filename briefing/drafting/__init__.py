"""From a page to a text, and from a text to a model to start from.

- ``pages`` reads a file as an article: its text, its head and who wrote it.
- ``finding`` finds what the text names: people, places, organisations, projects, sectors, terms.
- ``times`` lists the times that the text tells. ``figures`` makes a figure of each quantity, with
  its time from ``figuretimes``, its label from ``naming``, its place from ``around`` and whether
  somebody wants it from ``wishes``;
  ``events`` makes events of dates that no figure has.
- ``model`` puts all of this together as plain data, of which ``records`` makes the records.
- ``draft`` does the steps in their order, ``writing`` writes YAML, and ``merging`` brings a model
  that a person wrote up to a changed text.
"""
