"""What an article says, and what a file says, as the reader of its format finds it."""

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from briefing.model.article import Article
from briefing.model.parts import Bilingual, Evidence, Rendering, Waiver
from briefing.model.records import Figure, Source
from markup import Page


def said(article: Article, lang: str) -> set[str]:
    """The texts of a model in a language: all words of ours, and those of the article."""
    found = set()
    for _, part in article.all_parts:
        match part:
            case Bilingual(zh=zh, en=en):
                found |= {one for one in ((zh, en) if lang == "both" else (en or zh,)) if one}
                found |= {zh} if lang == "zh" else set()
                found -= {en} - {zh} if lang == "zh" else set()
            case Evidence(anchor=anchor):
                found.add(anchor)
            case Rendering(en=en) if lang != "zh":
                found.add(en)
            case Waiver(text=text) | Figure(text=text):
                found.add(text)
            case Source(address=address) if address:
                found.add(address)
        for alias in getattr(part, "aliases", ()):
            if lang == "both" or (lang == "zh") == bool(re.search("[一-鿿]", alias)):
                found.add(alias)
    return found


def read(form: str, content: bytes) -> str:
    """All that a file says, as its own reader finds it, without the blanks."""
    match form:
        case "docx":
            docx = pytest.importorskip("docx")
            w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
            body = docx.Document(io.BytesIO(content)).element.body
            found = "\n".join(
                "".join(text.text or "" for text in one.iter(f"{w}t")) for one in body.iter(f"{w}p")
            )
        case "xlsx":
            openpyxl = pytest.importorskip("openpyxl")
            book = openpyxl.load_workbook(io.BytesIO(content))
            found = "\n".join(
                str(cell) for sheet in book for row in sheet.values for cell in row if cell
            )
            # openpyxl leaves the codes of characters as they are, which Excel reads.
            found = re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), found)
        case "html":
            found = "".join(text for text, _ in Page(content.decode()).runs)
        case "md":
            gfm = pytest.importorskip("cmarkgfm", reason="cmarkgfm is not installed")
            page = re.sub("<!--.*?-->", "", gfm.github_flavored_markdown_to_html(content.decode()))
            found = html.unescape(re.sub("<[^>]*>", "", page))
        case "json" | "jsonl":
            lines = content.decode().splitlines() if form == "jsonl" else [content.decode()]
            found = "\n".join(text for line in lines for text in strings(json.loads(line)))
        case "yaml":
            found = "\n".join(strings(yaml.safe_load(content)))
        case "csv" | "tsv":
            found = "\n".join(cell for row in rows(content, form) for cell in row)
        case "zip":
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                tables = [package.read(one) for one in package.namelist() if one.endswith("csv")]
            cells = [cell for table in tables for row in rows(table) for cell in row]
            lists = [re.sub(r"\\(.)", r"\1", cell) for cell in cells if " | " in cell]
            found = "\n".join([*cells, *lists])
        case _:
            found = content.decode()
    return "".join(found.split())


def strings(data: Any) -> Iterator[str]:
    """All texts in plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for one in data.values() if isinstance(data, dict) else data:
            yield from strings(one)


def rows(content: bytes, form: str = "csv") -> Iterator[list[str]]:
    """The rows of a table as CSV or TSV."""
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return csv.reader(text, delimiter="\t" if form == "tsv" else ",")
