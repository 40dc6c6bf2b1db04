"""Whatever texts a model has, they stay texts: in each format, for that format's own reader."""

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.model.yamldump import dump
from briefing.model.yamlfile import Parsed
from briefing.output.formats import FORMATS
from briefing.shelf.library import load
from markup import Page
from saying import read, rows, said
from support import EXAMPLE, briefing

PAYLOADS = (
    "=cmd|' /C calc'!A0",
    "_x0041_ _x005f_x",
    "＝1+1",
    "\n=1",
    "\t@SUM(A1)",
    "-2+3",
    "<script>alert(1)</script>",
    "&copy; &#x41; &amp;",
    "</i></td><a href=//x.y>z</a>",
    '\'"` onx="1',
    "]]> <!-- --> <?x ?>",
    "http://x.example/y www.x.example a@b.cc",
    "[a](javascript:x) ![b](//c) [c]: //d",
    "@user #12 GH-12 :smile: o/r#3",
    "$x^2$ `c` **b** __u__ ~~s~~ ==m== [^1]",
    "a | b \\| c",
    "# h\n\n- i\n> q\n***\n```\nd",
    "1. x\n---\n| t |\n|---|",
    "- x",
    "+ x",
    "::error file=x,line=1::y%0Az",
    "\\textbf{x} {y} % & _ \\",
    "TY  - BOOK\nER  - ",
    "a: b\n- c #d\n--- !!x &y *z",
    "{zh: x} [1, 2] ~ null",
    "\\x1b[31m \\u202e \\n",
    "x" * 300,
    "，、“”《》（）" * 9,
    "🇨🇳👩‍👩‍👧é̂".replace("\u200d", ""),
)
SHORT = tuple(one for one in PAYLOADS if len(one) <= 18)
COMMANDS = (
    ("export",),
    ("summary", "--full"),
    ("city", "dongjia", "--full"),
    ("city", "dongjia", "xiyi"),
    ("figures", "--all"),
    ("show", "dongjia"),
    ("commitments", "--all"),
    ("search", "码头"),
)


def fill(rotation: int | None) -> dict[str, Any]:
    """The example with another text in the place of each one; without a rotation, harmless."""
    anchors: dict[str, str] = {}
    numbers = count()

    def replaced(some: Sequence[str]) -> str:
        number = next(numbers)
        payload = "平常的话 " if rotation is None else some[(number + rotation) % len(some)]
        return f"{payload}{number:03}字"  # which is in no other text

    def walk(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: walk(held, name) for name, held in value.items()}
        if isinstance(value, list):
            return [walk(one, key) for one in value]
        if key in ("zh", "en", "aliases", "text", "todo") and value is not None:
            return replaced(PAYLOADS)
        if key == "anchor":  # which several proofs and what it says in English may share
            return anchors.setdefault(value, replaced(SHORT))
        return replaced(SHORT) if key == "unit" else value

    data = Parsed(Path(EXAMPLE).read_text(encoding="utf-8"), "").data
    assert isinstance(data, dict)
    del data["source"]["text"]
    filled: dict[str, Any] = walk(data)
    return filled


def structure(form: str, content: bytes) -> Any:
    """What a file is made of apart from its texts, as the format's own reader finds it."""
    match form:
        case "json" | "yaml":
            return shape(json.loads(content) if form == "json" else yaml.safe_load(content))
        case "jsonl":
            return [shape(json.loads(line)) for line in content.decode().splitlines()]
        case "csv" | "tsv":
            return [len(row) for row in rows(content, form)]
        case "zip":
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                return {
                    name: [len(row) for row in rows(package.read(name))]
                    for name in package.namelist()
                    if name.endswith(".csv")
                }
        case "html":
            page = Page(content.decode())
            tags = [one for one in page.tags if one != "span"]  # which only names a language
            return Counter([*tags, *stems(page.links)])
        case "md":
            gfm = pytest.importorskip("cmarkgfm", reason="cmarkgfm is not installed")
            page = gfm.github_flavored_markdown_to_html(content.decode())
            return Counter(
                [*re.findall(r"<(\w+)", page), *stems(re.findall(r'href="([^"]*)"', page))]
            )
        case "xlsx":
            openpyxl = pytest.importorskip("openpyxl")
            book = openpyxl.load_workbook(io.BytesIO(content))
            cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
            assert not [one for one in cells if one.data_type == "f"]
            targets = [one.hyperlink.target or "" for one in cells if one.hyperlink]
            rows_of = {f"rows of {one.title}": one.max_row for one in book}
            return Counter(rows_of) + Counter(stems(targets))
        case "docx":
            docx = pytest.importorskip("docx")
            file = docx.Document(io.BytesIO(content))
            outside = [one.target_ref for one in file.part.rels.values() if one.is_external]
            return Counter([*(one.tag for one in file.element.body.iter()), *stems(outside)])
        case _:
            return Counter(lines=content.count(b"\n"))


def stems(addresses: list[str]) -> list[str]:
    """Addresses without the words that they lead to."""
    return [one.partition("#")[0] for one in addresses]


def shape(data: Any) -> Any:
    """Plain data without its texts."""
    if isinstance(data, dict):
        return {name: shape(held) for name, held in data.items()}
    return [shape(one) for one in data] if isinstance(data, list) else type(data)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int | None], str]:
    """Writes the example with other texts; returns its file."""
    folder = tmp_path_factory.mktemp("hostile")

    def write(rotation: int | None) -> str:
        file = folder / f"{rotation}.yaml"
        if not file.exists():
            file.write_text(dump(fill(rotation)), encoding="utf-8")
        return str(file)

    return write


@pytest.fixture(scope="module")
def made(model: Callable[[int | None], str]) -> Callable[..., Any]:
    """Returns what a command makes of the model in a format."""

    @cache
    def make(form: str, command: tuple[str, ...], rotation: int | None = None) -> Any:
        run = briefing(*command, "-a", model(rotation), "-O", form)
        assert run.status == 0
        return structure(form, run.content)

    return make


ROTATIONS = range(0, len(PAYLOADS), 5)


@pytest.mark.parametrize("turn", range(len(ROTATIONS)))
@pytest.mark.parametrize("form", FORMATS)
def test_a_text_adds_no_line_no_record_no_link_and_no_formula(
    form: str, turn: int, made: Callable[..., Any]
) -> None:
    """The export has each text in each field in its turn; what else there is, in some."""
    rotation = ROTATIONS[turn]
    for command in dict.fromkeys((COMMANDS[0], *COMMANDS[turn :: len(ROTATIONS)])):
        if form in ("csv", "tsv") and command[0] not in ("figures", "commitments"):
            continue
        harmless, hostile = made(form, command), made(form, command, rotation)
        if isinstance(hostile, Counter):
            assert hostile - harmless == Counter()
        else:
            assert hostile == harmless


@pytest.mark.parametrize("rotation", ROTATIONS)
@pytest.mark.parametrize("form", [one for one in FORMATS if one not in ("csv", "tsv")])
def test_a_text_is_found_as_it_was(
    form: str, rotation: int, model: Callable[[int | None], str]
) -> None:
    file = model(rotation)
    lang = "en" if form in ("docx", "xlsx") else "both"
    found = read(form, briefing("export", "-a", file, "-O", form, "--lang", lang).content)
    wanted = said(load([file]).articles[0], lang)
    assert {one for one in wanted if "".join(one.split()) not in found} == set()


@pytest.mark.parametrize("rotation", range(0, len(PAYLOADS), 3))
def test_an_export_reads_back_and_is_exported_to_the_same_bytes(
    rotation: int, tmp_path: Path, model: Callable[[int | None], str]
) -> None:
    first = briefing("export", "-a", model(rotation), "-O", "yaml").content
    again = tmp_path / "again.yaml"
    again.write_bytes(first)
    assert briefing("export", "-a", str(again), "-O", "yaml").content == first
