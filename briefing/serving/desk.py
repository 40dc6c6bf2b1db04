"""What a server has read when it starts; afterwards it opens no file."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.document import Lang
from briefing.model.folders import list_shelf
from briefing.model.reading import Inspected, inspect_models
from briefing.model.text import SourceText, read_own_text, read_text
from briefing.problem import BriefingError, Status, message
from briefing.shelf.library import Library, make_library


class Desk(NamedTuple):
    """The articles, their models as they were read, and their texts by the articles' ids.

    ``lang`` is the language to answer in where a question names none.
    """

    library: Library
    inspected: Sequence[Inspected]
    texts: dict[str, SourceText]
    lang: Lang


def open_desk(models: Iterable[str], source: str | None, lang: Lang) -> Desk:
    """Read models, and their source texts as far as they are at hand.

    ``source`` is the file of the only article's text. Without it, the texts that the models name
    are read where they are there. Raises :class:`BriefingError` where something cannot be read, and
    for a ``source`` of several articles.
    """
    inspected = inspect_models(list_shelf(models))
    library = make_library(inspected)
    if source is not None and len(library.articles) != 1:
        one_text = message("usage.one-text", count=len(library.articles))
        raise BriefingError(one_text, status=Status.USAGE)
    texts = {}
    for article in library.articles:
        model = library.files[article.source.id]
        if text := read_text(source) if source else read_own_text(model, article):
            texts[article.source.id] = text
    return Desk(library, inspected, texts, lang)
