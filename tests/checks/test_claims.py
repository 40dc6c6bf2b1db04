"""Who says a thing, how far it has come, and what a model lets be: what checks and lists do."""

import json
from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.limits import PROBLEMS_OF_A_CODE
from briefing.model.parts import Bilingual, Change
from briefing.shelf.library import Library, load
from briefing.words.values import change, period
from support import SECOND, SMALLEST, briefing

PROOF = "[{paragraph: 1, anchor: 要点}]"


@pytest.fixture(scope="module")
def second() -> Library:
    return load([SECOND])


def ids(*args: str) -> list[str]:
    """The ids of what a command lists of the second article."""
    run = briefing(*args, "-a", SECOND, "-O", "json")
    assert run.status == 0, run.err
    return [one["id"] for one in json.loads(run.out)]


def test_the_second_article_is_proved_whole() -> None:
    (report,) = check([SECOND])
    assert (report.problems, report.ignored) == ([], ())
    assert report.tally is not None
    for share in report.tally[1:]:
        assert share.found == share.of > 0


def test_a_list_has_only_what_somebody_says() -> None:
    assert ids("strategies", "--said-by", "丁某")
    assert ids("strategies", "--said-by", "ding-mou") == ids("strategies", "--said-by", "丁某")
    assert ids("figures", "--said-by", "ding-mou") == []


def test_a_list_has_only_what_is_at_a_stage() -> None:
    assert ids("projects", "--stage", "stalled") == ["tunnel"]
    assert ids("projects", "--stage", "停滞") == ids("projects", "--stage", "stalled")
    assert ids("figures", "--stage", "aim") == ids("figures", "--stage", "sought")
    assert "rd-intensity-target" in ids("figures", "--stage", "sought")


def test_an_unknown_speaker_or_stage_is_answered_with_those_there_are() -> None:
    run = briefing("figures", "--said-by", "ding-mu", "-a", SECOND)
    assert run.status == 1
    assert "did you mean ding-mou" in run.err
    run = briefing("figures", "--stage", "doen", "-a", SECOND)
    assert run.status == 2
    assert "done" in run.err


def test_a_list_says_who_and_how_far() -> None:
    out = briefing("strategies", "-a", SECOND).out
    assert "says Ding Mou, citing" in out
    out = briefing("figures", "-a", SECOND, "--lang", "zh").out
    assert "省统计局说" in out
    assert "目标" in out


def test_measures_have_the_speaker_and_the_stage_of_their_strategy(second: Library) -> None:
    strategy = second.by_id["corridors-and-ports"][0].record
    (measure,) = strategy.measures  # type: ignore[attr-defined]
    assert (measure.said_by, measure.stage) == (("ding-mou",), "planned")


def test_positions_are_the_persons_own(second: Library) -> None:
    mayor = second.by_id["yi-mou"][0].record
    assert {one.said_by for one in mayor.positions} == {("yi-mou",)}  # type: ignore[attr-defined]


def test_a_record_of_an_article_has_a_name_of_its_own_on_a_shelf() -> None:
    run = briefing("show", "qingchuan-2031-10-23/wharf", "-a", SECOND, "-a", "tests/example.yaml")
    assert "under construction" in run.out
    assert "signed" not in run.out.split("Note")[0]
    assert briefing("show", "nowhere/wharf", "-a", SECOND).status == 1


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("2022-02-26", "2022年2月26日", "26 February 2022"),
        ("2022-02", "2022年2月", "February 2022"),
        ("2022", "2022年", "2022"),
        ("2022-Q1", "2022年第一季度", "Q1 2022"),
        ("2022-H1", "2022年上半年", "H1 2022"),
        ("2021/2025", "2021年至2025年", "2021–2025"),
        ("2031-01/2031-09", "2031年1月至9月", "January–September 2031"),
        ("2030-12/2031-02", "2030年12月至2031年2月", "December 2030–February 2031"),
        ("2031/2031-06", "2031年至2031年6月", "2031–June 2031"),
        ("2031-H1/2031", "2031年上半年至2031年", "H1 2031–2031"),
    ],
)
def test_a_period_is_written_as_each_language_does(code: str, zh: str, en: str) -> None:
    assert period(code, "both") in ((zh, en), (zh, None))


def test_the_sources_own_words_for_a_period_stay() -> None:
    assert period(Bilingual(zh="近年来", en="in recent years"), "en").en == "in recent years"


def test_a_change_says_what_it_compares() -> None:
    compared = Change(over="yoy", turn="down", prices="real", span="cumulative", comparable=True)
    assert change(compared, "en").en == (
        "down, year on year, in real terms, cumulative, on a comparable basis"
    )
    assert change(Change(turn="up", since="2031-H1"), "zh").zh == "上升，与2031年上半年相比"


@pytest.mark.parametrize(
    ("published", "claim", "early"),
    [
        ("2031-05-06", "status: planned, due: 2031-05-05", True),
        ("2031-05-06", "status: completed, due: 2031-05-05", False),
        ("2031-05", "status: planned, due: 2031-05-05", False),
        ("2031-05", "status: planned, due: 2031-04", True),
    ],
)
def test_only_what_is_still_to_be_done_can_be_due_too_early(
    published: str, claim: str, early: bool, tmp_path: Path
) -> None:
    file = tmp_path / "model.yaml"
    project = f"{{id: wharf, name: {{zh: 码头, en: Wharf}}, {claim}, evidence: {PROOF}}}"
    model = SMALLEST.replace("2031-05-06", published) + f"projects: [{project}]\n"
    file.write_text(model, encoding="utf-8")
    assert [one.code for one in check([str(file)])[0].problems] == (
        ["due-before-article"] if early else []
    )


MODEL = SMALLEST.replace("en: Title", "").replace("zh: 标题, ", "zh: 标题")


@pytest.fixture
def untranslated(tmp_path: Path) -> Path:
    """A model that lacks an English text, and lets that be."""
    file = tmp_path / "model.yaml"
    file.write_text(
        MODEL + "ignore: [{code: untranslated, reason: {zh: 只供中文读者, en: For Chinese}}]\n",
        encoding="utf-8",
    )
    return file


def test_what_a_model_lets_be_is_counted_and_fails_where_check_is_strict(
    untranslated: Path,
) -> None:
    run = briefing("check", str(untranslated))
    assert (run.status, "ignored: 1" in run.out) == (0, True)
    assert len(json.loads(briefing("check", str(untranslated), "-O", "json").out)["ignored"]) == 1
    strict = briefing("check", "--strict", str(untranslated))
    assert strict.status == 1
    assert ": untranslated: " in strict.out


def test_what_no_longer_lets_anything_be_is_told(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    entry = "{code: untranslated, reason: {zh: 只供中文读者, en: For Chinese}}"
    file.write_text(f"{SMALLEST}ignore: [{entry}]\n", encoding="utf-8")
    assert [one.code for one in check([str(file)])[0].problems] == ["ignores-nothing"]


def test_of_very_many_entries_that_let_nothing_be_the_first_are_told(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    entry = "{code: untranslated, reason: {zh: 只供中文读者, en: For Chinese}}"
    entries = ", ".join([entry] * (PROBLEMS_OF_A_CODE + 2))
    file.write_text(f"{SMALLEST}ignore: [{entries}]\n", encoding="utf-8")
    *shown, last = check([str(file)])[0].problems
    assert len(shown) == PROBLEMS_OF_A_CODE
    assert (last.code, last.message.values["count"]) == ("left-out", 2)


def test_one_record_may_be_let_be_and_no_other(tmp_path: Path) -> None:
    records = "".join(
        f"  - {{id: {name}, name: {{zh: 开工}}, evidence: [{{paragraph: 1, anchor: 要点}}]}}\n"
        for name in ("one", "two")
    )
    ignore = "ignore: [{code: untranslated, record: one, reason: {zh: 不译, en: Not wanted}}]\n"
    file = tmp_path / "model.yaml"
    file.write_text(f"{SMALLEST}events:\n{records}{ignore}", encoding="utf-8")
    (report,) = check([str(file)])
    assert [problem.line for problem in report.problems] == [11]
    assert [problem.line for problem in report.ignored] == [10]


def test_what_is_left_to_do_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    file.write_text(SMALLEST.replace("summary:", "summary:\n  todo: [写要点, 选数字]"), "utf-8")
    run = briefing("check", str(file))
    assert run.status == 0
    assert "to do: 2" in run.out


FROM_TO = """
places: [{id: jia, name: {zh: 甲县, en: Jia}, kind: county, evidence: [PROOF]}]
figures:
  - {id: was, label: {zh: 占比, en: Share}, text: 9%, value: 9, unit: '%', kind: percent,
     period: 2025, places: [jia], evidence: [PROOF]}
  - {id: became, label: {zh: 占比, en: Share}, text: 12%, value: 12, unit: '%', kind: percent,
     before: was, places: [jia], evidence: [PROOF]}
"""


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "from 9% (2025)"), ("zh", "原为9%（2025年）"), ("json", '"was"')]
)
def test_what_a_figure_was_before_is_told_with_it(tmp_path: Path, lang: str, told: str) -> None:
    model = tmp_path / "model.yaml"
    model.write_text(SMALLEST + FROM_TO.replace("[PROOF]", PROOF), encoding="utf-8")
    shown = ["-O", "json"] if lang == "json" else ["--lang", lang]
    for command in (["figures"], ["zone", "jia"], ["export"]):
        assert told in briefing(*command, "-a", str(model), *shown).out
    if lang != "json":
        county = briefing("zone", "jia", "-a", str(model), *shown).out
        assert county.count("9%") == 1  # no line of its own


PLAN = """
strategies: [{id: plan, name: {zh: 甲规划, en: Jia Plan}, kind: programme, evidence: PROOF}]
figures:
  - {id: aim, label: {zh: 占比, en: Share}, text: 9%, value: 9, unit: '%', kind: percent,
     said_by: [plan], evidence: PROOF}
"""


def test_a_plan_says_things(tmp_path: Path) -> None:
    model = tmp_path / "model.yaml"
    model.write_text(SMALLEST + PLAN.replace("PROOF", PROOF), encoding="utf-8")
    assert "says the Jia Plan" in briefing("figures", "-a", str(model)).out
    assert "甲规划提出" in briefing("figures", "-a", str(model), "--lang", "zh").out
    assert "9%" in briefing("figures", "--said-by", "甲规划", "-a", str(model)).out
    assert "Share (aim)" in briefing("show", "plan", "-a", str(model)).out


@pytest.mark.parametrize(
    ("unit", "kind", "told"), [("人", "range", 0), ("名", "count", 0), ("户", "count", 1)]
)
def test_people_may_be_counted_otherwise_than_before(
    unit: str, kind: str, told: int, tmp_path: Path
) -> None:
    number = "value: 2, value_to: 3" if kind == "range" else "value: 3"
    file = tmp_path / "model.yaml"
    file.write_text(
        SMALLEST
        + f"""
figures:
  - {{id: now, label: {{zh: 队员}}, text: 82名, value: 82, unit: 名, kind: count, before: then,
      evidence: {PROOF}}}
  - {{id: then, label: {{zh: 队员}}, text: 两三{unit}, {number}, unit: {unit}, kind: {kind},
      evidence: {PROOF}}}
""",
        encoding="utf-8",
    )
    (report,) = check([str(file)])
    assert [one.code for one in report.problems].count("before-differs") == told
