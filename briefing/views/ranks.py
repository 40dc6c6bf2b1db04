"""A claim that a screen about a place may tell, and how soon it is told; what is chosen of them."""

from enum import IntEnum, auto
from typing import Any, NamedTuple

from briefing.model.records import Strategy

DEPTH = 2
"""How many strategies a claim may stand under."""


class Rank(IntEnum):
    """What is told first where there is not room for all."""

    HEADLINE_ROLE = auto()
    GIVEN_ROLE = auto()
    PERSON = auto()
    PROJECT = auto()
    KEY_FIGURE = auto()
    FIRST_OF_STAGE = auto()
    BRANCH = auto()
    TAKEAWAY = auto()
    STRATEGY = auto()
    FIRST_PART = auto()
    PART = auto()
    ROLE = auto()
    FIGURE = auto()
    FIRST_MEASURE = auto()
    LISTED_PROJECT = auto()
    MEASURE = auto()
    PROJECT_OF_STRATEGY = auto()
    EVENT = auto()
    LISTED = auto()
    TIE = auto()
    POSITION = auto()
    WIDER = auto()


class Ranked(NamedTuple):
    """A claim that may be told, and the strategies that it stands under, outermost first.

    ``group`` is where a screen tells it: at its stage, or with the other claims of its kind.
    ``turn`` is its place among those of its rank, so that each strategy gets a first measure before
    any gets a second.
    """

    rank: Rank
    turn: int
    group: str
    path: tuple[Strategy, ...]
    claim: Any


class Choice(NamedTuple):
    """The claims to tell of a place, in the order of the model, and those there is no room for."""

    told: tuple[Ranked, ...]
    left_out: tuple[Ranked, ...]


ROLES, EVENTS, FIGURES, PEOPLE = "roles", "events", "figures", "people"
WIDER, TIES = "wider", "links"
