"""Which texts a spreadsheet might run instead of showing them."""

from unicodedata import normalize

_SIGNS = "=+-@"
_BREAKS = ("\t", "\r", "\n")


def may_be_formula(text: str) -> bool:
    r"""Return whether a spreadsheet might take a text for a formula.

    Some take a sign of another width for the sign, and some pass over blanks and line breaks, as
    the list of the Open Worldwide Application Security Project for CSV injection has it.

    >>> may_be_formula("＝1+1"), may_be_formula(" @x"), may_be_formula("\t1"), may_be_formula("a=1")
    (True, True, True, False)
    """
    first = normalize("NFKC", text.lstrip()[:1])
    return text.startswith(_BREAKS) or first[:1] in (*_SIGNS,)
