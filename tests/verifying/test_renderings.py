"""English names that say a Chinese one otherwise than the model does."""

from pathlib import Path

import pytest

from briefing.model.reading import inspect_model
from briefing.verifying.naming.naming import Names
from briefing.verifying.naming.nearly import NearNames
from briefing.verifying.naming.renderings import Renderings
from briefing.verifying.naming.strangers import Near

MODEL = """
schema_version: 2
source: {id: harbour, title: {zh: 甲市新港, en: A new harbour}, publisher: {zh: 某报, en: Paper},
  published: 2031-05-08}
summary: {gist: {zh: 新港, en: Harbour}, evidence: [{paragraph: 2, anchor: 青木港务}]}
places:
  - {id: qingmu, name: {zh: 青木市, en: Qingmu}, kind: city,
     evidence: [{paragraph: 2, anchor: 青木市}]}
  - {id: beijia, name: {zh: 北甲新区, en: Beijia New Area}, kind: zone,
     evidence: [{paragraph: 2, anchor: 北甲新区}]}
  - {id: circle, name: {zh: 汕茂都市圈, en: Southern Circle}, kind: cluster,
     evidence: [{paragraph: 2, anchor: 汕茂都市圈}]}
organisations:
  - {id: port, name: {zh: 青木示例港务有限公司, en: Qingmu Example Harbours}, kind: firm,
     evidence: [{paragraph: 2, anchor: 青木示例港务}]}
  - {id: group, name: {zh: 示例集团, en: Shili Group}, kind: firm,
     evidence: [{paragraph: 2, anchor: 示例集团}]}
  - {id: institute, name: {zh: 青木材料研究院, en: The Materials Centre}, kind: institute,
     evidence: [{paragraph: 2, anchor: 青木材料研究院}]}
  - {id: committee, name: {zh: 市委员会, en: Head office}, kind: party,
     evidence: [{paragraph: 2, anchor: 市委员会}]}
  - {id: chips, name: {zh: 宇泽芯片（云南）有限公司, en: Yuze Chips}, kind: firm,
     evidence: [{paragraph: 2, anchor: 宇泽芯片}]}
people:
  - {id: alimu, name: {zh: 阿里木·买买提, en: Alimu Maimaiti},
     evidence: [{paragraph: 2, anchor: 阿里木}]}
projects:
  - {id: belt, name: {zh: 皖北冷链走廊, en: Cold belt}, status: planned,
     evidence: [{paragraph: 2, anchor: 皖北冷链走廊}]}
  - {id: banner, name: {zh: 乌拉特前旗储能电站, en: Big battery}, status: planned,
     evidence: [{paragraph: 2, anchor: 乌拉特前旗储能电站}]}
  - {id: gas, name: {zh: 白鹭山LNG接收站, en: Gas harbour}, status: planned,
     evidence: [{paragraph: 2, anchor: 白鹭山LNG接收站}]}
  - {id: hill, name: {zh: 白鹭山, en: Egret Hill}, status: planned,
     evidence: [{paragraph: 2, anchor: 白鹭山}]}
  - {id: wharf, name: {zh: 甲一码头, en: Jiayi Wharf}, status: planned,
     evidence: [{paragraph: 2, anchor: 甲一码头}]}
  - {id: second, name: {zh: 青木热电二期, en: More heat and power}, status: planned,
     evidence: [{paragraph: 2, anchor: 青木热电二期}]}
"""
TEXT = "青木市的石湾跨海大桥由青木示例港务有限公司建设，长河日报作了报道。"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Names:
    folder: Path = tmp_path_factory.mktemp("harbour")
    model = folder / "harbour.yaml"
    model.write_text(MODEL, encoding="utf-8")
    article = inspect_model(str(model)).article
    assert article
    return Names([article])


def known(sentence: str, names: Names) -> dict[str, set[str]]:
    found = Renderings(names, TEXT).find(sentence, names.find(sentence))
    return {one.text: {entry.record.id for entry in one.entries} for one in found}


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("Qingmu Shili Port", "port"),
        ("Qingmu Shili Port Affairs", "port"),
        ("Shili Jituan", "group"),
        ("Example Group", "group"),
        ("Qingmu Materials Research Institute", "institute"),
        ("Qingmu Institute of Materials", "institute"),
        ("Jia No. 1 terminal", "wharf"),
        ("Jia One wharf", "wharf"),
        ("Jiayi Pier", "wharf"),
        ("Northern Anhui cold-chain corridor", "belt"),
        ("Urad Front Banner energy storage station", "banner"),
        ("Bailushan LNG Terminal", "gas"),
        ("Mount Bailu", "hill"),
        ("Jia No. 1", "wharf"),
        ("North Jia New Area", "beijia"),
        ("Qingmu cogeneration phase II", "second"),
        ("Shantou–Maoming", "circle"),
        ("Yuze Chip (Yunnan", "chips"),
    ],
)
def test_a_name_may_be_said_by_sound_by_meaning_and_by_number(
    name: str, record: str, names: Names
) -> None:
    assert record in known(f"It was named: {name} is ready.", names).get(name, ())


@pytest.mark.parametrize(
    "name",
    [
        *("Qingmu Shili Bank", "Shili Institute", "Qingmu Shilu Port", "Qinglin Shili Port"),
        *(
            "Jia No. 2 terminal",
            "Jia No. 1 bridge",
            "Jia No. 2",
            "North Yi New Area",
            "Shantou–Chaozhou",
        ),
        *("Qingmu cogeneration phase III", "City Committee", "example group", "Shili"),
    ],
)
def test_a_name_of_which_one_part_is_another_is_not_known(name: str, names: Names) -> None:
    assert name not in known(f"It was named: {name} is ready.", names)


@pytest.mark.parametrize("name", ["Wharf of Beijia New Area", "Qingmu,Beijia New Area Avenue"])
def test_a_known_name_may_be_longer_than_what_is_read_of_it(name: str, names: Names) -> None:
    assert "Beijia New Area" in known(name, names)


@pytest.mark.parametrize(
    ("name", "near"),
    [("Alim Maimait", []), ("Alimu Maimaiti", []), ("Karim Maimait", ["Karim", "Maimait"])],
)
def test_a_name_with_a_dot_may_be_spelt_with_other_vowels(
    name: str, near: list[str], names: Names
) -> None:
    found = NearNames(names, {}).find(f"Then {name} spoke.", [], "en", is_title=False)
    assert [f"Then {name} spoke."[one.start : one.end] for one in found if not one.like] == near


@pytest.mark.parametrize(
    ("name", "stands"),
    [
        *(
            ("Shiwan Bridge", True),
            ("The Shiwan Sea-Crossing Bridge", True),
            ("Changhe Daily", True),
        ),
        *(("Shiwan Tunnel", False), ("Shihai Bridge", False), ("Changhe Evening News", False)),
    ],
)
def test_a_name_that_the_text_alone_has_is_told(name: str, stands: bool, names: Names) -> None:
    near = [Near(0, len(name))]
    (found,) = Renderings(names, TEXT).mark_told(f"{name} is ready.", names.find(name), near)
    assert found.stands == stands
