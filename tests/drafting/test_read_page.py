"""A page, a text and a Word document give the same article: its text, and what its head tells."""

import io
import re
import sys
from datetime import datetime
from typing import Any, cast

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.drafting.draft import draft_page
from briefing.drafting.pages.lines import is_furniture
from briefing.drafting.pages.page import Page, read_page
from briefing.limits import PAGE_ELEMENTS, SOURCE_CHARACTERS, SOURCE_NUMBERS
from briefing.model.yamlfile import HIDDEN, Parsed
from briefing.problem import BriefingError, ModelError
from strategies import HOSTILE

pytestmark = pytest.mark.library  # trafilatura and lxml read a page

TITLE = "临川：项目建设跑出“加速度”"
BODY = (
    "临川市近日召开全市经济工作会议，提出今年地区生产总值增长6%以上，工业投资增长8%。",
    "“我们要把项目建设放在第一位。”市长周启明在会上说，全市今年安排重点项目126个。",
    "产业升级加快",
    "城东开发区投资12亿元的新材料产业园主体工程已经完成，预计6月底投产，带动就业1200人。",
    "下一步，临川市将继续优化营商环境，推动一批重点项目落地见效，为发展作出更大贡献。",
)


def paragraphs(lead: str = "", end: str = "", tag: str = "p") -> str:
    texts = [lead + BODY[0], *BODY[1:-1], BODY[-1] + end]
    return "".join(f"<{tag}>　　{text}</{tag}>\n" for text in texts)


def web(head: str, body: str) -> bytes:
    """A page with all that surrounds an article on the site of a paper."""
    links = "".join(f"<li><a href='{n}'>{n}</a></li>" for n in ("首页", "要闻", "经济"))
    related = "".join(
        f"<li><a href='{n}'>{n}</a><span>2031-05-01</span></li>"
        for n in ("邻州市出台新政支持企业技术改造", "全省春耕生产有序推进")
    )
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>"
        f"<div class='nav'><ul>{links}</ul></div>{body}<h3>相关阅读</h3><ul>{related}</ul>"
        "<div><p>版权所有 未经授权禁止转载 某市某路12号 电话：000-1234567</p></div></body></html>"
    ).encode()


PAGES: dict[str, tuple[bytes, dict[str, object]]] = {
    "a site that takes an article over": (
        web(
            f"<title>{TITLE}_地方_远山网</title>",
            "<div><a>远山网</a> &gt; <a>即时新闻</a> &gt; <a>地方</a></div>"
            f"<div class='title'>{TITLE}</div><div><span>发布时间:2031-05-06 14:45:00</span>"
            f"<span>来源: 临川日报</span></div><div>{paragraphs()}<p>(责编: 李文治)</p></div>",
        ),
        {
            "publisher": "临川日报",
            "republisher": "远山网",
            "section": "即时新闻 · 地方",
            "published": None,
            "republished": "2031-05-06T14:45:00+08:00",
            "editor": "李文治",
        },
    ),
    "a portal of news": (
        web(
            f"<title>{TITLE}--某省频道--某民网</title><meta name='source' content='来源：某民网'>"
            "<link rel='canonical' href='https://a.example/1.html'>",
            f"<h3>这里有新气象</h3><h1>{TITLE}</h1><h4>——全市一季度经济观察</h4>"
            "<div class='author'>本报记者　付　文　王晓东</div>"
            "<div>2031年05月06日08:18 | 来源：<a>某民日报</a></div><div><a>小字号</a></div>"
            f"<div>{paragraphs()}<div class='edit'>(责编：张三丰、杨帆)</div></div>",
        ),
        {
            "publisher": "某民日报",
            "republisher": "某民网",
            "republished": "2031-05-06T08:18:00+08:00",
            "reporters": ("付文", "王晓东"),
            "editor": "张三丰、杨帆",
            "address": "https://a.example/1.html",
        },
    ),
    "the electronic edition of a paper": (
        web(
            f"<title>某民日报-{TITLE}</title>",
            "<div>2031年05月06日 星期二 <a>往期回顾</a> 第01版：要闻</div>"
            f"<h1>{TITLE}</h1><p>本报记者　付　文<span>《某民日报》（2031年05月06日 "
            f"第 01 版）</span></p><div id='ozoom'>{paragraphs()}</div>",
        ),
        {
            "publisher": "某民日报",
            "republisher": None,
            "published": "2031-05-06",
            "republished": None,
            "reporters": ("付文",),
        },
    ),
    "an edition in tables": (
        (
            f"<html><title>临川日报数字报-{TITLE}</title><table><tr><td>第01版：要闻</td>"
            "<td>2031年05月06日 星期二</td></tr></table><table><tr><td>重点项目126个</td></tr>"
            f"<tr><td><b>{TITLE}</b></td></tr><tr><td>放大+ 缩小－ 默认○</td></tr></table>"
            f"<founder-content>{paragraphs('本报讯（记者 李文博　通讯员 王芳）')}</founder-content>"
            "<table><tr><td><a>上一篇</a></td></tr></table></html>"
        ).encode("gbk"),
        {"published": "2031-05-06", "reporters": ("李文博",), "republisher": None},
    ),
    "an agency's own site, its date in pieces": (
        web(
            f"<title>{TITLE}-某华网</title>",
            "<div><span><em>2031</em></span> <span><em>05</em>/<em>06</em></span> <span>14:45:00"
            f"</span></div><div>来源：某华社</div><h1>{TITLE}</h1>"
            f"<div>{paragraphs('某华社临川5月6日电（记者王飞航、柴婷）')}"
            "<span>【纠错】</span><span>【责任编辑:刘阳】</span></div>",
        ),
        {
            "publisher": "某华社",
            "republisher": "某华网",
            "republished": "2031-05-06T14:45:00+08:00",
            "reporters": ("王飞航", "柴婷"),
            "editor": "刘阳",
        },
    ),
    "a government, with metadata": (
        web(
            f"<title>{TITLE}_区县动态</title><meta name='SiteName' content='临川市人民政府'>"
            f"<meta name='ArticleTitle' content='{TITLE}'><meta name='PubDate' "
            "content='2031-05-06 14:45'><meta name='ColumnName' content='区县动态'>"
            "<meta name='ContentSource' content='市融媒体中心'>",
            f"<div>{TITLE}</div><div>发布日期：2031-05-06 浏览次数：123 字号：[大 中 小]</div>"
            f"<div>{paragraphs(end='（李文博 王芳）')}</div><p>编辑：张倩 审核：王强</p>",
        ),
        {
            "publisher": "市融媒体中心",
            "republisher": "临川市人民政府",
            "section": "区县动态",
            "republished": "2031-05-06T14:45:00+08:00",
            "reporters": ("李文博", "王芳"),
            "editor": "张倩",
        },
    ),
    "an article in a messenger": (
        (
            f"<!DOCTYPE html><html><meta property='og:title' content='{TITLE}'><body>"
            f"<h1 id='activity-name'> {TITLE} </h1><div><span>李文博 王芳</span> <a id='js_name'> "
            f"临川日报 </a> <em id='publish_time'>2031-05-06 14:45</em></div><div id='js_content'>"
            f"{paragraphs(tag='section')}<section>编辑丨张倩</section></div></body></html>"
        ).encode(),
        {"publisher": "临川日报", "reporters": ("李文博", "王芳"), "editor": "张倩"},
    ),
    "a comment of a paper": (
        web(
            f"<title>{TITLE}</title>",
            f"<div>某省新闻网 &gt;&gt; 评论</div><h2>{TITLE}</h2>"
            f"<p>2031年05月06日07:10　某省日报</p><p>本报评论员</p>{paragraphs()}<p>编辑：刘阳</p>",
        ),
        {"publisher": "某省日报", "republisher": "某省新闻网", "reporters": ("本报评论员",)},
    ),
}
HEADS: dict[str, tuple[str, str, dict[str, object]]] = {
    "a date line": (
        f"{TITLE}\n2031-05-06 14:45 来源：临川日报 作者：李文博\n",
        "责任编辑：刘阳",
        {
            "publisher": "临川日报",
            "republished": "2031-05-06T14:45:00+08:00",
            "reporters": ("李文博",),
            "editor": "刘阳",
            "furniture": (2, 8),
        },
    ),
    "labels in lines of their own": (
        f"标题：{TITLE}\n来源：临川日报\n日期：二〇三一年五月六日\n作者：李文博\n",
        "",
        {"publisher": "临川日报", "published": "2031-05-06", "reporters": ("李文博",)},
    ),
    "a paper with its page at the end": (
        f"{TITLE}\n\n",
        "（本报记者　付　文）\n《 某民日报 》（ 2031年05月06日 01 版）",
        {"publisher": "某民日报", "published": "2031-05-06", "reporters": ("付文",)},
    ),
    "reporters and editor in one line": (
        f"{TITLE}\n2031-05-06 14:45 来源：临川日报\n",
        "（记者 付文 王晓东 责编 李文治）",
        {"publisher": "临川日报", "reporters": ("付文", "王晓东"), "editor": "李文治"},
    ),
    "reporters without brackets, and an editor behind them": (
        f"{TITLE}\n2031-05-06 14:45 来源：临川日报\n",
        "记者 付文 通讯员 王晓东 责编：李文治",
        {"publisher": "临川日报", "reporters": ("付文",), "editor": "李文治"},
    ),
    "a paper with its name above": (
        f"临川日报\n2031年5月6日 星期二 第1版\n{TITLE}\n□ 本报记者 李文博\n",
        "",
        {"publisher": "临川日报", "published": "2031-05-06", "reporters": ("李文博",)},
    ),
    "an agency in the lead": (
        f"{TITLE}\n某华社临川5月6日电（记者王飞航、柴婷）",
        "",
        {"publisher": "某华社", "reporters": ("王飞航", "柴婷")},
    ),
    "where the page stands": (
        f"临川市人民政府 > 政务 > 部门动态\n{TITLE}\n发布时间：2031-05-06\t来源：市统计局\n",
        "扫一扫在手机打开当前页\n【打印】 【关闭】",
        {
            "publisher": "市统计局",
            "republisher": "临川市人民政府",
            "section": "政务 · 部门动态",
            "furniture": (1, 3, 9, 10),
        },
    ),
}


def found(page: Page, wanted: dict[str, object]) -> dict[str, object]:
    values = page._asdict()
    if isinstance(page.republished, datetime):
        values["republished"] = page.republished.isoformat()
    return {name: values[name] for name in wanted}


def body(page: Page) -> list[str]:
    return [text for n, text in enumerate(page.paragraphs, 1) if n not in page.furniture]


@pytest.mark.parametrize("name", PAGES)
def test_the_article_of_a_page_is_found_with_its_head(name: str) -> None:
    content, wanted = PAGES[name]
    page = read_page(content, "a.html")
    assert page.title == TITLE
    assert found(page, wanted) == wanted
    text = "\n".join(page.paragraphs)
    assert all(one in text for one in BODY)
    assert page.paragraphs[0] == TITLE
    assert not any(one in text for one in ("邻州市", "首页", "版权所有", "上一篇", "相关阅读"))


@pytest.mark.parametrize("name", HEADS)
def test_a_text_is_kept_as_it_is_and_its_head_is_found(name: str) -> None:
    head, foot, wanted = HEADS[name]
    text = head + "\n".join(BODY) + "\n" + foot
    page = read_page(text.encode("gb18030"), "a.txt")
    assert page.title == TITLE
    assert found(page, wanted) == wanted
    assert list(page.paragraphs) == [one.strip() for one in text.splitlines() if one.strip()]
    word = docx.Document()
    for line in text.splitlines():
        word.add_paragraph(line)
    out = io.BytesIO()
    word.save(out)
    assert read_page(out.getvalue(), "a.docx") == page


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\xad", "\ufeff", "\x1b", "\ufdd0"])
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    shown = (TITLE, *BODY)
    texts = tuple(map(hidden.join, shown))
    page = read_page("\n".join(texts).encode(), "text.txt")
    assert page.paragraphs == shown
    assert page.told[0].values["count"] == sum(map(len, shown)) - len(shown)
    escaped = "".join(f"<p>{text}</p>" for text in texts[1:])
    web_page = f"<title>{texts[0]}</title><h1>{texts[0]}</h1>{escaped}"
    held = read_page(web_page.encode(), "page.html")
    assert not re.search(HIDDEN, "".join((held.title or "", *held.paragraphs)))


def test_readings_of_characters_are_no_part_of_an_article() -> None:
    body = paragraphs().replace("落地", "落<ruby>地<rt>dì</rt></ruby>")
    page = read_page(web("", f"<h1>{TITLE}</h1><div>{body}</div>"), "a.html")
    assert page.paragraphs[-1] == BODY[-1]


@pytest.mark.parametrize("mark", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_break_ends_a_paragraph(mark: str) -> None:
    page = read_page(mark.join((TITLE, *BODY)).encode(), "text.txt")
    assert page.paragraphs == (TITLE, *BODY)
    assert not any(one.key == "draft.hidden" for one in page.told)


@pytest.mark.parametrize(
    "sequence", ["\x1b[31m", "\x1b[0;1m", "\x1b]8;;https://a.example/1\x1b\\", "\x1b]0;t\x07"]
)
def test_what_colours_a_terminal_is_left_out_whole(sequence: str) -> None:
    text = "\n".join((TITLE, *BODY))
    coloured = text.replace("。", f"{sequence}。\x1b[m")
    assert read_page(coloured.encode(), "text.txt").paragraphs == (TITLE, *BODY)


def test_what_a_page_says_only_of_itself_becomes_a_line_of_its_text() -> None:
    head = f"<title>x</title><meta property='og:title' content='{TITLE}'>"
    page = read_page(web(head, f"<div>{paragraphs()}</div>"), "a.html")
    assert page.title == page.paragraphs[0] == TITLE
    page = read_page(PAGES["a government, with metadata"][0], "a.html")
    assert page.paragraphs[1:3] == ("发布时间：2031-05-06 14:45:00", "来源：市融媒体中心")
    page = read_page(PAGES["an agency's own site, its date in pieces"][0], "a.html")
    assert page.paragraphs[:2] == (TITLE, "2031 05/06 14:45:00")


def test_a_page_saved_as_one_file_is_read() -> None:
    content, wanted = PAGES["a site that takes an article over"]
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    part = b"Content-Type: text/html; charset=utf-8\r\n\r\n" + content + b"\r\n--x--\r\n"
    assert found(read_page(head + part, "a.mhtml"), wanted) == wanted


def test_captions_stay_in_the_text_and_are_read() -> None:
    caption = "图为新材料产业园。本报记者 王强 摄"
    page = read_page(
        web(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>{paragraphs()}<p>{caption}</p>"), "a.html"
    )
    assert page.paragraphs.index(caption) + 1 not in page.furniture
    assert page.reporters == ()


def test_what_is_missing_is_told() -> None:
    page = read_page("\n".join(BODY).encode(), "a.txt")
    keys = [one.key for one in page.told]
    assert keys == ["draft.no-title", "draft.no-date", "draft.no-publisher"]
    assert page.title is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("【甲县：古镇换上新颜】", "甲县：古镇换上新颜"),
        ("【新春走基层】甲县：古镇换上新颜", "【新春走基层】甲县：古镇换上新颜"),
        ("某新社甲市5月6日电 题:盐场晒出新天地", "盐场晒出新天地"),
        ("某新社甲市5月6日电 (记者 林文山)题：盐场晒出新天地", "盐场晒出新天地"),
        ("第二十届甲县荔枝节举行\n果农走上丰收路", "果农走上丰收路"),
        ("全市经济工作会议召开\n林文山出席并讲话", "全市经济工作会议召开"),
        ("林文山在会议上强调\n抓好项目 稳住增长", "抓好项目 稳住增长"),
        ("往期阅读\n当前版: 08版 上一版 下一版\n放大 缩小 默认\n果农走上丰收路", "果农走上丰收路"),
        ("第01版:一版要闻\n标题导航\n果农走上丰收路\n浏览字号：大 中 小", "果农走上丰收路"),
        ("图片新闻\n果农走上丰收路", "果农走上丰收路"),
    ],
)
def test_a_title_stands_without_what_is_around_it(head: str, title: str) -> None:
    page = read_page("\n".join((head, *BODY)).encode(), "a.txt")
    assert page.title == title


@pytest.mark.parametrize(
    "line",
    [
        "往期阅读",
        "当前版: 08版 上一版 下一版",
        "放大 缩小 默认",
        "标题导航",
        "第01版:一版要闻",
        "图片新闻",
    ],
)
def test_what_a_site_writes_around_an_article_is_no_part_of_it(line: str) -> None:
    assert is_furniture(line)


def test_a_text_without_a_title_gets_none_cut_out_of_its_first_sentence() -> None:
    page = read_page("\n".join(BODY).encode(), "a.txt")
    made = cast(Any, Parsed(draft_page(page, "en").model, "").data)
    assert made["source"]["title"] == {"zh": "？"}
    assert made["summary"]["gist"]["zh"] == "（待写）"


ENGLISH = "The city has invested 12 million yuan in its new park this year. " * 9
JAPANESE = "これは日本の経済についての観察で、前年に比べて増加したということです。\n" * 9
REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty.source"),
    "an empty page": (b"<html><body></body></html>", "no-article.nothing"),
    "a page without text": (b"<!doctype html>", "no-article.nothing"),
    "a login page": (
        "<html><form>用户名<input><input type='password'>登录</form></html>".encode(),
        "no-article.login",
    ),
    "a page of scripts": (
        "<html><script>x</script><div id='app'>加载中</div></html>".encode(),
        "no-article.scripts",
    ),
    "English": (ENGLISH.encode(), "no-article.language"),
    "Japanese": (JAPANESE.encode(), "no-article.language"),
    "no sentence": ("重点项目\n投资\n临川市\n".encode() * 40, "no-article.sentences"),
    "too long": ((BODY[0] * (SOURCE_CHARACTERS // 20)).encode(), "too-large.source"),
    "nested deep": (
        f"<p>{BODY[0]}</p>{'<ul><li>' * 900}{BODY[1]}{'</li></ul>' * 900}".encode(),
        "too-deep.page",
    ),
    "nested too deep to be parsed": (
        f"<html><p>{BODY[0]}</p>{'<i>' * 9_000}{BODY[1]}".encode(),
        "too-deep.page",
    ),
    "more elements than an article": (
        f"<html><p>{BODY[0]}</p>{'<br>' * PAGE_ELEMENTS}".encode(),
        "too-large.elements",
    ),
    "a PDF": (b"%PDF-1.7 x", "not-text"),
    "an old Word file": (b"\xd0\xcf\x11\xe0", "not-text"),
    "a broken Word file": (b"PK\x03\x04 word/document.xml", "no-document.broken"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_chinese_article_is_refused_with_the_reason(name: str) -> None:
    content, key = REFUSED[name]
    with pytest.raises(ModelError) as raised:
        read_page(content, "a.txt")
    assert [one.message.key for one in raised.value.problems] == [key]


def test_metadata_that_no_program_wrote_is_passed_over() -> None:
    body = "<h1>清河县开建三座码头</h1><p>" + "</p><p>".join(BODY)
    many = " ".join(f"data-{number}='<{number}>'" for number in range(5_000))
    nested = '{"headline": [' + '{"a": ' * 20_000
    script = f"<script type='application/ld+json'>{nested}</script>"
    plain = read_page(f"<html>{body}".encode(), "a.html")
    assert read_page(f"<html {many}>{script}{body}".encode(), "a.html") == plain


PIECES = st.sampled_from(
    (
        *("<html>", "<div>", "</div>", "<p>", "<br>", "<table><td>", "<!--", "<script>", "</a>"),
        *("<a href=x>", "<h1>", "<title>", "<meta name='PubDate' content='", "'>", "&#0;", "\n"),
        *(
            "来源：",
            "责任编辑：",
            "（记者 ",
            "2031-05-06 14:45",
            "2031年99月99日",
            "第1版",
            "《",
            ">",
        ),
        *BODY,
    )
)


@given(st.lists(st.one_of(PIECES, HOSTILE), max_size=30))
def test_whatever_is_given_is_an_article_or_is_refused(pieces: list[str]) -> None:
    try:
        page = read_page("".join(pieces).encode("utf-8", "surrogatepass"), "a.html")
    except ModelError:
        return
    assert page.paragraphs
    assert all(text and text == text.strip() and "\n" not in text for text in page.paragraphs)
    assert set(page.furniture) <= set(range(1, len(page.paragraphs) + 1))


def test_a_page_without_the_extra_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.delitem(sys.modules, "briefing.drafting.pages.markup", raising=False)
    with pytest.raises(BriefingError) as raised:
        read_page(PAGES["a comment of a paper"][0], "a.html")
    assert [one.key for one in raised.value.messages] == ["usage.page-needs-extra", "usage.install"]
    assert read_page("\n".join(BODY).encode(), "a.txt").paragraphs == BODY


def test_a_page_keeps_the_numbers_that_stand_by_themselves() -> None:
    cells = "<tr><th>年份</th><th>2030</th></tr><tr><td>产量（万吨）</td><td>86</td></tr>"
    text = f"{paragraphs()}<p>全年吞吐量<br>97.5<br>万吨</p><p>约10<sup>8</sup>元<s>原定</s></p>"
    page = f"<html><body><h1>{TITLE}</h1>{text}<table>{cells}</table></body></html>"
    kept = ("全年吞吐量", "97.5", "万吨", "约10^8元", "年份", "2030", "产量（万吨）", "86")
    assert read_page(page.encode(), "a.html").paragraphs[-8:] == kept


@pytest.mark.parametrize("body", ["青河县码头昨天开工。", BODY[3]])
def test_a_title_and_a_date_stand_above_a_single_sentence_however_short(body: str) -> None:
    page = read_page(f"青河县三座码头开工\n2031-05-06 来源：青河日报\n{body}".encode(), "a.txt")
    assert (page.title, page.published) == ("青河县三座码头开工", "2031-05-06")


def test_lines_that_a_browser_keeps_are_paragraphs_of_the_text() -> None:
    kept = f"<pre>\n{BODY[0]}\n\n　　{BODY[1]}<b>续</b>\n{BODY[3]}\n{BODY[4]}</pre>"
    page = read_page(web(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>{kept}"), "a.html")
    assert page.paragraphs[1:] == (BODY[0], BODY[1] + "续", BODY[3], BODY[4])


HEAD = "示例市修路架桥\n2031-05-06 来源：示例日报\n示例市今年建成大桥。\n"


@pytest.mark.parametrize("word", ["2024年", "今年增长5%，", "5月"])
def test_a_text_that_check_would_refuse_for_its_numbers_is_not_drafted(word: str) -> None:
    with pytest.raises(ModelError, match=r"too-large\.numbers"):
        read_page(f"{HEAD}{word * (SOURCE_NUMBERS + 1)}".encode(), "text.txt")


@pytest.mark.parametrize(
    "line",
    [
        "青河日报（2031年05月06日 第03版）",
        "《 青河日报 》（ 2031年05月06日   第 03 版）",
        "原载《青河日报》2031年5月6日",
    ],
)
def test_the_paper_that_carried_an_article_is_its_publisher(line: str) -> None:
    page = read_page(f"青河县三座码头开工\n{line}\n{BODY[3]}\n{BODY[4]}".encode(), "a.txt")
    assert (page.publisher, page.published) == ("青河日报", "2031-05-06")


@pytest.mark.parametrize("paper", ["青河融媒", "青河县融媒体中心", "青河电视台"])
def test_the_station_of_a_county_is_named_by_the_lead(paper: str) -> None:
    page = read_page(f"青河县三座码头开工\n{paper}讯（记者林文山）{BODY[3]}".encode(), "a.txt")
    assert page.publisher == paper


def test_the_last_paragraph_of_a_short_page_is_kept_before_a_link_or_latin_letters() -> None:
    long = "本报讯 5月2日，青河县举行码头开工仪式，县长王某出席并讲话，三座码头同时开工。"
    for tail in (
        "<p><a href=/x>返回首页</a></p>",
        "<p>© 2031 qinghe.example</p>",
        "<p>AT&amp;T</p>",
    ):
        page = f"<h1>青河县开建码头</h1><p>{long}</p><p>据悉，年底前还将开工5座。</p>{tail}"
        assert read_page(page.encode(), "page.html").paragraphs[-1] == "据悉，年底前还将开工5座。"


def test_the_mark_of_a_note_is_no_part_of_a_number() -> None:
    marked = "项目24<sup>1</sup>项，桥3<sup>[2]</sup>座，约10<sup>8</sup>元，5km<sup>2</sup>地。"
    page = f"<html><body><h1>{TITLE}</h1>{paragraphs()}<p>{marked}</p></body></html>"
    kept = "项目24项，桥3座，约10^8元，5km2地。"
    assert read_page(page.encode(), "a.html").paragraphs[-1] == kept
