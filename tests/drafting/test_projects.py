"""Projects, industries and terms for a draft."""

import pytest

from briefing.drafting.finding.projects import find_projects
from briefing.drafting.finding.sectors import find_sectors
from briefing.drafting.finding.terms import find_terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "谋划重大项目12个，包括青河水库、甲乙高铁等。",
            [("青河水库", "listed"), ("甲乙高铁", "listed")],
        ),
        (
            "青河新城产业园、云岭抽水蓄能电站等8个重点项目集中开工。",
            [("青河新城产业园", "under_construction"), ("云岭抽水蓄能电站", "under_construction")],
        ),
        ("总投资50亿元的云岭光伏基地项目投产。", [("云岭光伏基地项目", "operating")]),
        ("示例集团年产5万吨铝材项目签约。", [("示例集团年产5万吨铝材项目", "signed")]),
        ("力争年内开工白石机场改扩建工程。", [("白石机场改扩建工程", "sought")]),
        ("白河大桥已经竣工。白河水库风光好。", [("白河大桥", "completed")]),
        ("加快推进重点产业项目，狠抓项目建设，谋划一批工程。", []),
        ("《白河水库开工记》出版。", []),
    ],
)
def test_projects_have_the_status_of_their_clause(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.name, one.status) for one in find_projects([text])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("聚焦新材料、氢能等战略性新兴产业。", ["新材料", "氢能"]),
        ("培育壮大信创、生物医药和智能装备三大产业集群。", ["信创", "生物医药", "智能装备"]),
        ("涵盖现代金融、高端商务等现代服务业。", ["现代金融", "高端商务"]),
        ("改造传统、新兴等产业，市民、游客等都来了。", []),
    ],
)
def test_industries_are_those_of_lists(text: str, found: list[str]) -> None:
    assert [one.name for one in find_sectors([text])] == found


def test_terms_are_told_from_documents_and_other_works() -> None:
    text = "“一网通办”写进《青河“双碳”规划（2025年）》，《青河记》上演。他说：“好，就这样。”"
    assert [(one.name, one.kind) for one in find_terms([text])] == [
        ("一网通办", "term"),
        ("青河“双碳”规划（2025年）", "document"),
        ("青河记", "work"),
    ]
