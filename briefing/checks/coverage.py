"""The rules on what of the source must be in the model: quantities, quoted terms, people."""

import re
from collections.abc import Iterator

from briefing.checks.case import Case, Finding

_TERM = re.compile("“([^”]{1,20})”|‘([^’]{1,20})’")
_SENTENCE = re.compile("[，。；！？：,;!?:]")
# The commonest family names: a post before a name and a verb of speech after it do the rest.
_FAMILY = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文闫"
)
_SPEAKER = re.compile(
    f"[任记长县省席裁员理](?P<name>[{_FAMILY}][\u4e00-\u9fff]{{1,2}}?)"
    "(?:告诉|表示|介绍|认为|指出|强调|坦言|说|对|时|，)"
)


def quantity_not_covered(case: Case) -> Iterator[Finding]:
    """A quantity of the source is under no record's anchor there, nor waived with a reason."""
    for paragraph in case.source.paragraphs:
        for quantity in case.quantities.get(paragraph.number, ()):
            span = (quantity.offset, quantity.offset + len(quantity.text))
            if quantity.kind != "name" and not case.covers(paragraph.number, *span):
                message = f"{quantity.text!r} is in no record and not waived"
                yield Finding(message, None, paragraph, quantity.offset)


def term_not_covered(case: Case) -> Iterator[Finding]:
    """A quoted term of the source touches no record's anchor there, nor is it waived."""
    for paragraph in case.source.paragraphs:
        for match in _TERM.finditer(paragraph.text):
            term = match[1] or match[2]
            if not _SENTENCE.search(term) and not case.touches(paragraph.number, *match.span()):
                message = f"the term {term!r} is in no record and not waived"
                yield Finding(message, None, paragraph, match.start())


def person_not_covered(case: Case) -> Iterator[Finding]:
    """A person whom the source quotes by name and post is no record's, nor waived."""
    for paragraph in case.source.paragraphs:
        for match in _SPEAKER.finditer(paragraph.text):
            if not case.touches(paragraph.number, *match.span("name")):
                message = f"{match['name']!r} is in no record and not waived"
                yield Finding(message, None, paragraph, match.start("name"))
