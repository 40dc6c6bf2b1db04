"""The head of a text that was copied out of a page is found in whatever shape it stands there."""

import pytest

from briefing.drafting.pages.page import read_page

TITLE = "青河县加快推进重点项目建设"
BODY = (
    "近日，青河县召开重点项目推进会，总结上半年工作，全县今年安排重点项目56个，总投资120亿元。\n"
    "会议指出，要抢抓机遇，加快建设，确保完成全年目标任务，为全县发展作出更大贡献。"
)
DAY = "2021-05-06"
Expected = dict[str, object]

HEADS: dict[str, Expected] = {
    f"{TITLE} {DAY} 10:20 来源：青河日报 作者：林文山 {BODY}": {
        "title": TITLE,
        "day": DAY,
        "publisher": "青河日报",
        "reporters": ("林文山",),
    },
    f"{TITLE}\n{DAY} 来源：青河日报 作者：林文山 {BODY}": {"title": TITLE, "publisher": "青河日报"},
    f"{DAY} 10:20 青河晨报 显示图片你常坐车吗？晨报讯（记者 林文山）{BODY}": {
        "day": DAY,
        "publisher": "青河晨报",
        "reporters": ("林文山",),
    },
    f"{TITLE}　　{BODY}": {"title": TITLE},
    f"【{TITLE}】{BODY}": {"title": TITLE},
    f"青河日报社5月6日电  {BODY}": {"title": None},
    f"{TITLE}_青河新闻网\n{BODY}": {"title": TITLE},
    f"{TITLE}\n中新网重庆\n{DAY}\n中新网重庆新闻5月6日电 {BODY}": {
        "title": TITLE,
        "publisher": "中新网重庆",
    },
    f"{TITLE}\n{DAY}\n青河县农业农村局\n{BODY}": {"title": TITLE, "publisher": "青河县农业农村局"},
    f"{TITLE}\n青河新闻\n{DAY}\n青华社青河5月6日电(林文山){BODY}": {
        "publisher": "青河新闻",
        "reporters": ("林文山",),
    },
    f"{TITLE}\n青河发布\n{DAY}\n青河日报讯（记者林文山）{BODY}": {"publisher": "青河日报"},
    f"{TITLE}\n青河发布\n{DAY}\n{BODY}": {"title": TITLE, "publisher": "青河发布"},
    f"{TITLE}\n青河发改\n{BODY}\n来源：青河发布": {"title": TITLE, "publisher": "青河发布"},
    f"{TITLE}\n国家林业局政府网5月6日讯{BODY}": {"publisher": "国家林业局政府网"},
    f"{TITLE}\n{BODY}\n（据青河日报）": {"publisher": "青河日报"},
    f"青河导报讯(记者 林文山){BODY}": {"publisher": "青河导报", "reporters": ("林文山",)},
    f"青河在线讯{BODY}": {"publisher": "青河在线"},
    f"本报讯（记者 林文山）{BODY}": {"publisher": None, "reporters": ("林文山",)},
    f"原标题：{TITLE}\n{BODY}": {"title": TITLE},
    f"青河新闻 | 临川 05-06\n{TITLE}\n{BODY}": {"title": TITLE},
    f"{TITLE}\n青河党员 2021年10期\n{BODY}": {"title": TITLE},
    f"时刻新闻\n—分享—\n{BODY}": {"title": None},
    f"{TITLE}\n发布时间：{DAY} 发布人：-青河新闻网\n{BODY}": {
        "day": DAY,
        "publisher": "青河新闻网",
    },
    f"{TITLE}\n发布时间：{DAY} 发布人：张管理\n{BODY}": {"publisher": None},
    f"{TITLE}\n发布时间：{DAY} 发布人：-青河网-青河都市报\n{BODY}": {
        "publisher": "青河网-青河都市报"
    },
    f"{TITLE}\n{BODY}\n青河日报讯（记者林文山）{BODY}\n青河日报讯（通讯员王强 记者赵立）{BODY}": {
        "publisher": "青河日报",
        "reporters": ("林文山", "赵立"),
    },
    f"{TITLE}\n{BODY}\n青河日报讯（记者林文山）{BODY}\n临川日报讯（记者赵立）{BODY}\n{BODY}": {
        "publisher": None,
    },
    f"{TITLE}\n{DAY} 10:20 | 发布者: admin | 来自: 青河日报\n{BODY}": {"publisher": "青河日报"},
    f"{TITLE}\n{DAY} 10:20 青河视网 林文山\n{BODY}": {
        "publisher": "青河视网",
        "reporters": ("林文山",),
    },
    f"{TITLE}\n林文山 发布时间：{DAY}来源：青河网\n{BODY}": {
        "publisher": "青河网",
        "reporters": ("林文山",),
    },
    f"{TITLE}\n云上青河报道（全媒体记者：林文山）{BODY}": {
        "publisher": "云上青河",
        "reporters": ("林文山",),
    },
    f"{TITLE}\n石上云/青河日报记者 林文山\n{BODY}": {
        "publisher": "青河日报",
        "reporters": ("林文山",),
    },
    f"{TITLE}\n青河信息港讯 记者林文山 5月6日，{BODY}": {"reporters": ("林文山",)},
    f"{TITLE}\n来源：青河网综合\n{BODY}": {"publisher": "青河网"},
    f"{BODY} 作者：林文山 （来源：青河网-青河都市报） 本文来源：某网": {
        "publisher": "青河网-青河都市报",
        "reporters": ("林文山",),
    },
    f"{BODY}（编辑赵立）来源：青河网声明：本文已注明出处。": {"publisher": "青河网"},
    f"{TITLE}\n{BODY}\n---摘要于青河科技网": {"publisher": "青河科技网"},
    f"{TITLE}\n{BODY}\n（摘自《青河晨报》）": {"publisher": "青河晨报"},
    f"{TITLE}\n{BODY}（林文山）\n青河县融媒体中心主办\n某ICP备2021号": {"reporters": ("林文山",)},
    f"摘桃。受访者供图青华社青河5月6日电（记者林文山、赵立）{BODY}": {
        "publisher": "青华社",
        "reporters": ("林文山", "赵立"),
    },
    f"{TITLE}\n{DAY}新闻\n{BODY}": {"day": DAY, "publisher": None},
}


@pytest.mark.parametrize("text", HEADS)
def test_the_head_of_a_text_is_found(text: str) -> None:
    page = read_page(text.encode(), "text.txt")
    day = page.published or (page.republished and str(page.republished.date()))
    told = page._asdict() | {"day": day}
    assert {field: told[field] for field in HEADS[text]} == HEADS[text]
