"""What the claims of a document rest on and what they name, for a format that links the two."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from briefing.document.blocks import Block
from briefing.document.passages import Passage
from briefing.document.text import Phrase, Proof


class Ref(NamedTuple):
    """A record, by the id of its article and its own."""

    article: str
    id: str


class ArticleLinks(NamedTuple):
    """What can be linked in one article, whose records have the ``ids``.

    ``passages`` are those of each paragraph, in the order of the text as far as the model knows it.
    ``names`` are what people, places, organisations and terms are called in either language, with
    the ids of their records, and ``titles`` what all records are called, which is linked only where
    it stands alone; ``called`` has what each record is called in short, by its id.
    ``pointing`` has the ids of the records that name a record, by its id. ``address`` is that of
    the page that the article is from, if it is known.
    """

    id: str
    name: Phrase
    address: str | None
    ids: frozenset[str]
    passages: Mapping[int, Sequence[Passage]]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    called: Mapping[str, Phrase]
    pointing: Mapping[str, Sequence[str]]


class Links(NamedTuple):
    """What can be linked in some articles.

    ``articles`` are by their ids. ``home`` returns the id of the article that a proof is of, or
    nothing for one of no article. ``describe`` returns blocks that tell of some records.
    """

    articles: Mapping[str, ArticleLinks]
    home: Callable[[Proof], str | None]
    describe: Callable[[Iterable[Ref]], Sequence[Block]]
