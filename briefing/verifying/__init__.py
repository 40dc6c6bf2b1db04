"""Holds a finished memo against models and texts: its numbers, names, quotations and stages.

- ``verify`` runs all judges on each sentence. ``claim`` is what they find, and ``showing`` how
  that is shown.
- ``memo`` reads a memo as lines (``line``), from a ``page`` and with ``tables``; ``splitting``
  parts it into ``sentences``, and ``numbering`` reads their numbers.
- ``reading`` has the passages of articles, and ``sources`` tells which text is of which article.
- ``wording`` has the words by which all of this goes; ``opposites`` are those that exclude each
  other, and ``inverting`` tells which clauses have which words.
- ``naming``, ``numbers``, ``aligning``, ``bearing`` and ``telling`` judge.
"""
