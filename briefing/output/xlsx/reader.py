"""The words of a workbook, in the language of its reader."""

from collections.abc import Iterable, Sequence
from typing import Any

from briefing.document import ArticleLinks, Lang, Links, Phrase
from briefing.model.sections import SECTIONS
from briefing.words import catalogue
from briefing.words.values import join

_OTHERWISE = {"ignore": "ignored"}
"""The fields that are called otherwise in the catalogue."""


class Reader:
    """Who reads a workbook: the language, and what the articles call their records."""

    def __init__(self, lang: Lang, links: Links | None) -> None:
        self.lang = lang
        self.articles: dict[str, ArticleLinks] = dict(links.articles) if links else {}

    def say(self, words: Phrase) -> str:
        """Return a phrase as one text; one that is not in the reader's language is given as it is.

        A phrase may have both languages although one of them was asked for.
        """
        if self.lang == "both":
            return words.joined(" / ")
        first, other = (words.en, words.zh) if self.lang == "en" else (words.zh, words.en)
        return first or other or ""

    def list(self, phrases: Iterable[Phrase]) -> str:
        """Return several phrases one after another, with the separator of the language."""
        found = list(phrases)
        if self.lang == "both":
            return self.say(join(found, "、", ", ")) if found else ""
        return ("、" if self.lang == "zh" else ", ").join(map(self.say, found))

    def heading(self, key: str) -> str:
        """Return what stands over the column or on the tab of a field or section."""
        return self.say(catalogue.heading(key, self.lang))

    def heading_in(self, what: Phrase, language: str) -> str:
        """Return a heading for the column that has the texts of one of two languages."""
        return self.say(catalogue.fill(f"column.{language}", self.lang, what=what))

    def tab(self, section: str) -> str:
        """Return what stands on the tab of a section; parts are called otherwise than in a card."""
        if f"sheet.{section}" in catalogue.catalogue():
            return self.say(catalogue.phrase(*catalogue.texts(f"sheet.{section}"), self.lang))
        return self.heading(_OTHERWISE.get(section, section))

    def source_heading(self, field: str) -> Phrase:
        """Return what stands over a field of a source, which may have a name of its own there."""
        own = f"source.{field}"
        known = f"heading.{own}" in catalogue.catalogue()
        return catalogue.heading(own if known else field, "both")

    def title_of(self, section: str, otherwise: str) -> Phrase:
        """Return what one record of a section is called, to stand over the column of its titles.

        For what is no section of records, it is the heading of ``otherwise``.
        """
        if section in SECTIONS and SECTIONS[section].has_records:
            return Phrase(*SECTIONS[section].one)
        return catalogue.heading(otherwise, "both")

    def separator(self) -> str:
        """Return what stands between the texts of a list, which may have commas in them."""
        return "; " if self.lang == "en" else "；"

    def name(self, article: str, id_: str) -> Phrase:
        """Return what a record is called, or its id where nothing is known of it."""
        known = self.articles.get(article)
        return (known and known.called.get(id_)) or Phrase(id_)

    def names(self, article: str, ids: Sequence[str]) -> str:
        """Return what some records are called, one after another."""
        return self.list(self.name(article, one) for one in ids)

    def article(self, article: str) -> str:
        """Return what an article is called in short."""
        known = self.articles.get(article)
        return self.say(known.name) if known else article

    def text(self, value: Any, language: str | None = None) -> str:
        """Return a plain bilingual text in one language, or in that of the reader.

        English that is lacking is Chinese, but for a column of its own.
        """
        if not value:
            return ""
        if language:
            return value.get(language) or ""
        return self.say(Phrase(value.get("zh"), value.get("en")))
