"""What a text names besides its quantities, for a draft.

- ``people`` finds people, with their posts (``posts``, ``careers``) and words (``speech``).
- ``places`` finds the divisions of China, ``towns`` what lies in them, ``abroad`` other
  countries; ``namesakes`` tells apart those that have one name.
- ``projects`` finds projects, by the ``works`` that may be one.
- ``meetings`` finds meetings and what they say.
- ``unrecorded`` lists names that may be any of these, and of which no record is made.
- ``organisations``, ``sectors`` and ``terms`` find what they are called after.
- ``breaks`` tells where a name may begin, and ``listing`` reads lists of names.
"""
