"""What a memo tells the opposite way, as one of other things, or by a cause that no text gives."""

from pathlib import Path

import pytest

from briefing.verifying.verify import Verifier
from holding import draft_verifier, is_borne_out, write_verifier

TEXT = """甲河县农业观察
2031-10-20 来源：某报
甲河县县长丁一实地查看冷库建设现场，要求各单位以全天候的服务加快建设进度。
越来越多的农户自愿加盟甲河合作社，从前分散的果园连成了片。
县里推进水渠一体化管理，深入开展土地托管改革。
乙山码头是“三港”之一，货物由驳船运往海口。
丙塘果园今年产量增长12%。丙塘果园修通了公路，品种也更新了。
受高温天气消退影响，9月全县用电量比8月下降14.2%。
戊岭水厂8月28日建成投运，至9月底供水12万吨。
庚湾大桥建成后，将有效缓解县城的交通压力。
甲河县大力培育企业，加大政策扶持兑现力度。县里相关部门参加了调研，研究推进仓库集中管理。
丁一介绍，子洲物流园将打造成全县的货运中心，推动货物跨县配送，不设门槛。
记者见到丁一时，他刚刚结束对甲河果品保鲜库的考察。
工人正在加紧安装辛坪村的灌溉设备。
壬川港是全国最大的粮食港口之一。癸岩铁路仍在谋划，壬川港的集装箱码头也列入清单。
前不久召开的市委全会指出，要把兴修水渠同栽种果树结合起来。
市发改委一位负责人说，辛坪大桥的修建已经迫在眉睫。
理顺和市里的关系，理顺和村社的关系。县城区位优越，果业基础扎实。部分果农经营还比较困难。合作社拿到了三张跨省通行证。
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return draft_verifier(tmp_path_factory.mktemp("told"), TEXT, "2031-10-20")


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("丁一实地查看了冷库建设。", "丁一通过视频连线查看了冷库建设。"),
        ("丁一要求以全天候的服务加快建设进度。", "丁一要求在工作日服务，加快建设进度。"),
        ("越来越多的农户加盟甲河合作社。", "越来越少的农户加盟甲河合作社。"),
        ("农户自愿加盟甲河合作社。", "农户按县里的要求加盟甲河合作社。"),
        ("县里深入开展土地托管改革。", "县里逐步收缩土地托管改革。"),
        ("甲河县推进水渠一体化管理。", "甲河县放弃水渠一体化管理。"),
        ("货物由驳船运往海口。", "货物由卡车运往海口。"),
        ("县里的部门参加了调研。", "市里相关部门参加了调研。"),
        ("丁一参与研究推进仓库集中管理。", "丁一参与研究撤销仓库集中管理。"),
        ("县里研究推进仓库集中管理。", "县里研究推进仓库分散管理。"),
        (
            "甲河县在培育企业的同时，加大政策扶持的兑现力度。",
            "甲河县在培育企业的同时，收紧政策扶持的兑现力度。",
        ),
        (
            "More and more farmers join the Jiahe cooperative of their own accord.",
            "Fewer and fewer farmers join the Jiahe cooperative.",
        ),
    ],
)
def test_the_opposite_of_what_the_text_tells_is_doubted(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("庚湾大桥将缓解县城的交通压力。", "庚湾大桥已经缓解了县城的交通压力。"),
        ("工人正在安装辛坪村的灌溉设备。", "辛坪村的灌溉设备均已安装完毕。"),
        ("戊岭水厂已经建成投运。", "戊岭水厂打算今后再投运。"),
        (
            "The Wuling water plant has been put into operation.",
            "The Wuling water plant has yet to be put into operation.",
        ),
    ],
)
def test_what_is_to_come_is_not_done_and_the_reverse(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


def test_what_stands_beside_a_number_is_no_cause_of_it_unless_the_text_says_so(
    verifier: Verifier,
) -> None:
    assert is_borne_out(verifier, "9月全县用电量比8月下降14.2%，是因为高温天气消退。")
    assert not is_borne_out(verifier, "由于工厂减产，9月全县用电量比8月下降14.2%。")
    assert not is_borne_out(verifier, "丙塘果园今年产量增长12%，主要靠公路拉动。")


def test_what_a_visit_was_about_is_told_where_the_text_tells_of_the_visit(
    verifier: Verifier,
) -> None:
    assert is_borne_out(verifier, "丁一考察的是果品保鲜库。")
    assert not is_borne_out(verifier, "丁一考察的是灌溉设备。")


def test_english_tells_of_how_many_things_something_is_one(verifier: Verifier) -> None:
    assert is_borne_out(verifier, "Yishan Wharf is one of the three ports.")
    assert not is_borne_out(verifier, "Yishan Wharf is one of the two ports.")


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("壬川港是全国最大的粮食港口之一，已列入清单。", "壬川港是全国最大的粮食港口。"),
        (
            "Renchuan Port is one of the country's largest grain ports.",
            "Renchuan Port is the largest grain port in the country.",
        ),
    ],
)
def test_what_is_told_to_be_the_most_or_first_is_so_in_the_text(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


SPEAKERS = """
schema_version: 2
source: {id: words, title: {zh: 甲村来信, en: A Letter from Jia}, text: words.txt,
  publisher: {zh: 某报, en: Paper}, published: 2031-10-20}
summary: {gist: {zh: 甲村, en: Jia}, evidence: [{paragraph: 2, anchor: 甲村}]}
people:
  - {id: wang, name: {zh: 王二, en: Wang Er}, evidence: [{paragraph: 2, anchor: 王二}]}
  - {id: li, name: {zh: 李三, en: Li San}, evidence: [{paragraph: 2, anchor: 李三}]}
"""


def test_what_somebody_says_is_told_of_who_says_it_in_a_paragraph_of_several(
    tmp_path: Path,
) -> None:
    text = (
        "甲村来信\n甲村的王二说，渔业合作社今年要修好池塘。"
        "“路通了，茶叶就能卖到海边。”村民李三说，大家都盼着新路早日通车。\n"
    )
    verifier = write_verifier(tmp_path, SPEAKERS, text)
    assert is_borne_out(verifier, "李三说，大家盼着新路通车。")
    assert is_borne_out(verifier, "王二说，渔业合作社要修好池塘。")
    assert not is_borne_out(verifier, "李三说，渔业合作社要修好池塘。")


def test_what_one_clause_tells_is_not_denied_though_its_sentence_denies_another_thing(
    verifier: Verifier,
) -> None:
    assert is_borne_out(verifier, "丁一说，子洲物流园要推动货物跨县配送。")
    assert not is_borne_out(verifier, "丁一说，子洲物流园不会推动货物跨县配送。")
    assert not is_borne_out(verifier, "丁一说，子洲物流园不搞货物跨县配送。")


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "市委全会提出，兴修水渠要与栽种果树结合。",
            "县政府常务会议提出，兴修水渠要与栽种果树结合。",
        ),
        (
            "兴修水渠要与栽种果树结合，是市委全会提出的要求。",
            "兴修水渠要与栽种果树结合，是全国两会提出的要求。",
        ),
        (
            "发改委的一位负责人说，修建辛坪大桥迫在眉睫。",
            "国家发改委的一位负责人说，修建辛坪大桥迫在眉睫。",
        ),
    ],
)
def test_what_a_meeting_or_commission_asks_for_is_not_told_of_another(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("县城的果业基础扎实。", "县城的果业基础却不扎实。"),
        ("部分果农的经营还比较困难。", "果农经营已没有什么困难。"),
        (
            "A part of the fruit growers still face difficulties.",
            "Fruit growers no longer face difficulties.",
        ),
        ("合作社拿到了跨省通行证。", "合作社仍在等跨省通行证。"),
    ],
)
def test_what_is_denied_or_over_or_only_begun_must_be_told_so(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("甲河县要加大政策扶持兑现力度。", "甲河县无意加大政策扶持兑现力度。"),
        ("部分果农的经营还比较困难。", "丁一否认部分果农经营还比较困难。"),
        ("丁一要求各单位加快建设进度。", "丁一不要求各单位加快建设进度。"),
        ("县里深入开展土地托管改革。", "县里反对深入开展土地托管改革。"),
        ("癸岩铁路仍在谋划。", "癸岩铁路没有处在谋划阶段。"),
        ("货物跨县配送不设门槛。", "9月全县用电量下降与高温天气消退无关。"),
        (
            "Jiahe County is fostering enterprises.",
            "Jiahe County has no plan to foster any enterprises.",
        ),
        (
            "Jiahe County is fostering enterprises.",
            "Jiahe County is reluctant to foster enterprises.",
        ),
        (
            "A part of the fruit growers still face difficulties.",
            "Ding Yi denied that some fruit growers were still in difficulty.",
        ),
    ],
)
def test_what_a_text_plainly_tells_is_neither_unwanted_nor_called_untrue(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


def test_not_only_is_no_denial(verifier: Verifier) -> None:
    assert is_borne_out(verifier, "甲河县并不只培育企业，也加大政策扶持兑现力度。")


def test_one_of_two_things_that_are_told_alike_is_not_told_alone(verifier: Verifier) -> None:
    assert is_borne_out(verifier, "甲河县要理顺同村社的关系。")
    assert not is_borne_out(verifier, "甲河县只打算理顺同村社的关系。")


@pytest.mark.parametrize(
    ("told", "true", "false"),
    [
        (
            "甲河县的首座冷库计划2033年投用。",
            "甲河县的首座冷库还没有投用。",
            "甲河县的首座冷库并非计划2033年投用。",
        ),
        (
            "冷库的首台机组预计2033年发电。",
            "冷库的首台机组预计2033年发电。",
            "冷库的首台机组预计不在2033年发电。",
        ),
        (
            "县里的水渠完成年度计划的80%。",
            "县里的水渠完成年度计划的80%。",
            "县里的水渠没有完成年度计划的80%。",
        ),
    ],
)
def test_what_is_planned_or_reached_is_only_denied_as_come_about(
    tmp_path: Path, told: str, true: str, false: str
) -> None:
    text = f"甲河县观察\n2031-10-20 来源：某报\n{told}\n"
    verifier = draft_verifier(tmp_path, text, "2031-10-20")
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)
