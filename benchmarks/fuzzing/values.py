"""Scalars and keys replaced in the model's own spelling, and YAML beyond what a model needs."""

import random
import re
from collections.abc import Callable

from fuzzing import grammar
from fuzzing.spelling import Mutator, times

SCALAR = re.compile(
    r"(?<=: )[^\s{}\[\],#|>&*!'\"%@`][^\n{}\[\],]*|(?<=- )[^\s{\[\"'][^\n{}\[\],:]*"
)
_KEY = re.compile(r"\b[a-z_]+(?=:(?:\s|$))", re.M)


def replace(rng: random.Random, text: str, what: re.Pattern[str], by: Callable[[], str]) -> str:
    for _ in times(rng):
        places = [match.span() for match in what.finditer(text)]
        if places:
            start, end = rng.choice(places)
            text = text[:start] + by() + text[end:]
    return text


def trap(rng: random.Random, text: str) -> str:
    return replace(rng, text, SCALAR, lambda: grammar.scalar(rng))


def number(rng: random.Random, text: str) -> str:
    """Most fields are text, to which any number is welcome; these are the others."""
    field = rng.choice(("value: ", "value: ", "value_to: ", "paragraph: ", "date: ", "published: "))
    numbers = re.compile(rf"(?<={field})[^\s,}}]+")
    return replace(rng, text, numbers, lambda: grammar.number(rng))


def words(rng: random.Random, text: str) -> str:
    """Most of these leave the model readable, so that what is written has to cope with them."""
    words = re.compile(
        r"(?<=zh: )[^\s\"',|>{}][^,}\n]*|(?<=en: )[^\s\"',|>{}][^,}\n]*|(?<=unit: )[^,}\n]+"
    )
    return replace(rng, text, words, lambda: grammar.scalar(rng))


def swapped_value(rng: random.Random, text: str) -> str:
    found = SCALAR.findall(text) or ["x"]
    return replace(rng, text, SCALAR, lambda: str(rng.choice(found)))


def renamed_key(rng: random.Random, text: str) -> str:
    keys = _KEY.findall(text) or ["x"]
    return replace(
        rng, text, _KEY, lambda: str(rng.choice((rng.choice(keys), rng.choice(keys)[:-1], "text")))
    )


def wrapped_value(rng: random.Random, text: str) -> str:
    forms = ("[]", "{}", "[x]", "{a: b}", "[[[]]]", "|\n  x", ">\n", "'", '"', '"\\x1b[31m"', "- x")
    return replace(rng, text, SCALAR, lambda: rng.choice(forms))


def beyond_the_subset(rng: random.Random, text: str) -> str:
    """Aliases, tags, directives, documents: what a model does not need."""
    forms = ("&a x", "*a", "&a [*a]", "!!int 1", "!x y", "!!python/name:os.system", "? x", "<<: *a")
    other = rng.random()
    if other < 0.6:
        return replace(rng, text, SCALAR, lambda: rng.choice(forms))
    documents = ("\n---\n", "\n...\n", "\n---\na: 1\n", "%YAML 1.2\n---\n", "%TAG ! x\n---\n")
    piece = rng.choice((*documents, "--- "))
    return piece + text if other < 0.8 else text + piece


def laughs(rng: random.Random, text: str) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, rng.randint(3, 30))
    ]
    return "\n".join(lines) + "\n" + text


def deep(rng: random.Random, text: str) -> str:
    depth = int(10 ** rng.uniform(1, 5))
    opening, closing = rng.choice(
        (("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[{a: ", "}]"))
    )
    deep = opening * depth + "x" + closing * rng.choice((depth, 0))
    if rng.random() < 0.5:
        return f"{text}deep: {deep}\n"
    return replace(rng, text, SCALAR, lambda: deep)


VALUES: tuple[Mutator, ...] = (trap, number, words, swapped_value, renamed_key, wrapped_value)
YAML: tuple[Mutator, ...] = (beyond_the_subset, laughs, deep)
