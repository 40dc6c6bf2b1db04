"""People in made-up news: how many are found, and how much else is taken for a person."""

from pathlib import Path

import pytest

from briefing.names import candidates
from briefing.names.people import find_people
from briefing.names.tables import words

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "news.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith(("#", "half\t"))
]


def named(text: str) -> list[str]:
    return [one.name for one in find_people(text)]


def test_nearly_all_people_are_found() -> None:
    wanted = [(name, text) for _, names, text in ROWS if names != "-" for name in names.split()]
    missed = [
        name
        for name, text in wanted
        if not any(
            text[one.start : one.end] in name or name in one.name for one in find_people(text)
        )
    ]
    assert len(wanted) > 200
    assert len(missed) <= 0.05 * len(wanted), missed


def test_hardly_anything_else_is_taken_for_a_person() -> None:
    found = [
        one.name
        for _, names, text in ROWS
        for one in find_people(text)
        if not any(name in one.name or one.name in name for name in names.split())
    ]
    assert len(found) <= sum(len(text) for *_, text in ROWS) / 1000, found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("省委副书记、省长林某到会。", ["林某"]),
        ("甲局局长孙宏伟说，一切正常。", ["孙宏伟"]),
        ("选举雷鸣为县长，贾平、薛蓉（女）为副县长。", ["雷鸣", "贾平", "薛蓉"]),
        ("欧阳建平院士认为可行。", ["欧阳建平"]),
        ("村民阿卜杜拉·买买提说。", ["阿卜杜拉·买买提"]),
        ("乡长尼玛次仁和干部扎西卓玛入户。", ["尼玛次仁", "扎西卓玛"]),
        ("市领导李海涛，县领导王建国，副县长李明辉陪同。", ["李海涛", "王建国", "李明辉"]),
        ("市领导高度重视，校领导关心学生，县领导分别带队。", []),
        ("主席因凡尔诺宣布开幕。", ["因凡尔诺"]),
        ("两国关闭驻克拉科夫总领事馆。", []),
        ("副市长张友建和我市市长武义林等陪同。", ["张友建", "武义林"]),
        ("全市长江大桥等工程开工。", []),
        ("农户干得好、收入多，居民来得早，员工过得紧。", []),
        ("队员安得胜、李维福获奖。", ["安得胜", "李维福"]),
        ("学习王进喜精神，走进李时珍公园。", []),
        ("书记高度重视，马上安排，时任务重。", []),
        ("工程师轮流值守，教练员和运动员参加，老师家长翘首以盼。", []),
        ("美国选手约翰逊因伤退赛，总统克林顿说。", ["约翰逊", "克林顿"]),
        ("队员代表巴西队出战，巴基斯坦总理说。", []),
        ("日本首相桥本龙太郎在东京表示。", ["桥本龙太郎"]),
        ("被告人褚某犯罪。被害人于某报案，从事于某一方面。", ["褚某", "于某"]),
        ("食堂师傅纪兰英做饭。孙女谷雨晴大学毕业。", ["纪兰英", "谷雨晴"]),
        ("组长穆春霞来了。车与穆春霞那辆相撞。", ["穆春霞", "穆春霞"]),
        ("从任何方面了解和提高，学习邓小平理论。", []),
        ("刘宁观看了演出，王芳检举了他人，许奇参与其中。", []),
        ("群众安全感提升，青年成长成才，农民文化节开幕，宗教工作加强。", []),
        ("输变电工程建设提速，海军长安舰访问，学习习大明法治思想。", []),
        ("毛南族群众、金家井乡、云鹤路、蓝皮书、高规格会议。", []),
        ("示例市长江路营业部，化工程项目，“康辉优创”企业。", []),
        ("张某智、孙某东等人到案，侯某一度外出，白某坦陈。", ["张某智", "孙某东", "侯某", "白某"]),
        ("贯彻落实习大明总书记讲话，市长应强今天到会。", ["习大明", "应强"]),
        ("厂长陈鹰指向窗外。技师唐亮手把手教大家。", ["陈鹰", "唐亮"]),
        ("工人丁伟和同事调试设备，社长林森和他的社员签约。", ["丁伟", "林森"]),
        ("村民郑强家的院子宽。站长刘永和说。", ["郑强", "刘永和"]),
        ("某大学周饮川教授介绍，陈明总工程师带队。", ["周饮川", "陈明"]),
        ("经陆海洋院长推荐，李雪院士和高飞研究员到会。", ["陆海洋", "李雪", "高飞"]),
        ("经理欧阳戈说。队员端木晴登顶，站长谌满指着闸门。", ["欧阳戈", "端木晴", "谌满"]),
        ("队长武涌带着队员巡河。", ["武涌"]),
        ("经理安德烈亚斯•沃格尔到场。", ["安德烈亚斯•沃格尔"]),
        ("副部长塔维特-拉万说。副总统费诺·穆略亚访华。", ["塔维特-拉万", "费诺·穆略亚"]),
        ("男子托丹·基利受伤，大使伊加拉尼日前致信。", ["托丹·基利", "伊加拉尼"]),
        ("首相石田茂今天表示，部长贝兰特10日说。", ["石田茂", "贝兰特"]),
        (
            "村民阿里甫江说。这位叫努尔赛买提，四十岁的艾孜麦提笑了。",
            ["阿里甫江", "努尔赛买提", "艾孜麦提"],
        ),
        ("店长蔡丽热情招呼，总统特里普提出条件。", ["蔡丽", "特里普"]),
        ("“卡里姆·贝西尔”导弹试射，约翰·华德机场停航，莫斯科-喀山段开工。", []),
        ("海南自贸港封关运作，百位戏曲名家新秀到场，重点实施新品首发。", []),
        ("女童提供助学，关税措施提起诉讼，两国马中合作。", []),
        ("群众祭扫，市民来滑雪，村民时常来，接受英媒采访，击退乌军。", []),
        ("吉林东部长白山，芜湖市长江大拐弯，应法国前总理邀请。", []),
        ("县长万万万说，一万一万一万，县长万建国说。", ["万建国"]),
        ("组长林亮平等一批干部，患者宋安学患有肺病。", ["林亮平", "宋安学"]),
        ("由陈梦雨、孙一宁组成，和其他成员国一道。", ["陈梦雨", "孙一宁"]),
        ("委内瑞拉总统马杜朗独家专访，舟山某军港，城中村居民。", ["马杜朗"]),
        ("陈立明、孙晓波、李国平等县四家班子领导参加。", ["陈立明", "孙晓波", "李国平"]),
        (
            "陈立明、胡为、赵文高等到会，王建中、张大同等一同调研。",
            ["陈立明", "胡为", "赵文高", "王建中", "张大同"],
        ),
        ("经理饶镇介绍，用电减少。主任全面介绍情况，经理双层介绍。", ["饶镇"]),
        ("甲省加大力度，由双月通报变为每月通报，董事长由陈建国变为李明达。", ["陈建国", "李明达"]),
        ("领导陈立明、瓦标林、孙晓波、赵文高到会。", ["陈立明", "瓦标林", "孙晓波", "赵文高"]),
        (
            "领导陈立明、孙晓波、赵文高、环卫工、新华社、村民代表等到会。",
            ["陈立明", "孙晓波", "赵文高"],
        ),
        (
            "领导陈立明、和丽萍、孙晓波等到会，陈立明、阔林青到场。",
            ["陈立明", "和丽萍", "孙晓波", "陈立明"],
        ),
        ("书记柔贵林笑呵呵地说：“好。”书记兴冲冲地说：“好。”经理用英文介绍：", ["柔贵林"]),
        ("让游客乐享其中，丰富市民文娱生活，旅客解燃眉之急。", []),
    ],
)
def test_people_are_told_by_what_stands_beside_them(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_what_stands_around_a_name_again_is_read_once() -> None:
    candidates._read_around.cache_clear()
    assert len(find_people("县长王小明说，桥已建成。" * 400)) == 400
    assert candidates._read_around.cache_info().misses < 40


def test_no_word_before_a_name_is_longer_than_what_is_read_around_it() -> None:
    kinds = ("before", "post", "style", "crowd", "called", "little", "whole-word", "country")
    assert max(len(word) for kind in kinds for word in words(kind)) < candidates._BEFORE
