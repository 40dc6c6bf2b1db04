"""Whether words that end like the name of works are a common noun: 第一座控制性枢纽工程."""

import re

_COUNTED = re.compile(
    "(?:[\\d一二两三四五六七八九十百千万亿几多数每各]余?|[新多])[条座个家所批支项台处号栋张]$|[多各每所]$"
)
"""What stands before a common noun: 十二条生产线."""
_COUNTS = re.compile(
    "\\d[\\d.,]*+(?![年月日时])|[一二两三四五六七八九十百几多]+余?[条座个家所批项处公万]|[们里内外旁边容]"
)
"""What stands behind one: 农村公路213公里."""
_MEASURED = re.compile("[\\d.]+(?:公里|千米|米|[条座个家所批支项台处号])")
"""How a common noun may begin: 28公里公路."""
_TAKES_PART = re.compile("(?:共同|联合|合作)?(?:合办|共建|合作|合建|承担|牵头|负责|签[约订署下])")
"""What stands behind the name of a body that has a part in a project."""
_GOES_ON = re.compile("(?:经济|产业|旅游|发展)?(?:带|走廊|经济区|示范区)")
"""What stands behind words that are only the beginning of the name of an area."""
_GOAL = re.compile("(?:全国|国际|世界|区域|一流|重要|知名|领先)[^，。—]{0,10}$")
"""What before a name says that it is what a place is to become."""
_WHAT_IT_IS = re.compile("(?:这|也|还|又|均|都|就)是[^，。；]{0,18}的$")
"""What before a common noun says what kind of work a named one is: 这是国家布局的调水工程."""
_KIND = (
    "(?:[\u4e00-\u9fff]{0,4}?(?:跨[江河湖海境]){1,2}(?:通道|大桥|隧道|工程)|[水陆海]路骨干(?:工程|通道)"
    "|(?:沿[江河湖海边线]|内陆|内河|边境|水运|公路|铁路|陆路|航空)(?:口岸|港口|码头|枢纽|通道))"
)
_OF_KIND = re.compile(f"{_KIND}(?:[和与及]{_KIND})?")
"""A kind of works, and none of them: 沿边口岸."""
_VAGUE = ("区域", "全国", "国际", "世界", "一流", "重要", "现代", "国家")
"""How the name of what a place is to become begins, which nobody builds: 区域性先进制造中心."""
_NEAR = 20


def is_common(text: str, start: int, end: int, is_strong: bool) -> bool:
    """Return whether words beside a name of works say that it is a common noun, or of an office.

    Where it ``is_strong``, it ends like works alone.
    """
    counted = _COUNTED.search(text, max(0, start - _NEAR), start) or _COUNTS.match(text, end)
    counted = counted or _MEASURED.match(text, start, end)
    counted = counted or _GOAL.search(text, max(0, start - _NEAR), start)
    is_kind = _WHAT_IT_IS.search(text, max(0, start - _NEAR), start)
    if is_kind or text.startswith(("——", "之一"), end):
        return True
    if _GOES_ON.match(text, end) or _OF_KIND.fullmatch(text, start, end):
        return True
    if _TAKES_PART.match(text, end) and not is_strong:
        return True
    return bool(counted) or (text[end - 1] in "心港地" and text.startswith(_VAGUE, start))
