"""Full-width letters, digits and marks, which a Chinese keyboard types for those of ASCII."""

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def narrow(text: str) -> str:
    """Return a text with ASCII in the place of its full-width forms.

    >>> narrow("２０２２：ＧＤＰ")
    '2022:GDP'
    """
    return text.translate(_NARROW)
