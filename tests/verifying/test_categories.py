"""Whether what a text names as an example of one kind of thing is told as another kind."""

import pytest

from briefing.verifying.claim import BORNE_OUT
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verifier
from holding import write_verifier

TEXT = """甲市产业观察
2031-05-08 来源：某报
甲市重点培育海洋药物、深海装备等百亿级产业集群，做强船舶修造、渔网编织等传统优势产业，壮大潮汐发电、海水淡化等特色新兴产业。
甲市规划“三湾五岛”。“三湾”即月亮湾、石榴湾、白沙湾，灯塔岛是“五岛”之一。
"""

MODEL = """
schema_version: 2
source: {id: sea, title: {zh: 甲市产业观察, en: Industry in Jia}, text: sea.txt,
  publisher: {zh: 某报, en: Paper}, published: 2031-05-08}
summary: {gist: {zh: 产业, en: Industry}, evidence: [{paragraph: 3, anchor: 海洋药物}]}
places:
  - {id: jia, name: {zh: 甲市, en: Jia}, kind: city, evidence: [{paragraph: 1, anchor: 甲市}]}
  - {id: isle, name: {zh: 灯塔岛, en: Dengta Island}, kind: zone,
     evidence: [{paragraph: 4, anchor: 灯塔岛}]}
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return write_verifier(tmp_path_factory.mktemp("sea"), MODEL, TEXT)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "甲市把海水淡化列为要壮大的特色新兴产业。",
            "甲市把海水淡化列为要做强的传统优势产业。",
        ),
        (
            "甲市要培育的百亿级集群里有海洋药物。",
            "甲市要培育的百亿级集群里有渔网编织。",
        ),
        (
            "甲市的传统优势产业包括渔网编织。",
            "甲市的传统优势产业包括潮汐发电。",
        ),
        ("灯塔岛属于“五岛”。", "灯塔岛属于“三湾”。"),
        (
            'Dengta Island counts as one of the "five islands".',
            'Dengta Island counts as one of the "three bays".',
        ),
    ],
)
def test_an_example_of_one_kind_is_none_of_another(
    verifier: Verifier, true: str, false: str
) -> None:
    statuses = [
        {one.status for one in verifier.verify(Memo("memo", tuple(split_memo(text)))).claims}
        for text in (true, false)
    ]
    assert statuses[0] <= {BORNE_OUT}
    assert statuses[1] - {BORNE_OUT}
