"""Words of an article that claims rest on, each with what rests on it."""

from typing import NamedTuple

from briefing.document.text import Phrase


class Resting(NamedTuple):
    """A record that rests on some words, or has a part that does, and who says so.

    ``said_by`` is empty where the article itself says it, and nothing where nobody says anything,
    because a name is no claim. The summary of the article has no ``id``.
    """

    id: str
    said_by: Phrase | None


class Passage(NamedTuple):
    """Words of a paragraph that claims rest on, and what they say in English word for word."""

    paragraph: int
    anchor: str
    literal: str | None
    resting: tuple[Resting, ...]
