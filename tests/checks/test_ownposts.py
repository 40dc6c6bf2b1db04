"""The rule on the posts that our own prose gives to people."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

MODEL = """
# {sentence}
events: [{{id: start, coined: true, name: {{zh: 事, en: Event}}, note: {{zh: "{zh}", en: "{en}"}},
  evidence: [{{paragraph: 2, anchor: {anchor}}}]}}]
"""


@pytest.mark.parametrize(
    ("sentence", "english", "told"),
    [
        ("市水利局副局长王明介绍进展。", "Deputy Director Wang Ming explained.", False),
        ("市水利局副局长王明介绍进展。", "Wang Ming, deputy head of the bureau, explained.", False),
        ("市水利局副局长王明介绍进展。", "Wang Ming, head of the water bureau, explained.", True),
        ("市水利局副局长王明介绍进展。", "Director Wang explained.", True),
        ("市水利局副局长王明介绍进展。", "Wang Ming talked with the mayor.", False),
        ("市水利局副局长王明介绍进展。", "Wang Ming, speaking before the mayor, explained.", False),
        ("市委副书记、市长王明介绍进展。", "Wang Ming, Party secretary and mayor, said.", True),
        ("市委副书记、市长王明介绍进展。", "Mayor Wang Ming, a deputy Party secretary.", False),
        ("代市长王明介绍进展。", "Mayor Wang Ming explained.", True),
        ("代市长王明介绍进展。", "Acting mayor Wang Ming explained.", False),
        ("原县委书记王明受审。", "County Party secretary Wang Ming stood trial.", True),
        ("原县委书记王明受审。", "Wang Ming, once the county's Party secretary, on trial.", False),
        ("县医院外科主任王明介绍进展。", "Wang Ming, president of the hospital, said.", True),
        ("县医院外科主任王明介绍进展。", "Wang Ming, head of surgery, said.", False),
        ("区委书记王明、副区长李兰陪同。", "Li Lan, the district Party secretary, came.", True),
        ("区委书记王明、副区长李兰陪同。", "District Party secretary Wang Ming came.", False),
        ("任命王明为副县长。", "Wang Ming was appointed county magistrate.", True),
        ("副县长王明、李兰出席。", "County head Li Lan was there.", True),
        ("市水利局局长王明介绍进展。", "Wang Ming, head of the city’s finance bureau.", True),
        ("市水利局局长王明介绍进展。", "Wang Ming, head of the city’s water bureau.", False),
        ("选手王明夺冠。", "Wang Ming, captain of the team, won.", False),
        (
            "县水利局副局长王明说。",
            "Wang Ming, deputy head of the county water bureau, spoke.",
            False,
        ),
        ("原副局长王明接任局长。", "Wang Ming, until now a deputy director, took over.", False),
    ],
)
def test_a_person_has_in_english_the_post_of_the_text(
    sentence: str, english: str, told: bool, tmp_path: Path
) -> None:
    text = MODEL.format(sentence=sentence, zh="事", en=english, anchor=sentence[-4:-1])
    (report,) = check([write_rule_example(text, tmp_path)])
    assert ("post-contradicted" in {one.code for one in report.problems}) == told


@pytest.mark.parametrize(
    ("sentence", "chinese", "told"),
    [
        ("市水利局副局长王明介绍进展。", "市水利局局长王明介绍了进展", True),
        ("市水利局副局长王明介绍进展。", "副局长王明介绍了进展", False),
        ("任命王明为副市长，免去其市水利局局长职务。", "王明不再担任水利局局长", False),
        ("任命王明为副市长，免去其市水利局局长职务。", "王明不再担任水利局副局长", True),
        ("市水利局局长王明介绍进展。", "市水利局副局长王明介绍了进展", True),
        ("大学校长王明介绍进展。", "党委书记王明介绍了进展", True),
        ("县长王明、书记李兰到场。", "县长李兰到场了", True),
        ("村党支部书记兼村主任王明说好。", "村主任王明说好", False),
        ("市水利局局长王明介绍进展。", "财政局局长王明介绍了进展", True),
        ("项目负责人王明介绍进展。", "王明局长介绍了进展", True),
    ],
)
def test_a_person_has_in_chinese_the_post_of_the_text(
    sentence: str, chinese: str, told: bool, tmp_path: Path
) -> None:
    text = MODEL.format(sentence=sentence, zh=chinese, en="Event", anchor=sentence[-4:-1])
    (report,) = check([write_rule_example(text, tmp_path)])
    assert ("post-contradicted" in {one.code for one in report.problems}) == told
