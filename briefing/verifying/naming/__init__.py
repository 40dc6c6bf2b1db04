"""The names and posts in a memo: which are known, nearly known, and unknown.

- ``naming`` finds the names that models know, in the ways in which they are written
  (``variants``), and ``renderings`` those that say a Chinese name by its ``parts``, in ``runs`` of
  words.
- ``nearly`` finds names that are nearly known, or not at all: ``slips`` in Chinese, ``capitals``
  and ``heads`` in English, ``joined`` ones, ``strangers`` that no article has and what lies
  ``outside``; ``likeness`` and ``standing`` tell what is alike and what the texts have.
- ``replaced`` and ``namesakes`` find other things and people that are called much the same.
- ``numbered`` judges editions, batches and lines, ``posts`` what people are (``bodies``), and
  ``press`` who wrote and edited.
"""
