"""What the verbs of a clause tell of how far a thing has come."""

import re
from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.checks.stages import read_stage
from briefing.model.choices import NOT_BEGUN
from support import write_rule_example

MEMOS = Path(__file__).parent.parent / "memos"


@pytest.mark.parametrize(
    ("clause", "words", "stages"),
    [
        ("丁机组计划2029年底投产", "丁机组", NOT_BEGUN),
        ("按计划投产的丁机组", "丁机组", None),
        ("二期尚未开工", "二期", (*NOT_BEGUN, "agreed")),
        ("丁园区至今没有投产", "丁园区", (*NOT_BEGUN, "agreed", "under_way", "stalled")),
        ("乙隧道至今未复工", "乙隧道", ("stalled",)),
        ("乙隧道昨日复工", "乙隧道", ("under_way",)),
        ("丁园区38家企业实现复工", "丁园区", None),
        ("丁园区复工复产率达七成", "丁园区", None),
        ("丁隧道处于可行性研究阶段", "丁隧道", NOT_BEGUN),
        ("施工高峰期用工2600人", "2600人", None),
        ("丁园区从未停工", "丁园区", None),
        ("湿地修复工程见效", "湿地", None),
        ("乙路未列入今年开工计划", "乙路", None),
        ("“我家卖了5万元，行情好。”丁园区已经投产", "5万元", None),
        ("“丁一”项目已经投产", "丁一", ("done",)),
        ("丁基地也在陆续投产", "丁基地", ("done", "under_way")),
        ("目前这些项目正在落地", "这些项目", ("under_way",)),
        ("丁改革正在有序推进", "丁改革", ("under_way",)),
        ("丁改革加快推进", "丁改革", None),
        ("丁码头正全面建成", "丁码头", None),
        ("丁码头正式投产", "丁码头", ("done",)),
    ],
)
def test_a_clause_tells_a_stage_by_its_verb_or_that_it_has_not_come(
    clause: str, words: str, stages: tuple[str, ...] | None
) -> None:
    start = clause.index(words)
    told = read_stage(clause, start, start + len(words))
    assert (told.stages if told else None) == stages


@pytest.mark.parametrize(
    ("project", "status"),
    [
        ("wangcheng-hub-2", "operating"),  # 尚未开工
        ("liaohe-aluminium-park", "completed"),  # 计划…开工
        ("lanzhou-battery-base", "operating"),  # 签约
        ("daweishan-tunnel", "under_construction"),  # 可行性研究
        ("hufang-textile-park", "under_construction"),  # 停工至今
    ],
)
def test_a_project_that_has_not_come_so_far_is_noticed(
    project: str, status: str, tmp_path: Path
) -> None:
    model = (MEMOS / "nanchang.yaml").read_text(encoding="utf-8")
    head, _, tail = model.partition(f"  - id: {project}\n")
    before, _, rest = tail.partition("    status: ")
    changed = tmp_path / "changed.yaml"
    lines = rest.partition("\n")[2]
    changed.write_text(
        f"{head}  - id: {project}\n{before}    status: {status}\n{lines}", encoding="utf-8"
    )
    (report,) = check([str(changed)], str(MEMOS / "nanchang.txt"))
    assert [one.code for one in report.problems] == ["status-of-project"]


def find_of_status(sentence: str, name: str, status: str, folder: Path) -> list[str]:
    """Return the codes of what is wrong with the status of a project that a sentence names."""
    model = write_rule_example(
        f"""
# {sentence}
projects: [{{id: works, name: {{zh: {name}}}, status: {status},
  evidence: [{{paragraph: 2, anchor: {name}}}]}}]
""",
        folder,
    )
    (report,) = check([model])
    return [one.code for one in report.problems if one.code.startswith("stat")]


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("平川运河建设也加快进行，建成后通航。", "under_construction", "completed"),
        ("平川运河建设提速，一期已建成通航。", "under_construction", "operating"),
        ("平川运河首个控制性工程泄流洞正式完工。", "under_construction", "completed"),
        ("平川运河已完成东段堤防，预计明年底完工。", "under_construction", "planned"),
        ("平川运河总工期已经过半，预计年底前完工。", "under_construction", "planned"),
        ("平川运河正抓紧推进，力争年内实现船闸隧洞贯通。", "under_construction", "sought"),
        ("平川运河4台机组已全部投产。", "operating", "under_construction"),
        ("平川运河建成，可通航千吨级船舶。", "completed", "operating"),
        ("县里将建设平川运河。", "planned", "completed"),
        ("目前，县里正在筹划建设平川运河。", "planned", "completed"),
        ("县里计划新建平川运河。", "planned", "operating"),
        ("平川运河新建四号码头正式启用。", "operating", "planned"),
        ("平川运河的甲河至乙河段开通运营。", "unstated", "planned"),
        ("水利局日前正式启用平川运河。", "operating", "planned"),
        ("县里还将打造平川运河和两座公园。", "planned", "under_construction"),
        ("县里正在抓紧平川运河的整治。", "under_construction", "planned"),
        ("平川运河陆续竣工，已有两段通水。", "under_construction", "completed"),
        ("正在推进的平川运河将旱地建成高产良田。", "under_construction", "completed"),
    ],
)
def test_a_project_has_the_status_of_the_whole_and_not_of_a_part(
    sentence: str, right: str, wrong: str, tmp_path: Path
) -> None:
    found = [find_of_status(sentence, "平川运河", one, tmp_path) for one in (right, wrong)]
    assert found == [[], ["status-of-project"]]


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("87个项目集中开工，35个平川项目顺利签约。", "signed", "operating"),
        ("平川项目顺利签约，87个重大项目集中开工。", "signed", "operating"),
        ("全县重大项目集中开工及平川项目集中签约活动举行。", "signed", "completed"),
        ("平川项目上月开工。项目建成通航后，将直达丁港。", "under_construction", "completed"),
        ("平川项目待全线建成后可通航。", "planned", ""),
        ("平川项目去年建成后，航程缩短了三成。", "completed", "signed"),
    ],
)
def test_what_is_told_of_others_or_of_a_later_time_is_not_the_status_of_a_project(
    sentence: str, right: str, wrong: str, tmp_path: Path
) -> None:
    assert find_of_status(sentence, "平川项目", right, tmp_path) == []
    if wrong:
        assert find_of_status(sentence, "平川项目", wrong, tmp_path) == ["status-of-project"]


def test_no_time_is_still_to_come_for_an_article_whose_date_is_to_be_told(tmp_path: Path) -> None:
    model = write_rule_example(
        """
# 2031年第一批5个码头建成。
figures: [{id: wharves, label: {zh: 码头}, text: 5个, value: 5, unit: 个, kind: count,
  stage: done, evidence: [{paragraph: 2, anchor: 5个码头}]}]
""",
        tmp_path,
    )
    undated = tmp_path / "undated.yaml"
    text = Path(model).read_text(encoding="utf-8")
    undated.write_text(re.sub("published: [0-9-]+", "published: '0001'", text), encoding="utf-8")
    (report,) = check([str(undated)])
    found = {one.code for one in report.problems}
    assert "date-differs" in found
    assert not {"stage-not-told", "stage-contradicts-verb"} & found


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("平川运河等项目加快推进。", ["unstated", "planned", "under_construction"]),
        ("平川运河有序推进，已完成选线。", ["unstated", "planned", "under_construction"]),
        ("平川运河加快推进前期工作。", ["unstated", "planned", "proposed"]),
        ("平川运河正加快推进。", ["under_construction"]),
        ("平川运河加快建设。", ["under_construction"]),
        ("平川运河加快建成。", ["unstated", "planned", "under_construction"]),
    ],
)
def test_that_a_project_is_pushed_ahead_tells_nothing_alone(
    sentence: str, statuses: list[str], tmp_path: Path
) -> None:
    for status in ("unstated", "planned", "proposed", "under_construction"):
        told = "status-of-project" in find_of_status(sentence, "平川运河", status, tmp_path)
        assert not (told and status in statuses)
        assert told or len(statuses) > 1 or status in statuses


@pytest.mark.parametrize(
    ("sentence", "anchor", "right", "wrong"),
    [
        ("下一步，市里将治理丁河。", "治理丁河", "planned", "done"),
        ("市长何甲指出，要把丁河治理好，守护好沿岸。", "守护好沿岸", "sought", "under_way"),
        ("市里正织密养老服务网。", "养老服务网", "under_way", "done"),
        ("做强轨道交通，壮大新材料。", "轨道交通", "planned", "done"),
        ("市里成立外贸专班，在丁港租下前置仓。", "在丁港租下", "done", "planned"),
        ("到2035年，丁河水质达到Ⅱ类。", "丁河水质", "planned", "done"),
        ("省委明确将丁市纳入城市群。", "纳入城市群", "done", ""),
        ("市里推动丁河治理，水质持续改善。", "丁河治理", "under_way", "done"),
        ("市里继续推进丁河治理，成立了专班。", "丁河治理", "under_way", ""),
        ("丁河两岸生产条件大幅提升。", "生产条件", "done", ""),
        ("市里逐步构建起丁河治理体系。", "丁河治理", "done", ""),
        ("市里办好“丁港建设年和货源争取年”，货量第一。", "货量第一", "done", ""),
        ("市里发布《丁河争取项目办法》，三县落地。", "三县落地", "done", ""),
        ("市里谋划商贸活动，发出首趟货运班列。", "发出首趟", "done", ""),
        ("市里谋划商贸活动，千方百计帮助企业稳住订单。", "帮助企业", "under_way", ""),
        ("市里谋划商贸活动，共计三批标志性活动。", "标志性活动", "planned", "done"),
        ("市里争取省里支持，先后办起三所学校。", "三所学校", "done", ""),
        ("市里争取明年通车，带动沿线三县。", "沿线三县", "sought", "done"),
        ("市里印发《丁河治理方案（2034—2036年）》，列出任务。", "列出任务", "done", ""),
    ],
)
def test_the_sentence_of_a_measure_tells_its_stage(
    sentence: str, anchor: str, right: str, wrong: str, tmp_path: Path
) -> None:
    def find(stage: str) -> list[str]:
        model = write_rule_example(
            f"""
# {sentence}
strategies: [{{id: effort, name: {{zh: 要点}}, kind: effort,
  evidence: [{{paragraph: 1, anchor: 要点}}], measures: [{{text: {{zh: 要点}}, stage: {stage},
  evidence: [{{paragraph: 2, anchor: {anchor}}}]}}]}}]
""",
            tmp_path,
        )
        (report,) = check([model])
        return [one.code for one in report.problems if one.code.startswith("stage")]

    assert find(right) == []
    if wrong:
        assert find(wrong) == ["stage-of-sentence"]
        assert find(f"{wrong}, inferred: [stage]") == []


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("县里力争建成5个码头。", ("sought", "planned"), ("expected",)),
        ("县里预计年内建成5个码头。", ("expected", "planned", "sought"), ("done",)),
        ("县里今年有望建成5个码头。", ("expected",), ("done",)),
        ("县里建成了5个码头。", ("done",), ("expected", "sought")),
        ("到2029年，县里建成5个码头。", ("done",), ()),
        ("到2033年，县里建成5个码头。", ("planned",), ("done",)),
    ],
)
def test_a_forecast_is_neither_an_aim_nor_a_result(
    sentence: str, right: tuple[str, ...], wrong: tuple[str, ...], tmp_path: Path
) -> None:
    def is_doubted(stage: str) -> bool:
        model = write_rule_example(
            f"""
# {sentence}
figures: [{{id: wharves, label: {{zh: 码头}}, text: 5个, value: 5, unit: 个, kind: count,
  stage: {stage}, evidence: [{{paragraph: 2, anchor: 5个码头}}]}}]
""",
            tmp_path,
        )
        (report,) = check([model])
        return any(one.code.startswith("stage") for one in report.problems)

    assert [one for one in (*right, *wrong) if is_doubted(one)] == list(wrong)
