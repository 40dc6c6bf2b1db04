"""Lists of projects in plans and reports: their members, and how far all of them are."""

from datetime import date

import pytest

from briefing.drafting.finding.projects import find_projects
from briefing.drafting.projects import list_projects
from briefing.drafting.text import DraftText

DAY = date(2031, 1, 20)
LISTS = [
    ("加快推进青河水库、白石灌区、南岭隧道等项目建设。", "under_construction", 3),
    ("加快青河机场、白石高速等项目建设进度。", "under_construction", 2),
    ("加快建设环东溪水资源配置工程、青河水库、白石灌区等水利项目。", "under_construction", 3),
    ("续建青河铁路、白石高速公路、南岭机场等项目。", "under_construction", 3),
    ("抓好青河水库、白石灌区等续建项目。", "under_construction", 2),
    ("推进青河水库、白石灌区、南岭机场等项目。", "listed", 3),
    ("推动青河电池厂、白石化工园等项目建成投产。", "under_construction", 2),
    ("去年，推动青河水库、白石灌区等项目建成。", "completed", 2),
    ("推进青河机场二跑道、白石高速改扩建、南岭核电一期等项目开工建设。", "planned", 3),
    ("推进青河大桥、白石大桥等在建项目。", "under_construction", 2),
    ("扎实开展青河高铁、白石环线高速前期工作。", "proposed", 2),
    ("力争青河运河建成通航。", "under_construction", 1),
    ("力争青河隧道贯通。", "under_construction", 1),
    ("力争青河大桥年内开工，确保明年建成。", "sought", 1),
    ("预计青河大桥明年建成。", "planned", 1),
    ("青河二期骨干及城乡配套、白石移民供水、引青济白等工程建成通水。", "operating", 3),
    ("续建青河至白石、南岭至东溪等5个铁路项目。", "under_construction", 2),
    ("推进青河港30万吨级、白石港5万吨级航道建设。", "under_construction", 2),
    ("青河至白石、白石至南岭高速公路通车。", "operating", 2),
    ("推进青河至白石（东溪至白石段）、南岭至东溪等高速公路项目。", "listed", 2),
    ("稳步推进青河至白石高铁、南岭机场改扩建等重大工程。", "listed", 2),
    ("推进青河核电一期、白石核电三期以及在建电站等项目。", "listed", 2),
    (
        "由青河能源公司、白石电力公司等投资、承建的南岭风电场、东溪水电站等项目运行平稳。",
        "listed",
        2,
    ),
    (
        "此次开工的项目有青河年产4万件毛衫加工项目等，还有白石镇小学和青河至白石公路等项目。",
        "under_construction",
        3,
    ),
    ("将开工建设国道999线青河至白石段、省道998线东溪段。", "planned", 2),
    ("青河水库总投资2亿元，项目建成后将改善灌溉。", "planned", 1),
    ("青河水厂工程计划投资2亿元。", "planned", 1),
    ("青河水库、白石灌区等工程开工建设，建成泵站、塘坝等82个。", "under_construction", 2),
    ("他出席青河至白石铁路激活项目开工仪式。", "under_construction", 1),
    ("青河至白石公路正在立项报批。", "proposed", 1),
    ("北京至上海、上海至广州的铁路客流增长5%。", "", 0),
    ("甲市至乙市、乙市至丙县等3个城市之间的铁路客流增长5%。", "", 0),
    ("去年停运的甲市至乙市、乙市至丙县班线由铁路取代。", "", 0),
    ("公司高度重视项目，项目建成。", "", 0),
    ("全线公路、每个公路、一级公路、地区第一条高速公路通车。", "", 0),
]


@pytest.mark.parametrize(("text", "status", "count"), LISTS)
def test_a_list_of_projects_shares_the_verb_before_or_behind_it(
    text: str, status: str, count: int
) -> None:
    assert [one.status for one in find_projects([text], DAY)] == [status] * count


def test_members_of_a_list_have_its_kind_in_their_names() -> None:
    (first, second) = find_projects(["续建青河至白石、南岭至东溪等5个铁路项目。"])
    assert (first.name, second.name) == ("青河至白石铁路", "南岭至东溪铁路")
    assert first.coined


def test_the_day_by_which_an_end_is_worked_for_is_due_and_no_date_of_the_past() -> None:
    texts = ["2031年力争青河运河建成通航。"]
    (project,) = list_projects(DraftText(texts, DAY), find_projects(texts, DAY))
    assert project.times == {"due": "2031"}


def test_a_planned_beginning_tells_how_far_a_project_is_and_no_end_behind_it() -> None:
    text = "青河茶园二期计划于今年10月开工，2032年年底前建成。"
    (project,) = find_projects([text], DAY)
    assert project.told
    assert text[project.told.start : project.told.end] == "开工"
