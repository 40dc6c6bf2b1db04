"""The rules on numbers and dates: each is read again from its evidence."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec import Struct

from briefing.model import Article, Bilingual, Evidence, Figure
from briefing.quantities import Quantity, scan_paragraph
from briefing.references import Path
from briefing.source import prose
from briefing.source.case import Case, Finding
from briefing.walk import parts


def figure_differs(case: Case) -> Iterator[Finding]:
    """A figure's value, unit or qualifier is not what its anchor says, read again."""
    for index, figure in enumerate(case.article.figures):
        path = ("figures", index)
        readings = _readings(case, figure)
        if not readings:
            yield Finding(f"no quantity can be read in {figure.text!r}", (*path, "text"))
            continue
        wrong = [_differences(figure, reading) for reading in readings]
        if all(wrong):
            for field, said in min(wrong, key=len).items():
                message = f"{field} {getattr(figure, field)!r}, but the anchor says {said!r}"
                yield Finding(message, (*path, field))


class Reading(NamedTuple):
    """What an anchor says of a figure."""

    value: Any
    value_to: Any
    unit: str | None
    qualifier: str


def _readings(case: Case, figure: Figure) -> list[Reading]:
    """The quantities under a figure's anchors that its text is about, read again."""
    found = []
    for proof in figure.evidence:
        anchors = case.occurrences(proof.paragraph, proof.anchor)
        for first, last in case.occurrences(proof.paragraph, figure.text):
            # Neither lies over itself: the first anchor that ends behind it is the one to ask.
            at = bisect_right(anchors, first, key=lambda one: one[1])
            if at < len(anchors) and anchors[at][0] < last:
                found += [
                    _reading(quantity)
                    for quantity in case.within(proof.paragraph, first, last)
                    if quantity.kind != "name"
                ]
    return found or _in_name(figure.text)


def _reading(quantity: Quantity) -> Reading:
    low, high = quantity.value, None
    if isinstance(quantity.value, list):
        low, high = quantity.value[0], quantity.value[-1]
    qualifier = "rank" if quantity.kind == "rank" else quantity.qualifier
    return Reading(low, high, quantity.unit, qualifier)


def _in_name(text: str) -> list[Reading]:
    """A count within a name, as 两翼: the scanner takes 两翼 for a word."""
    for quantity in scan_paragraph(text):
        if quantity.kind != "name":
            return [_reading(quantity)]
    numeral = re.match("[〇零一二两双三四五六七八九十]", text)
    if numeral:
        return [Reading(prose.spelled(numeral[0])[0], None, text[1:] or None, "exact")]
    return []


def _differences(figure: Figure, reading: Reading) -> dict[str, Any]:
    return {
        field: said for field, said in reading._asdict().items() if getattr(figure, field) != said
    }


def date_differs(case: Case) -> Iterator[Finding]:
    """A date is not one that the record's anchors say, or the publication's not in the source."""
    for section in ("events", "projects"):
        for index, record in enumerate(getattr(case.article, section)):
            if record.date is None:
                continue
            read = [quantity for proof in record.evidence for quantity in case.under(proof)]
            dates = {
                value
                for quantity in read
                for value in prose.values(quantity)
                if quantity.kind == "date"
            }
            if record.date.isoformat() not in dates:
                said = ", ".join(sorted(map(str, dates))) or "no date"
                message = f"date {record.date.isoformat()}, but the anchors say {said}"
                yield Finding(message, (section, index, "date"))
    published = case.article.source.published.replace(tzinfo=None).isoformat()
    written = {
        str(value)
        for quantities in case.quantities.values()
        for quantity in quantities
        if quantity.kind == "date" and not quantity.resolved
        for value in prose.values(quantity)
    }
    days = (value for value in written if len(value) >= len("2022-03-21"))
    if not any(published.startswith(value) for value in days):
        yield Finding(f"the source does not say {published}", ("source", "published"))


def number_unproved(case: Case) -> Iterator[Finding]:
    """A number in our own prose, in either language, is none that the evidence holds.

    The evidence is the record's own, and the figures that it is about or that are about it. It is
    the same thing that must be counted: five years bear out no five strategies. A name in
    quotation marks with a numeral in it must be the source's.
    """
    figures = {figure.id: figure for figure in case.article.figures}
    about: dict[str, list[Figure]] = {}
    for figure in case.article.figures:
        for name in figure.about:
            about.setdefault(name, []).append(figure)
    for path, part, proofs in _proved(case.article):
        linked = [figures[name] for name in getattr(part, "about", ()) if name in figures]
        linked += about.get(getattr(part, "id", ""), [])
        for text_path, text in _texts(part, path):
            evidence = [*proofs, *(proof for figure in linked for proof in figure.evidence)]
            known = {pair for proof in evidence for pair in _held(case, proof)}
            for lang, read in (("zh", prose.in_chinese), ("en", prose.in_english)):
                for number in read(getattr(text, lang) or "", case.date):
                    if number.quoted:
                        proved = any(number.words in one.text for one in case.source.paragraphs)
                    else:
                        proved = prose.bears_out(number, known)
                    if not proved:
                        message = f"{number.words!r} is in none of the evidence"
                        yield Finding(message, (*text_path, lang))


def _held(case: Case, proof: Evidence) -> set[tuple[prose.Value, str | None]]:
    """The numbers of an anchor: as it reads alone, and as it reads where it stands."""
    standing = {
        (value, quantity.unit)
        for quantity in case.under(proof)
        if quantity.text in proof.anchor and quantity.kind != "name"
        for value in prose.values(quantity)
    }
    return standing | prose.held(proof.anchor, case.date)


def _proved(article: Article) -> Iterator[tuple[Path, Struct, list[Evidence]]]:
    """Every part of the model that has texts of ours, with all evidence that may bear it out."""
    outer: dict[Path, list[Evidence]] = {}
    for path, part in parts(article):
        if hasattr(part, "evidence"):
            above = [proofs for other, proofs in outer.items() if other == path[: len(other)]]
            outer[path] = list(part.evidence)
            own = [proof for _, proof in parts(part) if isinstance(proof, Evidence)]
            yield path, part, own + [proof for proofs in above for proof in proofs]


def _texts(part: Struct, path: Path) -> Iterator[tuple[Path, Bilingual]]:
    """The texts that a part holds itself, not those of parts with evidence of their own."""
    for name in part.__struct_fields__:
        value = getattr(part, name)
        for index, item in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            if isinstance(item, Bilingual):
                yield (*path, name) if index is None else (*path, name, index), item
