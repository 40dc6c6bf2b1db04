"""Counties with a name of one character, as English calls them: Lin County is 临县."""

import re
from collections.abc import Callable, Iterator

from briefing.names.pinyin import fold_pinyin, readings
from briefing.verifying.naming.standing import divisions
from briefing.verifying.naming.strangers import Near, touches

_ENGLISH = re.compile(r"\b([A-Z][a-zü]{1,5}) County\b")
_CHINESE = re.compile("[\u3400-\u9fff]县")


def unknown_counties(
    text: str, taken: list[tuple[int, int]], chinese: str, is_known: Callable[[str], bool]
) -> Iterator[Near]:
    """Yield such counties that are real, and of which none with the same spelling ``is_known``.

    What stands in some Chinese may be spelt as a real county is, and be none.
    """
    for found in _ENGLISH.finditer(text):
        spelt = fold_pinyin(found[1]).lower().replace("ü", "u")
        counties = divisions().get(f"{spelt}xian", ())
        if not counties or touches(*found.span(), taken) or any(map(is_known, counties)):
            continue
        invented = set(_CHINESE.findall(chinese)).difference(counties)
        if not any(spelt in map(fold_pinyin, readings(one[0])) for one in invented):
            yield Near(*found.span())
