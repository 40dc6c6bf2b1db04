"""The tree of a model changed, and written anew as YAML or JSON."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from briefing.model import yamlfile
from briefing.model.records import REFERENCES
from fuzzing.spelling import Mutator, times


def _tree(change: Callable[[random.Random, Any], None]) -> Mutator:
    """A mutator out of a change to the plain data."""

    def mutate(rng: random.Random, text: str) -> str:
        data = yamlfile.parse(text, "").data
        for _ in times(rng):
            change(rng, data)
        if rng.random() < 0.3:
            return json.dumps(data, ensure_ascii=rng.random() < 0.5, indent=rng.choice((None, 1)))
        return yamlfile.dump(data)

    mutate.__name__ = change.__name__
    return mutate


def _nodes(data: Any) -> Iterator[Any]:
    """Every mapping and sequence that holds something."""
    todo = [data]
    while todo:
        holder = todo.pop()
        if isinstance(holder, dict | list) and holder:
            yield holder
            todo += holder.values() if isinstance(holder, dict) else holder


def _place(rng: random.Random, data: Any) -> tuple[Any, Any]:
    """Some mapping or sequence, and a key or index in it."""
    holder = rng.choice(list(_nodes(data)) or [{"": None}])
    return holder, rng.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))


def dropped(rng: random.Random, data: Any) -> None:
    holder, key = _place(rng, data)
    del holder[key]


def other_type(rng: random.Random, data: Any) -> None:
    holder, key = _place(rng, data)
    value = holder[key]
    holder[key] = rng.choice(
        ([value], {"zh": value}, str(value), None, [], {}, "", [value, value], 7, 1.5, True)
    )


def moved(rng: random.Random, data: Any) -> None:
    (holder, key), (other, place) = _place(rng, data), _place(rng, data)
    holder[key], other[place] = json.loads(json.dumps([other[place], holder[key]]))


def repeated(rng: random.Random, data: Any) -> None:
    lists = [node for node in _nodes(data) if isinstance(node, list)]
    if lists:
        chosen = rng.choice(lists)
        chosen.extend(rng.choices(chosen, k=rng.randint(1, 3)))


def wrong_ids(rng: random.Random, data: Any) -> None:
    """References and ids swapped, dangling, circular."""
    holders = [node for node in _nodes(data) if isinstance(node, dict)]
    ids = [node["id"] for node in holders if isinstance(node.get("id"), str)] or ["x"]
    key = rng.choice(("id", *REFERENCES))
    places = [node for node in holders if key in node] or holders
    if places:
        chosen = rng.choice(places)
        name = rng.choice((rng.choice(ids), rng.choice(ids), chosen.get("id"), "nowhere", ""))
        chosen[key] = [name] if isinstance(chosen.get(key), list) else name


def circle(rng: random.Random, data: Any) -> None:
    for section in data.values() if isinstance(data, dict) else ():
        if isinstance(section, list):
            records = [one for one in section if isinstance(one, dict) and "id" in one]
            if rng.random() < 0.5:
                rng.shuffle(records)
            for one, other in zip(records, records[1:] + records[:1], strict=True):
                one["part_of"] = other["id"]


TREE: tuple[Mutator, ...] = tuple(
    map(_tree, (dropped, other_type, moved, repeated, wrong_ids, circle))
)
