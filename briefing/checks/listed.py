"""Numbers of our own prose that count the things of a list in the text: 甲大桥、乙大桥通车."""

import re
from collections.abc import Iterator

from briefing.checks.context import ProofContext
from briefing.checks.judging import Judged
from briefing.checks.meaning import count_meant
from briefing.checks.once import once
from briefing.checks.sentences import is_counted, read_sentences
from briefing.model.forms import pairs_of
from briefing.model.parts import Evidence
from briefing.names.glosses import LONGEST, by_beginning, find_alike, meanings_of_word
from briefing.names.joints import JOINT
from briefing.names.stems import root

_FEWEST, _MOST = 2, 9
"""So many things at least and at most are counted by who reads their list."""
_CLAUSE = re.compile("[^，。；：！？（）()]+")
_JOINT = re.compile(JOINT)
_GOES_ON = re.compile(
    "[已均都也正在就同共全双先相]|[通获签启竣投][车航水电批约用产工入]|[开完建运][通放业工成诊学行营馆]|同时|揭牌|落[户成地]|亮相"
)
"""How what is told of a list begins right behind its last thing: 乙大桥通车, but not 乙大桥引桥."""
_OPEN = re.compile("[未不没无拟将除非停撤拆限]|计划|预计|规划|关闭|以外|开工")
"""What in a clause may keep what it lists from being what our prose tells of."""
_NEW = re.compile("(?:新[建增]?|在建)?的?")
"""What may stand in Chinese between a number and what it counts."""
_NOUN = re.compile(r" (?:[a-z-]+ ){0,3}?([a-z]{3,}s)\b")
"""An English number and the noun in the plural behind it: two new sections."""


def counts_listed(context: ProofContext, said: Judged) -> bool:
    """Return whether a number counts the things of a whole list that its evidence has.

    All things of the list are called by the word that our prose has for them. No 等 tells that
    there are more, and the evidence itself counts none.
    """
    values = {one.value for one in said.number.readings}
    if not values & set(range(_FEWEST, _MOST + 1)):
        return False
    evidence = said.proofs
    return any(
        len(items) in values
        and any(
            _is_list_of(items, word, said) and not is_counted(context, evidence, word)
            for word in _list_nouns(said, items)
        )
        for items in _list_items(context, evidence)
    )


@once
def _list_items(context: ProofContext, evidence: tuple[Evidence, ...]) -> list[list[str]]:
    """Return the parts of each clause that names several things in the sentences of anchors."""
    clauses = (one for text in read_sentences(context, evidence) for one in _CLAUSE.findall(text))
    listed = (_JOINT.split(one) for one in clauses if not _OPEN.search(one))
    return [items for items in listed if _FEWEST <= len(items) <= _MOST and all(items)]


def _list_nouns(said: Judged, items: list[str]) -> Iterator[str]:
    """Yield the Chinese words that may be what a number counts, of those of a list."""
    first = items[0]
    ends = [first[-size:] for size in range(1, min(LONGEST, len(first) - 1) + 1)]
    if said.path[-1] == "zh":
        skipped = _NEW.match(said.text, said.number.end)
        at = skipped.end() if skipped else said.number.end
        yield from (one for one in ends if said.text.startswith(one, at))
        yield from (one for one in ends if said.number.words.endswith(one))
    elif noun := _NOUN.match(said.text, said.number.end):
        word = root(noun[1])
        yield from (one for one in ends if find_alike(word, by_beginning(meanings_of_word(one))))


def _is_list_of(items: list[str], word: str, said: Judged) -> bool:
    """Return whether each part of a clause ends in a word, and ours tells what goes on behind."""
    *others, last = items
    rest = last[last.find(word, 1) + len(word) :]
    if word not in last[1:] or (rest and not _GOES_ON.match(rest)):
        return False
    is_told = not rest or (
        pairs_of(rest) & pairs_of(said.text)
        if said.path[-1] == "zh"
        else count_meant(said.text, rest)
    )
    return bool(is_told) and all(one.endswith(word) and len(one) > len(word) for one in others)
