"""The shipped model: clean by itself, and true to its source where that is at hand."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from briefing.checks.check import check
from briefing.limits import ANCHOR_CHARACTERS
from briefing.model.parts import Waiver
from briefing.model.reading import shipped_model
from briefing.shelf.library import Library, load
from support import EXAMPLE, HERE

CHINESE = "\u4e00-\u9fff"


def evidence(part: Any) -> Iterator[tuple[int, str]]:
    if isinstance(part, dict):
        if set(part) == {"paragraph", "anchor"}:
            yield part["paragraph"], part["anchor"]
        for held in part.values():
            yield from evidence(held)
    elif isinstance(part, list | tuple):
        for held in part:
            yield from evidence(held)


def texts(part: Any) -> Iterator[str]:
    """The texts of a model but its names and titles, which are what they are."""
    if isinstance(part, dict):
        for key, held in part.items():
            if key not in ("name", "short", "title", "publisher", "republisher"):
                yield from texts(held)
    elif isinstance(part, list | tuple):
        for held in part:
            yield from texts(held)
    elif isinstance(part, str):
        yield part


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_the_shipped_model_is_clean() -> None:
    assert check([shipped_model()])[0].problems == []


def test_the_example_is_clean_but_for_one_text_left_untranslated() -> None:
    assert [problem.code for problem in check([EXAMPLE])[0].problems] == ["untranslated"]


def test_anchors_are_no_sentences(shipped_library: Library) -> None:
    anchors = [anchor for _, anchor in evidence(msgspec.to_builtins(shipped_library.articles))]
    assert len(anchors) > 500
    assert [anchor for anchor in anchors if len(anchor) > ANCHOR_CHARACTERS or "。" in anchor] == []


def test_every_record_names_a_paragraph_of_the_source(shipped_library: Library) -> None:
    (article,) = shipped_library.articles
    assert len(article.source.paragraphs) == 32
    numbers = {number for number, _ in evidence(msgspec.to_builtins(article))}
    assert numbers <= set(range(1, 33))


@pytest.fixture(params=["example", "shipped"])
def model_and_text(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A model's path, and its source text."""
    if request.param == "example":
        return EXAMPLE, (HERE / "example.txt").read_text(encoding="utf-8")
    return shipped_model(), request.getfixturevalue("source_text")


def test_the_digests_are_those_of_the_source(model_and_text: tuple[str, str]) -> None:
    model, text = model_and_text
    (article,) = load([model]).articles
    digests = [hashlib.sha256(line.encode()).hexdigest() for line in paragraphs(text)]
    assert list(article.source.paragraphs) == digests


def test_every_anchor_stands_in_its_paragraph(model_and_text: tuple[str, str]) -> None:
    model, text = model_and_text
    lines = paragraphs(text)
    proofs = evidence(msgspec.to_builtins(load([model]).articles))
    assert [proof for proof in proofs if proof[1] not in lines[proof[0] - 1]] == []


def test_every_waived_text_stands_in_its_paragraph(model_and_text: tuple[str, str]) -> None:
    model, text = model_and_text
    lines = paragraphs(text)
    (article,) = load([model]).articles
    waived = [(one.paragraph, one.text) for one in article.of(Waiver)]
    assert waived
    assert [one for one in waived if one[1] not in lines[one[0] - 1]] == []


def test_no_run_of_twenty_characters_is_the_publishers(source_text: str) -> None:
    (article,) = load([shipped_model()]).articles
    ours = "\n".join(texts(msgspec.to_builtins(article)))
    model = "".join(re.findall(f"[{CHINESE}\n]", ours))
    runs = re.findall(f"(?=([{CHINESE}]{{20}}))", source_text)
    assert runs
    assert [run for run in runs if run in model] == []
