"""What a memo tells as done that is to come, and as one to come that is done."""

import pytest

from briefing.verifying.claim import BORNE_OUT
from briefing.verifying.verify import Verifier
from holding import list_claims, write_verifier

TEXT = """甲市项目观察
2031-10-20 来源：某报
甲市市长丁一说，加快建设乙市产业园和全省首个航空物流园。
丁一刚刚结束在乙市对物流园建设的考察工作。
丙检测中心将为园区配套检测平台，三年内建成。
戊隧道掘进中突遇塌方，7月18日起停工，至今未复工。5月2日签约的己大桥，已于9月12日开工建设。
"""
MODEL = """
schema_version: 2
source: {id: works, title: {zh: 甲市项目观察, en: Projects in Jia}, text: works.txt,
  publisher: {zh: 某报, en: Paper}, published: 2031-10-20}
summary: {gist: {zh: 项目, en: Projects}, evidence: [{paragraph: 3, anchor: 甲市}]}
places:
  - {id: jia, name: {zh: 甲市, en: Jia}, kind: city, evidence: [{paragraph: 3, anchor: 甲市}]}
  - {id: yi, name: {zh: 乙市, en: Yishan}, kind: city, evidence: [{paragraph: 3, anchor: 乙市}]}
people:
  - {id: ding, name: {zh: 丁一, en: Ding Yi}, evidence: [{paragraph: 3, anchor: 丁一}]}
organisations:
  - {id: centre, name: {zh: 丙检测中心, en: Bing Testing Centre}, kind: institute,
     evidence: [{paragraph: 5, anchor: 丙检测中心}]}
projects:
  - {id: park, name: {zh: 航空物流园, en: Aviation Logistics Park}, status: planned,
     evidence: [{paragraph: 3, anchor: 航空物流园}]}
  - {id: tunnel, name: {zh: 戊隧道, en: Wu Tunnel}, status: stalled,
     evidence: [{paragraph: 6, anchor: 戊隧道}]}
  - {id: bridge, name: {zh: 己大桥, en: Ji Bridge}, status: under_construction,
     evidence: [{paragraph: 6, anchor: 己大桥}]}
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return write_verifier(tmp_path_factory.mktemp("works"), MODEL, TEXT)


def is_borne_out(verifier: Verifier, sentence: str) -> bool:
    claims = list_claims(verifier, sentence)
    return all(one.status == BORNE_OUT for one in claims)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("丁一刚刚结束在乙市的考察。", "丁一将赴乙市考察。"),
        (
            "Ding Yi has just inspected the park in Yishan.",
            "Ding Yi will shortly leave for Yishan.",
        ),
        (
            "Bing Testing Centre is to build a testing platform for the park.",
            "Bing Testing Centre has finished a testing platform for the park.",
        ),
        (
            "Work in the Wu Tunnel has been halted since 18 July.",
            "Work in the Wu Tunnel has resumed since it was halted on 18 July.",
        ),
        ("己大桥5月2日签约，已经动工。", "己大桥5月2日签约后，至今没有动工。"),
    ],
)
def test_what_is_done_and_what_is_to_come_are_not_told_for_each_other(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


def test_what_is_only_meant_to_be_built_is_not_open_already(verifier: Verifier) -> None:
    assert not is_borne_out(verifier, "The Aviation Logistics Park: first in Jia, already open.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Lorries already load at the Aviation Logistics Park.",
        "The Ji Bridge that Jia wanted is now carrying traffic.",
        "Cars run through the Wu Tunnel every day.",
        "如今己大桥上车辆穿梭。",
        "航空物流园里每天停满了货车。",
    ],
)
def test_what_is_not_finished_is_not_told_as_in_use(verifier: Verifier, sentence: str) -> None:
    assert not is_borne_out(verifier, sentence)
