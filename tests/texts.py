"""The characters that tests make texts of."""

from hypothesis import strategies as st

MIXED = "阳泉市京津冀“”（）《》，。、；abcXYZ-–—…12.5% é\u0301\u200b\U0001f600ｆ"
"""Characters of every width, and those before or after which no line may break."""

READABLE = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs"),
    exclude_characters="\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    "\ufffe\uffff",
)
"""The characters that a model may hold."""
