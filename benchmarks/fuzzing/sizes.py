"""Models that are merely huge: texts, keys, records, values and mistakes without end."""

import random
import re

from fuzzing.spelling import Mutator
from fuzzing.values import SCALAR, replace


def _size(rng: random.Random, least: float = 3.5, most: float = 6.5) -> int:
    return int(10 ** rng.uniform(least, most))


def _alone(text: str) -> str:
    """The source and summary of a model, without what they refer to."""
    head = re.split(r"^places:", text, maxsplit=1, flags=re.M)[0]
    return re.sub(r"^  headline:\n(?:    .*\n)*", "", head, flags=re.M)


def long_text(rng: random.Random, text: str) -> str:
    piece = rng.choice(("x", "中", "a b ", "“", "😀", "=", "cityzone", "1", "\u0301"))
    long = piece * (_size(rng) // len(piece))
    return replace(rng, text, SCALAR, lambda: long)


def long_key(rng: random.Random, text: str) -> str:
    return f"{text}? {rng.choice('x中')}{'y' * _size(rng)}\n: 1\n"


def many_records(rng: random.Random, text: str) -> str:
    """Up to 30,000 places in a chain, a fan or a crowd, or all part of what is not there."""
    count = _size(rng, 2, 4.5)
    parent = rng.choice(
        ("", ", part_of: p{up}", ", part_of: p0", ", part_of: q{n}", ", about: [p]")
    )
    record = (
        "- {{id: p{n}, name: {{zh: 甲{n}}}, kind: city, evidence: [{{paragraph: 1, anchor: x}}]"
    )
    lines = [(record + parent + "}}").format(n=n, up=max(0, n - 1)) for n in range(count)]
    return _alone(text) + "places:\n" + "\n".join(lines) + "\n"


def many_values(rng: random.Random, text: str) -> str:
    count = _size(rng)
    form = rng.choice(("- x\n", "[],", "{},", "a,", "- - - - x\n", "#\n", "\n", "- ''\n"))
    body = form * (count // len(form))
    return f"{text}more: [{body}]\n" if form.endswith(",") else f"{text}more:\n{body}"


def many_mistakes(rng: random.Random, text: str) -> str:
    count = _size(rng, 2, 4.5)
    form = rng.choice(("places{n}: 1\n", "places: []\n", "{n}: [x]\n", '"\\x1b{n}": 1\n'))
    if rng.random() < 0.5:
        return text + "".join(form.replace("{n}", str(n)) for n in range(count))
    names = ", ".join(
        rng.choice(("yangquan{n}", "yangquan", "{n}")).format(n=n) for n in range(count)
    )
    return re.sub(r"(?<=about: \[)", names.replace("\\", "") + ", ", text, count=1)


def many_figures(rng: random.Random, text: str) -> str:
    """Tables of many rows, one cell of which is long."""
    record = "- {id: f%d, label: {zh: %s}, text: x, value: 1, kind: count, evidence: [{%s}]}"
    long = rng.choice("x中") * _size(rng, 2, 5)
    lines = [
        record % (number, "甲" if number else long, "paragraph: 1, anchor: x")
        for number in range(_size(rng, 2, 4))
    ]
    return _alone(text) + "figures:\n" + "\n".join(lines) + "\n"


SIZES: tuple[Mutator, ...] = (
    long_text,
    long_key,
    many_records,
    many_values,
    many_mistakes,
    many_figures,
)
