"""Answers that are worked out once: each is kept with the object that it is about."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

First = TypeVar("First")
Others = TypeVarTuple("Others")
Answer = TypeVar("Answer")


def once(function: Callable[[First, *Others], Answer]) -> Callable[[First, *Others], Answer]:
    """Return a function or method that works out its answer once for the same arguments.

    The first argument keeps the answers, so that they go when it goes: a rule may ask the same of a
    text and its model for thousands of records. The other arguments can be hashed.

    >>> class Text: words = ["甲", "乙"]
    >>> count = once(lambda text: len(text.words))
    >>> text = Text()
    >>> count(text), text.words.append("丙"), count(text)
    (2, None, 2)
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def ask(first: First, *others: *Others) -> Answer:
        known: dict[Any, Answer] = first.__dict__.get(name) or first.__dict__.setdefault(name, {})
        if others not in known:
            known[others] = function(first, *others)
        return known[others]

    return ask
