"""Compare drafts of models with what a person found in the same texts.

``python benchmarks/drafts.py [FOLDER]`` drafts each text in FOLDER (``NAME.txt``) and compares it
with ``NAME.json`` or the model ``NAME.yaml`` beside it. Without a folder it drafts the texts of the
models that were made by hand: ``tests/second.yaml``, those in ``tests/memos`` and, where
``BRIEFING_SOURCE`` names its text, the shipped one. ``--missed`` names what a draft lacks and what
it has besides.

A JSON file has these keys, of which each may be left out: ``title``, ``published``, ``publisher``
and ``reporters``; ``quantities``, with ``paragraph``, ``text``, ``value``, ``unit`` and ``times``;
``people``, with ``name`` and ``posts``; ``places``, with ``name``, ``kind`` and ``as_written``;
``organisations`` and ``terms``, which are names; ``projects``, with ``name``, ``status`` and the
``anchors`` of its evidence. The statuses of those who label texts are fewer than ours, and
``LABELLED`` says which of ours each of their words allows; models are held to their own statuses.
"""

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from briefing.model.article import Article
from briefing.model.parts import Bilingual
from briefing.model.periods import days_of
from briefing.model.reading import inspect_model, shipped_model
from briefing.model.records import Figure, Organisation, Person, Place, Project, Term
from briefing.quantities.units import unit_named

HERE = Path(__file__).parent
KINDS = ("province", "city", "county", "town", "village", "zone")
SHORTEST = 4
"""A shorter name of a project may be a part of many others."""
_SCALES = {"成": 10, "‰": 0.1, "K": 1000}
"""What a person wrote in the unit of the text, and a model has in another one."""
LABELLED = {
    "planned": ("planned", "proposed", "sought"),
    "agreed": ("signed",),
    "built": ("completed",),
    "unstated": ("unstated", "listed"),
}
"""The statuses that a labeller's word allows; each other word is a status of ours."""
LEAST = {
    "quantities": 0.98,
    "people with all posts": 0.92,
    "places": 0.95,
    "terms": 1.0,
    "title": 0.95,
    "published": 0.95,
    "publisher": 0.95,
    "reporters": 0.95,
}
"""The shares that a draft is to reach."""


class Result(NamedTuple):
    """How one thing that a person found was told by a draft."""

    kind: str
    what: str
    right: bool


def main() -> None:
    """Draft each text, compare, and print the share of each kind that is right."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--missed", action="store_true")
    given = parser.parse_args()
    found, of, invented = Counter[str](), Counter[str](), Counter[str]()
    for name, text, gold in _cases(given.folder):
        drafted = draft(text)
        for one in compare(drafted, gold):
            found[one.kind] += one.right
            of[one.kind] += 1
            if given.missed and not one.right:
                print(f"{name}: {one.kind}: {one.what}")
        for kind, what in list_invented(drafted, gold):
            invented[kind] += 1
            if given.missed:
                print(f"{name}: besides: {kind}: {what}")
    for kind, count in of.items():
        least = f"  (to reach: {LEAST[kind]:.0%})" if kind in LEAST else ""
        print(f"{kind:24}{found[kind]:5} of {count:5}  {found[kind] / count:7.1%}{least}")
    for kind, count in invented.items():
        print(f"{kind} that no person found: {count}")


def _cases(folder: str | None) -> Iterator[tuple[str, str, dict[str, Any]]]:
    if folder:
        for file in sorted(Path(folder).glob("*.json")):
            page = next(
                file.with_suffix(end)
                for end in (".txt", ".html", ".docx")
                if file.with_suffix(end).exists()
            )
            yield file.stem, str(page), _read_labels(file)
    tests = HERE.parent / "tests"
    made = (
        Path(folder).glob("*.yaml")
        if folder
        else [tests / "second.yaml", *tests.glob("memos/*.yaml")]
    )
    models = [(str(model), str(model.with_suffix(".txt"))) for model in sorted(made)]
    if "BRIEFING_SOURCE" in os.environ and not folder:
        models.append((shipped_model(), os.environ["BRIEFING_SOURCE"]))
    for model, text in models:
        article = inspect_model(model).article
        assert article
        yield Path(model).stem, text, _gold_of(article)


def _read_labels(file: Path) -> dict[str, Any]:
    """Return what a person found in a text, with the statuses that each word for one allows."""
    gold: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    for one in gold.get("projects", ()):
        one["statuses"] = LABELLED.get(one["status"], (one["status"],))
    return gold


def _gold_of(article: Article) -> dict[str, Any]:
    """Return what a model has, as a JSON file tells it."""
    return {
        "title": article.source.title.zh,
        "published": article.source.date,
        "publisher": article.source.publisher.zh,
        "reporters": [one.zh for one in article.source.reporters],
        "quantities": [
            {
                "paragraph": one.evidence[0].paragraph,
                "text": one.text,
                "value": one.value if one.value_to is None else [one.value, one.value_to],
                "unit": one.unit,
                "times": [_code_of(time) for time in (one.period, one.due) if time],
                "places": sorted(_names_of(one, article)),
            }
            for one in article.of(Figure)
        ],
        "people": [
            {"name": one.name.zh, "posts": [post.title.zh for post in one.posts]}
            for one in article.of(Person)
        ],
        "places": [
            {"name": one.name.zh, "kind": one.kind, "as_written": list(one.aliases)}
            for one in article.of(Place)
            if one.kind in KINDS[:-1] and not one.coined
        ],
        "organisations": [one.name.zh for one in article.of(Organisation) if not one.coined],
        "projects": [
            {
                "name": one.name.zh,
                "status": one.status,
                "anchors": [proof.anchor for proof in one.evidence],
            }
            for one in article.of(Project)
        ],
        "terms": [
            one.name.zh for one in article.of(Term) if any("“" in e.anchor for e in one.evidence)
        ],
    }


def draft(text: str) -> Article:
    """Return the draft of a text as the command writes it, read again."""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "draft.yaml")
        command = [sys.executable, "-m", "briefing", "draft", text, "-o", file]
        subprocess.run(command, check=True, capture_output=True)
        article = inspect_model(file).article
    assert article
    return article


def compare(article: Article, gold: dict[str, Any]) -> Iterator[Result]:
    """Yield whether a draft tells each thing that a person found as that person did."""
    source = article.source
    told = {
        "title": source.title.zh,
        "published": source.date,
        "publisher": source.publisher.zh,
        "reporters": [one.zh for one in source.reporters],
    }
    for kind, value in told.items():
        if gold.get(kind):
            wanted = gold[kind]
            if kind == "reporters":  # papers space short names out: 王 明
                wanted = ["".join(name.split()) for name in wanted]
            same = sorted(value) == sorted(wanted) if kind == "reporters" else value == wanted
            yield Result(kind, f"{wanted} but {value}", same)
    yield from _compare_figures(article, gold)
    yield from _compare_projects(article, gold)
    people = {one.name.zh: {post.title.zh for post in one.posts} for one in article.of(Person)}
    for one in gold.get("people", ()):
        posts = people.get("".join(one["name"].split()))
        yield Result("people", one["name"], posts is not None)
        # A post may be told with the place or the body that it is in.
        right = posts is not None and all(
            any(told.endswith(post) for told in posts) for post in one["posts"]
        )
        yield Result("people with all posts", f"{one['name']} {one['posts']} but {posts}", right)
    places = _names_of_places(article)
    for one in gold.get("places", ()):
        names = {one["name"], *one.get("as_written", ())}
        yield Result("places", f"{one['kind']} {one['name']}", bool(names & places))
    told_names = {
        "organisations": _names_of_bodies(article),
        "terms": {one.name.zh for one in article.of(Term)},
    }
    for kind, held in told_names.items():
        yield from (Result(kind, one, one in held) for one in gold.get(kind, ()))


def _compare_figures(article: Article, gold: dict[str, Any]) -> Iterator[Result]:
    for one in gold.get("quantities", ()):
        same = [figure for figure in article.of(Figure) if _is_same(figure, one)]
        yield Result("quantities", f"¶{one['paragraph']} {one['text']}", bool(same))
        if same and one.get("times"):
            given = _times_of(same[0])
            what = f"¶{one['paragraph']} {one['text']} {one['times']} but {given}"
            yield Result("times", what, not given.isdisjoint(one["times"]))
        if same and one.get("places"):
            names = _names_of(same[0], article)
            what = f"¶{one['paragraph']} {one['text']} {one['places']} but {sorted(names)}"
            yield Result("places of figures", what, not names.isdisjoint(one["places"]))


def _compare_projects(article: Article, gold: dict[str, Any]) -> Iterator[Result]:
    for one in gold.get("projects", ()):
        drafted = [each for each in article.of(Project) if _is_same_project(each, one)]
        yield Result("projects", one["name"], bool(drafted))
        if drafted:
            statuses = {each.status for each in drafted}
            what = f"{one['name']} {one['status']} but {statuses}"
            allowed = one.get("statuses", (one["status"],))
            yield Result("status of projects", what, not statuses.isdisjoint(allowed))


def list_invented(article: Article, gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a draft has that no person found in the text: names, and times of figures."""
    yield from _list_invented_of_figures(article, gold)
    if "projects" in gold:
        yield from (
            ("projects", f"{each.name.zh} ({each.status})")
            for each in article.of(Project)
            if not any(_is_same_project(each, one) for one in gold["projects"])
        )
    if "organisations" in gold:
        invented = _names_of_bodies(article) - set(gold["organisations"])
        yield from (("organisations", name) for name in sorted(invented))
    if "people" in gold:
        known = {"".join(one["name"].split()) for one in gold["people"]}
        yield from (
            ("people", one.name.zh) for one in article.of(Person) if one.name.zh not in known
        )
    if "places" in gold:
        known = {
            name for one in gold["places"] for name in (one["name"], *one.get("as_written", ()))
        }
        for place in article.of(Place):
            if place.kind in KINDS and known.isdisjoint({place.name.zh, *place.aliases}):
                yield "places", f"{place.kind} {place.name.zh}"


def _list_invented_of_figures(article: Article, gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for figure in article.of(Figure):
        given = _times_of(figure)
        same = [one for one in gold.get("quantities", ()) if _is_same(figure, one)]
        if given and same and "times" in same[0] and given.isdisjoint(same[0]["times"]):
            yield "times", f"{figure.text} {given} but {same[0]['times']}"
        names = _names_of(figure, article)
        if names and same and "places" in same[0] and names.isdisjoint(same[0]["places"]):
            yield "places of figures", f"{figure.text} {sorted(names)} but {same[0]['places']}"


def _is_same(figure: Figure, one: dict[str, Any]) -> bool:
    """Return whether a figure is a quantity that a person found: its value in its unit.

    A figure that goes from one value to another, as 10元至15元, holds both. Where the person took
    more words for the unit (四大项), the text must be the same.
    """
    values = one["value"] if isinstance(one["value"], list) else [one["value"]]
    scale = _scale_of(one)
    same_text = one["text"].startswith(figure.text) or figure.text in one["text"]
    unit = one["unit"]
    return (
        one["paragraph"] in {proof.paragraph for proof in figure.evidence}
        and any(
            math.isclose(round(value, 2), round(values[0] * scale, 2))  # 33.33 for a third
            for value in (figure.value, figure.value_to)
            if value is not None
        )
        and (same_text or figure.unit == (unit_named(str(unit)) or unit))
    )


def _scale_of(one: dict[str, Any]) -> float:
    """Return by how much a quantity is more in our units: 三成 and 3/10 are 30%."""
    unit = str(one["unit"])
    if not unit and re.search("分之|/", one["text"]):
        return 100
    return _SCALES.get(unit[:1], 1) if unit != "K" else 1


def _times_of(figure: Figure) -> set[str]:
    return {_code_of(time) for time in (figure.period, figure.due) if time}


def _names_of(figure: Figure, article: Article) -> set[str]:
    """Return the names of the places that a figure is of."""
    places = (article.place(one) for one in figure.places)
    return {name for one in places if one for name in (one.name.zh, *one.aliases)}


def _code_of(time: str | Bilingual) -> str:
    """Return a time as the days that it lasts, so that three quarters are nine months."""
    return time.zh if isinstance(time, Bilingual) else "/".join(map(str, days_of(time)))


def _is_same_project(project: Project, one: dict[str, Any]) -> bool:
    """Return whether a project is one that a person found: of two names one holds the other.

    A person who gave a phase of it a name of its own quotes the name that the text has.
    """
    name = project.name.zh
    return any(
        name == other or (len(other) >= SHORTEST and (name in other or other in name))
        for other in (one["name"], *one["anchors"])
    )


def _names_of_bodies(article: Article) -> set[str]:
    return {one.name.zh for one in article.of(Organisation)}


def _names_of_places(article: Article) -> set[str]:
    places = article.of(Place)
    names = {name for one in places for name in (one.name.zh, *one.aliases)}
    return names | {re.sub("(?<=..)[省市县区]$", "", name) for name in names}


if __name__ == "__main__":
    main()
