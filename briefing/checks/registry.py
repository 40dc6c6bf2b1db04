"""The one registry of rules.

A rule is a function that yields findings. Its name, with hyphens, is the code of its problems, and
its docstring is its entry in the manual: what is wrong, then an example that passes and one that
fails, both of which a test runs.
"""

from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.limits import ANCHOR_CHARACTERS, COPIED_CHARACTERS
from briefing.model.article import Article
from briefing.problem import Finding

OnModel = Callable[[Article], Iterator[Finding]]
OnProof = Callable[[ProofContext], Iterator[Finding]]


class Manual(NamedTuple):
    """A rule's entry in the manual, and its examples.

    An example is a part of a model; its comment lines are the source text, from paragraph 2 on.
    """

    text: str
    passes: str
    fails: str


class Rule(NamedTuple):
    """A rule: one that needs the model alone, or one that needs the source text beside it.

    The problems that a ``warning`` rule finds leave the model usable.
    """

    code: str
    docstring: str
    warning: bool
    on_model: OnModel | None = None
    on_proof: OnProof | None = None

    def manual(self) -> Manual:
        """Return the rule's entry in the manual."""
        text, _, examples = cleandoc(self.docstring).partition("\n\nPasses:\n")
        passes, _, fails = examples.partition("\n\nFails:\n")
        limits = {"ANCHOR_CHARACTERS": ANCHOR_CHARACTERS, "COPIED_CHARACTERS": COPIED_CHARACTERS}
        return Manual(text.format(**limits), cleandoc(passes), cleandoc(fails))


RULES: dict[str, Rule] = {}
"""The rules by code, those that need no source text first."""


def model_rule(*, warning: bool = False) -> Callable[[OnModel], OnModel]:
    """Enter a rule that needs no source text."""

    def enter(function: OnModel) -> OnModel:
        code, docstring = _name(function)
        RULES[code] = Rule(code, docstring, warning, on_model=function)
        return function

    return enter


def source_rule(*, warning: bool = False) -> Callable[[OnProof], OnProof]:
    """Enter a rule that holds the model against its source text."""

    def enter(function: OnProof) -> OnProof:
        code, docstring = _name(function)
        RULES[code] = Rule(code, docstring, warning, on_proof=function)
        return function

    return enter


def _name(function: Callable[..., object]) -> tuple[str, str]:
    return function.__name__.replace("_", "-"), function.__doc__ or ""
