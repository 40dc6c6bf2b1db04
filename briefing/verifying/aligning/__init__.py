"""Which clauses of the texts tell the same as a sentence of a memo.

- ``clause`` is a clause of a text, with its numbers and with how much each word counts.
- ``clauses`` finds those that tell the same, by their ``shares`` of what the sentence tells.
- ``support`` tells how much of some words stands in clauses.
"""
