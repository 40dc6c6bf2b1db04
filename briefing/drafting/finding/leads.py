"""What stands before the name of a work in one run, and is no part of it: 甲市启动乙丙工程."""

import re
from functools import cache

from briefing.drafting.finding.listing import last_match, strip_quotes
from briefing.names.tables import alternatives

_ITEM_NUMBER = re.compile(
    "[0-9]{1,2}(?:[．、)）]|\\.(?![0-9]))|[（(][0-9一二三四五六七八九十]{1,2}[)）]"
)
_BEFORE_NAME = re.compile(
    ".*(?:全长约?[\\d.]+公里|签下|签署|签订|承建|承接|投建|引进|合办的|[省市县区州]属|来到|走进|进入|一行[到赴]|调研|督查|察看|查看|视察|指导(?:[各当]?地方?)?(?:开展)?|助力"
    "|最[大高长深宽远早]的?(?:跨度)?(?:桥梁|隧道|水库|铁路|公路)?(?=[一-鿿]{3}))"
)
"""What may stand before a name in one run: who signed it, or whose it is."""
_INNER_VERB = re.compile(
    "(?:大力|积极|鼓励)发展|高度重视|(?:全面|正式|加快|加速|统筹|组织)*(?:启动(?![区器子])|开建|开工(?![率项])|实施|推进|进行(?:[0-9.]{1,12}(?:平方米|亩|公里))?|规范(?!化)|加快|展示(?![馆厅中基园区]))(?:建设)?(?![^“]{0,16}”|[工项][程目]|方案)"
)
"""A verb in what looks like a name, before which its subject stands: 甲市启动乙丙工程."""
_REST = re.compile(
    "(?<=[是，、])继(?=[一-鿿]{3})|自(?=[一-鿿]{4})(?![贡治流来动主然助行由强力愿驾学立制])|(?<=在)建段|(?<=以)[上下内外]|(?<=[该本此全我各])(?:省|市|县|区|州|旗|盟|镇|乡|村|园区|景区|港区|开发区)(?![场域级长容])"
)
"""The rest of words that point at a place, which no name begins with: 县 of 该县."""


def trim_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a name without the verbs before it and quotation marks around it."""
    if before := _BEFORE_NAME.match(text, start, end - 1):
        start = before.end()
    while lead := (
        name_leads().match(text, start, end)
        or _REST.match(text, start, end)
        or _ITEM_NUMBER.match(text, start, end)
    ):
        start = lead.end()
    if inner := last_match(_INNER_VERB, text, start + 2, end - 2):
        start = inner.end()
    return strip_quotes(text, start, end)


@cache
def name_leads() -> re.Pattern[str]:
    """Return the pattern of the verbs before the name of a project."""
    return re.compile(alternatives("project-lead"))
