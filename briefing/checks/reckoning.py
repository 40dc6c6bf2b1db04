"""Which words of a text of ours tell of reckoning, by which what is worked out is a proof.

A word that stands in other words is none there: 计 of 设计, 不 of 不锈钢.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_LEFT_OVER = (
    "[余剩还尚]|其[他它余]|未(?!来)|非(?![常洲])|不(?![足到超断锈少仅])|(?<![减至不缺])少(?![数年])"
)
"""Chinese words of what is left, or is not so."""
_UNDONE = (
    r"un(?!it|i[fv]|der|prece|riv|paral|expect|plan)\w+ed"
    r"|un(?:met|paid|sold|done|spent|built|bought|sown|fit|taken|fulfilled|known|able)"
)
"""English words of what has not been done."""

_TOTAL = re.compile(
    r"\b(?:total\w*|all|altogether|together|combined|overall|sum|plus|both|between them"
    r"|(?:dead|killed|hurt|injured|missing) or (?:dead|missing|hurt|injured|wounded)"
    r"|(?:bottom line|profit|earnings|result)s? improved|swing|swung|turn(?:ed )?around|turnaround"
    r"|of which)\b|[共总]|[难亡伤踪联]或|合(?![作同格理法资])|(?<![设预统估审会])计(?![划算量])"
    "|全(?![年省市县区国州])|其中|多出|扭亏",
    re.I,
)
"""What tells that a number is a sum."""

_APART = re.compile(
    r"\b(?:more|fewer|less|ahead|remain\w*|rest|other|yet|still|not|outstanding|short|to go"
    rf"|{_UNDONE}|all but|except|bar|climb\w*|rose|moved|up|down|margin|by|places"
    r"|points|gap|difference|second (?:phase|stage|batch)|below|above|better|worse|higher|lower"
    r"|works? out|worked out|faster|slower|sooner|longer|shorter|off|save\w*)\b"
    rf"|{_LEFT_OVER}|[差降升快慢移退]|多(?![年种样元])"
    r"|(?:(?<![提新])高|低)(?=[出于了约近逾\d])|更[高低]|[长短](?=[了约近\d])|进(?=[了\d])",
    re.I,
)
"""What tells that a number is what is left, or how far two are apart."""

_REST = re.compile(
    r"\b(?:remain\w*|rest|other\w*|yet|still|not|outstanding|short|fail\w*|without|all but"
    rf"|{_UNDONE}"
    r"|lack\w*|outside|away|to go|no more)\b|n't\b"
    rf"|\b(?:left|else)\b|{_LEFT_OVER}|没"
    "|(?:另|[以之除])外|外地|[县市省区]外|空[缺白置]",
    re.I,
)
"""What tells that a share is what another one leaves of a hundred per cent."""

_LEFT = re.compile(
    r"\b(?:of what|as (?:long|much|many)|of the (?:time|earlier|previous|levels?))\b|原[来先有]"
)
"""What tells that a share is what is left after a fall."""

_PASSED = re.compile(r"\b(?:pass(?:ed|es)?|qualif\w+|succe\w+|surviv\w+)\b|合格|达标", re.I)
"""What tells that a share of some things is that of those which have not failed."""

_BEYOND = re.compile(r"\b(?:beat|exceed|surpass|above|over|beyond|more)|[超多]|高[出于]", re.I)
"""What tells that a share is one by which a plan or an earlier level is exceeded."""

_EARLIER = re.compile(
    r"\b(?:runner-?up|behind|earlier|before|previous(?:ly)?|prior|last|had|ago|start|beginning|first"
    r"|H1|Q[1-3]|second"
    r"|20\d\d|from|was|were|usual\w*|normal\w*|ordinary|typical\w*|average\w*|overall|against"
    r"|compared|warning|urban|national\w*|provincial|city-?wide)\b"
    "|[上去前初原]|城[镇市区乡]|(?<![今全本当])年|[亚季]军|第[二三]|平[均日时常]|推算|保证水位|警戒|往[常年]|此前|同期|季度",
    re.I,
)
"""What tells that a number is of another time, or of what something is compared with."""

_WHOLE = re.compile(
    r"\b(?:total|whole|target\w*|full|design\w*|overall|all|goal|capacity|budget\w*|plan\w*|sought"
    r"|impl\w+|length|population|registered)\b|[总全目标计共]|设计",
    re.I,
)
"""What tells that a number is the whole of which the evidence tells a share."""

_EACH = re.compile(r"\b(?:per|each|every|groups? of|average\w*|apiece|mean)\b|[每均]", re.I)
"""What tells that an amount is for each of some things."""


class Wording(NamedTuple):
    """Of which ways of reckoning the words of a text tell.

    A number may be a sum (`total`), how far two are `apart`, the `rest` of a whole, what is `left`
    after a fall, of those that have `passed`, by how much something goes `beyond`, of something
    `earlier`, the `whole` of a
    share, or for `each` of some things. `direction` is that in which the number is told to go.
    """

    total: bool
    apart: bool
    rest: bool
    left: bool
    passed: bool
    beyond: bool
    earlier: bool
    whole: bool
    each: bool
    direction: str = ""


@lru_cache(maxsize=1024)  # each number of a text asks for it
def read_wording(text: str) -> Wording:
    """Return of which ways of reckoning a text tells.

    >>> read_wording("All told, 48 firms").total, read_wording("据统计有48家").total
    (True, False)
    """
    return Wording(
        total=_TOTAL.search(text) is not None,
        apart=_APART.search(text) is not None,
        rest=_REST.search(text) is not None,
        left=_LEFT.search(text) is not None,
        passed=_PASSED.search(text) is not None,
        beyond=_BEYOND.search(text) is not None,
        earlier=_EARLIER.search(text) is not None,
        whole=_WHOLE.search(text) is not None,
        each=_EACH.search(text) is not None,
    )
