"""Models made up from the model's types: what a field holds, or else a trap."""

import datetime
import json
import random
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from briefing.model.records import Article

_WRITTEN = r"""
no yes ~ null '' "" Null true = << - ? | > % @ \ ' " [/] 12:30 010 0x1F 0o17 1_000 1.10 1e3
1e300 1e308 1e309 1e999 -1e999 nan .nan inf -.inf NaN -0 0 -1 1e-400 4.9e-324 １２ ٣ Ⅷ
9223372036854775807 9223372036854775808 18446744073709551616 2022-02-30 0001-01-01 20220321
9999-12-31T23:59:60+24:00 2022-03-21T14:45:00 "\u202e" "\u2066" "\x1b[31m" "\0" "\n" "\t" "\r"
"\ud800" "\U0010ffff" "\ufeff" "\u200b" "\u0301" "\u2028" "\u3000" [bold]x[/bold] =1+1 @SUM(1)
$(id) `id` %s%n {0} ../../etc/passwd /dev/zero /dev/null / . <script> ]]> &amp; 阳泉 yangquan
YANGQUAN a--b -a 👩‍👩‍👧 ﷺ İ ß
"""
_TRAPS = [
    *_WRITTEN.split(),
    "2022-03-21 14:45:00Z",
    '" "',
    "a: b",
    "x #y",
    "a" * 65,
    "中" * 300,
    "\ufdfa" * 30,
]
_TRAPS += ["1" * 400, "9" * 4000, "9" * 4301, "0." + "3" * 400, "1" + "0" * 301, "-" + "9" * 309]

_NUMBERS = [one for one in _TRAPS if one[-1:].isdigit()]

_CHARACTERS = "ab1- .:中文两翼“”，%\t\n\u00a0\u0301\u200d\u202e\u3000\x1b\0\ufeff\uffff😀٣Ⅷ½"


def scalar(rng: random.Random) -> str:
    """A scalar as YAML text that readers have stumbled over, or a short random one."""
    return rng.choice(_TRAPS) if rng.random() < 0.9 else json.dumps(_text(rng))


def number(rng: random.Random) -> str:
    """A scalar that is more or less a number or a date, as YAML text."""
    return rng.choice(_NUMBERS)


def model(rng: random.Random) -> str:
    """A model as JSON, which is YAML too, that is mostly as the types want it."""
    fault = rng.choice((0.0, 0.002, 0.01, 0.05, 0.3))
    data = _value(rng, Article, fault, 0)
    _settle(rng, data, fault)
    return json.dumps(data, ensure_ascii=rng.random() < 0.5, indent=rng.choice((None, 1)))


def _text(rng: random.Random) -> str:
    return "".join(rng.choices(_CHARACTERS, k=rng.randint(0, 12)))


def _junk(rng: random.Random) -> Any:
    return rng.choice(
        (
            None,
            "",
            [],
            {},
            [[]],
            {"zh": "x"},
            True,
            -1,
            1.5,
            10**30,
            "x",
            rng.choice(_TRAPS),
            _text(rng),
        )
    )


def _value(rng: random.Random, kind: Any, fault: float, depth: int) -> Any:
    """A value of that type, or with the chance ``fault`` anything."""
    if rng.random() < fault:
        return _junk(rng)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _value(rng, rng.choice(arguments), fault, depth)
    if origin is Literal:
        return rng.choice(arguments)
    if origin is tuple:
        count = rng.randint(0, 6 if depth < 2 else 2)
        return [_value(rng, arguments[0], fault, depth + 1) for _ in range(count)]
    if origin is Annotated:
        bare, meta = arguments[:2]
        if get_origin(bare) is tuple:
            least = meta.min_length or 0
            few = _value(rng, bare, fault, depth)
            return few or [_value(rng, get_args(bare)[0], fault, depth) for _ in range(least)]
        return _constrained(rng, bare, meta)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _record(rng, kind, fault, depth)
    plain = {bool: rng.random() < 0.5, int: rng.randint(-9, 10**13)}
    return plain.get(kind, "2022-02-26" if kind is datetime.date else None)


def _constrained(rng: random.Random, bare: Any, meta: msgspec.Meta) -> Any:
    """A value of a simple type with a condition on it."""
    if bare is str and meta.pattern:
        return f"{rng.getrandbits(256):064x}" if "64" in meta.pattern else f"a-{rng.randrange(99)}"
    if bare is str:
        return rng.choice(("文", "“一”", "Word", f"{rng.randrange(99)}项"))
    if bare is datetime.datetime:
        return "2022-03-21T14:45:00+08:00"
    return rng.randint(1, 9) if bare is int else rng.uniform(-1e9, 1e9)


def _record(rng: random.Random, kind: type[msgspec.Struct], fault: float, depth: int) -> Any:
    record = {}
    for field in msgspec.structs.fields(kind):
        wanted = field.required or rng.random() < 0.5
        if wanted != (rng.random() < fault):
            record[field.encode_name] = _value(rng, field.type, fault, depth + 1)
    if rng.random() < fault:
        record[rng.choice(("note", "zh", "nmae", "", "\u202e", "id "))] = _junk(rng)
    return record


def _settle(rng: random.Random, data: Any, fault: float) -> None:
    """Make ids unique and references fit, but for the chance ``fault``: else hardly any would."""
    sections = data.items() if isinstance(data, dict) else ()
    records = [
        (section, one)
        for section, held in sections
        for one in (held if isinstance(held, list) else ())
        if isinstance(one, dict) and "id" in one and rng.random() >= fault
    ]
    ids: dict[str, list[str]] = {}
    for number, (section, one) in enumerate(records):
        one["id"] = f"{section}-{number}"
        ids.setdefault(section, []).append(one["id"])
    everything = [name for names in ids.values() for name in names]
    for _, one in records:
        one.pop("part_of", None)
        one.pop("links", None)
        if "place" in one:
            one["place"] = rng.choice([*ids.get("places", []), None])
        if "about" in one:
            one["about"] = rng.sample(everything, min(2, len(everything)))
    if isinstance(data, dict) and isinstance(data.get("summary"), dict):
        data["summary"].pop("takeaways", None)
        data["summary"]["headline"] = ids.get("figures", [])[:3]
