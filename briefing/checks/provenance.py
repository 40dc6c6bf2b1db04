"""What a model owes to its source: the table of the rules that need the text at hand.

A rule is a function from a :class:`Case` to findings; its docstring is its entry in the manual,
and its name, with hyphens, the code of its problems.
"""

from collections.abc import Callable, Iterator

from briefing.checks.anchors import (
    ambiguous_anchor,
    anchor_not_found,
    changed_paragraph,
    copied_text,
    no_digests,
)
from briefing.checks.case import Case, Finding
from briefing.checks.coverage import person_not_covered, quantity_not_covered, term_not_covered
from briefing.checks.values import date_differs, figure_differs, number_unproved

Rule = Callable[[Case], Iterator[Finding]]

SOURCE_RULES: dict[str, Rule] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        changed_paragraph,
        no_digests,
        anchor_not_found,
        ambiguous_anchor,
        figure_differs,
        date_differs,
        number_unproved,
        quantity_not_covered,
        term_not_covered,
        person_not_covered,
        copied_text,
    )
}
WARNINGS = frozenset({"ambiguous-anchor", "no-digests"})
"""The codes of these rules that leave a model as it is."""
