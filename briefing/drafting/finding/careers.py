"""The posts that a sentence tells of somebody farther from the name: 王某……后任局长."""

import re

from briefing.drafting.finding.posts import Title, Titles

_LATER = re.compile(
    "(?:现任|历任|曾任|时任|兼任|，任|当选为?|并(?:决定)?为|决定为|担任了?|现为|(?:如今|现在)[是为]"
    "|(?<=，)[他她](?:在[^，。；：]{1,20})?(?:当|担任)[上起了]了?"
    "|入职[^，。；：]{2,14}[做任当]"
    "|(?:成长|成长发展|锻炼)(?:成为|为)(?:了?一[名位个])?"
    "|(?<=，)(?:后来|最终|最后|又|并|也)?成为(?:了?一[名位个])?)"
)
_IS = ("为", "是", "一名", "一位", "一个")
_CALLING = re.compile("[他她](?:的|还有)(?:另?一个)?(?:职业|身份|职务|本职工作)(?:——|是|：)")
"""What leads to what somebody is who is named before: 缘于他的职业——."""
_AHEAD = re.compile("(?:[他她])?(?:先后|曾经?|历任|曾任|相继|曾先后)(?:[^，。]{0,4}?担任过?|任)?")
"""How a sentence begins that tells the posts of somebody whom it names behind them."""


def find_later(titles: Titles, start: int, stop: int) -> list[Title]:
    """Return the posts that the words between two offsets give to who is named before them."""
    text = titles.text
    wishes = text.find("祝贺", start, stop) + 1 or stop + 1  # on what somebody else became
    found: list[Title] = []
    for later in _LATER.finditer(text, start, min(stop, wishes - 1)):
        find = titles.find_told if later[0].endswith(_IS) else titles.find_after
        found += find(later.end(), stop)
    for calling in _CALLING.finditer(text, start, stop):
        found += titles.find_told(calling.end(), stop)
    return found


def find_ahead(titles: Titles, start: int, at: int) -> list[Title]:
    """Return the posts with which a sentence begins that names their holder behind a comma.

    >>> text = "先后担任设计员、项目经理等职，王某始终在一线。"
    >>> [one.text for one in find_ahead(Titles(text), 0, text.index("王"))]
    ['设计员', '项目经理']
    """
    ahead = _AHEAD.match(titles.text, start, at)
    return titles.find_after(ahead.end(), at) if ahead else []
