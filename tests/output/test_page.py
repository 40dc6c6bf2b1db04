"""The page in a browser: what it does for a pointer, for a finger, for the keyboard, on paper."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support import briefing, example

SHIPPED = {
    "summary": ["summary"],
    "city": ["city", "yangquan"],
    "strategies": ["strategies"],
    "figures": ["figures"],
    "show": ["show", "yangquan"],
    "side-by-side": ["city", "yangquan", "lvliang"],
    "export": ["export"],
    "cite": ["cite"],
}
SMALL = {
    "summary": ["summary"],
    "city": ["city", "dongjia"],
    "strategies": ["strategies"],
    "figures": ["figures"],
    "show": ["show", "dongjia"],
    "side-by-side": ["city", "dongjia", "xiyi"],
    "export": ["export"],
    "cite": ["cite"],
    "commitments": ["commitments"],
    "timeline": ["timeline"],
    "unsaid": ["unsaid"],
    "paragraph": ["paragraph", "6"],
    "search": ["search", "wharf"],
}
WIDTHS = (1440, 820, 390)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of pages of the shipped article."""
    return save(tmp_path_factory.mktemp("pages"), briefing, SHIPPED)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of pages of the example."""
    return save(tmp_path_factory.mktemp("small"), example, SMALL)


def save(folder: Path, run: Any, pages: dict[str, list[str]]) -> dict[str, str]:
    for name, args in pages.items():
        done = run(*args, "--lang", "en", "-o", os.fspath(folder / f"{name}.html"))
        assert done.status == 0
    return {name: (folder / f"{name}.html").as_uri() for name in pages}


def shown(page: Any) -> tuple[bool, bool]:
    """Return whether the title is visible in Chinese, and in English."""
    zh, en = page.locator("h1 [lang=zh]"), page.locator("h1 [lang=en]")
    return zh.is_visible(), en.is_visible()


def column(page: Any, css: str) -> list[str]:
    cells: list[str] = page.locator(
        f"main > section:not(.appendix) tr:visible {css}"
    ).all_inner_texts()
    return cells


def rows(page: Any) -> list[str]:
    """Return the ids of the rows that are visible."""
    ids: list[str] = page.locator("main > section:not(.appendix) tbody tr:visible").evaluate_all(
        "rows => rows.map((row) => row.id)"
    )
    return ids


def in_view(page: Any, name: str) -> bool:
    seen: bool = page.evaluate(
        """name => {
          const { top, bottom } = document.getElementById(name).getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        }""",
        name,
    )
    return seen


def test_a_reader_can_choose_either_language_or_both(page: Any, files: dict[str, str]) -> None:
    page.goto(files["summary"])
    for choice, lang, expected in (
        (None, "en", (False, True)),
        ("中文", "zh", (True, False)),
        ("Both", "zh", (True, True)),
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
    before = rows(page)
    button = page.get_by_role("button", name="Value").first
    button.click()
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Value")
    button.click()
    values = column(page, ".number")
    assert values[0] == "Value"
    assert values[1] == "nearly CNY 200 billion"
    assert values.index("268") < values.index("72.2%") < values.index("10")
    button.click()
    assert rows(page) == before
    page.get_by_role("button", name="Figure").first.click()
    names = column(page, "th.name[scope=row]")
    assert names == sorted(names, key=str.lower)


def test_the_filter_shows_the_entries_that_contain_the_typed_text(
    page: Any, files: dict[str, str]
) -> None:
    page.goto(files["figures"])
    for typed, found in (("忻州 投资", ["key-investment"]), ("KEY-INV", ["key-investment"])):
        page.get_by_role("searchbox").fill(typed)
        assert rows(page) == found
        assert page.get_by_role("status").first.inner_text().startswith("1 /")
    page.get_by_role("searchbox").fill("nearly")
    assert set(page.evaluate("[...CSS.highlights.get('found')].map(String)")) == {"nearly"}
    page.get_by_role("searchbox").fill("no such words")
    assert rows(page) == []
    page.get_by_role("button", name="Clear the filter").click()
    assert len(rows(page)) > 10
    page.goto(files["strategies"])
    page.get_by_role("searchbox").fill("transport node")
    assert [name.inner_text() for name in page.locator(".own b:visible").all()] == [
        "Six nodes",
        "Important transport node",
    ]


def test_a_paragraph_mark_opens_its_evidence(page: Any, small: dict[str, str]) -> None:
    page.goto(small["figures"])
    mark = page.locator("#investment a.mark")
    mark.click()
    panel = page.get_by_role("dialog")
    assert panel.locator("q").all_inner_texts() == ["近300亿元"]
    assert panel.locator(".literal").inner_text() == "nearly 30 billion yuan"
    assert re.fullmatch(r"¶5: passage 2 of the 6 cited there", panel.locator(".order").inner_text())
    source = panel.get_by_role("link", name="at the source").get_attribute("href")
    assert source.startswith("https://example.org/one-core#:~:text=%E8%BF%91300")
    panel.get_by_role("link", name="all of ¶5").click()
    assert page.url.endswith("#p5")
    assert in_view(page, "p5")
    assert not panel.is_visible()


def test_the_panel_says_whose_word_a_claim_is(page: Any, files: dict[str, str]) -> None:
    page.goto(files["figures"])
    page.locator("#forest-cover a.mark").click()
    panel = page.get_by_role("dialog")
    assert "says Yan Binsheng" in panel.inner_text()
    page.keyboard.press("Escape")
    page.locator("#key-projects a.mark").click()
    assert "says the article itself" in panel.inner_text()


def test_the_keyboard_opens_the_panel_and_leaves_it(page: Any, small: dict[str, str]) -> None:
    page.goto(small["figures"])
    mark = page.locator("#investment a.mark")
    mark.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    assert panel.evaluate("panel => panel.contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert mark.evaluate("mark => mark === document.activeElement")


def test_a_finger_opens_the_panel(browser: Any, small: dict[str, str]) -> None:
    page = browser.new_page(has_touch=True, viewport={"width": 390, "height": 844})
    page.goto(small["figures"])
    page.locator("#investment a.mark").tap()
    box = page.get_by_role("dialog").bounding_box()
    assert box["x"] == 0
    assert round(box["y"] + box["height"]) == 844
    page.get_by_role("button", name="Close").tap()
    assert not page.get_by_role("dialog").is_visible()
    page.close()


@pytest.mark.parametrize("name", ["investment", "p6", "dongjia", "xiyi"])
def test_an_address_leads_to_its_record_or_paragraph(
    page: Any, small: dict[str, str], name: str
) -> None:
    page.goto(f"{small['figures']}#{name}")
    assert page.locator(f"[id='{name}']").is_visible()
    assert in_view(page, name)


def test_what_points_at_a_record_is_one_step_away(page: Any, small: dict[str, str]) -> None:
    page.goto(small["export"])
    page.locator("#dongjia .from summary").click()
    links = page.get_by_role("dialog").get_by_role("link")
    assert "Jiayi Wharf" in links.all_inner_texts()
    links.get_by_text("Jiayi Wharf").click()
    assert page.url.endswith("#wharf")
    assert in_view(page, "wharf")


def test_a_row_or_heading_shows_its_address_where_the_reader_is(
    page: Any, small: dict[str, str]
) -> None:
    page.goto(small["export"])
    for place, link in (
        ("#investment th", "#investment .here"),
        ("#figures_", "#figures_ .here"),
    ):
        here = page.locator(link)
        page.mouse.move(0, 0)
        assert float(here.evaluate("one => getComputedStyle(one).opacity")) < 0.1
        page.locator(place).hover()
        page.wait_for_timeout(200)
        assert here.evaluate("one => getComputedStyle(one).opacity") == "1"
        page.mouse.move(0, 0)
        here.focus()
        page.keyboard.press("Shift")  # from the keyboard, so that the focus is visible
        here.click()
        assert page.url.endswith(here.get_attribute("href"))


def test_the_address_keeps_what_the_reader_has_set(page: Any, small: dict[str, str]) -> None:
    page.goto(small["export"])
    page.get_by_role("radio", name="中文").check()
    page.locator(".figures_ th").first.is_visible()
    table = page.locator("table[aria-labelledby=figures_]")
    table.get_by_role("button", name="数值").click()
    fold = page.locator("summary:has(#evidence-by-paragraph_)")
    fold.click()
    order = table.locator("tbody tr").evaluate_all("rows => rows.map((row) => row.id)")
    page.get_by_role("searchbox").fill("东甲")
    page.reload()
    assert page.get_by_role("radio", name="中文").is_checked()
    assert page.get_by_role("searchbox").input_value() == "东甲"
    page.get_by_role("searchbox").fill("")
    assert table.locator("tbody tr").evaluate_all("rows => rows.map((row) => row.id)") == order
    assert (
        page.locator("details:has(> summary #evidence-by-paragraph_)").get_attribute("open") == ""
    )


def test_contents_follow_the_reader(page: Any, small: dict[str, str]) -> None:
    page.goto(small["export"])
    page.locator("#figures_").evaluate("head => head.scrollIntoView()")
    page.wait_for_timeout(100)
    assert page.locator("nav a[aria-current]").inner_text() == "Figures"
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("#projects_").evaluate("head => head.scrollIntoView()")
    page.wait_for_timeout(100)
    contents = page.locator("nav summary")
    assert contents.inner_text().split() == ["Contents", "·", "Projects"]
    contents.click()
    page.locator("nav").get_by_role("link", name="Figures", exact=True).click()
    assert in_view(page, "figures_")


def test_the_citation_is_copied_in_the_style_of_the_language(
    page: Any, small: dict[str, str]
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(small["figures"])
    for choice, style in (("English", "apa"), ("中文", "gbt7714")):
        page.get_by_role("radio", name=choice).check()
        page.locator("button.copy").click()
        page.locator(".done").filter(has_text=re.compile("copied|已复制")).wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == example("cite", "--style", style).out.rstrip("\n")


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_the_data_are_saved_as_a_file(page: Any, small: dict[str, str], kind: str) -> None:
    page.goto(small["figures"])
    with page.expect_download() as saving:
        page.get_by_role("button", name=kind.upper()).click()
    assert saving.value.suggested_filename == f"figures.{kind}"
    saved = Path(saving.value.path()).read_text(encoding="utf-8-sig")
    assert saved == example("figures", "-O", kind).out


def test_cite_shows_the_style_of_the_language(page: Any, small: dict[str, str]) -> None:
    page.goto(small["cite"])
    for choice, style in (("English", "apa"), ("中文", "gbt7714")):
        page.get_by_role("radio", name=choice).check()
        assert page.locator("pre:visible").inner_text() == example(
            "cite", "--style", style
        ).out.rstrip("\n")


@pytest.mark.parametrize("name", SHIPPED)
def test_no_page_scrolls_sideways_on_a_phone(page: Any, files: dict[str, str], name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(files[name])
    page.evaluate(
        "document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
    )
    for choice in ("en", "zh", "both"):
        page.locator(f".switch input[value={choice}]").check()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        cut = """all => [...all].filter((one) => one.checkVisibility()
          && one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML.slice(0, 200))"""
        assert page.locator("td, th, li, p, dd").evaluate_all(cut) == []


@pytest.mark.parametrize("name", ["figures", "commitments", "timeline", "unsaid"])
def test_paragraph_marks_begin_a_line_on_a_phone(
    page: Any, small: dict[str, str], name: str
) -> None:
    page.set_viewport_size({"width": 420, "height": 844})
    page.goto(small[name])
    page.locator(".switch input[value=zh]").check()
    starts = page.locator("main > section:not(.appendix) td.paragraph").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().left)"
    )
    assert len(set(starts)) == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_summary_prints_on_one_page(page: Any, files: dict[str, str], lang: str) -> None:
    page.goto(files["summary"])
    page.locator(f".switch input[value={lang}]").check()
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    assert re.search(rb"/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]", paper)


@pytest.fixture(scope="module")
def axe() -> str:
    package = pytest.importorskip("axe_playwright_python", reason="axe is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """Yield a tab in which a test may run a script of its own."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


BARRIERS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""The rules of axe that every page is held against."""


@pytest.mark.parametrize(("turn", "name"), list(enumerate(SMALL)))
def test_no_page_has_a_barrier(
    tab: Any, small: dict[str, str], axe: str, turn: int, name: str
) -> None:
    """Axe finds nothing, at any width, in light and dark, with every part open.

    Colours are the same at every width, and costly to compare: each page has its own width for
    those of light, and another for those of dark.
    """
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(small[name])
    tab.evaluate(axe)
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    if tab.locator("a.mark").count():
        tab.locator("a.mark").first.click()
    for at, width in enumerate(WIDTHS):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme="light")
        colours = {"color-contrast": {"enabled": at == turn % len(WIDTHS)}}
        found = barriers(tab, runOnly={"type": "tag", "values": BARRIERS}, rules=colours)
        assert found == [], width
        if at == (turn + 1) % len(WIDTHS):
            tab.emulate_media(color_scheme="dark")
            found = barriers(tab, runOnly={"type": "rule", "values": ["color-contrast"]})
            assert found == [], (width, "dark")


def barriers(tab: Any, **options: Any) -> list[str]:
    """Return what axe finds on a page, each with the rule that it breaks."""
    found: list[str] = tab.evaluate(
        """async (options) => {
          const { violations } = await axe.run(
            document, { ...options, resultTypes: ["violations"] });
          return violations.flatMap(
            ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
        }""",
        options,
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_borders_focus_and_highlights_can_be_told_from_the_page(
    tab: Any, small: dict[str, str], scheme: str
) -> None:
    """What a control or a state is told by has a contrast of 3:1 (WCAG 1.4.11)."""
    tab.emulate_media(color_scheme=scheme)
    tab.goto(small["figures"])
    colours = tab.evaluate(
        """() => {
          const style = getComputedStyle(document.documentElement);
          const probe = document.body.appendChild(document.createElement("p"));
          const read = (name) => {
            probe.style.color = style.getPropertyValue(name);
            return getComputedStyle(probe).color.match(/\\d+/g).map(Number);
          };
          const names = ["--paper", "--edge", "--accent", "--found", "--wash", "--ink"];
          return Object.fromEntries(names.map((name) => [name, read(name)]));
        }"""
    )
    assert contrast(colours["--edge"], colours["--paper"]) >= 3
    assert contrast(colours["--accent"], colours["--paper"]) >= 4.5
    assert contrast(colours["--ink"], colours["--found"]) >= 4.5
    assert contrast(colours["--accent"], colours["--wash"]) >= 4.5
    assert contrast(colours["--edge"], colours["--wash"]) >= 3


def contrast(one: list[int], other: list[int]) -> float:
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: list[int]) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour[:3])
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_everything_can_be_reached_and_used_with_the_keyboard(
    page: Any, small: dict[str, str]
) -> None:
    """One run through a page: each stop is visible, has a name, and does what it says."""
    page.goto(small["figures"])
    stops: list[Any] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const one = document.activeElement;
              if (one === document.body) return null;
              const { outlineStyle, opacity } = getComputedStyle(one);
              const ring = outlineStyle !== "none" || one.closest(".switch") !== null;
              const label = one.getAttribute("aria-label") ?? one.labels?.[0]?.innerText;
              const name = label ?? one.innerText;
              return [one.tagName, name.trim(), ring && (opacity === "1" || one.type === "radio")];
            }"""
        )
        if stop is None or stop in stops[:1]:
            break
        stops.append(stop)
    assert [stop for stop in stops if not stop[1] or not stop[2]] == []
    names = [name for _, name, _ in stops]
    for wanted in ("Filter", "English", "Value", "paragraph 5 of the article", "Copy", "CSV"):
        assert wanted in names
    page.locator("summary:has(#evidence-by-paragraph_)").focus()
    page.keyboard.press("Enter")
    assert page.locator("#p5").is_visible()
    page.get_by_role("button", name="Value").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort=ascending]").count() == 1


def test_nothing_moves_for_those_who_ask_for_less_motion(page: Any, small: dict[str, str]) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(small["export"])
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
      return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior === "smooth";
    }).length"""
    assert page.evaluate(moving) == 0


def test_a_link_to_what_stands_far_below_tells_it_in_place(
    page: Any, small: dict[str, str]
) -> None:
    page.goto(small["figures"])
    page.locator("#investment").get_by_role("link", name="Dongjia").click()
    panel = page.get_by_role("dialog")
    assert panel.locator("dd").first.inner_text() == "city"
    panel.get_by_role("link", name="Dongjia").first.click()
    assert page.url.endswith("#dongjia")
    assert in_view(page, "dongjia")


def test_the_language_can_be_changed_without_losing_the_place(
    page: Any, files: dict[str, str]
) -> None:
    page.goto(files["export"])
    row = page.locator("#forest-cover")
    row.evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 240)")
    before = row.bounding_box()["y"]
    box = page.locator(".switch label").first.bounding_box()
    page.mouse.click(box["x"] + 10, box["y"] + 10)
    assert shown(page) == (True, False)
    assert abs(row.bounding_box()["y"] - before) < 60


def test_without_scripts_both_languages_are_shown_and_links_work(
    browser: Any, small: dict[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(small["figures"])
    assert shown(page) == (True, True)
    page.locator("#investment a.mark").click()
    assert page.url.endswith("#p5")
    assert page.locator("[id='p5']").is_visible()
    context.close()


def test_a_part_that_a_link_has_opened_is_closed_on_the_way_back(
    page: Any, small: dict[str, str]
) -> None:
    page.goto(small["figures"])
    page.locator("#investment a.mark").click()
    page.get_by_role("dialog").get_by_role("link", name="all of ¶5").click()
    assert page.locator("[id='p5']").is_visible()
    page.go_back()
    page.wait_for_timeout(100)
    assert not page.locator("[id='p5']").is_visible()
