"""Holds a memo against models and texts: every number, name, post, quotation and stage in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.folders import list_shelf
from briefing.model.reading import inspect_models, refuse
from briefing.model.text import SourceText, read_text
from briefing.problem import ModelError
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.bearing.alone import judge_alone
from briefing.verifying.bearing.authorities import judge_authorities
from briefing.verifying.bearing.bearers import Bearers
from briefing.verifying.bearing.denials import (
    judge_denials_of_told,
    judge_denied_turns,
    judge_left_out,
    judge_unwanted,
)
from briefing.verifying.bearing.shared import judge_shared
from briefing.verifying.bearing.statements import judge_statement
from briefing.verifying.bearing.subjects import judge_subjects
from briefing.verifying.bearing.topics import judge_topics
from briefing.verifying.claim import (
    BORNE_OUT,
    CONTRADICTED,
    UNKNOWN,
    Claim,
    Found,
    Says,
    once_a_spot,
    without_doubles,
)
from briefing.verifying.memo import Memo, read_memo
from briefing.verifying.naming.namesakes import Namesakes
from briefing.verifying.naming.naming import Mention, Names
from briefing.verifying.naming.nearly import NearNames
from briefing.verifying.naming.numbered import Numbered
from briefing.verifying.naming.posts import judge_posts
from briefing.verifying.naming.press import judge_page, judge_press
from briefing.verifying.naming.renderings import Renderings
from briefing.verifying.naming.replaced import Replaced
from briefing.verifying.naming.strangers import Near
from briefing.verifying.numbers.amounts import judge_numbers
from briefing.verifying.numbers.areas import judge_areas
from briefing.verifying.numbers.bare import judge_unnamed_shares
from briefing.verifying.numbers.comparing import judge_compared
from briefing.verifying.numbers.countables import judge_countables
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.moments import judge_relative_years
from briefing.verifying.numbers.periods import Periods, judge_halves_of_days
from briefing.verifying.sentences import Sentence, sentences_of
from briefing.verifying.showing import keep_whole, show_clause, without_echo
from briefing.verifying.sources import assign_texts, read_own_texts
from briefing.verifying.telling.altered import judge_altered
from briefing.verifying.telling.beyond import judge_beyond
from briefing.verifying.telling.categories import judge_categories
from briefing.verifying.telling.causes import judge_causes
from briefing.verifying.telling.contrary import (
    judge_directions,
    judge_lots,
    judge_opposites,
    judge_opposites_beside,
    judge_teller,
)
from briefing.verifying.telling.contrasts import (
    judge_denied,
    judge_plans_met,
    judge_strong,
    judge_unsupported,
    judge_wholes,
)
from briefing.verifying.telling.crossed import judge_crossed
from briefing.verifying.telling.directions import judge_ways
from briefing.verifying.telling.doing import (
    judge_deadlines,
    judge_done,
    judge_not_done,
    judge_sought,
)
from briefing.verifying.telling.exchanged import judge_exchanged
from briefing.verifying.telling.foremost import judge_foremost
from briefing.verifying.telling.lists import judge_lists, judge_one_of
from briefing.verifying.telling.masked import MaskedTexts
from briefing.verifying.telling.milestones import bear_out_stages, judge_held, judge_milestones
from briefing.verifying.telling.parted import judge_parted
from briefing.verifying.telling.parties import judge_owners, judge_parties
from briefing.verifying.telling.passages import Passages
from briefing.verifying.telling.projects import Projects
from briefing.verifying.telling.quotations import Sayings
from briefing.verifying.telling.ranks import judge_numbered, judge_ranks
from briefing.verifying.telling.slots import judge_slots, judge_visits
from briefing.verifying.telling.stages import judge_sites, judge_stages
from briefing.verifying.telling.telling import Tellings, judge_sides
from briefing.verifying.telling.together import Together
from briefing.verifying.telling.verbatim import Verbatim, bear_out


class Verified(NamedTuple):
    """A memo and what became of its claims, in the order in which they stand in it.

    ``has_texts`` tells whether the texts of all articles were there.
    """

    memo: Memo
    claims: tuple[Claim, ...]
    articles: tuple[Article, ...]
    has_texts: bool = True

    def count(self, status: str) -> int:
        """Return how many claims have a status."""
        return sum(one.status == status for one in self.claims)


def verify(
    draft: str, models: Iterable[str] = (), sources: Sequence[str] | None = None
) -> Verified:
    """Hold a memo against models, the shipped one by default, and against their texts.

    ``draft`` is the path of a memo in plain text, Markdown, HTML or Word, or ``-`` for standard
    input. ``sources`` are texts of the models; without them, those that the models name are read
    where they are there. Raises :class:`ModelError` where a file cannot be read.
    """
    files = list_shelf(models)
    inspected = inspect_models(files)
    wrong = [problem for one in inspected for problem in one.problems if not problem.warning]
    if wrong:
        raise ModelError(wrong)
    articles = [one.article for one in inspected if one.article]
    texts = (
        assign_texts([read_text(file) for file in sources], articles)
        if sources
        else read_own_texts(zip(files, articles, strict=True))
    )
    memo = read_memo(draft)
    if excess := memo.find_excess(texts.values()):
        raise refuse(draft, excess)
    return Verifier(articles, texts).verify(memo)


class Verifier:
    """Judges the claims of memos by some articles and their texts."""

    def __init__(self, articles: Sequence[Article], texts: dict[str, SourceText]) -> None:
        self._articles = tuple(articles)
        self._has_texts = all(one.source.id in texts for one in articles)
        self._names = Names(articles)
        self._near = NearNames(self._names, texts)
        self._renderings = Renderings(self._names, self._near.text)
        self._replaced = Replaced(self._names)
        self._namesakes = Namesakes(self._names, self._near.text)
        self._numbered = Numbered(self._near.text)
        self._facts = Facts(articles, self._names)
        self._sayings = Sayings(articles, texts)
        self._projects = Projects(articles)
        self._tellings = Tellings(articles)
        self._together = Together(articles, texts)
        self._passages = Passages(articles, texts)
        self._clauses = Clauses(articles, texts)
        self._bearers = Bearers(self._names, self._clauses)
        self._periods = Periods(articles, texts)
        self._masked = MaskedTexts(articles, texts)
        self._verbatim = Verbatim(articles, texts, self._masked)
        self._date = max(article.source.day for article in articles)

    def verify(self, memo: Memo) -> Verified:
        """Return what became of the claims of a memo."""
        claims: list[Claim] = []
        judged: dict[tuple[str, str, str], list[Found]] = {}  # cells of tables are often the same
        indexes = {id(line): index for index, line in enumerate(memo.lines)}
        for sentence in sentences_of(memo, self._date):
            index = indexes[id(sentence.cell or sentence.line)]
            key = sentence.text, sentence.before, sentence.heading
            if key not in judged:
                judged[key] = self.judge(sentence)
            claims += filter(None, (_claim(found, sentence, index) for found in judged[key]))
        claims.sort(key=lambda one: (one.row, one.start, one.end))
        return Verified(memo, tuple(claims), self._articles, self._has_texts)

    def judge(self, sentence: Sentence) -> list[Found]:
        """Return what became of the claims of a sentence."""
        mentions = self._names.find(sentence.text)
        if sentence.language == "en":
            mentions = self._renderings.find(sentence.text, mentions)
        if place := self._verbatim.find(sentence):  # nothing in it can be otherwise
            found = [
                *judge_numbers(sentence, mentions, self._facts, self._clauses),
                *self._periods.judge(sentence),
                *_judge_names(mentions, ()),
                *judge_posts(sentence, mentions),
                *judge_stages(sentence, mentions, self._projects),
                *self._sayings.judge(sentence, mentions),
            ]
            return bear_out(without_doubles(found), *place)
        clauses = self._clauses if self._may_tell(mentions) else Clauses((), {})
        near = self._near.find(
            sentence.text, mentions, sentence.language, is_title=sentence.is_title
        )
        if sentence.language == "en":
            near += self._replaced.find(sentence.text, mentions)
            near = self._renderings.mark_told(sentence.text, mentions, near)
        if not sentence.is_title:
            near += self._namesakes.find(sentence.text, mentions, near)
        found = [
            *judge_numbers(sentence, mentions, self._facts, self._clauses),
            *self._periods.judge(sentence),
            *_judge_names(mentions, near),
            *judge_posts(sentence, mentions),
            *judge_press(sentence, mentions, self._articles),
            *judge_page(sentence, mentions, self._articles),
            *judge_stages(sentence, mentions, self._projects),
            *judge_sites(sentence, mentions),
            *judge_owners(sentence, mentions),
            *judge_sides(sentence, mentions),
            *self._tellings.judge(sentence, mentions),
            *self._together.judge(sentence, mentions),
            *self._sayings.judge(sentence, mentions),
            *self._passages.judge(sentence),
            *judge_opposites(sentence, mentions, clauses),
            *judge_directions(sentence, mentions, clauses),
            *judge_relative_years(sentence, mentions, clauses),
            *judge_halves_of_days(sentence, clauses.texts),
            *judge_done(sentence, mentions, clauses),
            *judge_not_done(sentence, mentions, clauses),
            *judge_visits(sentence, mentions, clauses),
            *judge_wholes(sentence, mentions, clauses),
            *judge_denied(sentence, mentions, clauses),
            *judge_unsupported(sentence, mentions, clauses),
            *judge_strong(sentence, mentions, clauses),
            *judge_plans_met(sentence, mentions, clauses),
            *judge_milestones(sentence, mentions, clauses),
            *judge_parted(sentence, mentions, clauses),
            *judge_sought(sentence, mentions, clauses),
            *judge_numbered(sentence, mentions, clauses),
            *judge_lists(sentence, mentions, clauses),
            *judge_parties(sentence, mentions, clauses),
            *judge_denials_of_told(sentence, mentions, clauses),
            *judge_denied_turns(sentence, mentions, clauses),
            *judge_left_out(sentence, mentions, clauses),
            *judge_unwanted(sentence, mentions, clauses),
            *judge_alone(sentence, mentions, clauses),
            *judge_exchanged(sentence, mentions, clauses),
            *judge_crossed(sentence, clauses),
            *judge_categories(sentence, mentions, clauses),
            *judge_ways(sentence, mentions, clauses, self._names),
            *judge_one_of(sentence, mentions, clauses),
            *judge_beyond(sentence, mentions, clauses),
            *judge_deadlines(sentence, mentions, clauses),
            *self._passages.judge_speakers(sentence, mentions),
        ]
        found += judge_subjects(sentence, mentions, found, clauses, self._bearers)
        found += judge_countables(sentence, found, clauses)
        found += judge_shared(sentence, mentions, found, clauses, self._bearers)
        found = list(bear_out_stages(sentence, found, clauses))
        found += judge_held(sentence, found, clauses)
        found += judge_opposites_beside(sentence, mentions, found, clauses)
        found += judge_lots(sentence, found, clauses)
        found += judge_causes(sentence, found, clauses)
        found += judge_authorities(sentence, mentions, found, clauses)
        found += judge_unnamed_shares(sentence, found)
        found += judge_teller(sentence, mentions, found, clauses)
        found += judge_ranks(sentence, mentions, found, clauses)
        found += judge_slots(sentence, mentions, found, clauses, self._together)
        if all(one.status == BORNE_OUT for one in found):
            found += judge_topics(sentence, mentions, found, clauses, self._bearers)
        found = list(judge_areas(sentence, found, clauses))
        found = list(judge_foremost(sentence, mentions, found, self._facts, clauses))
        found += self._numbered.judge(sentence, found)
        found += judge_altered(sentence, mentions, self._masked, self._names)
        found = list(judge_compared(sentence, mentions, found, self._facts))
        found = found or [*judge_statement(sentence, clauses)]
        found = self._verbatim.doubt_numerals(sentence, without_doubles(found))
        found = [keep_whole(without_echo(one, mentions), sentence, mentions) for one in found]
        return [show_clause(one, sentence, clauses) for one in once_a_spot(found)]

    def _may_tell(self, mentions: list[Mention]) -> bool:
        """Return whether the texts may have what a sentence tells.

        They may not where it names what only an article without a text tells of.
        """
        named = [one for one in mentions if one.entries]
        if not named:
            return len(self._clauses.texts) == len(self._articles)
        return all(
            any(entry.article.source.id in self._clauses.texts for entry in one.entries)
            for one in named
        )


def _judge_names(mentions: Iterable[Mention], near: Iterable[Near]) -> Iterator[Found]:
    for mention in mentions:
        if mention.entries:
            article, record = mention.entries[0]
            at = record.evidence[0].paragraph
            yield Found(mention.start, mention.end, "name", BORNE_OUT, article, record, at)
        else:  # who published or wrote an article
            yield Found(mention.start, mention.end, "name", BORNE_OUT)
    for one in near:
        if one.like:
            article, record = one.like[0]
            says = Says("name", record)
            at = record.evidence[0].paragraph
            yield Found(one.start, one.end, "name", CONTRADICTED, article, record, at, says)
        else:
            yield Found(one.start, one.end, "name", BORNE_OUT if one.stands else UNKNOWN)


def _claim(found: Found, sentence: Sentence, index: int) -> Claim | None:
    """Return a claim of the memo, or None for one of a table's heads or without words."""
    words = sentence.text[found.start : found.end].rstrip(" ,.;")
    span = sentence.locate(found.start, found.start + len(words))
    if not span or not words.strip(" ,.;") or (sentence.line.is_head and found.kind != "name"):
        return None
    line, column = sentence.place(found.start)
    return Claim(
        line,
        column,
        sentence.cell.text[slice(*span)].strip() if sentence.cell else words,
        found.kind,
        found.status,
        found.article.source.id if found.article else None,
        found.record.id if found.record else None,
        found.paragraph,
        found.says,
        index,
        *span,
    )


def tally(claims: Iterable[Claim]) -> Counter[str]:
    """Return how many claims have each status."""
    return Counter(one.status for one in claims)
