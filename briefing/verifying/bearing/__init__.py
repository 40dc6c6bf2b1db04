"""Which clause of a text can bear all that a clause of a memo tells, with what it carries on.

- ``bearers`` knows of what each clause is; ``subjects`` finds names in whose stead it has others.
- ``shared`` and ``alone`` what the text
  tells of several together.
- ``denials`` finds what a sentence denies, ``authorities`` the bodies that decide, ``topics`` what
  no text tells; ``statements`` judges sentences without any other claim.
"""
