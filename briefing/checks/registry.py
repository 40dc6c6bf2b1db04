"""The one registry of rules.

A rule is a function that yields findings. Its name, with hyphens, is the code of its problems, and
its docstring is its entry in the manual: what is wrong, then an example that passes and one that
fails, both of which a test runs.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from inspect import cleandoc
from textwrap import dedent
from typing import NamedTuple

from briefing import limits
from briefing.checks.context import ProofContext
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
    """A rule, which is run on a model alone, or on a model and its source text.

    The problems that a ``warning`` rule finds leave the model usable. Those of a ``note`` rule are
    shown to who asks for notes, and never fail.
    """

    code: str
    docstring: str
    warning: bool
    note: bool = False
    on_model: OnModel | None = None
    on_proof: OnProof | None = None

    @property
    def module(self) -> str:
        """The name of the module that registered the rule."""
        run = self.on_model or self.on_proof
        assert run  # a rule is run on one or the other
        return run.__module__

    def manual(self) -> Manual:
        """Return the rule's entry in the manual."""
        text, _, examples = cleandoc(self.docstring).partition("\n\nPasses:\n")
        passes, _, fails = examples.partition("\nFails:\n")
        text = text.format_map(limits.by_name())
        return Manual(text, dedent(passes).rstrip(), dedent(fails).rstrip())


RULES: dict[str, Rule] = {}
"""The rules by code, in the order of the manual."""


def model_rule(*, warning: bool = False) -> Callable[[OnModel], OnModel]:
    """Return a decorator that registers a rule that needs no source text."""

    def register(function: OnModel) -> OnModel:
        _add(function, partial(Rule, warning=warning, on_model=function))
        return function

    return register


def source_rule(*, warning: bool = False, note: bool = False) -> Callable[[OnProof], OnProof]:
    """Return a decorator that registers a rule that compares a model with its source text."""

    def register(function: OnProof) -> OnProof:
        _add(function, partial(Rule, warning=warning, note=note, on_proof=function))
        return function

    return register


def _add(function: Callable[..., object], make: Callable[[str, str], Rule]) -> None:
    code = function.__name__.replace("_", "-")
    RULES[code] = make(code, function.__doc__ or "")


def arrange(modules: Sequence[str]) -> None:
    """Put the rules in the order of their modules, in whatever order these were imported."""
    arranged = sorted(RULES.values(), key=lambda rule: modules.index(rule.module))
    RULES.clear()
    RULES.update((rule.code, rule) for rule in arranged)
