"""The rules on what of the source must be in the model: quantities, quoted terms, people."""

import re
from collections.abc import Iterator

from briefing.checks.context import ProofContext
from briefing.checks.registry import source_rule
from briefing.problem import Finding, message

_TERM = re.compile("“([^”]{1,20})”|‘([^’]{1,20})’")
_HALVES = ("上半年", "下半年")
"""Dates that need not be covered: without a year they only say when something is told of."""

_CLAUSE_MARK = re.compile("[，。；！？：,;!?:]")
# The commonest family names; a post before a name and a verb of speech after it do the rest.
_FAMILY = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文闫"
)
_SPEAKER = re.compile(
    f"[任记长县省席裁员理](?P<name>[{_FAMILY}][\u4e00-\u9fff]{{1,2}}?)"
    "(?:告诉|表示|介绍|认为|指出|强调|坦言|说|对|时|，)"
)


@source_rule()
def quantity_not_covered(context: ProofContext) -> Iterator[Finding]:
    """A quantity of the source is under no record's anchor there, nor waived with a reason.

    上半年 or 下半年 without a year need not be covered.

    Passes:
        # 上半年谋划项目24项。
        waived: [{paragraph: 2, text: 24项, reason: {zh: 无关}}]
    Fails:
        # 项目24项。
        waived: []
    """
    for paragraph in context.source.paragraphs:
        for quantity in context.quantities.get(paragraph.number, ()):
            span = (quantity.offset, quantity.offset + len(quantity.text))
            open_half = quantity.text in _HALVES and quantity.resolved
            if (
                quantity.kind != "name"
                and not open_half
                and not context.is_fully_covered(paragraph.number, *span)
            ):
                found = message("quantity-not-covered", text=quantity.text)
                yield Finding(found, place=paragraph.place(quantity.offset))


@source_rule()
def term_not_covered(context: ProofContext) -> Iterator[Finding]:
    """A quoted term of the source touches no record's anchor there, nor is it waived.

    Passes:
        # 建设“两园”。
        waived: [{paragraph: 2, text: “两园”, reason: {zh: 园区名}}]
    Fails:
        # 建设“两园”。
        waived: []
    """
    for paragraph in context.source.paragraphs:
        for match in _TERM.finditer(paragraph.text):
            term = match[1] or match[2]
            if _CLAUSE_MARK.search(term):
                continue
            if not context.is_partly_covered(paragraph.number, *match.span()):
                found = message("term-not-covered", text=term)
                yield Finding(found, place=paragraph.place(match.start()))


@source_rule()
def person_not_covered(context: ProofContext) -> Iterator[Finding]:
    """A person whom the source quotes by name and post is no record's, nor waived.

    Passes:
        # 市长王某表示，码头开工了。
        people: [{id: mayor, name: {zh: 王某}, evidence: [{paragraph: 2, anchor: 市长王某}]}]
    Fails:
        # 市长王某表示，码头开工了。
        people: []
    """
    for paragraph in context.source.paragraphs:
        for match in _SPEAKER.finditer(paragraph.text):
            if not context.is_partly_covered(paragraph.number, *match.span("name")):
                found = message("person-not-covered", name=match["name"])
                yield Finding(found, place=paragraph.place(match.start("name")))
