"""The lists: filters and orders that are alike, several articles, and what is said of no rows."""

import io
import json
import os
from typing import Any

import pytest

from briefing.cli.commands import list_commands
from briefing.model.sections import SECTIONS
from support import EXAMPLE, SECOND, Run, briefing

LISTS = [*(section.name for section in SECTIONS.values() if section.help), "commitments"]
ANSWERS = [*LISTS, "timeline", "unsaid"]
DATED = {"strategies", "figures", "projects", "commitments", "timeline"}
CLAIMS = {*DATED, "unsaid"}
BOTH = ("-a", EXAMPLE, "-a", SECOND)
FORMS = ("json", "jsonl", "csv", "tsv", "yaml", "md", "html", "text")


def second(*args: str) -> Run:
    return briefing(*args, "-a", SECOND)


def found(*args: str) -> list[dict[str, Any]]:
    """The records of a list of the second article."""
    records: list[dict[str, Any]] = json.loads(second(*args, "-O", "json").out)
    return records


def ids(*args: str) -> list[str]:
    return [one["id"] for one in found(*args)]


def has(command: str, option: str) -> bool:
    return f"{option} " in briefing(command, "--help").out


@pytest.mark.parametrize(
    ("option", "value", "lists"),
    [
        ("--city", "xiyi", {*ANSWERS} - {"places"}),
        (
            "--kind",
            None,
            CLAIMS | {"organisations", "places"},
        ),
        ("--stage", "planned", CLAIMS),
        ("--said-by", "xiyi", CLAIMS),
        (
            "--since",
            "2031",
            DATED | {"events"},
        ),
        (
            "--until",
            "2031",
            DATED | {"events"},
        ),
        ("--sort", "-title", {*ANSWERS}),
        ("--unit", "%", {"figures"}),
    ],
)
def test_an_option_is_where_it_makes_sense(option: str, value: str | None, lists: set[str]) -> None:
    assert {one for one in ANSWERS if has(one, option)} == lists
    for one in lists if value else ():
        assert second(one, option, str(value)).status == 0


@pytest.mark.parametrize("when", ["2031-10", "2031年10月", "2031/10", "2031.10", "２０３１－１０"])
def test_a_time_is_a_year_a_month_or_a_day_as_people_write_it(when: str) -> None:
    assert ids("events", "--since", when) == ids("events", "--since", "2031-10-01")
    assert ids("events", "--until", when) == ids("events", "--until", "2031-10-31")
    assert ids("events", "--since", when) != ids("events")


@pytest.mark.parametrize("when", ["2031-13", "31", "soon", "2031-02-30", "2031-Q1", ""])
def test_what_is_no_time_is_refused(when: str) -> None:
    run = second("events", "--since", when)
    assert (run.status, "write it as 2022" in run.err) == (2, True)


def test_what_holds_at_some_time_of_the_span_is_kept_and_what_has_no_time_is_not() -> None:
    assert "gdp" in ids("figures", "--since", "2031-09", "--until", "2031-09")  # Q1 to Q3
    assert "gdp" not in ids("figures", "--since", "2031-10")
    assert "forest-cover-target" in ids("figures", "--since", "2035", "--until", "2035")
    assert all(one["due"] or one["period"] for one in found("figures", "--since", "1900"))


def test_a_moment_is_in_the_span_by_its_own_time() -> None:
    whens = [one["when"] for one in found("timeline", "--since", "2032")]
    assert whens
    assert all(when >= "2032" for when in whens)
    assert all(one["due"] >= "2032" for one in found("commitments", "--since", "2032"))


def test_every_commitment_is_also_what_is_done_or_has_no_stage() -> None:
    assert {one["stage"] for one in found("commitments", "--all")} > {"done", "unstated"}
    assert not {one["stage"] for one in found("commitments")} & {"done", "unstated"}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_list_is_ordered_by_what_its_help_names(name: str) -> None:
    shown = briefing(name, "--help", "--lang", "zh").out
    orders = shown.partition("排序：")[2].partition("；")[0].split("、")
    assert orders
    for one in orders:
        assert sorted(map(str, found(name, "--sort", f"-{one}"))) == sorted(map(str, found(name)))
    assert second(name, "--sort", "nonsense").status == 2


def test_orders_and_their_reverse() -> None:
    stages = [one["stage"] for one in found("projects", "--sort", "stage")]
    assert stages[0] == "done"
    assert [one["stage"] for one in found("projects", "--sort", "-stage")] == stages[::-1]
    assert ids("projects", "--sort", "－名称") == ids("projects", "--sort=-title")
    dates = [one["date"] for one in found("events", "--sort", "-date")]
    assert dates == [*sorted(filter(None, dates), reverse=True), *[None] * dates.count(None)]


def test_a_tree_is_ordered_branch_by_branch() -> None:
    out = second("strategies", "--sort", "title", "--lang", "en").out
    roots = [line for line in out.splitlines() if line[:1].strip() and "[" in line]
    assert roots == sorted(roots, key=str.lower)


@pytest.mark.parametrize("name", [*ANSWERS, "search", "paragraph", "articles"])
def test_articles_are_newest_first(name: str) -> None:
    words = {"search": ["东甲"], "paragraph": ["6"]}.get(name, [])
    run = briefing(name, *words, *BOTH, "-O", "json")
    articles = [one["article"] for one in json.loads(run.out)]
    if name in ("commitments", "timeline", "search"):  # these have orders of their own
        assert set(articles) == {"qingchuan-2031-10-23", "qingchuan-2031-05-06"}
    else:
        assert articles == sorted(articles, reverse=True)


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "Qingchuan Example Daily"), ("zh", "青川示例报")]
)
@pytest.mark.parametrize(
    "command",
    ["figures", "commitments", "timeline", "unsaid", "search 码头", "show wharf", "people"],
)
def test_every_row_says_which_article_it_is_of(command: str, lang: str, name: str) -> None:
    out = briefing(*command.split(), *BOTH, "--lang", lang).out
    assert f"{name} 2031-10-23" in out
    assert f"{name} 2031-05-06" in out
    assert f"{name} 2031" not in second(*command.split(), "--lang", lang).out


def test_only_the_articles_with_a_row_are_credited() -> None:
    one = briefing("figures", "GDP", *BOTH, "--lang", "en").out
    assert ("Steady Base" in one, "One Core" in one) == (True, False)
    none = briefing("figures", "zzzz", *BOTH, "--lang", "en").out
    assert none == "Nothing matches.\n"


def test_a_place_of_two_articles_is_one_column() -> None:
    run = briefing("city", "dongjia", "西乙", *BOTH, "--lang", "en", FORCE_COLOR="1", NO_COLOR="1")
    heading = run.out.splitlines()[0].split()
    assert heading == ["Dongjia", "Xiyi"]
    assert briefing("city", "dongjia", "东甲", *BOTH) == briefing("city", "东甲", *BOTH)


def test_the_articles_are_listed_with_their_sources() -> None:
    first, last = json.loads(briefing("articles", *BOTH, "-O", "json").out)
    assert (first["id"], first["publisher"]["zh"]) == ("qingchuan-2031-10-23", "青川示例报")
    assert last["records"] == len(
        json.loads(briefing("search", "¶1–999", *BOTH[:2], "-O", "json").out)
    )
    assert "paragraphs" not in first
    assert {"title", "republished", "rights", "address", "editor"} <= first.keys()


@pytest.mark.parametrize(("command", "name"), [("articles", "shanxi-"), ("check", "article.yaml")])
def test_the_shipped_article_is_read_beside_another(command: str, name: str) -> None:
    run = briefing(command, "-a", "@shipped", "-a", EXAMPLE)
    assert run.status == 0
    assert name in run.out
    assert briefing(command, BRIEFING_ARTICLE=f"@shipped{os.pathsep}{EXAMPLE}") == run


@pytest.mark.parametrize("name", [*ANSWERS, "search"])
@pytest.mark.parametrize("form", FORMS)
def test_a_query_without_rows_has_an_empty_shape_and_a_hint(name: str, form: str) -> None:
    run = second(name, "zzzzzz", "-O", form)
    assert run.status == 0
    assert run.err.startswith("briefing: ")
    if form in ("json", "yaml"):
        assert run.out.strip() == "[]"
    if form in ("csv", "tsv"):
        full = run if name == "search" else second(name, "-O", form)
        assert run.out.splitlines() == full.out.splitlines()[:1]


@pytest.mark.parametrize("name", [*ANSWERS, "search"])
def test_a_sheet_without_rows_has_its_columns(name: str) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(
        io.BytesIO(second(name, "zzzzzz", "--lang", "en", "-O", "xlsx").content)
    )
    found = [cell.value for cell in book.worksheets[0][1]]
    assert found[-1] == "Id"
    assert len(found) > 3


def test_the_hint_says_what_less_would_find() -> None:
    run = second("projects", "--stage", "stalled", "--city", "dongjia", "--lang", "en")
    assert run.err.startswith("briefing: nothing meets all conditions; leaving one of them out")
    assert "1 without --city" in run.err
    run = second("figures", "--kind", "序数", "--lang", "zh")
    assert run.status == 0
    assert "--kind 在这里可选：" in run.err
    assert second("figures", "--kind", "nonsense").status == 1
    assert second("figures", "--unit", "EUR").status == 0
    assert second("figures", "--unit", "亿元").out == second("figures", "--unit", "元").out
    assert second("figures", "--unit", "blurb").status == 1


def test_help_names_the_kinds_units_stages_and_orders_that_there_are() -> None:
    shown = briefing("help", "figures", "-a", SECOND, "--lang", "en").out
    for words in ("money, percent", "CNY, %, pp, kWh", "done, under way", "title, place"):
        assert words in shown
    assert "CNY" not in briefing("help", "figures", "-a", "nowhere.yaml", "--lang", "en").out
    assert all("{" not in briefing("help", name).out for name in list_commands())


def test_a_span_tells_how_many_times_are_in_words_only() -> None:
    run = briefing("commitments", "--until", "2027", "--lang", "en")
    assert run.err.startswith("briefing: left out, because their time is only in words (such as")
    assert ": 2 more" in run.err
    assert "words only" not in briefing("commitments").err
