"""Whether one clause of a text bears all that a clause of a memo tells, with what it carries on."""

from pathlib import Path

import pytest

from briefing.model.reading import inspect_model
from briefing.model.text import read_text
from briefing.verifying.claim import BORNE_OUT, UNKNOWN
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verifier

TEXT = """甲市项目建设观察
2031-05-08 来源：某报
清水船闸工地上灯火通明，工人连夜浇筑闸墙。甲木运河是全省开挖最早的人工航道，也是西南通道的重要部分。
市长甲某出席签约仪式并致辞。副市长乙某，市政协主席丙某参加仪式。
甲某代表市政府向客商和建设者送上祝福。他说，要让企业早日开工投产。
截至4月底，清水船闸、白石船闸等控制性工程完成投资近18亿元。
冷库既有低温仓，还有恒温仓，由甲木果品和乙石集团共同投资。产业园设有加工环节。
重点工程动工带动一批配套企业扩建厂房。
仓库可存粮9万吨，甲市成为西部最大的粮食储备基地之一。
甲木果品与产业园签约。青山研究院将为甲木运河配套水工试验厅，两年内建成。
甲木果品签约冷链专线，落户园区的乙石集团（甲市）饲料厂开工，青山研究院菌种试验线投产。
甲市推进东江组团扩容，打造粮食交易市场；推进西江组团建设，打造蔬菜供应基地。
产业园要建成东江组团向西南地区辐射的花卉拍卖中心。
甲市在全国粮食产销平衡区中居首位。
"""

MODEL = """
schema_version: 2
source: {id: canal, title: {zh: 甲市项目建设观察, en: Projects in Jia}, text: canal.txt,
  publisher: {zh: 某报, en: Paper}, published: 2031-05-08}
summary: {gist: {zh: 项目, en: Projects}, evidence: [{paragraph: 3, anchor: 甲木运河}]}
places:
  - {id: jia, name: {zh: 甲市, en: Jia}, kind: city, evidence: [{paragraph: 1, anchor: 甲市}]}
  - {id: east, name: {zh: 东江组团, en: Dongjiang cluster}, kind: zone,
     evidence: [{paragraph: 12, anchor: 东江组团}]}
  - {id: west, name: {zh: 西江组团, en: Xijiang cluster}, kind: zone,
     evidence: [{paragraph: 12, anchor: 西江组团}]}
  - {id: southwest, name: {zh: 西南地区, en: the southwest}, kind: region,
     evidence: [{paragraph: 13, anchor: 西南地区}]}
  - {id: balance, name: {zh: 全国粮食产销平衡区, en: the balance area}, kind: region,
     evidence: [{paragraph: 14, anchor: 全国粮食产销平衡区}]}
organisations:
  - {id: city, name: {zh: 市政府, en: City government}, kind: government,
     evidence: [{paragraph: 5, anchor: 市政府}]}
  - {id: fruit, name: {zh: 甲木果品, en: Jiamu Fruit}, kind: firm,
     evidence: [{paragraph: 7, anchor: 甲木果品}]}
  - {id: stone, name: {zh: 乙石集团, en: Yishi Group}, kind: firm,
     evidence: [{paragraph: 7, anchor: 乙石集团}]}
  - {id: institute, name: {zh: 青山研究院, en: Qingshan Institute}, kind: institute,
     evidence: [{paragraph: 10, anchor: 青山研究院}]}
people:
  - {id: jia-mou, name: {zh: 甲某, en: Jia Mou}, evidence: [{paragraph: 4, anchor: 甲某}]}
  - {id: yi-mou, name: {zh: 乙某, en: Yi Mou}, evidence: [{paragraph: 4, anchor: 乙某}]}
  - {id: bing-mou, name: {zh: 丙某, en: Bing Mou}, evidence: [{paragraph: 4, anchor: 丙某}]}
projects:
  - {id: canal-project, name: {zh: 甲木运河, en: Jiamu Canal}, status: under_construction,
     evidence: [{paragraph: 3, anchor: 甲木运河}]}
  - {id: passage, name: {zh: 西南通道, en: Southwest Passage}, status: under_construction,
     evidence: [{paragraph: 3, anchor: 西南通道}]}
  - {id: young, name: {zh: 清水船闸, en: Qingshui lock}, status: under_construction,
     evidence: [{paragraph: 3, anchor: 清水船闸}]}
  - {id: hall, name: {zh: 水工试验厅, en: Hydraulics Hall}, status: planned,
     evidence: [{paragraph: 10, anchor: 水工试验厅}]}
  - {id: white, name: {zh: 白石船闸, en: Baishi lock}, status: under_construction,
     evidence: [{paragraph: 6, anchor: 白石船闸}]}
figures:
  - {id: done, label: {zh: 控制性工程完成投资, en: Investment made in the controlling works},
     text: 近18亿元, value: 1800000000, unit: CNY, qualifier: less_than, kind: money,
     evidence: [{paragraph: 6, anchor: 近18亿元}]}
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    folder: Path = tmp_path_factory.mktemp("canal")
    (folder / "canal.yaml").write_text(MODEL, encoding="utf-8")
    (folder / "canal.txt").write_text(TEXT, encoding="utf-8")
    inspected = inspect_model(str(folder / "canal.yaml"))
    assert inspected.article, inspected.problems
    text = read_text(str(folder / "canal.txt"))
    return Verifier([inspected.article], {"canal": text})


def doubted(verifier: Verifier, sentence: str) -> list[str]:
    verified = verifier.verify(Memo("memo.txt", tuple(split_memo(sentence))))
    return [one.text for one in verified.claims if one.status != BORNE_OUT]


@pytest.mark.parametrize(
    ("true", "false", "name"),
    [
        (
            "清水船闸工地灯火通明，工人还在连夜浇筑闸墙。",
            "白石船闸工地灯火通明，工人还在连夜浇筑闸墙。",
            "白石船闸",
        ),
        (
            "甲木运河是全省开挖最早的人工航道。",
            "西南通道是全省开挖最早的人工航道。",
            "西南通道",
        ),
        (
            "甲某代表市政府向客商和建设者送上祝福。",
            "丙某代表市政府向客商和建设者送上祝福。",
            "丙某",
        ),
        (
            "甲木运河的水工试验厅由青山研究院配套。",
            "甲木运河的水工试验厅由甲木果品配套。",
            "甲木果品",
        ),
        (
            "Qingshan Institute is to build the Hydraulics Hall of the Jiamu Canal in two years.",
            "Jiamu Fruit is to build the Hydraulics Hall of the Jiamu Canal in two years.",
            "Jiamu Fruit",
        ),
        (
            "菌种试验线已经投产，是青山研究院的。",
            "菌种试验线已经投产，是乙石集团的。",
            "乙石集团",
        ),
        (
            "西江组团要打造的是蔬菜供应基地。",
            "东江组团要打造的是蔬菜供应基地。",
            "东江组团",
        ),
    ],
)
def test_a_name_stands_for_no_other_of_its_kind(
    verifier: Verifier, true: str, false: str, name: str
) -> None:
    assert doubted(verifier, true) == []
    assert name in doubted(verifier, false)


def test_a_sentence_carries_on_who_was_named_in_the_last_one(verifier: Verifier) -> None:
    assert doubted(verifier, "甲某说，要让企业早日开工投产。") == []


def test_what_a_list_shares_is_told_of_none_of_it_alone(verifier: Verifier) -> None:
    assert doubted(verifier, "Nearly 1.8 billion yuan has gone into the Qingshui lock alone.")
    assert doubted(verifier, "冷库全部由甲木果品投资。") == ["全部"]
    assert doubted(verifier, "冷库全部由甲木果品和乙石集团投资。") == []


def test_what_a_clause_tells_plainly_is_not_denied(verifier: Verifier) -> None:
    assert doubted(verifier, "产业园设有加工环节。") == []
    assert doubted(verifier, "产业园不设加工环节。") == ["不设"]


def test_a_sentence_without_a_name_or_number_is_a_claim(verifier: Verifier) -> None:
    told, untold, own = (
        verifier.verify(Memo("memo.txt", tuple(split_memo(one)))).claims
        for one in (
            "重点工程动工，带动了一批配套企业扩建厂房。",
            "重点工程动工请来了歌舞团，热闹到深夜才散。",
            "以下各段按日期排列，供内部参考。",
        )
    )
    assert [(one.kind, one.status) for one in told] == [("statement", BORNE_OUT)]
    assert [(one.kind, one.status) for one in untold] == [("statement", UNKNOWN)]
    assert own == ()  # it speaks of the memo itself


def test_a_name_is_told_without_the_country_before_it(verifier: Verifier) -> None:
    assert doubted(verifier, "同属粮食产销平衡区的有甲市。") == []


def test_one_of_the_largest_is_not_the_largest(verifier: Verifier) -> None:
    assert doubted(verifier, "Jia has one of the largest grain reserve bases in the west.") == []
    assert doubted(verifier, "Jia has the largest grain reserve base in the west.")
    assert doubted(verifier, "甲市有西部最大的粮食储备基地。")


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "产业园的花卉拍卖中心由东江组团向西南地区辐射。",
            "产业园的花卉拍卖中心由西南地区向东江组团辐射。",
        ),
        (
            "The park's flower auction centre will radiate from the Dongjiang cluster into the "
            "southwest.",
            "The park's flower auction centre will radiate from the southwest into the "
            "Dongjiang cluster.",
        ),
    ],
)
def test_what_goes_from_one_place_to_another_does_not_come_from_there(
    verifier: Verifier, true: str, false: str
) -> None:
    assert doubted(verifier, true) == []
    assert doubted(verifier, false)
