"""Citations in each style, and the ``cite`` command."""

import datetime
import html
import json
import re
from pathlib import Path
from typing import Any, Literal

import docx
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string  # type: ignore[import-untyped]  # it has no types

from briefing.citation.cited import Cited
from briefing.citation.names import split_english_name, split_written_name
from briefing.citation.styles import STYLES
from briefing.model.parts import Author, Bilingual
from briefing.model.records import Source
from briefing.shelf.library import Library
from support import SECOND, SMALLEST, briefing, example

ACCESSED = datetime.date(2031, 6, 1)
PLAIN = Source(
    id="plain",
    title=Bilingual(zh="题名", en="The Title"),
    publisher=Bilingual(zh="示例报", en="Example Daily"),
    published="2031-05-06",
)
AT_AN_ADDRESS = msgspec.structs.replace(PLAIN, address="https://example.org/a_b?c=100%25&d#e")


def people(*names: str) -> tuple[Author, ...]:
    """Return reporters from names that are written ``Chinese = English``."""
    pairs = [name.partition(" = ") for name in names]
    return tuple(Author(zh=zh, en=en or None) for zh, _, en in pairs)


def by(*names: str, **changes: Any) -> Source:
    return msgspec.structs.replace(PLAIN, reporters=people(*names), **changes)


def cite(style: str, source: Source, *paragraphs: int) -> str:
    return STYLES[style].write([Cited(source, paragraphs, ACCESSED)])


SHIPPED = {
    "gbt7714": (
        "苏晓晨，段伟华，杨彧，等. 着力打造南北引擎 大力培育东西两翼[EB/OL]. "
        "中国西藏网（2022-03-21）. 原载山西日报."
    ),
    "gbt7714-2015": (
        "苏晓晨, 段伟华, 杨彧, 等. 着力打造南北引擎 大力培育东西两翼[EB/OL]. "
        "中国西藏网(2022-03-21). 原载山西日报."
    ),
    "apa": (
        "Su, X., Duan, W., Yang, Y., Zheng, N., & Yan, Z. (2022, March 21). "
        "着力打造南北引擎 大力培育东西两翼 "
        "[Building the North and South Engines, Fostering the East and West Wings]. "
        "China Tibet Online. (Reprinted from Shanxi Daily)"
    ),
}


@pytest.mark.parametrize("style", SHIPPED)
def test_the_shipped_article_is_cited_in_each_style(style: str, shipped_library: Library) -> None:
    assert cite(style, shipped_library.articles[0].source) == SHIPPED[style]


@pytest.mark.parametrize(
    ("style", "one", "several"),
    [
        ("gbt7714", "甲某. 题名[N]. 示例报，2031-05-06：第10段.", "：第3-5、8、10段."),
        ("gbt7714-2015", "甲某. 题名[N]. 示例报, 2031-05-06: 第10段.", ": 第3-5、8、10段."),
        (
            "apa",
            "Jia, M. (2031, May 6). 题名 [The Title]. Example Daily.\n(Jia, 2031, para. 10)",
            "\n(Jia, 2031, paras. 3–5, 8, 10)",
        ),
    ],
)
def test_paragraphs_are_cited_in_their_place(style: str, one: str, several: str) -> None:
    source = by("甲某 = Jia Mou")
    assert cite(style, source, 10) == one
    assert cite(style, source, 3, 4, 5, 8, 10).endswith(several)


@pytest.mark.parametrize(
    ("style", "citation"),
    [
        (
            "gbt7714",
            "题名[N/OL]. 示例报，2031-05-06：第3段. https://example.org/a_b?c=100%25&d#e.",
        ),
        (
            "gbt7714-2015",
            "题名[N/OL]. 示例报, 2031-05-06: 第3段[2031-06-01]. "
            "https://example.org/a_b?c=100%25&d#e.",
        ),
        (
            "apa",
            "题名 [The Title]. (2031, May 6). Example Daily. https://example.org/a_b?c=100%25&d#e\n"
            "(“The Title,” 2031, para. 3)",
        ),
    ],
)
def test_an_article_with_an_address_and_no_reporter(style: str, citation: str) -> None:
    assert cite(style, AT_AN_ADDRESS, 3) == citation


@pytest.mark.parametrize(
    ("style", "name"),
    [
        ("gbt7714", "金声社. "), ("gbt7714-2015", "金声社. "), ("apa", "Jin Shengshe. ("),
        ("bibtex", "author = {{金声社}},"), ("ris", "AU  - 金声社\r"),
        ("csl-json", '"literal": "金声社"'),
    ],
)  # fmt: skip
def test_the_name_of_an_organisation_is_never_split(style: str, name: str) -> None:
    """This one looks like that of a person."""
    who = Author(zh="金声社", en="Jin Shengshe", corporate=True)
    assert name in cite(style, msgspec.structs.replace(PLAIN, reporters=(who,)))


@pytest.mark.parametrize("style", STYLES)
def test_an_editor_is_not_cited_as_an_author(style: str) -> None:
    edited = msgspec.structs.replace(PLAIN, editor=Bilingual(zh="丙某", en="Bing Mou"))
    assert cite(style, edited) == cite(style, PLAIN)


@pytest.mark.parametrize(
    ("names", "gbt", "apa", "in_text"),
    [
        (["甲某 = Jia Mou"], "甲某", "Jia, M.", "Jia"),
        (["甲某 = Jia Mou", "乙明 = Yi Ming"], "甲某，乙明", "Jia, M., & Yi, M.", "Jia & Yi"),
        (
            ["甲某 = Jia Mou", "乙明 = Yi Ming", "丙三 = Bing San"],
            "甲某，乙明，丙三",
            "Jia, M., Yi, M., & Bing, S.",
            "Jia et al.",
        ),
        (
            ["甲某 = Jia Mou", "乙明", "丙三 = Bing San", "丁四 = Ding Si"],
            "甲某，乙明，丙三，等",
            "Jia, M., 乙明, Bing, S., & Ding, S.",
            "Jia et al.",
        ),
    ],
)
def test_names_of_one_to_four_reporters(names: list[str], gbt: str, apa: str, in_text: str) -> None:
    source = by(*names)
    assert cite("gbt7714", source).startswith(f"{gbt}. 题名[N]")
    assert cite("gbt7714-2015", source).startswith(f"{gbt.replace('，', ', ')}. 题名[N]")
    reference, _, pointer = cite("apa", source, 1).partition("\n")
    assert reference.startswith(f"{apa.removesuffix('.')}. (2031, May 6). 题名")
    assert pointer == f"({in_text}, 2031, para. 1)"


def test_apa_leaves_out_names_when_there_are_more_than_twenty() -> None:
    names = [f"Jia Mou{chr(97 + number)}" for number in range(21)]
    assert "Mout, J., & Mouu" not in cite("apa", by(*names))
    assert "Mous, J., . . . Mouu, J. (2031" in cite("apa", by(*names))
    assert "Mous, J., & Mout, J. (2031" in cite("apa", by(*names[:20]))


@pytest.mark.parametrize(
    ("name", "written", "in_english", "apa"),
    [
        ("苏晓晨 = Su Xiaochen", ("苏", "晓晨"), ("Su", "Xiaochen"), "Su, X."),
        ("欧阳修 = Ouyang Xiu", ("欧阳", "修"), ("Ouyang", "Xiu"), "Ouyang, X."),
        ("欧阳 = Ou Yang", ("欧", "阳"), ("Ou", "Yang"), "Ou, Y."),
        ("吕明 = Lü Ming-ming", ("吕", "明"), ("Lü", "Ming-ming"), "Lü, M."),
        ("陈小明 = Chen Xiao Ming", ("陈", "小明"), ("Chen", "Xiao Ming"), "Chen, X. M."),
        ("陈小明 = Chen, Xiaoming", ("陈", "小明"), ("Chen", "Xiaoming"), "Chen, X."),
        ("约翰·史密斯 = John Q Smith", ("约翰·史密斯", ""), ("Smith", "John Q"), "Smith, J. Q."),
        ("John Smith", ("Smith", "John"), ("Smith", "John"), "Smith, J."),
        ("示例通讯社 = Example News Agency", ("示例通讯社", ""), ("Example News Agency", ""),
         "Example News Agency."),
        ("示例通讯社", ("示例通讯社", ""), ("示例通讯社", ""), "示例通讯社."),
        ("阿明", ("阿", "明"), ("阿明", ""), "阿明."),
        ("范徐丽泰 = Rita Fan Hsu Lai-tai", ("范徐", "丽泰"), ("Fan Hsu", "Rita Lai-tai"),
         "Fan Hsu, R. L."),
        ("铃木一郎 = Ichiro Suzuki", ("铃木", "一郎"), ("Suzuki", "Ichiro"), "Suzuki, I."),
        ("扎西达娃 = Tashi Dawa", ("扎西达娃", ""), ("Tashi Dawa", ""), "Tashi Dawa."),
        ("叶尔江·哈力克 = Yerjan Halik", ("叶尔江·哈力克", ""), ("Yerjan Halik", ""),
         "Yerjan Halik."),
        ("李显龙 = Lee Hsien Loong", ("李", "显龙"), ("Lee", "Hsien Loong"), "Lee, H. L."),
        ("陈小明 = Tony Chan", ("陈", "小明"), ("Tony Chan", ""), "Tony Chan."),
        ("José Ortega y Gasset", ("Ortega y Gasset", "José"), ("Ortega y Gasset", "José"),
         "Ortega y Gasset, J."),
        ("Ann Ryder, Jr.", ("Ryder", "Ann"), ("Ryder", "Ann"), "Ryder, A., Jr."),
        ("Sima Yi", ("Sima", "Yi"), ("Sima", "Yi"), "Sima, Y."),
        ("Shu Wang", ("Wang", "Shu"), ("Wang", "Shu"), "Wang, S."),
        ("Tran Van An", ("Tran", "Van An"), ("Tran", "Van An"), "Tran, V. A."),
        (", Ann Ryder", ("Ryder", "Ann"), ("Ryder", "Ann"), "Ryder, A."),
        ("Ryder, Ann,", ("Ryder", "Ann"), ("Ryder", "Ann"), "Ryder, A."),
        ("陈小明 = ,", ("陈", "小明"), (",", ""), ",."),
        ("Parks and Roads Bureau", ("Parks and Roads Bureau", ""), ("Parks and Roads Bureau", ""),
         "Parks and Roads Bureau."),
        ("Office of Parks, Riverside", ("Office of Parks, Riverside", ""),
         ("Office of Parks, Riverside", ""), "Office of Parks, Riverside."),
        ("Example News Agency", ("Example News Agency", ""), ("Example News Agency", ""),
         "Example News Agency."),
    ],
)  # fmt: skip
def test_names_are_split_into_family_and_given_name(
    name: str, written: tuple[str, str], in_english: tuple[str, str], apa: str
) -> None:
    (person,) = people(name)
    assert split_written_name(person)[:2] == written
    assert split_english_name(person)[:2] == in_english
    assert cite("apa", by(name)).startswith(f"{apa} (2031")


def test_text_without_a_translation_is_cited_in_chinese() -> None:
    draft = by("甲某", title=Bilingual(zh="题名？"), publisher=Bilingual(zh="示例报"))
    assert cite("apa", draft, 2) == "甲某. (2031, May 6). 题名？ 示例报.\n(甲某, 2031, para. 2)"


def test_an_article_in_english() -> None:
    source = by(
        *("Ann B Ryder", "Bo-Lin Ek", "Cy Hill", "Di Day"),
        title=Bilingual(zh="All quiet"),
        publisher=Bilingual(zh="The Example"),
        republisher=Bilingual(zh="Elsewhere"),
    )
    assert cite("gbt7714", source, 2) == (
        "Ryder A B，Ek B-L，Hill C，et al. All quiet[N]. The Example，2031-05-06：para. 2. "
        "Republished by Elsewhere."
    )
    assert cite("gbt7714-2015", source).startswith("RYDER A B, EK B L, HILL C, et al. All quiet")
    assert cite("apa", source).endswith(
        "Day, D. (2031, May 6). All quiet. The Example. (Republished by Elsewhere)"
    )
    assert "langid" not in cite("bibtex", source)
    assert json.loads(cite("csl-json", source))[0]["language"] == "en"


@pytest.mark.parametrize("day", ["0001", "0001-01", "0001-01-01"])
def test_what_nobody_has_dated_is_cited_without_a_date(day: str) -> None:
    undated = msgspec.structs.replace(PLAIN, published=day)
    assert cite("gbt7714", undated) == "题名[N]. 示例报，出版日期不详."
    assert cite("apa", undated) == "题名 [The Title]. (n.d.). Example Daily."
    written = "".join(cite(style, undated) for style in STYLES)
    assert "0001" not in written
    assert "issued" not in written


def test_line_breaks_in_names_and_titles_are_removed() -> None:
    broken = by("甲某 = Jia\nMou", title=Bilingual(zh="题\n名", en="The\nTitle"))
    assert all("\n" not in cite(style, broken) for style in ("gbt7714", "gbt7714-2015", "apa"))


class Name(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    family: str = ""
    given: str = ""
    literal: str = ""


class Issued(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    date_parts: list[tuple[int, int, int]]


class Item(msgspec.Struct, forbid_unknown_fields=True, rename={"url": "URL"}):
    """The fields of a CSL-JSON item that a newspaper article needs, by CSL 1.0.2."""

    id: str
    type: Literal["article-newspaper", "webpage"]
    title: str
    container_title: str = msgspec.field(name="container-title")
    issued: Issued
    author: list[Name] = []
    language: str = ""
    note: str = ""
    url: str = ""
    accessed: Issued | None = None


def test_csl_json_follows_its_specification(shipped_library: Library) -> None:
    shipped = shipped_library.articles[0].source
    both = [Cited(shipped, (10,), ACCESSED), Cited(AT_AN_ADDRESS, (), ACCESSED)]
    items = json.loads(STYLES["csl-json"].write(both))
    msgspec.convert(items, list[Item])
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert([{**items[0], "paragraph": 10}], list[Item])
    assert items == [
        {
            "id": "shanxi-2022-03-21",
            "type": "webpage",
            "title": "着力打造南北引擎 大力培育东西两翼",
            "container-title": "中国西藏网",
            "author": [
                {"family": "苏", "given": "晓晨"},
                {"family": "段", "given": "伟华"},
                {"family": "杨", "given": "彧"},
                {"family": "郑", "given": "娜"},
                {"family": "燕", "given": "中兴"},
            ],
            "issued": {"date-parts": [[2022, 3, 21]]},
            "language": "zh-CN",
            "note": "para. 10; originally published by Shanxi Daily / 山西日报",
        },
        {
            "id": "plain",
            "type": "article-newspaper",
            "title": "题名",
            "container-title": "示例报",
            "issued": {"date-parts": [[2031, 5, 6]]},
            "language": "zh-CN",
            "URL": "https://example.org/a_b?c=100%25&d#e",
            "accessed": {"date-parts": [[2031, 6, 1]]},
        },
    ]


def test_a_bibtex_parser_reads_the_same_fields(shipped_library: Library) -> None:
    shipped = shipped_library.articles[0].source
    both = [Cited(shipped, (10,), ACCESSED), Cited(AT_AN_ADDRESS, (), ACCESSED)]
    entries = parse_string(STYLES["bibtex"].write(both), "bibtex").entries
    assert list(entries) == ["shanxi-2022-03-21", "plain"]
    first, second = entries.values()
    assert (first.type, second.type) == ("misc", "article")
    assert [str(person) for person in first.persons["author"]] == [
        person.zh for person in shipped.reporters
    ]
    assert dict(first.fields) == {
        "title": "{着力打造南北引擎 大力培育东西两翼}",
        "howpublished": "中国西藏网",
        "date": "2022-03-21",
        "year": "2022",
        "langid": "chinese",
        "note": "para. 10; originally published by Shanxi Daily / 山西日报",
    }
    assert not second.persons
    assert second.fields["url"] == AT_AN_ADDRESS.address
    assert second.fields["urldate"] == "2031-06-01"


TEX = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
    r"\#": "#", r"\$": "$", r"\%": "%", r"\&": "&", r"\_": "_",
}  # fmt: skip
texts = st.text(st.sampled_from("甲，题 A,~^\\{}#$%&_\"'@=`"), min_size=1).filter(str.strip)


@given(texts, texts, texts)
def test_any_text_survives_bibtex(title: str, name: str, address: str) -> None:
    source = by(name, title=Bilingual(zh=title), address=address)
    (entry,) = parse_string(cite("bibtex", source), "bibtex").entries.values()
    title_field = entry.fields["title"].removeprefix("{").removesuffix("}")
    for written, mark in TEX.items():
        title_field = title_field.replace(written, f"\0{ord(mark)}\0")
    assert "".join(
        chr(int(part)) if at % 2 else part for at, part in enumerate(title_field.split("\0"))
    ) == " ".join(title.split())
    assert len(entry.persons["author"]) == 1
    assert set("{}\\ ").isdisjoint(entry.fields["url"])


@pytest.mark.parametrize("name", ["示例社 and 虚构社", "A and B", "Smith AND Jones", "Li, And"])
def test_the_word_and_in_a_name_does_not_make_two_authors(name: str) -> None:
    (entry,) = parse_string(cite("bibtex", by(name, "甲某")), "bibtex").entries.values()
    assert [str(person) for person in entry.persons["author"]] == [f"{{{name}}}", "甲某"]


@pytest.mark.parametrize(
    ("lang", "styles"), [("zh", ["gbt7714"]), ("both", ["gbt7714", "apa"]), ("en", ["apa"])]
)
def test_each_language_has_its_usual_style(lang: str, styles: list[str]) -> None:
    run = example("cite", "--lang", lang)
    assert (run.status, run.err) == (0, "")
    written = [example("cite", "--style", style).out for style in styles]
    titled = [f"{STYLES[one].title}\n{text}" for one, text in zip(styles, written, strict=True)]
    assert run.out == ("\n".join(titled) if lang == "both" else written[0])


@pytest.mark.parametrize("environ", [{}, {"FORCE_COLOR": "1", "COLUMNS": "60"}])
@pytest.mark.parametrize("style", STYLES)
def test_only_the_citation_is_printed_and_no_line_is_wrapped(
    style: str, environ: dict[str, str], example_library: Library
) -> None:
    source = example_library.articles[0].source
    run = example("cite", "--style", style, "--accessed", "2031-06-01", **environ)
    assert (run.status, "is not cited" in run.err) == (0, style == "apa")
    # A terminal is given lines without the blanks and carriage returns that end them.
    lines = (cite(style, source).removesuffix("\n") + "\n").split("\n")
    assert run.out.split("\n") == ([line.rstrip() for line in lines] if environ else lines)


def test_a_paper_that_is_a_site_is_cited_as_a_page() -> None:
    site = msgspec.structs.replace(PLAIN, publisher=Bilingual(zh="示例网", en="Example Online"))
    assert cite("gbt7714", site) == "题名[EB/OL]. 示例网（2031-05-06）."
    assert json.loads(cite("csl-json", site))[0]["type"] == "webpage"
    assert cite("ris", site).startswith("TY  - ELEC")
    assert cite("bibtex", site).startswith("@misc")


def test_several_records_are_cited_together() -> None:
    both = briefing("cite", "forest-cover", "3", "--lang", "en")
    assert "paras. 3, 26)" in both.out
    written = json.loads(briefing("cite", "forest-cover", "3", "-O", "json", "--style", "apa").out)
    assert [one["paragraphs"] for one in written] == [[26], [3]]


def test_a_reference_that_lacks_an_address_says_so() -> None:
    told = briefing("cite", "--accessed", "2031-06-01", "--lang", "en").err
    assert "has no address" in told
    assert example("cite", "--lang", "en").err == ""


def test_citing_a_record_cites_its_paragraphs() -> None:
    assert example("cite", "tea", "--lang", "zh", "--accessed", "2031-06-01").out.endswith(
        "（2031-05-06）：第7段[2031-06-01]. https://example.org/one-core. 原载青川示例报.\n"
    )
    assert example("cite", "西乙").out.endswith("\n(Reporter Jia, 2031, paras. 4, 7)\n")
    missed = example("cite", "teas")
    assert (missed.status, missed.out) == (1, "")
    assert "did you mean tea?" in missed.err


@pytest.mark.parametrize("name", ["7", "¶7", "第7段", "７", "qingchuan-2031-05-06/7"])
def test_a_number_cites_a_paragraph(name: str) -> None:
    assert example("cite", name).out.endswith("\n(Reporter Jia, 2031, para. 7)\n")
    (record,) = json.loads(example("cite", name, "--style", "apa", "-O", "json").out)
    assert (record["id"], record["paragraphs"]) == (None, [7])


def test_a_range_cites_its_paragraphs() -> None:
    assert example("cite", "5-7").out.endswith("paras. 5–7)\n")
    for name in ("0", "99", "7-99"):
        missing = example("cite", name)
        assert (missing.status, missing.out) == (2, "")
        assert "there is no paragraph" in missing.err


def test_a_record_whose_id_is_a_number_is_meant_before_a_paragraph(tmp_path: Path) -> None:
    model = tmp_path / "model.yaml"
    start = "events: [{id: '7', name: {zh: 要点}, evidence: [{paragraph: 1, anchor: 要点}]}]\n"
    model.write_text(SMALLEST + start, encoding="utf-8")
    assert "para. 1)" in briefing("cite", "7", "-a", str(model), "--lang", "en").out
    assert "there is no paragraph 7" in briefing("cite", "¶7", "-a", str(model)).err


def test_of_several_articles_those_with_the_paragraph_are_cited(smallest: str) -> None:
    shelf = ("-a", smallest, "--style", "csl-json")
    assert len(json.loads(example("cite", "1", *shelf).out)) == 2
    assert len(json.loads(example("cite", "7", *shelf).out)) == 1


def test_a_record_that_several_articles_have_is_cited_in_each() -> None:
    run = example("cite", "wharf", "-a", SECOND, "--style", "apa")
    first, second = run.out.strip().split("\n\n")
    assert "(2031, October 23)" in first
    assert "(2031, May 6)" in second
    assert first.count("\n(") == second.count("\n(") == 1


def test_an_article_in_which_two_records_have_a_name_is_cited_once(tmp_path: Path) -> None:
    records = """\
events:
  - {id: one, name: {zh: 要点}, evidence: [{paragraph: 1, anchor: 要点}]}
  - {id: two, name: {zh: 要点}, evidence: [{paragraph: 2, anchor: 要点}]}
"""
    model = tmp_path / "model.yaml"
    model.write_text(SMALLEST + records, encoding="utf-8")
    run = briefing("cite", "要点", "-a", str(model), "--lang", "en")
    assert run.out.count("Paper") == 1
    assert run.out.endswith(" 2031, paras. 1–2)\n")


@pytest.mark.parametrize(("ending", "style"), [(".bib", "bibtex"), (".ris", "ris")])
def test_the_ending_of_a_file_chooses_its_style(ending: str, style: str, tmp_path: Path) -> None:
    file = tmp_path / f"article{ending}"
    said = ("cite", "7", "--accessed", "2031-06-01")
    assert example(*said, "-o", str(file)).status == 0
    assert file.read_bytes() == example(*said, "--style", style).content
    example(*said, "-o", str(file), "--style", "apa")
    assert file.read_bytes() == example(*said, "--style", "apa").content
    example(*said, "-o", str(file), "-O", "json")
    assert len(json.loads(file.read_bytes())) == len(STYLES)


@pytest.mark.parametrize("form", ["text", "md", "html", "docx"])
@pytest.mark.parametrize(("lang", "style"), [("zh", "gbt7714"), ("en", "apa")])
def test_every_format_has_the_style_of_its_readers(
    form: str, lang: str, style: str, tmp_path: Path
) -> None:
    file = tmp_path / f"citation.{form}"
    said = ("cite", "7", "--accessed", "2031-06-01")
    assert example(*said, "--lang", lang, "-O", form, "-o", str(file)).status == 0
    shown = read_shown(file, form, lang)
    for each in ("gbt7714", "apa"):
        written = example(*said, "--style", each).out
        assert all(line in shown for line in written.splitlines()) == (each == style)


def read_shown(file: Path, form: str, lang: str) -> str:
    """Return what a file shows to a reader of a language."""
    if form == "docx":
        return "\n".join(one.text for one in docx.Document(str(file)).paragraphs)
    text = file.read_text(encoding="utf-8")
    if form != "html":
        return text
    assert f'data-start="{lang}"' in text or f'data-lang="{lang}"' in text
    (section,) = re.findall(f'<section class="verbatim for-{lang}".*?</section>', text, re.S)
    return html.unescape(re.sub("<[^>]*>", "", section))


def test_the_date_of_access_is_today_by_default() -> None:
    before = datetime.date.today()
    citation = example("cite", "--style", "gbt7714-2015").out
    assert any(f"[{day}]" in citation for day in (before, datetime.date.today()))
    wrong = example("cite", "--accessed", "yesterday")
    assert (wrong.status, wrong.out) == (2, "")


def test_several_articles_are_one_bibliography(smallest: str) -> None:
    run = example("cite", "--style", "csl-json", "-a", smallest)
    assert [item["id"] for item in json.loads(run.out)] == ["smallest", "qingchuan-2031-05-06"]
    entries = parse_string(example("cite", "--style", "bibtex", "-a", smallest).out, "bibtex")
    assert list(entries.entries) == ["smallest", "qingchuan-2031-05-06"]
    assert len(example("cite", "--lang", "zh", "-a", smallest).out.splitlines()) == 2


def test_an_export_has_every_style_in_every_language() -> None:
    args = ("cite", "tea", "--accessed", "2031-06-01", "--export", "json")
    records = json.loads(example(*args).out)
    assert [record["style"] for record in records] == list(STYLES)
    assert {(record["article"], record["id"]) for record in records} == {
        ("qingchuan-2031-05-06", "tea")
    }
    assert all(record["paragraphs"] == [7] for record in records)
    assert example(*args, "--lang", "zh").out == example(*args, "--lang", "en").out
    (one,) = json.loads(example(*args, "--style", "apa").out)
    assert one == records[2]


def test_a_whole_article_has_no_id_and_no_paragraphs() -> None:
    (record,) = json.loads(example("cite", "--style", "gbt7714", "--export", "json").out)
    assert (record["id"], record["paragraphs"]) == (None, [])
    rows = example("cite", "--export", "csv").out
    assert rows.startswith("article,id,style,citation,paragraphs,attribution\n")


def test_markdown_has_the_citation_in_a_code_block() -> None:
    run = briefing("cite", "--style", "bibtex", "--export", "md")
    assert run.out.startswith("# Citation\n\n```\n@misc{")
    assert "\n}\n```\n" in run.out


def test_the_error_for_an_unknown_style_lists_the_styles() -> None:
    assert f"there are: {', '.join(STYLES)}" in briefing("cite", "--style", "mla").err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_only_citations_are_written_to_a_file_of_citations(lang: str, tmp_path: Path) -> None:
    file = tmp_path / "figures.bib"
    run = example("figures", "-o", str(file), "--lang", lang)
    assert (run.status, run.out, file.exists()) == (2, "", False)
    assert "briefing cite -o" in run.err


@pytest.mark.parametrize("name", ["others", "and"])
def test_a_reporter_called_by_a_word_of_bibtex_is_no_word(tmp_path: Path, name: str) -> None:
    model = tmp_path / "model.yaml"
    named = f"published: 2031-05-06\n  reporters: [{{zh: {name}}}]"
    model.write_text(SMALLEST.replace("published: 2031-05-06", named), encoding="utf-8")
    run = briefing("cite", "--style", "bibtex", "-a", str(model))
    assert f"author = {{{{{name}}}}}" in run.out
