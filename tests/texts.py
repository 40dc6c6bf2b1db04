"""The characters that tests make texts of."""

import re

from hypothesis import strategies as st

from briefing.model.yamlfile import HIDDEN

MIXED = "阳泉市京津冀“”（）《》，。、；abcXYZ-–—…12.5% é\u0301\u200b\U0001f600ｆ"
"""Characters of every width, and those before or after which no line may break."""

UNSEEN = "\xad\u034f\u061c\u115f\u1160\u180e\u3164\ufeff\uffa0" + "".join(
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xE0000, 0xE007F))
    for code in range(first, last + 1)
)
"""Characters that a reader does not see."""

READABLE = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Zl", "Zp"),
    exclude_characters="\ufffe\uffff" + UNSEEN,
).filter(lambda one: not re.search(HIDDEN, one))
"""The characters that a model may hold."""
