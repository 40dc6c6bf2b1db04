"""What belongs to a record: its parts as a tree, and the records that point at it, by section."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefing.document import Lang, Line, Node, Phrase, Tree
from briefing.model.records import Figure, Place, Project, Record
from briefing.shelf.library import Hit
from briefing.shelf.references import Reference, find_references, is_headline, list_parts_of
from briefing.views.claims import remark_reach
from briefing.views.common import say_with_id
from briefing.words.catalogue import fill, heading, label, say
from briefing.words.values import join, quantity

_PLAIN = ("about", "place", "places")
"""The fields in which any record may name another; of one that does, nothing more is told."""
_APART = ("part_of", "said_by")
"""The fields whose records are shown as parts of a record, and as what it says."""


class Branch(NamedTuple):
    """The records of one section that point at a record.

    ``more`` is the command that lists all of them, if there is one.
    """

    title: Phrase
    lines: tuple[Line, ...]
    more: str | None = None


def list_branches(hit: Hit[Record], lang: Lang, full: bool) -> Iterator[Branch]:
    """Yield what points at a record, section by section.

    Figures that are only numerals in names are left out, unless all is wanted in ``full``.
    """
    if is_headline(hit):
        yield Branch(heading("summary", lang), (Line(heading("headline", lang)),))
    found: dict[str, list[Reference]] = {}
    for one in find_references(hit):
        only_a_name = getattr(one.hit.record, "in_name", False) and not full
        if not set(one.fields) <= set(_APART) and not only_a_name:
            found.setdefault(one.hit.section.name, []).append(one)
    for name, references in found.items():
        references.sort(key=lambda one: "places" not in one.fields)  # its own come first
        section = references[0].hit.section
        lines = tuple(_line(one, lang) for one in references)
        listed = isinstance(hit.record, Place) and section.help and section.concerns_places
        more = f"briefing {name} --city {hit.record.id}" if listed else None
        yield Branch(heading(name, lang), lines, more)


def _line(one: Reference, lang: Lang) -> Line:
    """Return a record with its id, and in which role it names the other."""
    record = one.hit.record
    title = say_with_id(record.title, record.id, lang)
    if isinstance(record, Figure):
        title = quantity(record, lang).labelled(say(record.title, lang)).remarked(Phrase(record.id))
    told = set(_PLAIN).isdisjoint(one.fields)
    roles = [
        fill(f"reference.{field}", lang) for field in one.fields if told and field not in _APART
    ]
    remark = join(roles, "、", ", ") if roles else None
    return Line(title, record.evidence, remark)


def draw_branches(found: Sequence[Branch], lang: Lang, cap: int | None, more: str) -> Tree:
    """Return the records that point at a record; of long lists the rest is counted.

    ``more`` is the command that shows all where a section has none of its own.
    """
    roots = tuple(
        Node(one.title, lines=cut(one.lines, cap, one.more or more, lang)) for one in found
    )
    return Tree(heading("referenced_by", lang), roots)


def draw_parts(hit: Hit[Record], lang: Lang, cap: int | None, more: str) -> Tree | None:
    """Return the parts of a record as a tree, each with its stage, if it has any."""
    held = list_parts_of(hit)
    if not held:
        return None
    deep = cap is None or sum(1 + len(list_parts_of(one)) for one in held) <= 3 * cap
    shown = held if cap is None or len(held) <= cap + 1 else held[:cap]
    nodes = [_node(one, lang, deep=deep) for one in shown]
    if rest := len(held) - len(shown):
        nodes.append(Node(_more(rest, more, lang)))
    title = "parts" if isinstance(hit.record, Place) else "parts_of_it"
    return Tree(heading(title, lang), tuple(nodes))


def _node(hit: Hit[Record], lang: Lang, *, deep: bool) -> Node:
    record: Any = hit.record
    remark = (
        label(record.status, lang) if isinstance(record, Project) else remark_reach(record, lang)
    )
    return Node(
        say(record.title, lang),
        (remark,) if remark else (),
        record.id,
        children=tuple(_node(one, lang, deep=True) for one in list_parts_of(hit)) if deep else (),
        evidence=record.evidence,
    )


def cut(lines: tuple[Line, ...], cap: int | None, more: str, lang: Lang) -> tuple[Line, ...]:
    """Return the first lines of a list, and in a last one how many more there are, and where.

    ``cap`` is how many are shown, all for ``None``; where only one more would be left, it is shown.
    """
    if cap is None or len(lines) <= cap + 1:
        return lines
    return (*lines[:cap], Line(_more(len(lines) - cap, more, lang)))


def _more(number: int, command: str, lang: Lang) -> Phrase:
    return fill("more", lang, number=Phrase(str(number)), command=Phrase(command))
