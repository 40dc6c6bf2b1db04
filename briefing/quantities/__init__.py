"""Quantities in Chinese and English text: amounts, counts, dates, ranks and ranges.

`scan` and `scan_paragraph` return `Quantity` records. The scanner is imported when one of the three
is first used, so that a program that only needs the names of units or months does not pay for it.
"""

from typing import TYPE_CHECKING

__all__ = ["Quantity", "scan", "scan_paragraph"]

if TYPE_CHECKING:
    from briefing.quantities.scanner import Quantity, scan, scan_paragraph
else:

    def __getattr__(name: str) -> object:
        """Import the scanner when one of its names is first used."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from briefing.quantities import scanner

        globals().update({public: getattr(scanner, public) for public in __all__})
        return globals()[name]
