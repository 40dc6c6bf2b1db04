"""Links that leave: to the words on the page that an article is from."""

import importlib
import io
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from briefing.model.parts import Evidence
from briefing.output.fragments import link_to_words
from briefing.shelf.library import load
from support import EXAMPLE, HERE, example

WORDS = "https://example.org/one-core#:~:text=%E8%BF%91300%E4%BA%BF%E5%85%83"
"""Where 近300亿元 stands on the page of the example."""


def test_markdown_links_each_paragraph_mark_to_the_words() -> None:
    assert f"[¶5]({WORDS})" in example("figures", "-O", "md").out
    assert f"[¶5]({WORDS})" in example("show", "investment", "-O", "md").out


@pytest.mark.parametrize("command", ["figures", "strategies", "summary", "city dongjia", "export"])
def test_word_links_the_words_of_the_article_to_its_page(command: str) -> None:
    docx = pytest.importorskip("docx", reason="python-docx, of the extra 'office', is missing")
    qn = importlib.import_module("docx.oxml.ns").qn
    word = docx.Document(io.BytesIO(example(*command.split(), "-O", "docx").content))
    ids = [link.get(qn("r:id")) for link in word.element.body.iter(qn("w:hyperlink"))]
    targets = [word.part.rels[one].target_ref for one in ids if one]
    assert targets
    assert all(one.startswith("https://example.org/one-core#:~:text=") for one in targets)


def test_the_workbook_links_the_paragraphs_of_a_row_to_the_words() -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra 'office', is missing")
    book = openpyxl.load_workbook(io.BytesIO(example("figures", "-O", "xlsx").content))
    targets = {
        f"{cell.hyperlink.target or ''}#{cell.hyperlink.location or ''}".rstrip("#")
        for row in book.worksheets[0]
        for cell in row
        if cell.hyperlink
    }
    assert WORDS in targets


@pytest.mark.parametrize("address", [None, "javascript:alert(1)", "file:///etc/passwd", "http://["])
def test_only_pages_of_the_web_are_linked(address: str | None) -> None:
    assert link_to_words(address, "甲") is None


def test_an_address_cannot_break_out_of_a_link() -> None:
    address = 'https://example.org/a b)<"x'
    assert link_to_words(address, "甲-乙,丙&丁") == (
        "https://example.org/a%20b%29%3C%22x#:~:text=%E7%94%B2%2D%E4%B9%99%2C%E4%B8%99%26%E4%B8%81"
    )


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a page that holds the example's text, each paragraph below the last screen."""
    text = (HERE / "example.txt").read_text(encoding="utf-8")
    paragraphs = "".join(
        f"<p id=n{number} style='margin: 1200px 0'>{line}</p>"
        for number, line in enumerate(filter(str.strip, text.splitlines()), 1)
    )
    page = f"<!DOCTYPE html><meta charset=utf-8><link rel=icon href=data:,>{paragraphs}"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/page.html"
    server.shutdown()
    server.server_close()


def test_a_browser_lands_on_the_words(browser: Any, served: str) -> None:
    article = load([EXAMPLE]).articles[0]
    anchors = {
        (part.paragraph, part.anchor) for _, part in article.all_parts if isinstance(part, Evidence)
    }
    # Words that stand in an earlier paragraph too lead to the first of them.
    lines = [
        line
        for line in (HERE / "example.txt").read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    page = browser.new_page(viewport={"width": 800, "height": 600})
    missed = []
    for number, anchor in sorted(anchors):
        # Words that stand in an earlier paragraph too lead to the first of them.
        first = next(at for at, line in enumerate(lines, 1) if anchor in line)
        page.goto("about:blank")
        page.goto(link_to_words(served, anchor))
        page.wait_for_timeout(60)
        box = page.evaluate(f"document.getElementById('n{first}').getBoundingClientRect().top")
        if not 0 <= box < 600:
            missed.append((number, anchor, box))
    page.close()
    assert missed == []
