"""Long names of a memo that begin as no known one does, but go on as one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from briefing.verifying.inverting import invert
from briefing.verifying.naming.likeness import PROPER
from briefing.verifying.naming.naming import Entry, Names
from briefing.verifying.naming.standing import Standing
from briefing.verifying.naming.strangers import Near

PRECEDES = re.compile("(?:^|[，。；：、“”《》（）()\\s在与和及对从由到据是为])$")
_HAN = re.compile("[\u3400-\u9fff]")
_ORDINARY = re.compile(
    "[谈说提看讲][到及]|[关对至][于]|针对|围绕|根据|按照|随着|其中|包括|目前|[今去明]年|还有|以及|推[进动]"
    "|建设|打造|加快|支持|由于|因为|通过|利用|借助|依托|位于|来自|[作成]为|[同均都也皆]属|属于|隶属|列[入为]|跻身|走进|进入|融入|对接|服务|面向|这[些个]|该[项市县]|[全本]|当地"
)
"""Words that stand before a name, and are no head of it."""
_AREA = re.compile("[全我本][国省市县区州]")
"""How a name may begin that is told without it as well: 全国粮食产销平衡区."""
_HEAD = 2
_BEGINNING = 6
"""A name is looked for by so many characters behind its head, which a long one has."""


class Heads:
    """Finds long names that stand in sentences but for their first two characters."""

    def __init__(self, names: Names, standing: Standing) -> None:
        self._names = names
        self._standing = standing

    def find(self, text: str, taken: list[tuple[int, int]]) -> list[Near]:
        """Return the names that a text has with another head, in the order of the names."""
        found: list[tuple[int, Near]] = []
        for rest, at in self._find_rests(text):
            start = at - _HEAD
            if any(first < at + 3 < last and last - first > 4 for first, last in taken):
                continue
            if not all(map(_HAN.match, text[start:at])) or not PRECEDES.search(text[:start]):
                continue
            if _ORDINARY.match(text, start):
                continue
            heads = self._standing.heads_of(rest)
            if len(heads) > 1:
                continue  # it is told without its beginning, too
            for order, name, entries in self._long[rest]:
                known = name[:_HEAD]
                if _AREA.fullmatch(known):
                    continue
                if heads <= {known} and all(map(str.__ne__, text[start:at], known)):
                    found.append((order, Near(start, start + len(name), tuple(entries), name)))
        return [near for _, near in sorted(found, key=lambda one: one[0])]

    def _find_rests(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield what follows the heads of long names, where it stands first in a text."""
        seen = set()
        for at in range(_HEAD, len(text) - _BEGINNING + 1):
            for rest in self._by_beginning.get(text[at : at + _BEGINNING], ()):
                if rest not in seen and text.startswith(rest, at):
                    seen.add(rest)
                    yield rest, at

    @cached_property
    def _long(self) -> dict[str, list[tuple[int, str, list[Entry]]]]:
        """The long names with their places in the order of all, by what follows their heads."""
        found: dict[str, list[tuple[int, str, list[Entry]]]] = defaultdict(list)
        for order, (name, entries) in enumerate(self._names.chinese.items()):
            if len(name) >= _HEAD + _BEGINNING and any(
                isinstance(one.record, PROPER) for one in entries
            ):
                found[name[_HEAD:]].append((order, name, entries))
        return found

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        """What follows the heads of long names, by how it begins."""
        return invert((rest, [rest[:_BEGINNING]]) for rest in self._long)
