"""Text with links: of names to their records, and of paragraph marks to the words they rest on."""

import re
from collections.abc import Iterable, Iterator
from copy import copy

from markupsafe import Markup, escape

from briefing.document import ArticleLinks, Line, Links, Passage, Proof, Ref, marks
from briefing.output.html.element import EMPTY, SPACE, element, join
from briefing.output.html.naming import NameFinder
from briefing.output.html.text import CHINESE, TextWriter

_ID_BEHIND = re.compile(r"(?<=[（(])[a-z0-9-]+(?=[)）]$)")


class LinkWriter(TextWriter):
    """Writes text with links, and remembers what it has linked.

    ``wanted`` are the records that links lead to, and ``cited`` the passages, each by its article,
    its paragraph and its number there. What is written is taken to be of the ``article`` of the
    last statement that has evidence. A name of ``own``, the record that is written about, is not
    linked, nor is one of a record that is none of those ``known``, if these are given.
    """

    def __init__(self, links: Links | None) -> None:
        self._links = links
        self._articles = dict(links.articles) if links else {}
        self._finders = {name: NameFinder(one.names) for name, one in self._articles.items()}
        self._numbers = {
            (name, number, passage.anchor): at
            for name, one in self._articles.items()
            for number, passages in one.passages.items()
            for at, passage in enumerate(passages, 1)
        }
        self._written: dict[tuple[str, str], tuple[Markup, dict[Ref, None]]] = {}
        self.known: set[Ref] | None = None
        self._begin()

    def _begin(self) -> None:
        self.article = next(iter(self._articles.values()), None)
        self.own: Ref | None = None
        self.wanted: dict[Ref, None] = {}
        self.cited: dict[tuple[str, int, int], None] = {}

    def keep_to(self, known: set[Ref]) -> None:
        """Link from now on only what is of these records."""
        self.known = known
        self._written = {}

    def knows(self, ref: Ref) -> bool:
        """Return whether a record may be linked."""
        return self.known is None or ref in self.known

    def words(self, text: str) -> Markup:
        if self.article is None:
            return escape(text)
        if named := self.article.titles.get(text) or (text in self.article.ids and text):
            return self._name(text, named)
        article = self.article.id
        written = self._written.get((article, text))
        if written is None:
            written = self._written[article, text] = self._link_all(text, self.article)
        words, wanted = written
        if self.own in wanted:
            return join(self._pieces(text, self.article))
        self.wanted |= wanted
        return words

    def _link_all(self, text: str, article: ArticleLinks) -> tuple[Markup, dict[Ref, None]]:
        """Return words with a link for each name in them, and the records that these lead to.

        A page often says the same.
        """
        other = copy(self)
        other._begin()
        other.article = article
        words = join(other._pieces(text, article))
        return words, other.wanted

    def marks(self, line: Line) -> Markup:
        runs = marks(line.paragraphs).split()
        return join((self._mark(run, line.evidence) for run in runs), SPACE)

    def statement(self, line: Line) -> Markup:
        self.enter(line.evidence)
        return super().statement(line)

    def enter(self, evidence: Iterable[Proof]) -> None:
        """Take what is written next to be of the article that the evidence is of."""
        for proof in evidence:
            if found := self.home(proof):
                self.article = found
                return

    def home(self, proof: Proof) -> ArticleLinks | None:
        """Return the article that a proof is of, or nothing for one of no article."""
        name = self._links.home(proof) if self._links else None
        return self._articles[name] if name else None

    def address(self, article: str, name: str) -> str:
        """Return the id that stands for a name of an article on a page that may have several."""
        return name if len(self._articles) == 1 else f"{article}/{name}"

    def paragraph_address(self, article: ArticleLinks, number: int) -> str:
        """Return the id of a paragraph of an article; no record has the same."""
        name = f"p{number}"
        return self.address(article.id, f"{name}_" if name in article.ids else name)

    def passage_address(self, article: ArticleLinks, number: int, at: int) -> str:
        """Return the id of a passage of a paragraph, by its number there, from 1 on."""
        return f"{self.paragraph_address(article, number)}.{at}"

    def link(self, ref: Ref, text: Markup | str) -> Markup:
        """Return a link to a record, which the page must then have."""
        self.wanted[ref] = None
        return element("a", text, href=f"#{self.address(*ref)}")

    def _name(self, text: str, id_: str) -> Markup:
        assert self.article
        ref = Ref(self.article.id, id_)
        return self.link(ref, text) if ref != self.own and self.knows(ref) else escape(text)

    def _pieces(self, text: str, article: ArticleLinks) -> Iterator[Markup]:
        behind = _ID_BEHIND.search(text)
        if behind and behind[0] in article.ids:
            yield from self._pieces(text[: behind.start()], article)
            yield self._name(behind[0], behind[0])
            yield escape(text[behind.end() :])
            return
        for piece, id_ in self._finders[article.id].split(text):
            yield self._name(piece, id_) if id_ else escape(piece)

    def _mark(self, run: str, evidence: Iterable[Proof]) -> Markup:
        """Return the mark of a paragraph, or of several in a row, that opens what stands there."""
        first, _, last = run.removeprefix("¶").partition("–")
        numbers = range(int(first), int(last or first) + 1)
        proofs = [proof for proof in evidence if proof.paragraph in numbers]
        article = self.home(proofs[0])
        if article is None:
            return element("span", run, class_="mark")
        places = dict.fromkeys(
            (one.paragraph, self._numbers[article.id, one.paragraph, one.anchor]) for one in proofs
        )
        self.cited |= {(article.id, *place): None for place in places}
        return element(
            "a",
            run,
            href=f"#{self.paragraph_address(article, int(first))}",
            class_="mark",
            data_at=" ".join(self.passage_address(article, *place) for place in places),
        )


def render_anchor(passage: Passage) -> Markup:
    """Return the words of a passage, with what they say in English, the language around it."""
    words = element("q", passage.anchor, lang=CHINESE)
    literal = element("span", passage.literal, class_="literal") if passage.literal else EMPTY
    return join((words, literal), SPACE)
