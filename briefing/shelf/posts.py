"""A post that a search asks for, and the posts that there are where no record has that one."""

from collections.abc import Iterable, Iterator

from briefing.model.records import Person
from briefing.shelf.index import Index
from briefing.shelf.pages import Page, Text, level
from briefing.shelf.query import Word
from briefing.shelf.synonyms import find_synonyms, list_words_for_posts
from briefing.shelf.wordpatterns import is_han


def find_missing_post(index: Index, words: Iterable[Word]) -> str | None:
    """Return the post that some words ask for and that stands nowhere, in no word for it."""
    for word in words:
        for post in _list_asked(level(word.text).strip()):
            if not any(map(index.find, (post, *find_synonyms(post)))):
                return post
    return None


def _list_asked(text: str) -> Iterator[str]:
    """Yield the posts in a word of a query; Chinese is written without blanks between words."""
    if is_han(text):
        found = (one for one in list_words_for_posts() if one in text)
        yield from sorted(found, key=lambda one: (-len(one), one))
    elif text in list_words_for_posts():
        yield text


def list_posts(pages: Iterable[Page]) -> Iterator[tuple[Page, list[Text]]]:
    """Yield the people who have posts, each with the texts of these."""
    for page in pages:
        if isinstance(page.hit.record, Person):
            told = [one for one in page.texts if one.field == "posts" and one.lang]
            if told:
                yield page, told
