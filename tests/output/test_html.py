"""The HTML page: the languages of its text and, where Chromium is installed, its behaviour."""

import os
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from briefing.output.html import render
from briefing.shelf.library import load
from briefing.views.summary import summary
from briefing.views.whole import whole
from support import SMALLEST, briefing

CHROMIUM = shutil.which("chromium")
HOSTILE = "</style><script>alert(1)</script><img src=x onerror='alert(2)'>\\\"&amp;"
VOID = {"meta", "link", "input"}
PAGES = {
    "summary": ["summary"],
    "city": ["city", "yangquan"],
    "figures": ["figures"],
    "strategies": ["strategies"],
    "show": ["show", "yangquan"],
    "side-by-side": ["city", "yangquan", "lvliang"],
    "export": ["export"],
    "cite": ["cite"],
}


class Page(HTMLParser):
    """Collects the texts of a page with their languages, and checks that elements are nested."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.runs: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.feed(content)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append(tag)
        self.ids += [attributes["id"] or ""] if "id" in attributes else []
        assert not any(name.startswith("on") or name in ("style", "src") for name in attributes)
        if tag not in VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] not in ("style", "script", "title") and data.strip():
            inside = [
                attributes["lang"]
                for tag, attributes in self.open
                if tag != "html" and "lang" in attributes
            ]
            self.runs.append((data, inside[-1] if inside else None))


@pytest.mark.parametrize("page", PAGES)
def test_every_text_names_its_language(page: str) -> None:
    content = briefing(*PAGES[page], "--export", "html").out
    parsed = Page(content)
    for words, lang in parsed.runs:
        if re.search(r"[\u4e00-\u9fff]", words):
            assert lang == "zh-Hans", words
        elif re.search(r"[A-Za-z]{3}", words):  # a shorter one may be the symbol of a unit
            assert lang == "en", words
    assert len(parsed.ids) == len(set(parsed.ids))
    assert {parsed.tags.count(tag) for tag in ("h1", "main", "footer", "title")} >= {1}
    assert "中国西藏网" in content
    assert "China Tibet Online" in content


def test_markup_in_a_model_is_shown_as_text(tmp_path: Path) -> None:
    file = tmp_path / "hostile.yaml"
    title = f'title: {{zh: "{HOSTILE}", en: "en {HOSTILE}"}}'
    place = f'[{{id: a, name: {{zh: "{HOSTILE}", en: "en {HOSTILE}"}}, kind: city, direction: '
    proof = "evidence: [{paragraph: 1, anchor: 甲}]}]"
    model = SMALLEST.replace("title: {zh: 标题, en: Title}", title)
    file.write_text(f"{model}places: {place}centre, {proof}\n", encoding="utf-8")
    library = load([str(file)])
    for view in (summary, whole):
        page = Page(render(view(library, "both")))
        assert page.tags.count("script") == 1
        assert "img" not in page.tags
        assert any("<script>alert(1)</script>" in words for words, _ in page.runs)


def test_a_text_without_a_translation_is_shown_in_its_own_language(smallest: str) -> None:
    file = Path(smallest)
    file.write_text(SMALLEST.replace("{zh: 要点, en: Gist}", "{zh: 只有中文}"), encoding="utf-8")
    page = briefing("summary", "-a", smallest, "--export", "html").out
    assert re.search(r"<p><span lang=zh-Hans>只有中文</span>", page)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    library = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no chromium to open the page in")
    with library.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    for name, args in PAGES.items():
        done = briefing(*args, "--lang", "en", "-o", os.fspath(folder / f"{name}.html"))
        assert done.status == 0
    return {name: (folder / f"{name}.html").as_uri() for name in PAGES}


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Yield a browser tab. Fail where a page reports an error or requests another file."""
    opened = browser.new_page()
    errors: list[str] = []
    requested: list[str] = []
    opened.on("console", lambda message: errors.append(message.text))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda request: requested.append(request.url))
    yield opened
    assert errors == []
    assert all(
        url.startswith(("file:", "data:")) and url.endswith((".html", ",")) for url in requested
    )
    opened.close()


def shown(page: Any) -> tuple[bool, bool]:
    """Return whether the title is visible in Chinese, and in English."""
    zh, en = page.locator("h1 [lang=zh-Hans]"), page.locator("h1 [lang=en]")
    return zh.is_visible(), en.is_visible()


def column(page: Any, css: str) -> list[str]:
    cells: list[str] = page.locator(f"tbody tr:visible {css}").all_inner_texts()
    return cells


def test_a_reader_can_choose_either_language_or_both(page: Any, files: dict[str, str]) -> None:
    page.goto(files["summary"])
    for choice, lang, expected in (
        (None, "en", (False, True)),
        ("中文", "zh-Hans", (True, False)),
        ("Both", "zh-Hans", (True, True)),
        ("English", "en", (False, True)),
    ):
        if choice:
            page.get_by_role("radio", name=choice).check()
        assert shown(page) == expected
        assert page.evaluate("document.documentElement.lang") == lang
    places = page.locator(".compass").get_by_role("listitem")
    assert [place.inner_text().split() for place in places.all()][1] == [
        *("West", "wing", "(aim)", "Lvliang")
    ]
    page.get_by_role("radio", name="English").press("ArrowLeft")
    assert shown(page) == (True, False)
    assert page.locator(".mark").first.get_attribute("aria-label") == "原文第4–5段"


def test_columns_sort_by_number_or_name_and_back(page: Any, files: dict[str, str]) -> None:
    page.goto(files["figures"])
    before = column(page, ".id")
    button = page.get_by_role("button", name="Value")
    button.click()
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Value")
    button.click()
    values = column(page, ".number")
    assert values[0] == "nearly CNY 200 billion"
    assert values.index("268") < values.index("72.2%") < values.index("10")
    button.click()
    assert column(page, ".id") == before
    page.get_by_role("button", name="Figure").click()
    names = column(page, ".name")
    assert names == sorted(names, key=str.lower)


def test_the_filter_shows_the_entries_that_contain_the_typed_text(
    page: Any, files: dict[str, str]
) -> None:
    page.goto(files["figures"])
    for typed, found in (("忻州 投资", ["key-investment"]), ("KEY-INV", ["key-investment"])):
        page.get_by_role("searchbox").fill(typed)
        assert column(page, ".id") == found
        assert page.get_by_role("status").inner_text().startswith("1 /")
    page.get_by_role("searchbox").fill("")
    assert len(column(page, ".id")) > 10
    page.goto(files["strategies"])
    page.get_by_role("searchbox").fill("transport node")
    assert [name.inner_text() for name in page.locator(".own b:visible").all()] == [
        "Six nodes",
        "Important transport node",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(page: Any, files: dict[str, str], name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(files[name])
    for choice in ("en", "zh", "both"):
        page.locator(f".switch input[value={choice}]").check()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        cut = "e => [...e].some((one) => one.scrollWidth > one.clientWidth + 1)"
        assert not page.locator("td, th, li, p, dd").evaluate_all(cut)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_summary_prints_on_one_page(page: Any, files: dict[str, str], lang: str) -> None:
    page.goto(files["summary"])
    page.locator(f".switch input[value={lang}]").check()
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    assert re.search(rb"/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]", paper)
