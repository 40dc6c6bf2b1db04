"""The rows of the tables that a package of data has besides those of the sections.

Each class says which columns a table has. An id is that of a record in the table ``records``, in
which every article also has a row for its summary.
"""

from briefing.model.parts import Bilingual, Digest, Id, ParagraphNumber, Part, Words

SUMMARY = "@summary"
"""What stands for the id of an article's summary, which has none; no record can be called so."""


class Indexed(Part, frozen=True, kw_only=True):
    """A record of an article: its section, and what it is called."""

    article: Id
    id: Words
    section: Words
    title: Bilingual


class Placed(Part, frozen=True, kw_only=True):
    """What stands in a ``record`` of a ``section``, or else in a part of it.

    That is the row at that ``position`` in the table of that ``part``. Of a table whose rows are
    numbered, ``position`` is the number.
    """

    article: Id
    number: int
    section: Words
    record: Words
    part: Words | None
    position: int | None


class Named(Placed, frozen=True, kw_only=True):
    """A record that a field of another names; ``item`` is the place in a list of ids."""

    field: Words
    item: int
    target: Words


class Rested(Placed, frozen=True, kw_only=True):
    """An anchor that a row of another table rests on.

    ``rendering`` is what the anchor says in English. The offsets are in code points from 0:
    ``start`` from that of the paragraph, ``paragraph_start`` from that of the text.
    """

    paragraph: ParagraphNumber
    anchor: Words
    rendering: Words | None
    paragraph_start: int | None
    start: int | None


class Digested(Part, frozen=True, kw_only=True):
    """A paragraph of the text that an article was modelled from."""

    article: Id
    paragraph: ParagraphNumber
    sha256: Digest
