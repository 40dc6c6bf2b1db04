"""What a rule looks up in a text and its model."""

from briefing.checks.context import ProofContext


class Lookup:
    """What one rule looks up, for each record anew or once for all of them.

    A rule makes one for a text. What takes long and is asked for often is a ``cached_property`` of
    it, or a method that is marked as ``once``, and goes when the rule has run.
    """

    def __init__(self, context: ProofContext) -> None:
        self._context = context
