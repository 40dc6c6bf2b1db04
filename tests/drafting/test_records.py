"""What the records of a draft hold of a text: whole names and gists, and nothing twice."""

from typing import Any

import pytest
import yaml

from briefing.drafting.draft import draft_page
from briefing.drafting.pages.page import read_page

BODY = "去年，示例市建成青河大桥，投资5亿元，车流量增长6%，沿线各镇都受了益，商户多了起来。"


def draft_text(*paragraphs: str) -> dict[str, Any]:
    """Return the plain data of the draft of a text."""
    page = read_page("\n".join(paragraphs).encode(), "text.txt")
    data: dict[str, Any] = yaml.safe_load(draft_page(page, "zh").model)
    return data


@pytest.mark.parametrize(
    ("title", "gist"),
    [
        ("示例市修路架桥通水", "示例市修路架桥通水"),
        ("修路架桥通水——示例市今年上半年全力补齐短板纪实", "修路架桥通水"),
        ("示例市：修路架桥 通水通电，全年补齐短板", "示例市：修路架桥 通水通电"),
        ("示例市今年上半年修路架桥通水通电全力补齐各项短板", "（待写）"),
    ],
)
def test_a_gist_ends_at_a_mark_or_is_left_to_do(title: str, gist: str) -> None:
    data = draft_text(title, "2031-05-06 来源：示例日报", BODY, BODY)
    assert data["summary"]["gist"]["zh"] == gist


def test_the_name_of_a_document_is_whole() -> None:
    name = "示例市推进内河航运与临港产业融合发展五年行动计划（2031—2035年）"
    data = draft_text("示例市修路架桥", "2031-05-06 来源：示例日报", BODY + f"5月印发《{name}》。")
    (one,) = data["strategies"]
    assert one["name"]["zh"] == name
    assert all(len(proof["anchor"]) < 20 for proof in one["evidence"])


def test_evidence_and_waivers_stand_once_each() -> None:
    plans = "青河大桥计划明年3月开工。这不只是一座桥，更是一座桥头堡。"
    data = draft_text("示例市修路架桥", "2031-05-06 来源：示例日报", BODY, plans)
    for one in data["projects"]:
        assert len(one["evidence"]) == len({str(proof) for proof in one["evidence"]})
    waived = [(one["paragraph"], one["text"]) for one in data["waived"]]
    assert len(waived) == len(set(waived))
