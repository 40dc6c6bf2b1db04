"""The rule on our own prose that tells as a fact what the source only hopes for."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

TEXT = """
# {source}
organisations:
- {{id: port, name: {{zh: 港务局}}, kind: other, note: {{zh: "{zh}", en: "{en}"}},
   evidence: [{{paragraph: 2, anchor: "{source}"}}]}}
"""


def codes(source: str, zh: str, en: str, folder: Path) -> list[str]:
    (report,) = check([write_rule_example(TEXT.format(source=source, zh=zh, en=en), folder)])
    return [one.message.key for one in report.problems if one.code.startswith("hope-told")]


@pytest.mark.parametrize(
    ("source", "zh", "en", "found"),
    [
        ("港务局预计产值达50亿元", "预计达50亿元", "Output is expected to reach CNY 5 billion", ""),
        ("港务局预计产值达50亿元", "预计达50亿元", "Output has reached CNY 5 billion", "fact"),
        ("港务局预计产值达50亿元", "产值已达50亿元", "It expects CNY 5 billion", "fact"),
        ("港务局预计产值达50亿元", "产值50亿元", "It expects CNY 5 billion", "untold"),
        ("港务局产值已达50亿元", "产值已达50亿元", "Output has reached CNY 5 billion", ""),
        ("港务局计划明年3月开航", "计划明年3月开航", "Ships have sailed since next March", "fact"),
        ("港务局订单已排到明年4月", "订单已排到明年4月", "It has orders up to April 2023", ""),
        ("港务局主要建设30个泊位", "主要建设30个泊位", "It has built 30 berths", ""),
        ("港务局重要任务是要建30个泊位", "已建30个泊位", "It is to build 30 berths", "fact"),
        # The word before the number decides, or the first one behind it where it is the subject.
        (
            "港务局已成立，将建30个泊位",
            "将建30个泊位",
            "Founded, it will build 30 berths",
            "",
        ),
        ("港务局将新建30个泊位", "将新建30个泊位", "30 berths are planned", ""),
        ("港务局将新建30个泊位", "将新建30个泊位", "30 berths have been built", "fact"),
        # What is compared with what is hoped for has come about.
        ("港务局力争货运由目前的5%提高到40%", "目前为5%", "It is 5% now", ""),
        # Of the whole of which a part is done the plan is told.
        (
            "港务局计划新建30个泊位，已建12个",
            "已建12个",
            "It has built 12 of the 30 berths due this year",
            "",
        ),
        (
            "港务局计划新建30个泊位，已建12个",
            "已建12个",
            "It has built the 30 berths due this year",
            "fact",
        ),
        ("港务局计划新建30个泊位", "计划建泊位", "It has built most of the 30 berths due", "fact"),
        ("港务局计划新栽30棵树", "计划新栽30棵树", "It has planted 30 trees", "fact"),
        # Without a number the two languages are held against each other.
        ("港务局将打造枢纽", "要打造枢纽", "It is to build up a hub", ""),
        ("港务局将打造枢纽", "要打造枢纽", "It has built up a hub", "other"),
        ("港务局将打造枢纽", "已建成枢纽", "It will build up a hub", "other"),
        # By a year that is over on the article's day nothing is hoped for.
        ("到2017年底，港口有30个泊位", "到2017年底，有30个泊位", "30 berths were in use", ""),
        ("到2035年底，港口要有30个泊位", "到2035年，有30个泊位", "30 berths were in use", "fact"),
        # A month without a year may be one of the last year, and what a port can do is no plan.
        ("8月，港务局有30个泊位", "8月有30个泊位", "30 berths were in use", ""),
        ("今年8月底前，港务局有30个泊位", "有30个泊位", "30 berths were in use", "fact"),
        ("改造可节约50万吨煤", "改造节约50万吨煤", "It saves 500,000 t of coal", ""),
        ("改造可节约50万吨煤", "改造可节约50万吨煤", "It has saved 500,000 t", "fact"),
        # What only stands in another clause of its sentence need not be told again.
        ("将建码头，长50米", "码头长50米", "The wharf is 50 m long", ""),
        ("将建码头，长50米", "码头长50米", "The wharf will have 50 m", ""),
        ("将建码头，长50米", "码头长50米", "The wharf has reached 50 m", "fact"),
        ("将建码头，长50米", "码头长50米", "The planned wharf has a length of 50 m", ""),
        (
            "拟投资3亿元",
            "打算投资3亿元",
            "The wharf, which has room, costs CNY 300 million",
            "untold",
        ),
        (
            "拟明年建，首台机组2月3日并网",
            "首台2月3日并网",
            "A first unit was linked on 3 February",
            "",
        ),
        ("投产推迟至明年3月", "投产推迟至明年3月", "It was put back to next March", ""),
        ("吞吐量将达50万吨", "将达50万吨", "Throughput to nearly double to 500,000 t", ""),
        ("力争产值50亿元", "力争50亿元", "Goal for output: CNY 5 billion", ""),
        ("第30届港口节将举行", "第30届港口节", "The 30th port festival opens", ""),
        ("港区规划面积2平方公里，有30个泊位", "有30个泊位", "30 berths were in use", ""),
        # What a clause hopes for goes before what the last one tells as done.
        (
            "路基完成九成，计划2026年有50座桥",
            "路基已完成，50座桥计划建成",
            "50 bridges to come",
            "",
        ),
        ("将新建50座桥", "将建50座桥", "50 new bridges are on the way", ""),
        # What is only planned is the road, and not what is told behind it.
        ("港口连接拟建的环线，有30个泊位", "有30个泊位", "The port had 30 berths", ""),
        ("港口连接拟建的环线，将有30个泊位", "将有30个泊位", "The port had 30 berths", "fact"),
    ],
)
def test_what_is_hoped_for_is_not_told_as_a_fact(
    source: str, zh: str, en: str, found: str, tmp_path: Path
) -> None:
    keys = {"": [], "fact": ["hope-told-as-fact"]}
    assert codes(source, zh, en, tmp_path) == keys.get(found, [f"hope-told-as-fact.{found}"])


def test_the_word_that_is_quoted_is_of_no_other_thing(tmp_path: Path) -> None:
    text = "港务局计划新建码头，连接拟建的环线，泊位30个"
    model = TEXT.format(source=text, zh="泊位已有30个", en="It plans 30 berths")
    (report,) = check([write_rule_example(model, tmp_path)])
    (found,) = [one.message for one in report.problems if one.code.startswith("hope-told")]
    assert found.values["verb"] == "计划"
    text = "港务局连接拟建的环线，并将打造枢纽"
    model = TEXT.format(source=text, zh=text, en="It has built up a hub on the ring road")
    (report,) = check([write_rule_example(model, tmp_path)])
    (found,) = [one.message for one in report.problems if one.code.startswith("hope-told")]
    assert found.values["verb"] == "将"
