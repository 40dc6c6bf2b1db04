"""Checking models: their reading, the rules, and their proof by the source text."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from briefing.checks.collecting import Collected
from briefing.checks.context import ProofContext
from briefing.checks.needs import count_needs
from briefing.checks.ownnumbers import has_long_texts, has_many_numbers
from briefing.checks.registry import RULES, Rule, arrange
from briefing.checks.report import Report, Share, Tally, sort_problems
from briefing.checks.rules import (
    aboutfigures,
    addresses,
    adjacent,
    anchors,
    areas,
    changes,
    claims,
    copied,
    coverage,
    exchanged,
    figures,
    hopes,
    kinds,
    labels,
    labelunits,
    names,
    notes,
    offices,
    owners,
    ownnames,
    ownposts,
    ownstages,
    ownwords,
    periods,
    places,
    posts,
    prose,
    referred,
    reversals,
    rivals,
    speakers,
    stages,
    statuses,
    strangers,
    structure,
    tellers,
    translated,
    values,
)
from briefing.model.article import Article
from briefing.model.folders import list_models
from briefing.model.mending import Mended
from briefing.model.reading import Inspected, inspect_models, refuse
from briefing.model.records import Figure
from briefing.model.text import SourceText, own_text, read_own_text, read_text
from briefing.problem import Finding, ModelError, Problem, message
from briefing.quantities.own_date import own_date

RULE_MODULES = (
    structure,
    values,
    addresses,
    claims,
    kinds,
    statuses,
    translated,
    anchors,
    copied,
    names,
    posts,
    referred,
    speakers,
    tellers,
    figures,
    changes,
    periods,
    places,
    adjacent,
    exchanged,
    rivals,
    aboutfigures,
    owners,
    labels,
    labelunits,
    stages,
    prose,
    hopes,
    areas,
    ownwords,
    ownnames,
    ownposts,
    ownstages,
    strangers,
    offices,
    reversals,
    coverage,
    notes,
)
"""The modules that register the rules when they are imported, in the order of the manual."""
arrange([module.__name__ for module in RULE_MODULES])

_ON_NAMES = (
    "source-name-not-found",
    "name-not-found",
    "spelling-differs",
    "place-spelling-differs",
)


def check(
    paths: Iterable[str] = (),
    source: str | None = None,
    each: Callable[[Sequence[str]], Iterable[str]] = iter,
    notes: bool = False,
) -> list[Report]:
    """Return a report on each model file, with every problem in it and in its source text.

    ``paths`` are files, or folders of them; without any, the shipped model is checked. ``each`` is
    given the files and yields them again, as something that shows progress does.

    ``source`` is the file of the source text. Where it is ``None``, the text that the model itself
    names is used, if it names one. Of a model in which something cannot be read, the rest is
    checked all the same, without a tally. A model that is no YAML has reading problems only.

    With ``notes`` a report also says what of the text no record names, though nothing is wrong with
    that.
    """
    inspected = inspect_models(each(list_models(paths)))
    text = read_once(source)
    return [report_on(one, text, notes) for one in inspected]


def read_once(source: str | None) -> str | SourceText | None:
    """Return the text of a file; where it cannot be read, the file, so that a report says why."""
    try:
        return read_text(source) if source is not None else None
    except ModelError:
        return source


class Examined(NamedTuple):
    """What a check of a model found, and the model beside its text, as far as there are both."""

    report: Report
    article: Article | None = None
    context: ProofContext | None = None


def examine(
    inspected: Inspected, source: str | SourceText | None = None, notes: bool = False
) -> Examined:
    """Return what there is to say of a model that was read; ``source`` is as :func:`check` has it.

    It may also be the text itself, if that was read before. Of a model with mistakes the article is
    what can be read of it.
    """
    if source is None:
        return _examine(inspected, partial(_own_text, inspected), notes)
    return _examine(inspected, lambda _: source, notes)


def report_on(
    inspected: Inspected, source: str | SourceText | None = None, notes: bool = False
) -> Report:
    """Return what there is to say of a model, and let go of what was worked out for it.

    The garbage collector rests while a command runs, and what a check has worked out holds itself:
    a few checks in a row would fill the memory.
    """
    examined = examine(inspected, source, notes)
    if examined.context:
        examined.context.forget()
    return examined.report


def examine_alone(inspected: Inspected, source: SourceText | None) -> Examined:
    """Return what there is to say of a model beside a text, or without any, and open no file."""
    return _examine(inspected, lambda _: source, notes=False)


def _examine(
    inspected: Inspected, choose: Callable[[Article], str | SourceText | None], notes: bool
) -> Examined:
    """Return what there is to say of a model; ``choose`` has its text, if there is one."""
    problems = list(inspected.problems)
    mended = inspected.mended() if inspected.article is None else None
    article = mended.article if mended else inspected.article
    if article is None:
        return Examined(Report(inspected.file, _arrange(inspected, problems)))
    collected = Collected(inspected, article, mended)
    for rule in RULES.values():
        if rule.on_model:
            collected.take(rule, rule.on_model(article))
    tally = context = None
    try:
        source = choose(article)
        if source is not None:
            text = source if isinstance(source, SourceText) else read_text(source)
            context = _context(inspected.file, article, text, mended)
            for rule in _rules_of(context):
                if rule.on_proof and (notes or not rule.note):
                    collected.take(rule, rule.on_proof(context), text.file)
            tally = None if mended or context.is_another_text else _tally(context, collected)
    except ModelError as error:
        problems += error.problems
    collected.settle(context)
    problems += collected.problems
    if mended is None:
        problems += collected.unused_entries()
    ignored = tuple(map(inspected.count_mark, collected.ignored))
    following = tuple(collected.following)
    arranged = _arrange(inspected, problems)
    report = Report(inspected.file, arranged, tally, ignored, following=following)
    return Examined(report, article, context)


def _arrange(inspected: Inspected, problems: Iterable[Problem]) -> list[Problem]:
    return sort_problems(inspected.file, map(inspected.count_mark, problems))


def _context(
    file: str, article: Article, source: SourceText, mended: Mended | None
) -> ProofContext:
    """Return an article beside its text; this tells the date where a wrong model does not.

    Raises :class:`ModelError`, which names the file of the model, where the model has longer texts,
    or more numbers in them, than are compared with its evidence.
    """
    date = None
    if mended and ("source", "published") in mended.stand_ins:
        date = own_date([paragraph.text for paragraph in source.paragraphs])
    unread = mended.evidence if mended else ()
    context = ProofContext(article, source, unread, date)
    if has_long_texts(context):
        raise refuse(file, message("too-large.model-texts"))
    if has_many_numbers(context):
        raise refuse(file, message("too-large.model-numbers"))
    return context


def _rules_of(context: ProofContext) -> list[Rule]:
    """Return the rules that say something of a text: of that of another article it is only one."""
    ignored = {one.code for one in context.article.ignore}
    if context.is_another_text and "anchor-not-found" not in ignored:
        return [RULES["anchor-not-found"]]
    return list(RULES.values())


def _own_text(inspected: Inspected, article: Article) -> str | SourceText | None:
    """Return the text that the model names, or its file where it is not there."""
    if article.source.text is None:
        return None
    try:
        return read_own_text(inspected.file, article) or own_text(inspected.file, article)
    except ModelError as error:
        at_field = [
            inspected.locate(Finding(one.message, ("source", "text")))
            if one.file == inspected.file
            else one
            for one in error.problems
        ]
        raise ModelError(at_field) from None


def _tally(context: ProofContext, collected: Collected) -> Tally:
    article = context.article
    # A record with several wrong fields counts once, but each date of the source by itself.
    wrong = {
        one.path if one.path[0] == "source" else one.path[:-1]
        for code in ("figure-differs", "date-differs")
        for one in collected.found.get(code, ())
    }
    # The dates of the paper and of the page are among the values.
    source = article.source
    dates = sum(
        getattr(source, field) is not None and field not in source.inferred
        for field in ("published", "republished")
    )
    values = len(article.of(Figure)) + len(list(figures.dated_records(article))) + dates
    standing = sum(
        bool(context.occurrences(proof.paragraph, proof.anchor)) for _, proof in context.anchors
    )
    compared = set(names.list_names(article))
    misnamed = {one.path[:-1] for code in _ON_NAMES for one in collected.found.get(code, ())}
    return Tally(
        records=sum(1 for _ in article.records()),
        anchors=Share(standing, len(context.anchors)),
        values=Share(values - len(wrong), values),
        names=Share(len(compared - misnamed), len(compared)),
        quantities=count_needs(context, "quantity"),
        terms=count_needs(context, "term"),
        people=count_needs(context, "person"),
    )


def unread(report: Report) -> list[Problem]:
    """Return why the model itself or its source text could not be read at all, if that is so."""
    return [
        one
        for one in report.problems
        if one.code in ("unreadable", "no-model")
        or (one.file != report.file and one.code not in {*RULES, "left-out"})
    ]
