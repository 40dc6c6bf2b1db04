"""The HTML page as a text: its languages, its links, its size."""

import base64
import datetime
import gzip
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from briefing.model.parts import Evidence
from briefing.output.html import render
from briefing.shelf.library import load
from briefing.views.linking import add_links
from briefing.views.summary import summarise
from briefing.views.whole import tell_everything
from markup import Page
from support import EXAMPLE, SECOND, SMALLEST, briefing, example

HOSTILE = "</style><script>alert(1)</script><img src=x onerror='alert(2)'>\\\"&amp;"
PAGES = {
    "summary": ["summary"],
    "city": ["city", "yangquan"],
    "figures": ["figures"],
    "strategies": ["strategies"],
    "show": ["show", "yangquan"],
    "side-by-side": ["city", "yangquan", "lvliang"],
    "export": ["export"],
    "cite": ["cite"],
    "commitments": ["commitments"],
    "timeline": ["timeline"],
    "unsaid": ["unsaid"],
    "paragraph": ["paragraph", "26"],
    "search": ["search", "logistics"],
    "articles": ["articles"],
}


@pytest.mark.parametrize("page", PAGES)
def test_every_text_names_its_language(page: str) -> None:
    content = briefing(*PAGES[page], "--export", "html").out
    parsed = Page(content)
    for words, lang in parsed.runs:
        if re.search(r"[\u4e00-\u9fff]", words):
            assert lang == "zh", words
        elif re.search(r"[a-z]{3}", words):  # capitals may be of either language, as in RCEP
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
    for view in (summarise, tell_everything):
        content = render(add_links(view(library, "both"), library, datetime.date(2031, 5, 7)))
        page = Page(content)
        assert page.tags.count("script") == content.count("</script>")
        assert "img" not in page.tags
        assert any("<script>alert(1)</script>" in words for words, _ in page.runs)


def test_a_text_without_a_translation_is_shown_in_its_own_language(smallest: str) -> None:
    file = Path(smallest)
    file.write_text(SMALLEST.replace("{zh: 要点, en: Gist}", "{zh: 只有中文}"), encoding="utf-8")
    page = briefing("summary", "-a", smallest, "--export", "html").out
    assert re.search(r"<p><span lang=zh>只有中文</span>", page)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_an_element_of_the_page(page: str) -> None:
    content = briefing(*PAGES[page], "--export", "html").out
    parsed = Page(content)
    inside = [unquote(link[1:]) for link in parsed.links if link.startswith("#")]
    assert sorted(set(inside) - set(parsed.ids)) == []
    assert [link for link in parsed.links if not link.startswith("#")] == []  # it has no address
    assert len(content.encode()) < 560_000


def test_a_page_has_what_it_names_and_not_what_that_names_in_turn() -> None:
    content = briefing("figures", "--export", "html").out
    assert "id=term-gw" in content  # in the value of a figure
    assert "id=wang-jianfeng" not in content  # a strategy that is about a figure is by him
    assert "王建峰" in content


def test_every_record_and_every_anchor_is_on_the_page_of_the_whole_model() -> None:
    article = load([SECOND]).articles[0]
    content = briefing("export", "-a", SECOND, "--export", "html").out
    ids = Page(content).ids
    assert {record.id for _, record in article.records()} - set(ids) == set()
    anchors = {part.anchor for _, part in article.all_parts if isinstance(part, Evidence)}
    assert [anchor for anchor in anchors if f"<q lang=zh>{anchor}</q>" not in content] == []


def test_names_are_linked_where_they_stand_and_not_inside_others() -> None:
    page = example("summary", "-O", "html").out
    assert re.search(r"<i lang=zh><a href=#qingchuan>青川省</a>以", page)
    assert re.search(r"<i lang=en><a href=#qingchuan>Qingchuan</a> builds on", page)


def test_with_several_articles_ids_say_which_article_they_are_of() -> None:
    content = briefing("people", "-a", EXAMPLE, "-a", SECOND, "-O", "html").out
    parsed = Page(content)
    assert {name.partition("/")[0] for name in parsed.ids if "/" in name} == {
        article.source.id for article in load([EXAMPLE, SECOND]).articles
    }
    assert {unquote(link[1:]) for link in parsed.links if link[0] == "#"} <= set(parsed.ids)


def test_words_link_to_the_page_that_the_article_is_from() -> None:
    page = example("figures", "-O", "html").out
    assert "https://example.org/one-core#:~:text=%E8%BF%91300%E4%BA%BF%E5%85%83" in page


def test_the_data_on_the_page_are_those_of_the_other_formats() -> None:
    page = example("figures", "-O", "html").out
    held = re.findall(r"<script type=application/gzip data-file=(\S+)>([^<]*)</script>", page)
    files = {name: gzip.decompress(base64.b64decode(content)).decode() for name, content in held}
    assert files["figures.json"] == example("figures", "-O", "json").out
    assert files["figures.csv"] == "\ufeff" + example("figures", "-O", "csv").out


def test_ids_and_the_names_of_what_is_compared_are_links() -> None:
    assert "<a href=#qingchuan>qingchuan</a>" in example("show", "dongjia", "-O", "html").out
    head = example("city", "dongjia", "xiyi", "-O", "html").out.partition("</thead>")[0]
    assert "<i lang=en><a href=#dongjia>Dongjia</a></i>" in head


def test_a_page_says_of_a_figure_that_it_is_done_and_has_its_note() -> None:
    page = briefing("figures", "-O", "html").out
    (row,) = re.findall(r"<tr id=forest-cover>.*?</tr>", page)
    assert "<span class=remark>a result; during the" in row
    (row,) = re.findall(r"<tr id=key-investment>.*?</tr>", page)
    assert "The article says" in row


def test_a_quotation_mark_in_a_key_figure_is_shown_as_it_is(tmp_path: Path) -> None:
    model = Path(EXAMPLE).read_text(encoding="utf-8").replace("text: 24项", "text: '\"24项'")
    model = model.replace("headline: [investment", "headline: [key-projects, investment")
    (tmp_path / "m.yaml").write_text(model, encoding="utf-8")
    page = briefing("summary", "-a", str(tmp_path / "m.yaml"), "-O", "html").out
    assert "&#34;<b>24</b>项" in page
