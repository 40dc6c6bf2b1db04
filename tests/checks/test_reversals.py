"""The rule on what our own prose tells the other way round than its evidence."""

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
    ("sentence", "chinese", "told"),
    [
        ("河水超警戒水位半米。", "河水没有超过警戒水位", True),
        ("河水未超警戒水位。", "河水没有超过警戒水位", False),
        ("全县21个乡镇中17个实现分类全覆盖。", "4个乡镇尚未实现分类全覆盖", False),
        ("全片并未在影视基地搭景。", "全片在影视基地搭景", True),
        ("全片并未在影视基地搭景。", "全片不在影视基地搭景", False),
        ("王明不再担任县委书记。", "李兰接任县委书记", False),
        ("新增的5处遗产地分布在邻省。", "本市没有新增遗产地", False),
        ("无人机、机器人等产品出口增速达40%。", "机器人等产品出口增速", False),
        ("件均收入继续下滑。", "件均收入不再下滑", True),
        ("开通时间推迟到明年。", "开通时间提前了", True),
        ("山洪冲毁两座桥，无人员伤亡。", "山洪造成了人员伤亡", True),
        ("该厂表示暂无赴境外上市计划。", "该厂计划赴境外上市", True),
        ("该厂表示暂无赴境外上市计划。", "该厂没有赴境外上市的计划", False),
        ("全县已修好水渠18条。", "全县未修好的水渠有18条", True),
        ("全县已修好水渠18条。", "全县未修好的水渠有7条", False),
        ("全县21条水渠中，18条已修好通水。", "3条未修好通水", False),
        ("全县已修好水渠18条。", "全市未修好的水渠有18条", False),
        ("地铁南延段已掘通。", "地铁北延段已掘通", True),
        ("城南新区与城北老区相连。", "城北老区", False),
        ("该技术大面积推广至少还需三年。", "该技术还没有大面积推广", False),
        ("该技术大面积推广将于三年内完成。", "该技术不会大面积推广", True),
        ("大面积推广的技术计划出口500项。", "技术还没有大面积推广", True),
        ("该技术大面积推广至今三年。", "该技术还没有大面积推广", True),
    ],
)
def test_our_chinese_denies_only_what_the_text_denies(
    sentence: str, chinese: str, told: bool, tmp_path: Path
) -> None:
    assert is_reversed(sentence, chinese, "Event", tmp_path) == told


@pytest.mark.parametrize(
    ("sentence", "english", "told"),
    [
        ("馆长否认外借一事。", "The director confirmed the loan.", True),
        ("馆长否认外借一事。", "The director denied that the loan was confirmed.", False),
        ("馆长否认外借，但确认闭馆。", "The director confirmed the closure.", False),
        ("法院驳回上诉，维持原判。", "The court overturned the ruling.", True),
        ("法院撤销原判并改判。", "The court overturned the ruling.", False),
        ("暂未发现新毒株。", "A new strain has been found.", True),
        ("暂未发现新毒株。", "No new strain has been found.", False),
        ("事故无人员死亡。", "Two people died in the accident.", True),
        ("大桥比计划提前合龙。", "The bridge was closed behind schedule.", True),
        ("雨势自西向东减弱。", "The rain will weaken from east to west.", True),
        ("应急响应由三级提升至二级。", "The emergency response was raised to Level II.", False),
        ("演出于三月结束，教练宣布不再续约。", "The coach said he would renew his contract", True),
        ("演出于三月结束，教练宣布不再续约。", "The coach will not renew his contract", False),
        ("药厂说，药品定价尚未确定。", "The price of the medicine has been fixed", True),
        ("药厂说，药品定价尚未确定。", "The price of the medicine is still open", False),
        ("针对收费标准不一的情况，协会定了价。", "Charges and standards differ", False),
        ("铁路设站6座，尚未开始铺轨。", "The line will run for 187 km", False),
        ("地铁南延段已掘通。", "The northern extension has been dug.", True),
        ("该项目尚未办理用地手续。", "Jobs that the project could bring", False),
        ("跑道尚未开始铺筑。", "To be joined by a runway that is being built", False),
        ("地铁南延段已掘通。", "The southern extension has been dug.", False),
        ("河南在列。", "Two northern provinces are named.", False),
        ("产品远销西亚。", "They are sold in the Middle East.", False),
        ("冷空气南下。", "Cold air moved in from the north.", False),
        ("村在河南岸。", "The river runs to the north of it.", False),
        ("桥南门关闭。", "The north gate was shut.", True),
        ("污水不达标的厂被关停。", "Plants whose sewage missed the standard were shut", False),
    ],
)
def test_our_english_turns_nothing_around(
    sentence: str, english: str, told: bool, tmp_path: Path
) -> None:
    assert is_reversed(sentence, "事", english, tmp_path) == told


def is_reversed(sentence: str, chinese: str, english: str, folder: Path) -> bool:
    """Return whether the rule speaks of a note whose evidence is a sentence."""
    text = MODEL.format(sentence=sentence, zh=chinese, en=english, anchor=sentence[-4:-1])
    (report,) = check([write_rule_example(text, folder)])
    return "told-reversed" in {one.code for one in report.problems}
