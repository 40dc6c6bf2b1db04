"""The rule on what our own prose tells as done and its evidence only as to come."""

import time
from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.checks.rules.ownstages import _find_all, _judge_chinese
from support import write_rule_example

MODEL = """
# {sentence}
events: [{{id: start, coined: true, name: {{zh: 事, en: Event}}, note: {{zh: "{zh}", en: "{en}"}},
  evidence: [{{paragraph: 2, anchor: {anchor}}}]}}]
"""


def is_told(sentence: str, chinese: str, english: str, folder: Path) -> bool:
    """Return whether the rule, or that on aims, speaks of a note with a sentence as evidence."""
    text = MODEL.format(sentence=sentence, zh=chinese, en=english, anchor=sentence[-4:-1])
    (report,) = check([write_rule_example(text, folder)])
    return bool({"told-as-done", "aim-told-as-reached"} & {one.code for one in report.problems})


@pytest.mark.parametrize(
    ("sentence", "english", "told"),
    [
        ("主馆计划年底前封顶。", "The main hall has been topped out.", True),
        ("主馆计划年底前封顶。", "The main hall is to be topped out.", False),
        ("主馆已经封顶，二馆计划年底封顶。", "The main hall has been topped out.", False),
        ("大桥合龙，通车后将缩短车程。", "The bridge opened to traffic.", True),
        ("大桥合龙并通车，车程将缩短。", "The bridge opened to traffic.", False),
        ("线路试运行，运营时间尚待确定。", "The line is now in operation.", True),
        ("线路试运行，运营时间尚待确定。", "The line is in trial operation.", False),
        ("二期尚未开工。", "Work on phase two has not begun.", False),
        ("航线尚无开航时间表。", "70% of the road is finished.", False),
        ("工厂明年初动工。", "The plant is not under construction yet.", False),
        ("村里今年还打算流转茶园。", "The village has already taken over tea gardens.", True),
        ("村里今年已流转茶园，明年打算种稻。", "The village has taken over tea gardens.", False),
    ],
)
def test_what_is_to_come_is_not_told_as_done_in_english(
    sentence: str, english: str, told: bool, tmp_path: Path
) -> None:
    assert is_told(sentence, "事", english, tmp_path) == told


@pytest.mark.parametrize(
    ("sentence", "chinese", "told"),
    [
        ("二期预计明年建成。", "二期已经建成", True),
        ("二期预计明年建成。", "二期预计明年建成", False),
        ("老馆将改建为书店。", "老馆已改建为书店", True),
        ("老馆已改建为书店，新馆将开放。", "老馆已改建为书店", False),
        ("展品已投保并将按期归还。", "展品已按期归还", True),
        ("展会将于9月8日开幕，展馆9月1日启用。", "展馆9月1日启用", False),
        ("码头计划9月1日投产。", "码头9月1日投产", False),
        ("二期预计明年开工。", "会上宣布了开工安排", False),
        ("第二期260套仍在装修。", "第二期260套已装修完毕", True),
        ("目前隧洞掘进已过半。", "隧洞掘进已经全部完成", True),
        ("第二期260套装修后交付，一期仍在装修。", "第二期260套已装修完毕", False),
        ("民企占外贸总值的61.7%。", "六成以上的外贸由民企完成", False),
        ("施工方承诺十月底前贯通。", "隧道已全线贯通", True),
    ],
)
def test_what_is_to_come_is_not_told_as_done_in_chinese(
    sentence: str, chinese: str, told: bool, tmp_path: Path
) -> None:
    assert is_told(sentence, chinese, "Event", tmp_path) == told


@pytest.mark.parametrize(
    ("sentences", "english", "chinese", "told"),
    [
        (
            "运河现场机声隆隆。|其余5个项目预计年内开工。",
            "With the canal under construction",
            "事",
            False,
        ),
        ("运河预计年内开工。|其余5个项目签约。", "With the canal under construction", "事", True),
        ("展馆人来人往。|其余5个项目预计年内建成。", "Event", "展馆已经建成", False),
        ("展馆人来人往。|其余5个项目预计年内建成。", "Event", "其余项目已经建成", True),
    ],
)
def test_what_is_to_come_is_that_of_the_paragraph_that_we_tell_of(
    sentences: str, english: str, chinese: str, told: bool, tmp_path: Path
) -> None:
    first, second = sentences.split("|")
    evidence = f"{{paragraph: 3, anchor: {second[-4:-1]}}}]}}]"
    text = MODEL.format(sentence=first, zh=chinese, en=english, anchor=first[-4:-1])
    text = text.replace("]}]", f", {evidence}").replace("\nevents", f"\n# {second}\nevents")
    (report,) = check([write_rule_example(text, tmp_path)])
    codes = {one.code for one in report.problems}
    assert bool({"told-as-done", "aim-told-as-reached"} & codes) == told


@pytest.mark.parametrize(
    ("zh", "en", "ok"),
    [
        ("74个小区已全部完工", "All 74 have been completed", False),
        ("74个小区中51个已完工", "Of the 74, 51 have been completed", True),
        ("74个小区将全部完工", "All 74 will be completed", True),
    ],
)
def test_not_all_are_done_where_some_are_left(zh: str, en: str, ok: bool, tmp_path: Path) -> None:
    text = "开工改造小区74个，其中51个已完工，其余23个计划年底前完工。"
    assert is_told(text, zh, "Event", tmp_path) != ok
    assert is_told(text, "事", en, tmp_path) != ok


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "2个泵站已全部建成；改造小区74个，其中51个完工，其余23个年底前完工。",
            "2个泵站已全部建成",
            "All two pumping stations have been completed",
        ),
        (
            "2个泵站已全部建成，改造小区74个，其中51个完工，其余23个年底前完工。",
            "2个泵站已全部建成",
            "All two pumping stations have been completed",
        ),
        (
            "8个泵站已全部建成，改造小区3个，其中2个完工，其余1个年底前完工。",
            "8个泵站已全部建成",
            "All eight pumping stations have been completed",
        ),
        ("3月开工；桥10座，其余在建。", "3座桥已全部完工", "All 3 bridges are finished"),
        ("3月开工，桥10座，其余在建。", "3座桥已全部完工", "All 3 bridges are finished"),
        ("设1个站，其余在建。", "事", "All 1,500% of it is finished"),
        ("设1个站，其余在建。", "事", f"All {'1' * 5000} are finished"),
        ("12人全部获救，其中10人出院，其余2人留院。", "12人已全部获救", "All 12 are rescued"),
    ],
)
def test_what_is_left_of_other_things_is_not_left_of_these(
    text: str, zh: str, en: str, tmp_path: Path
) -> None:
    assert not is_told(text, zh, "Event", tmp_path)
    assert not is_told(text, "事", en, tmp_path)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("两座桥先后开工，其余一座在建。", "2座桥已全部完工", "All two bridges are finished"),
        ("桥梁1500座，其余在建。", "1500座桥已全部完工", "All 1,500 are finished."),
        (
            "桥10座，全部建成，其余3座未建成投用。",
            "10座桥已全部建成投用",
            "All ten bridges are finished",
        ),
        ("桥10座，建成7座，其余3座在建。", "10座桥已全部完工", "All ten bridges are finished"),
    ],
)
def test_some_are_left_of_the_same_things(text: str, zh: str, en: str, tmp_path: Path) -> None:
    assert is_told(text, zh, "Event", tmp_path)
    assert is_told(text, "事", en, tmp_path)


def test_a_sentence_of_many_numbers_is_read_once() -> None:
    begun = time.process_time()
    assert not list(_judge_chinese("已全部" * 4000, ["甲"]))
    assert not list(_find_all("7座桥已全部完工", "zh", ["7座，" * 20000, "其余7座，" * 20000]))
    assert time.process_time() - begun < 1
