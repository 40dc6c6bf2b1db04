"""What a memo tells besides numbers and names: stages, speakers, quotations, opposites.

- ``stages`` and ``milestones`` judge how far things are, with ``projects``, ``reaching``,
  ``parted`` and ``doing``.
- ``quotations`` judges who said what, ``translating`` what English may quote; ``verbatim``,
  ``masked`` and ``altered`` find sentences that a text has, or has but for a word.
- ``contrary`` finds opposites, ``contrasts`` strong words that no clause bears out, ``causes``
  reasons, ``directions`` ways, ``foremost`` and ``ranks`` orders, ``categories``, ``exchanged``,
  ``crossed``, ``lists`` and ``beyond`` what is told of something else.
- ``telling``, ``together``, ``slots``, ``parties`` and ``passages`` judge of whom it is told.
"""
