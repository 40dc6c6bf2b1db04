"""Chinese names: where they stand in a text, how they are read in pinyin, what they are in English.

- People: ``people`` finds them by the modules of ``personal``, and ``treated`` tells which names a
  text treats as people.
- Places: ``gazetteer`` has the divisions of China, ``divisions`` finds them, ``zones``,
  ``townships`` and ``abroad`` what else is a place; ``townshipnames`` takes the names of towns
  apart, ``spelt`` has the English names of places, and ``sides`` the sides of the map. ``bodies``
  guesses places and organisations.
- Other words: ``joints`` has what joins the items of a list, ``issuing`` the verbs by which
  documents are given out, and ``quoted`` finds terms in quotation marks.
- Pinyin: ``pinyin`` reads characters, ``romanizing`` writes them, ``spelling`` judges a spelling.
- Words: ``wordbreaks`` tells a word from the ends of the two around it.
- Meaning: ``glosses``, ``stems``, ``contrasts``, ``reversals``, ``milestones``, ``offices`` and
  ``ministries`` hold what is said in one language against the other, or against the text.

Nothing here knows models. The tables are files beside the modules; each says where it is from.
"""
