"""What runs of numerals in Chinese names spell."""

from briefing.quantities import numerals

_LONE = {"双": 2} | dict.fromkeys("首率争抢人先初早", 1)
_LONGEST_NUMERAL = 100  # characters; what is longer is read as no number


def read_spelled(run: str) -> list[int | float]:
    """Return what a run of numerals spells: its value, or those of its parts (十四五: 14, 5)."""
    folded = numerals.fold(run)
    found: list[int | float] = []
    at = 0
    while at < len(run):
        numeral = numerals.read(folded[at : at + _LONGEST_NUMERAL], 0)
        value = numeral.value() if numeral else None
        if numeral is None or value is None:
            found += [_LONE[run[at]]] if run[at] in _LONE else []
            at += 1
        else:
            found.append(value)
            # 十四五 reads as fourteen or fifteen; in a name its last numeral stands alone.
            at += numeral.end if numeral.high is None else numeral.end - 1
    return found
