"""What a memo claims, and what became of it."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from briefing.model.article import Article
from briefing.model.parts import Bilingual
from briefing.model.records import Record

Status = Literal["borne_out", "contradicted", "unknown"]
Kind = Literal["number", "date", "name", "post", "quotation", "stage", "statement"]
BORNE_OUT: Status = "borne_out"
CONTRADICTED: Status = "contradicted"
UNKNOWN: Status = "unknown"


class Says(NamedTuple):
    """What a model or text says where a memo says something else.

    ``what`` is what is told of the ``record``: its ``value``, ``name``, ``posts``, ``stage`` or
    ``places``; or ``date``, ``words`` or ``clause``, which are the ``text``: a code of a period,
    the words that stand where others are quoted, or the clause of the text that tells the rest.
    ``names`` are those of the places, and a
    ``side`` is where the record lies on the map.
    """

    what: Literal["value", "name", "posts", "stage", "places", "date", "words", "clause", "side"]
    record: Record | None = None
    text: str = ""
    names: tuple[Bilingual, ...] = ()


class Found(NamedTuple):
    """One claim of a sentence at ``start`` to ``end`` of it, with what is said of it.

    ``article`` and ``record`` bear it out or contradict it, in ``paragraph``; ``says`` is what they
    say instead.
    """

    start: int
    end: int
    kind: Kind
    status: Status
    article: Article | None = None
    record: Record | None = None
    paragraph: int | None = None
    says: Says | None = None


def list_proved(found: Iterable[Found]) -> set[tuple[str, int]]:
    """Return the paragraphs, by article and number, that bear out numbers, dates and quotations."""
    return {
        (one.article.source.id, one.paragraph)
        for one in found
        if one.status == BORNE_OUT and one.kind in ("number", "date", "quotation")
        if one.article and one.paragraph
    }


def without_doubles(found: list[Found]) -> list[Found]:
    """Return findings without those that say less of the same words: the worst is kept.

    Of several as bad as each other it is the one that tells what stands instead, or where.
    """
    order = {CONTRADICTED: 0, UNKNOWN: 1, BORNE_OUT: 2}
    kept: dict[tuple[int, int, str], Found] = {}
    wrong: list[Found] = []
    for one in sorted(
        found, key=lambda each: (order[each.status], not each.says, not each.article)
    ):
        key = one.start, one.end, one.kind
        inside = one.kind == "number" and any(
            other.start <= one.start and one.end <= other.end for other in wrong
        )
        if key not in kept and not inside:
            kept[key] = one
            if one.kind in ("name", "quotation") and one.status == CONTRADICTED:
                wrong.append(one)
    return sorted(kept.values(), key=lambda each: each.start)


def once_a_spot(found: list[Found]) -> list[Found]:
    """Return findings of which no two that are in doubt have words in common.

    The worst is kept, and of several as bad as each other what tells more.
    """

    def rank(one: Found) -> tuple[bool, bool, int]:
        return one.status != CONTRADICTED, one.says is None, one.start - one.end

    kept: list[Found] = []
    for one in sorted((one for one in found if one.status != BORNE_OUT), key=rank):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    chosen = set(map(id, kept))
    return [one for one in found if one.status == BORNE_OUT or id(one) in chosen]


class Claim(NamedTuple):
    """One claim of a memo: where it stands in the file, its words, and what became of it.

    ``line`` and ``column`` count from 1; in a Word document, lines are paragraphs.
    ``article`` and ``record`` are ids, ``paragraph`` the number of the source's paragraph.
    ``start`` and ``end`` are offsets in the memo's line of the index ``row``.
    """

    line: int
    column: int
    text: str
    kind: Kind
    status: Status
    article: str | None
    record: str | None
    paragraph: int | None
    says: Says | None
    row: int
    start: int
    end: int
