"""Finds where English prose tells that crops are grown or animals raised, which is no increase."""

import re
from functools import lru_cache

_NUMBER = r"(?:[a-z]+ ){0,3}?[\d.,]*\d(?: (?:thousand|million|billion))?"
_AREA = r"(?:mu|ha|hectares?|acres?|square (?:kilomet(?:re|er)|mile)s?)\b"
_MASS = r"(?:tonnes?|tons?|t|kg|kilogram(?:me)?s?|kilos?|jin|catties)\b"
_ANIMALS = (
    r"(?:head|pigs?|hogs?|cattle|cows?|yaks?|sheep|goats?|camels?|horses|donkeys|deer|chickens"
    r"|hens|ducks|geese|birds|poultry|rabbits|bees?|silkworms?|fish|shrimps?|crabs)\b"
)
_OBJECT = r"(?: (?!(?:by|to|at|from|in|on|and|but|or|up|faster|slower)\b|[a-z]+ly\b)[a-z'’-]+){1,4}"
_GROWN = re.compile(
    # is grown, are widely grown; of what has grown it is not told
    r"\b(?:is|are|was|were|be|being)(?: [a-z]+ly| also| now| mostly| still)? (?P<passive>grown)\b"
    # wolfberry grown on 30,000 hectares
    rf"|(?P<behind>\bgrown)(?= (?:on|across|over) {_NUMBER} {_AREA})"
    # grow cotton on 30,000 hectares
    rf"|(?P<on>\b(?:grows?|grew|growing))(?={_OBJECT} (?:on|across|over) {_NUMBER} {_AREA})"
    # grows 800,000 tonnes a year, raise 50,000 sheep
    rf"|(?P<mass>\b(?:grows?|grew|growing))(?= {_NUMBER} (?:{_MASS}|{_AREA})"
    r" (?:of\b|(?:a|each|every|per) (?:year|season)\b|annually\b))"
    # 30,000 hectares under tea
    rf"|{_AREA} (?P<land>under)(?= (?:(?:the )?(?:crops?|cultivation|glass|plastic|trees|plough)\b"
    r"|(?!(?:the|an?|its|their|last|that|this|those|what|one|target|plan|normal)\b)[a-z]+\b))"
    rf"|(?P<herd>\b(?:rais(?:es?|ed|ing)))(?= {_NUMBER} (?:[a-z]+ )?{_ANIMALS})",
    re.I,
)
_HAS = re.compile(r"\b(?:has|have|had|having|['’]ve)(?: [a-z]+)? $", re.I)
_GREW_ITSELF = re.compile(
    r"\b(?:output|production|harvests?|yields?|volumes?|areas?|acreage|plantings?|crops?|exports?"
    r"|imports?|sales|stocks?|consumption|demand|supply|capacity|figures?|totals?|number|intake"
    r"|purchases|shipments|deliveries|reserves)\b[^.;:!?]*$",
    re.I,
)
"""What may itself grow by so many tonnes, and grows none."""
_NEAR = 60


@lru_cache(maxsize=256)
def hide_grown(text: str) -> str:
    """Return an English text with low lines for the verbs by which crops and animals are grown.

    >>> hide_grown("It grows 5,000 tonnes of tea; output grew 5,000 tonnes a year")
    'It _____ 5,000 tonnes of tea; output grew 5,000 tonnes a year'
    """
    plain = list(text)
    for found in _GROWN.finditer(text):
        kind = found.lastgroup or ""
        start, end = found.span(kind)
        before = text[max(0, start - _NEAR) : start]
        itself = kind == "mass" and _GREW_ITSELF.search(before)
        if not itself and not (kind == "behind" and _HAS.search(before)):
            plain[start:end] = "_" * (end - start)
    return "".join(plain)
