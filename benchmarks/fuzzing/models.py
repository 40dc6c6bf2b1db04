"""Broken models: what the shipped YAML becomes at the hands of a seeded random generator.

The same seed over the same text gives the same bytes.
"""

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from fuzzing import grammar
from fuzzing.sizes import SIZES
from fuzzing.spelling import BYTES, LINES, Mutator
from fuzzing.tree import TREE
from fuzzing.values import VALUES, YAML

_SECTION = re.compile(r"^(?=[a-z_]+:)", re.M)
_RECORD = re.compile(r"^(?=  - id: )", re.M)


def _made_up(rng: random.Random, _: str) -> str:
    return grammar.model(rng)


KINDS: dict[str, tuple[float, tuple[Mutator, ...]]] = {
    "bytes": (24, BYTES),
    "lines": (20, LINES),
    "values": (20, VALUES),
    "tree": (18, TREE),
    "yaml": (8, YAML),
    "grammar": (9, (_made_up,)),
    "size": (1, SIZES),
}
"""For each kind of case how often it is made, of 100, and its mutators."""


class Case(NamedTuple):
    """A broken model, and how it was made: ``seed`` makes it again."""

    seed: str
    kind: str
    content: bytes


def make(seed: str, text: str, kinds: Sequence[str] = tuple(KINDS)) -> Case:
    """The case of a seed, of one of these kinds.

    An eighth of the cases spoil the whole of the model, the others a quarter of it, cut out as it
    stands: that breaks in the same ways, in a quarter of the time.
    """
    rng = random.Random(seed)
    kind = rng.choices(kinds, [KINDS[name][0] for name in kinds])[0]
    base = text if rng.random() < 1 / 8 else thinned(rng, text)
    mutate = rng.choice(KINDS[kind][1])
    content = mutate(rng, base)
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    return Case(seed, f"{kind}: {mutate.__name__.lstrip('_').replace('_', ' ')}", content)


def thinned(rng: random.Random, text: str) -> str:
    """A few records of the model with all that they refer to, in its own spelling."""
    head, *sections = _SECTION.split(text)
    records = {
        found[1]: record
        for section in sections
        for record in _RECORD.split(section)[1:]
        if (found := re.match(r"  - id: (\S+)", record))
    }
    summary = next((part for part in sections if part.startswith("summary:")), "")
    wanted = [*rng.sample(sorted(records), min(4, len(records))), *_named(summary, records)]
    kept: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name not in kept:
            kept.add(name)
            wanted += _named(records[name], records)
    parts = [head]
    for section in sections:
        start, *others = _RECORD.split(section)
        chosen = [other for other in others if other.split(maxsplit=3)[2] in kept]
        if chosen or not others:
            parts += [start, *chosen]
    return "".join(parts)


def _named(text: str, records: dict[str, str]) -> list[str]:
    return [word for word in re.findall(r"[a-z0-9-]+", text) if word in records]
