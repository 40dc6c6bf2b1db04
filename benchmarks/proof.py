"""Prove the prover: change one thing at a time in the shipped model and count what is caught.

``python benchmarks/proof.py SOURCE`` needs the text of the article. Each change is made to a fresh
copy of the model, in every place where it is possible; it is caught if ``check --source`` reports
an error. Warnings do not count.
"""

import argparse
import copy
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, NamedTuple, get_args

from briefing.checks import numbers
from briefing.checks.check import RULE_MODULES
from briefing.checks.context import ProofContext
from briefing.checks.registry import RULES
from briefing.model import references, typed
from briefing.model.choices import Direction, FigureKind
from briefing.model.sections import REFERENCES, SECTIONS
from briefing.model.text import read_text
from briefing.names.pinyin import readings
from briefing.shelf.library import load
from briefing.views.common import make_plain

Path = tuple[str | int, ...]

GOALS = {
    "value": 1.0,
    "anchor": 1.0,
    "paragraph": 1.0,
    "unit": 1.0,
    "date": 1.0,
    "Chinese name": 1.0,
    "short name": 1.0,
    "name of the source": 1.0,
    "post of another": 0.95,
    "letter of an English name of a person": 0.9,
    "syllable of an English name of a person": 0.9,
    "family name of another in English": 0.9,
    "English given name the wrong way round": 0.9,
    "text cut": 1.0,
    "kind": 1.0,
    "direction": 1.0,
    "partner": 1.0,
    "dropped date": 1.0,
    "prose number": 0.95,
    "qualifier in prose": 0.95,
    "period": 0.95,
    "change": 0.95,
    "figure taken out": 1.0,
    "person taken out": 0.95,
    "reporter taken out": 0.95,
}
_ORDINAL = re.compile(r"(?:th|st|rd|third|first|second)$|^over |第|首|届|号|期|次")
_ENGLISH = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_SECTIONS = [
    section.name for section in SECTIONS.values() if section.has_records and not section.path
]
_NOTHING = "nothing"
"""What a change sets a field to that is left out, since a change to ``None`` drops a record."""
_state: dict[str, Any] = {}


class Change(NamedTuple):
    """A kind of change, where it is made, and the value there afterwards (None: dropped)."""

    kind: str
    path: Path
    value: Any


def main() -> int:
    """Count the caught changes by kind, name the survivors; 0 if every goal is reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", help="the text of the article")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kind", action="append", help="make only changes of this kind")
    arguments = parser.parse_args()
    _start(arguments.source)
    model = _state["model"]
    if errors := _errors(model):
        print("the model is not clean to begin with:", *errors, sep="\n  ")
        return 1
    changes = [one for one in _changes(model) if one.kind in (arguments.kind or [one.kind])]
    pool = ProcessPoolExecutor(arguments.jobs, initializer=_start, initargs=(arguments.source,))
    with pool:
        caught = list(pool.map(_is_caught, changes, chunksize=20))
    reached = True
    print(f"{'change':38} {'made':>6} {'caught':>6} {'share':>7}  goal")
    for kind in dict.fromkeys(change.kind for change in changes):
        found = [ok for change, ok in zip(changes, caught, strict=True) if change.kind == kind]
        share = sum(found) / len(found)
        goal = GOALS.get(kind)
        met = goal is None or share >= goal
        reached = reached and met
        said = "" if goal is None else f"{goal:.0%} {'reached' if met else 'NOT REACHED'}"
        print(f"{kind:38} {len(found):6} {sum(found):6} {share:7.1%}  {said}")
    print("\nsurvivors")
    for change, ok in zip(changes, caught, strict=True):
        if not ok:
            print(f"  {change.kind}: {_place(model, change.path)} -> {change.value!r}")
    return 0 if reached else 1


def _start(source: str) -> None:
    article = load([]).articles[0]
    _state["source"] = read_text(source)
    _state["model"] = make_plain(article)
    context = ProofContext(article, _state["source"])
    _state["date"], _state["quantities"] = context.date, context.quantities


def _errors(data: dict[str, Any]) -> list[str]:
    """The errors that ``check --source`` reports for a model as plain data."""
    article, found = typed.convert(data)
    found += references.find_mistakes(data)
    if article is None or found:
        return [finding.message.code for finding in found]
    context = ProofContext(article, _state["source"])
    if context.date == _state["date"]:  # the scan is the same as long as the date is
        context.__dict__["quantities"] = _state["quantities"]
    assert RULE_MODULES  # their import has entered the rules
    errors: list[str] = []
    for rule in RULES.values():
        if not rule.warning:
            if rule.on_model:
                errors += (rule.code for _ in rule.on_model(article))
            if rule.on_proof:
                errors += (rule.code for _ in rule.on_proof(context))
    return errors


def _is_caught(change: Change) -> bool:
    data = copy.deepcopy(_state["model"])
    holder = data
    for step in change.path[:-1]:
        holder = holder[step]
    if change.value is None:
        dropped = holder.pop(change.path[-1])
        if "id" in dropped:
            _forget(data, dropped["id"])
    else:
        holder[change.path[-1]] = None if change.value == _NOTHING else change.value
    return bool(_errors(data))


def _forget(value: Any, name: str) -> None:
    """Take every reference to a dropped record out, so that it is not caught by those."""
    if isinstance(value, list):
        for item in value:
            _forget(item, name)
    elif isinstance(value, dict):
        for key, held in list(value.items()):
            if key in REFERENCES and held == name:
                value[key] = None
            elif key in REFERENCES and isinstance(held, list):
                value[key] = [one for one in held if one != name]
            elif key == "links":
                value[key] = [link for link in held if link["place"] != name]
            _forget(value[key], name)


def _place(model: dict[str, Any], path: Path) -> str:
    """A path with the id of its record in place of its number."""
    if path[0] in _SECTIONS:
        record = model[path[0]][path[1]]
        path = (path[0], record["id"], *path[2:])
    return ".".join(map(str, path))


def _changes(model: dict[str, Any]) -> Iterator[Change]:
    for path, key, value in _leaves(model):
        make = _CHANGES.get(key)
        if make and value is not None and path[0] != "waived":
            yield Change(*make(value, path))
    yield from _name_changes(model)
    yield from _post_changes(model)
    yield from _spelling_changes(model)
    yield from _figure_changes(model)
    yield from _record_changes(model)
    yield from _prose_changes(model)
    yield from _dropped(model)
    yield from _swapped(model)


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, str, Any]]:
    if isinstance(value, dict):
        for key, held in value.items():
            yield from _leaves(held, (*path, key))
    elif isinstance(value, list):
        for index, held in enumerate(value):
            yield from _leaves(held, (*path, index))
    else:
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        yield path, key, value


def _digit(value: float, path: Path) -> tuple[str, Path, float]:
    """The number with its first digit changed."""
    written = repr(value)
    at = next(i for i, character in enumerate(written) if character.isdigit())
    changed = written[:at] + str(int(written[at]) % 9 + 1) + written[at + 1 :]
    return "value", path, float(changed) if "." in changed else int(changed)


def _character(anchor: str, path: Path) -> tuple[str, Path, str]:
    """The anchor with the character in its middle changed; a digit into another."""
    at = len(anchor) // 2
    is_digit = anchor[at].isascii() and anchor[at].isdigit()
    other = str((int(anchor[at]) + 1) % 10) if is_digit else "某"
    return "anchor", path, anchor[:at] + other + anchor[at + 1 :]


def _day(value: str, path: Path) -> tuple[str, Path, str]:
    return "date", path, f"{value[:8]}{int(value[8:10]) % 28 + 1:02}{value[10:]}"


def _unit(value: str, path: Path) -> tuple[str, Path, str]:
    return "unit", path, "USD" if value == "CNY" else "户"


def _paragraph(number: int, path: Path) -> tuple[str, Path, int]:
    return "paragraph", path, number % len(_state["source"].paragraphs) + 1


_CHANGES: dict[str, Callable[[Any, Path], tuple[str, Path, Any]]] = {
    "value": _digit,
    "anchor": _character,
    "paragraph": _paragraph,
    "unit": _unit,
    "date": _day,
    "published": _day,
}


def _name_changes(model: dict[str, Any]) -> Iterator[Change]:
    """Each Chinese name with a character changed."""
    for key in ("title", "publisher", "republisher", "editor"):
        if model["source"][key]:
            yield _renamed("name of the source", model, ("source", key, "zh"))
    for index in range(len(model["source"]["reporters"])):
        yield _renamed("name of the source", model, ("source", "reporters", index, "zh"))
    for section in _SECTIONS:
        for index, record in enumerate(model[section]):
            if record.get("coined") or "name" not in record:
                continue
            yield _renamed("Chinese name", model, (section, index, "name", "zh"))
            if record.get("short"):
                yield _renamed("short name", model, (section, index, "short", "zh"))


def _post_changes(model: dict[str, Any]) -> Iterator[Change]:
    """Each post given to each other person."""
    people = model["people"]
    for index, person in enumerate(people):
        for post in person["posts"]:
            for other in range(len(people)):
                if other != index:
                    yield Change("post of another", ("people", other, "posts"), [post])


def _renamed(kind: str, model: dict[str, Any], path: Path) -> Change:
    """The change of the character in the middle of a name."""
    name: Any = model
    for step in path:
        name = name[step]
    places = [at for at, character in enumerate(name) if character.isalnum()]
    at = places[len(places) // 2]
    return Change(kind, path, name[:at] + ("某" if name[at] != "某" else "甲") + name[at + 1 :])


def _spelling_changes(model: dict[str, Any]) -> Iterator[Change]:
    """Each English name of a person with another letter, syllable, family name or order."""
    people: list[tuple[Path, Any]]
    people = [(("people", index), one["name"]) for index, one in enumerate(model["people"])]
    reporters = model["source"]["reporters"]
    people += [(("source", "reporters", index), one) for index, one in enumerate(reporters)]
    for number, (path, name) in enumerate(people):
        here = (*path, "name", "en") if path[0] == "people" else (*path, "en")
        family, given = name["en"].split(" ")
        for at, letter in enumerate(name["en"]):
            if letter.isalpha():
                other = "q" if letter.lower() != "q" else "k"
                changed = name["en"][:at] + other + name["en"][at + 1 :]
                yield Change("letter of an English name of a person", here, changed)
        read = [min(readings(character)) for character in name["zh"]]
        for at in range(len(read)):
            other = "mei" if "mei" not in readings(name["zh"][at]) else "gang"
            spelt = [*read[:at], other, *read[at + 1 :]]
            changed = f"{spelt[0].capitalize()} {''.join(spelt[1:]).capitalize()}"
            yield Change("syllable of an English name of a person", here, changed)
        another = people[(number + 1) % len(people)][1]["en"].split(" ")[0]
        if another != family:
            yield Change("family name of another in English", here, f"{another} {given}")
        if len(read) == 3 and read[1] != read[2]:
            changed = f"{family} {read[2].capitalize()}{read[1]}"
            yield Change("English given name the wrong way round", here, changed)


def _figure_changes(model: dict[str, Any]) -> Iterator[Change]:
    """Each figure's text cut by a character, and each other kind."""
    for index, figure in enumerate(model["figures"]):
        yield Change("text cut", ("figures", index, "text"), figure["text"][1:] or "某")
        for kind in get_args(FigureKind):
            if kind != figure["kind"]:
                yield Change("kind", ("figures", index, "kind"), kind)
        if isinstance(figure["period"], str):
            for period in ("1999", "2022-Q3", "2021-11"):
                yield Change("period", ("figures", index, "period"), period)
        change = figure["change"] or {}
        for field, values in (("turn", ("up", "down")), ("over", ("yoy", "mom"))):
            for value in values:
                if change.get(field) in values and change[field] != value:
                    yield Change("change", ("figures", index, "change", field), value)


def _record_changes(model: dict[str, Any]) -> Iterator[Change]:
    """Other directions and partners, and dates left out."""
    for index, place in enumerate(model["places"]):
        if place["direction"] and place["basis"] == "stated":
            for direction in set(get_args(Direction)) - {place["direction"]}:
                yield Change("direction", ("places", index, "direction"), direction)
    firms = [one["id"] for one in model["organisations"]]
    for index, project in enumerate(model["projects"]):
        if "partners" not in project["inferred"]:
            for number in range(len(project["partners"])):
                other = next(one for one in firms if one not in project["partners"])
                yield Change("partner", ("projects", index, "partners", number), other)
    for section in ("projects", "events"):
        for index, record in enumerate(model[section]):
            if record["date"] is not None and not record.get("due"):
                yield Change("dropped date", (section, index, "date"), _NOTHING)


def _prose_changes(model: dict[str, Any]) -> Iterator[Change]:
    """Each number of each text of ours, made one larger."""
    for path, key, value in _leaves(model):
        if key not in ("zh", "en") or value is None or path[0] in ("source", "waived"):
            continue
        read = numbers.read_chinese if key == "zh" else numbers.read_english
        for words in dict.fromkeys(number.words for number in read(value, _state["date"])):
            changed = _larger(words)
            if changed != words:
                yield Change("prose number", path, value.replace(words, changed, 1))
        if "gloss" not in path:  # which is general knowledge, and not the article's
            yield from _qualified(path, key, value, read(value, _state["date"]))


def _qualified(
    path: Path, lang: str, text: str, read: Iterable[numbers.Number]
) -> Iterator[Change]:
    """Each amount of a text, qualified as nothing qualifies it."""
    for number in read:
        units = {reading.unit for reading in number.readings}
        amounts = units and not number.relative and not number.each and "date" not in units
        if amounts and number.qualifiers == ("",) and not _ORDINAL.search(number.words):
            for word in ("近", "超") if lang == "zh" else ("nearly ", "over "):
                changed = text.replace(number.words, word + number.words, 1)
                yield Change("qualifier in prose", path, changed)


def _larger(words: str) -> str:
    digits = re.search(r"\d+", words)
    if digits:
        return words[: digits.start()] + str(int(digits[0]) + 1) + words[digits.end() :]
    for place, numeral in enumerate("一二三四五六七八九"):
        if numeral in words:
            return words.replace(numeral, "二三四五六七八九十"[place], 1)
    for place, word in enumerate(_ENGLISH[:-1]):
        if re.search(rf"\b{word}\b", words, re.I):
            return re.sub(rf"\b{word}\b", _ENGLISH[place + 1], words, count=1, flags=re.I)
    return words.replace("两", "三", 1).replace("双", "三", 1).replace("first", "second")


def _dropped(model: dict[str, Any]) -> Iterator[Change]:
    """Each record taken out, and each reporter."""
    for section in _SECTIONS:
        for index, record in enumerate(model[section]):
            kind = "another record taken out"
            if section == "figures" and not record["in_name"]:
                kind = "figure taken out"
                if _has_twin(record, model["figures"]):
                    kind = "one of two figures of a quantity taken out"
            elif section == "people":
                kind = "person taken out"
            yield Change(kind, (section, index), None)
    for index in range(len(model["source"]["reporters"])):
        yield Change("reporter taken out", ("source", "reporters", index), None)


def _has_twin(figure: dict[str, Any], figures: list[dict[str, Any]]) -> bool:
    """Whether another figure tells the same quantity of the text, and holds it alone as well."""
    return any(
        other is not figure
        and other["text"] == figure["text"]
        and any(proof in figure["evidence"] for proof in other["evidence"])
        for other in figures
    )


def _swapped(model: dict[str, Any]) -> Iterator[Change]:
    """Each reference, made to the next record of the same section."""
    ids = {record["id"]: section for section in _SECTIONS for record in model[section]}
    for path, key, value in _leaves(model):
        if key in REFERENCES and value in ids:
            same = [name for name, section in ids.items() if section == ids[value]]
            yield Change("swapped id", path, same[(same.index(value) + 1) % len(same)])


if __name__ == "__main__":
    sys.exit(main())
