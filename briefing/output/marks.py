"""How the paragraphs that bear a statement out are written behind it."""

from collections.abc import Iterable


def marks(paragraphs: Iterable[int]) -> str:
    """Paragraph marks; those of neighbours are drawn together.

    >>> marks((5, 12, 13, 14))
    '¶5 ¶12–14'
    """
    runs: list[list[int]] = []
    for number in paragraphs:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(f"¶{run[0]}" + (f"–{run[-1]}" if len(run) > 1 else "") for run in runs)
