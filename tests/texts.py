"""The characters that tests make texts of."""

from hypothesis import strategies as st

MIXED = "阳泉市京津冀“”（）《》，。、；abcXYZ-–—…12.5% é\u0301\u200b\U0001f600ｆ"
"""Characters of every width, and those before or after which no line may break."""

READABLE = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Zl", "Zp"),
    exclude_characters="\u061c\u200e\u200f\ufffe\uffff"
    + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xE0000, 0xE0080)))),
)
"""The characters that a model may hold."""
