"""The page of a text beside its records: what it holds and, in Chromium, how one moves in it."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.limits import ANCHOR_CHARACTERS
from briefing.output.html.proof_text import visible
from briefing.output.html.text import CHINESE
from markup import Page
from support import EXAMPLE, HERE, SECOND, SMALLEST, Run, briefing, process

CLEAN = HERE / "unproved" / "clean.yaml"
TEXT = HERE / "unproved" / "text.txt"
HOSTILE = "<script>alert(1)</script><img src=x onerror='alert(2)'>\"&amp;甲"
WAIVED = "waived: [{paragraph: 1, text: 2031-05-06, reason: {zh: 日期, en: The date}}]\n"

Make = Callable[..., str]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that writes a model and a text, and returns their page."""

    def make_page(model: str, text: str, *args: str) -> str:
        (tmp_path / "model.yaml").write_text(model, encoding="utf-8")
        (tmp_path / "text.txt").write_text(text, encoding="utf-8")
        done = proof(str(tmp_path / "model.yaml"), str(tmp_path / "text.txt"), *args)
        assert (done.status, done.err) == (0, "")
        return done.out

    return make_page


def proof(model: str, text: str, *args: str) -> Run:
    return briefing("proof", "-a", model, "--source", text, *args)


def changed(before: str, after: str) -> str:
    model = CLEAN.read_text(encoding="utf-8")
    assert before in model
    return model.replace(before, after)


def links(page: str) -> list[str]:
    return re.findall(r"<a [^>]*?href=\"?#([^\s\">]+)", page)


@pytest.mark.parametrize(
    "model", [EXAMPLE, SECOND, str(CLEAN), *map(str, sorted(CLEAN.parent.glob("*.yaml")))]
)
def test_a_page_is_well_formed_and_every_link_leads_somewhere(model: str) -> None:
    done = briefing("proof", "-a", model)
    assert done.status == 0
    page = Page(done.out)
    assert len(page.ids) == len(set(page.ids))
    assert set(links(done.out)) <= set(page.ids)
    assert {page.tags.count(tag) for tag in ("h1", "main", "footer", "title", "script")} == {1}
    for words, lang in page.runs:
        if re.search(r"[\u4e00-\u9fff]", words):
            assert lang == CHINESE, words
        elif re.search(r"[A-Za-z]{3}", words):
            assert lang, words


def test_the_whole_text_is_there_and_whose_it_is() -> None:
    page = proof(str(CLEAN), str(TEXT)).out
    shown = re.findall(r"<p class=\"text[^>]*>(.*?)</p>", page)
    paragraphs = [line.strip() for line in TEXT.read_text(encoding="utf-8").split("\n")]
    assert [re.sub("<[^>]*>", "", one) for one in shown] == [one for one in paragraphs if one]
    assert page.count("do not pass it on") >= 2
    assert "示例日报" in page
    assert "agree with the text: anchors 7/7, values 5/5, names 5/5" in page


def test_records_paragraphs_and_anchors_have_addresses() -> None:
    page = Page(proof(str(CLEAN), str(TEXT)).out)
    assert {"p1", "p5", "start", "mayor", "p2_m0"} <= set(page.ids)


def test_what_is_wrong_is_told_where_it_is_and_fails_nothing(make: Make) -> None:
    page = make(changed("value: 24", "value: 25"), TEXT.read_text(encoding="utf-8"))
    assert re.search(r'<li class="issue error"[^>]*data-at=p\d+_f0>.*?figure-differs', page)
    assert re.search(r'class="at fault error"[^>]*id=p\d+_f0', page)


def test_gaps_waivers_bare_sentences_and_notes_are_told_apart(make: Make) -> None:
    text = "标题：要点。2031-05-06，报\n投资24亿元。甲乙丙丁。示例集团到东甲市。"
    page = make(SMALLEST + WAIVED, text)
    for pattern in (
        r'class="at fault error bare"[^>]*id=p2_f\d><span class=gap id=p2_g0>',
        r"<span class=bare>甲乙丙丁。</span>",
        r'<li class="issue note"[^>]*>.*?示例集团',
        r"2031-05-06：日期",
    ):
        assert re.search(pattern, page), pattern


def test_a_literal_rendering_of_an_anchor_stands_beside_it() -> None:
    assert "<span lang=en class=literal>nearly 30 billion yuan</span>" in (
        briefing("proof", "-a", EXAMPLE).out
    )


def test_markup_and_hidden_characters_are_shown_as_text(make: Make) -> None:
    title = HOSTILE.replace('"', '\\"')
    model = SMALLEST.replace("en: Title", f'en: "{title}"')
    page = make(model, f"标题：要点。2031-05-06，报\n{HOSTILE}\u202e甲")
    parsed = Page(page)
    assert parsed.tags.count("script") == 1
    assert "img" not in parsed.tags
    assert "\u202e" not in page
    assert "[U+202E]" in page


def test_no_field_of_a_model_with_mistakes_brings_a_control_character(make: Make) -> None:
    model = SMALLEST.replace("en: Title", 'en: "\\e[31m"')
    page = make(model, "甲市的要点。")
    assert "\x1b" not in page
    assert "[U+001B][31m" in page


def test_only_what_cannot_be_seen_is_written_as_a_code() -> None:
    assert visible("甲\u3000乙\xa0𠮷é") == "甲\u3000乙\xa0𠮷é"
    assert visible("\x00\u200b\ud800") == "[U+0000][U+200B][U+D800]"


def test_an_id_that_is_the_address_of_a_paragraph_gets_another(make: Make) -> None:
    rest = "coined: true, evidence: [{paragraph: 1, anchor: 要点}]"
    record = f"events: [{{id: p1, name: {{zh: 事, en: x}}, {rest}}}]\n"
    parsed = Page(make(f"{SMALLEST}{record}", "标题：要点。2031-05-06，报"))
    assert parsed.ids.count("p1") == 1
    assert "p1_again" in parsed.ids


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["-a", EXAMPLE, "-a", SECOND], "proof takes one model, and 2 are given"),
        (["-a", EXAMPLE, "-o", "page.json"], "end 'page.json' in .html"),
        (["-a", "-", "--source", "-"], "standard input can be read only once"),
        (["-a", EXAMPLE, "--fields", "id"], "no option '--fields'"),
    ],
)
def test_a_wrong_command_line_is_told(args: list[str], said: str) -> None:
    done = briefing("proof", *args)
    assert done.status == 2
    assert said in done.err
    assert not done.out


def test_without_any_text_there_is_no_page(smallest: str) -> None:
    done = briefing("proof", "-a", smallest)
    assert (done.status, done.out) == (2, "")
    assert "names no text: give it with --source" in done.err


@pytest.mark.parametrize("content", [None, "a: [b", ""])
def test_what_cannot_be_read_at_all_ends_with_3(content: str | None, tmp_path: Path) -> None:
    model = tmp_path / "model.yaml"
    if content is not None:
        model.write_text(content, encoding="utf-8")
    assert proof(str(model), str(TEXT)).status == 3
    assert proof(str(CLEAN), str(tmp_path / "no-such-text.txt")).status == 3


def test_a_page_never_replaces_what_it_is_made_of(tmp_path: Path) -> None:
    text = tmp_path / "text.html"
    text.write_text(TEXT.read_text(encoding="utf-8"), encoding="utf-8")
    done = proof(str(CLEAN), str(text), "-o", str(text))
    assert done.status == 2
    assert text.read_text(encoding="utf-8") == TEXT.read_text(encoding="utf-8")


def test_a_text_may_come_from_a_pipe_and_a_page_go_to_one() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "proof", "-a", str(CLEAN), "--source", "-", "-o", "-"],
        input=TEXT.read_bytes(),
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"<!DOCTYPE html>")
    assert process("proof", "--source", str(TEXT), "-a", str(CLEAN)).status == 0


def test_models_that_are_hard_on_the_page_are_laid_out(make: Make) -> None:
    text = "甲乙丙丁" * 500
    anchors = [text[at : at + length] for at in range(4) for length in range(1, ANCHOR_CHARACTERS)]
    events = "".join(
        f"  - {{id: e-{at}, name: {{zh: 事, en: x}}, coined: true,"
        f" evidence: [{{paragraph: 2, anchor: {anchors[at % len(anchors)]}}}]}}\n"
        for at in range(200)
    )
    page = make(f"{SMALLEST}events:\n{events}", f"标题：要点。2031-05-06，报\n{text}")
    parsed = Page(page)
    assert {f"e-{at}" for at in range(200)} <= set(parsed.ids)
    assert set(links(page)) <= set(parsed.ids)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with a gap, several problems, and anchors that overlap."""
    model = tmp_path_factory.mktemp("broken") / "model.yaml"
    wrong = changed("value: 24", "value: 25").replace("  - {paragraph: 2, text: “两园”", "#")
    model.write_text(wrong, encoding="utf-8")
    done = proof(str(model), str(TEXT), "--lang", "en", "-o", str(model.with_name("page.html")))
    assert (done.status, done.err) == (0, "")
    return model.with_name("page.html").as_uri()


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of the pages of both examples, by their models."""
    folder = tmp_path_factory.mktemp("examples")
    files = {model: folder / f"{Path(model).stem}.html" for model in (EXAMPLE, SECOND)}
    for model, file in files.items():
        assert briefing("proof", "-a", model, "-o", str(file)).status == 0
    return {model: file.as_uri() for model, file in files.items()}


def focused(page: Any) -> str:
    """The id of the element that has the focus, or of the first element with one in it."""
    found: str = page.evaluate(
        "(document.activeElement.id || document.activeElement.querySelector('[id]')?.id) ?? ''"
    )
    return found


def test_keys_and_buttons_lead_through_problems_and_passages(page: Any, broken: str) -> None:
    page.goto(broken)
    problems = page.locator(".issue[data-step~=problem]").count()
    assert problems > 1
    for number in range(1, problems + 1):
        page.keyboard.press("b")
        assert page.get_by_role("status").inner_text() == f"{number} / {problems}"
        assert re.match(r"p\d+_", focused(page))
    page.keyboard.press("b")
    assert page.get_by_role("status").inner_text() == f"1 / {problems}"
    page.keyboard.press("Shift+B")
    assert page.get_by_role("status").inner_text() == f"{problems} / {problems}"
    page.get_by_role("button", name="the next: Passages").click()
    assert "at" in page.evaluate("[...document.activeElement.classList]")


def test_the_keys_can_be_switched_off(page: Any, broken: str) -> None:
    page.goto(broken)
    page.get_by_role("checkbox").uncheck()
    page.keyboard.press("n")
    assert page.get_by_role("status").inner_text() == ""
    page.reload()
    page.keyboard.press("n")
    assert page.get_by_role("status").inner_text() == ""


def test_a_passage_leads_to_its_record_and_back_and_both_are_marked(page: Any, broken: str) -> None:
    page.goto(broken)
    anchor = page.locator("#mayor .quote").first
    anchor.press("Enter")
    passage = page.locator(".text .held").first
    assert "市长王某".startswith(passage.inner_text()[:2])
    page.goto(f"{broken}#mayor")
    assert page.locator("#mayor.held").count() == 1
    assert page.locator(".text .held").count() >= 1
    page.keyboard.press("Escape")
    assert page.locator(".held").count() == 0


def test_a_passage_is_found_by_the_search_of_the_browser(page: Any, broken: str) -> None:
    page.goto(broken)
    assert page.evaluate("window.find('市长王某')")


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_nothing_is_wider_than_the_window(page: Any, broken: str, lang: str) -> None:
    page.goto(f"{broken}?lang={lang}")
    for width in (320, 390, 820, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 390), ("dark", 820), ("light", 1440), ("dark", 1440)]
)
def test_the_page_is_accessible(
    browser: Any, broken: str, examples: dict[str, str], scheme: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    window = {"width": width, "height": 800}
    context = browser.new_context(viewport=window, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for address in (broken, *((examples[EXAMPLE], examples[SECOND]) if width == 390 else ())):
        page.goto(f"{address}?lang=both#p3")
        page.add_style_tag(content=".passage { content-visibility: visible !important; }")
        rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
        # The longest page has no other colours, and to compare them takes longer than all else.
        colours = {"color-contrast": {"enabled": address != examples[SECOND]}}
        options = {"runOnly": rules, "rules": colours, "resultTypes": ["violations"]}
        found = axe.Axe().run(page, options=options).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    context.close()


def test_the_text_prints_with_its_records(page: Any, broken: str) -> None:
    page.goto(broken)
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


@pytest.mark.parametrize("number", [3, 8, 12])
def test_an_address_opens_the_paragraph_itself(
    page: Any, examples: dict[str, str], number: int
) -> None:
    """Paragraphs that are drawn only when they are near do not move it out of view."""
    page.goto(f"{examples[SECOND]}#p{number}")
    page.wait_for_timeout(300)
    top = page.evaluate(f"document.getElementById('p{number}').getBoundingClientRect().top")
    assert -2 <= top < 200


def test_of_many_paragraphs_that_a_claim_rests_on_some_are_named_beside_each(make: Make) -> None:
    evidence = ", ".join(f"{{paragraph: {at}, anchor: 甲县{at}}}" for at in range(1, 101))
    model = SMALLEST.replace("anchor: 要点", "anchor: 甲县1")
    model += f"events: [{{id: e, name: {{zh: 甲, en: A}}, evidence: [{evidence}]}}]\n"
    page = make(model, "".join(f"甲县{at}号\n" for at in range(1, 101)))
    assert page.count("class=mark") == 100 * 40
    assert page.count("and 59 more") == 100
