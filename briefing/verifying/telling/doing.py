"""What a memo tells as done, won, due or not done, held against clauses that tell of the same."""

import re
from collections.abc import Collection, Iterator
from itertools import islice

from briefing.model.forms import pairs_of
from briefing.names.languages import compile_words
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import CLOSE, MOST_ASKED, Clauses
from briefing.verifying.aligning.support import count_words, doubt, list_words
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention, hide, list_projects
from briefing.verifying.numbers.kinds import is_ordinal
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.contrary import without_names

_UNDONE = re.compile(
    "推动|推进|打造成|建设成|未|没有|没能|还没|尚|计划|拟|谋划|争取|力争|将(?!军)|预计|停工|有待|仍处于|仍在"
    "|正在|正(?=加[紧快])|即将|就要|确保|促进|研究(?![院所员生])"
)
_DONE = re.compile(
    "已(?!谋划|列入|提出)|实现(?!路径)|完成(?!设计)|建成(?!后)|投产(?!后)|(?<!计划)投用|写[入进]|载入|是[^，。]{0,6}进入"
)


_MEANT = re.compile(
    "^(?:加快|大力|积极|着力)?(?:建设|打造|构建|培育|建立|形成)(?!了|完|成|起)|将(?=[为由要把对与])"
)
"""What tells of what is to be done, and may stand beside what has been."""
_IN_TIME = re.compile(
    "[0-9一二两三四五六七八九十]年内|年底前|到20[0-9]{2}年|力争|争取|促进|确保|推动|即将|就要"
)
"""What tells of the words behind it that they are still to come about."""


def _tells_done(words: str) -> bool:
    """Return whether a clause of a text tells something as done."""
    done = _DONE.search(words)
    return bool(done and not _IN_TIME.search(words[: done.start()]))


def judge_done(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield what is told as done, and as undone in all clauses that tell of the same."""
    names = [(one.start, one.end) for one in mentions]
    names += [(one.start, one.end) for one in sentence.numbers if is_ordinal(one)]
    text = hide(sentence.text, mentions)
    for done in sentence.pattern("already").finditer(sentence.text):
        own = text[slice(*sentence.clauses[sentence.clause_at(done.start())])]
        if sentence.has_amount(done.start(), names) or any(
            sentence.pattern(kind).search(own) for kind in ("aimed", "denies", "halted")
        ):
            continue
        alike = clauses.align_beyond_names(sentence, done.start(), mentions)
        bare = [(one, without_names(one.text, mentions)) for one in alike]
        if told := _find_undone(bare):
            yield doubt(*done.span(), "stage", told)


def _find_undone(alike: list[tuple[Clause, str]]) -> Clause | None:
    """Return the clause by which something is not done, of those alike with their words.

    The first one decides that tells of it. What is meant is not done where none tells it so.
    """
    for one, words in alike:
        if not _DONE.search(words) and _UNDONE.search(words):
            return one
        if _DONE.search(words):
            break
    if any(_tells_done(words) for _, words in alike):
        return None
    return next((one for one, words in alike if _MEANT.search(words) or _DONE.search(words)), None)


_NOT_DONE = {
    "zh": re.compile(
        "尚未|还未|仍未|并未|还没|(?:还|正|仍)在筹[建备]|尚待|有待|没有[一任](?=[项个款座条家处])|打算|正?在?谋划"
        "|预计将|(?:计划|拟)(?=[建在于])|有望"
    ),
    "en": re.compile(
        r"\b(?:(?:has|have|had|is|are|was|were) (?:still )?(?:not|yet to|still to)(?: yet)?"
        r"|(?:is|are|was|were) (?:still )?waiting (?:for|to)"
        r"|(?:is|are) (?:due |set |expected |scheduled )?to (?:be|go|open|start|begin|come|launch)"
        r"|(?:has|have) yet|(?:plans?|intends?|hopes?) to)\b"
        r"(?! (?:only|just|least|alone))",
        re.I,
    ),
}
_SURELY_DONE = re.compile(
    "已经?(?!谋划|列入|提出)|完成(?!设计)|建成(?!后)|实现(?!路径)|投产(?!后)|投[用运]|量产|竣工|通车"
    "|正式(?:上线|启动|启用|开通|运行|完工)"
)
_UNTOLD = re.compile("[难缺待]|无(?![人线缝障论])|不(?![断仅但少久])|规划|谋划|目标|有望|要")
_OPEN = re.compile("[未没尚将拟]|计划|力争|争取|预计|到20[0-9]{2}年|[年月底]前|年内")
"""What leaves open in a clause whether a thing is done, and what does in its whole sentence."""


def judge_not_done(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield what is told as not done, and as done in the clause that clearly tells the same.

    Its sentence tells nothing of what is to come, or is not.
    """
    names = [(one.start, one.end) for one in mentions]
    for lang in sentence.languages:
        for said in _NOT_DONE[lang].finditer(sentence.text):
            if sentence.has_amount(said.start(), names) and not said[0].startswith("没有"):
                continue
            alike = clauses.align_beyond_names(sentence, said.start(), mentions, CLOSE)
            pairs = pairs_of(sentence.clause_text(said.end()))
            if told := _find_surely_done(alike, pairs if lang == "zh" else None, clauses):
                yield doubt(*said.span(), "stage", told)


_DATE = re.compile("[0-9年月日至起今]+")
_TITLE = re.compile("《[^》]*》")
"""What is no more than a date, and the titles in a text, which tell nothing of what is done."""


def _find_surely_done(
    alike: list[Clause], pairs: Collection[str] | None, clauses: Clauses
) -> Clause | None:
    """Return the first of some clauses that tells of something as done, if nothing is left open.

    It has one of some ``pairs`` of characters, if these are given.
    """
    telling = (
        (one, _TITLE.sub("", one.text))
        for one in alike
        if not _DATE.fullmatch(one.text)
        and (pairs is None or any(pair in one.text for pair in pairs))
    )
    told = next((pair for pair in telling if _SURELY_DONE.search(pair[1])), None)
    if told is None or _UNTOLD.search(told[1]):
        return None
    around = (_TITLE.sub("", one.text) for one in clauses.sentences_of([told[0]]))
    return None if any(map(_OPEN.search, around)) else told[0]


_WON = compile_words(
    r"(?:has|have) (?:now |already |since |finally )?(?:been (?:settled|decided|chosen|selected"
    r"|included|listed|written|admitted|named|designated|granted|placed)"
    r"|found (?:its|their) way|made it)",
    "已(?:经)?(?:确定|敲定|纳入|列入|写[入进]|获批|争取到|落实|入选|成为|明确|拿到|上市|成功)"
    "|现已|均已|成功入选",
)
_SOUGHT = re.compile("争取|力争|尚在|正[^，。]{0,6}争取|拟(?!态)|推动[^，。]{0,12}(?:上市|入选)")
_WON_THERE = re.compile("已|获(?!得感)|现有|目前|成功(?!入选)")


def judge_sought(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield what is told as won, where the clauses that tell most of it tell of it as sought."""
    for language in sentence.languages:
        for said in islice(_WON[language].finditer(sentence.text), MOST_ASKED):
            if language == "zh" and sentence.is_hoped(said.start()):
                continue
            rest = sentence.without(*said.span())
            alike = clauses.align_beyond_names(rest, said.start(), mentions)[:1]
            alike = alike or [one for _, one in islice(clauses.rank(rest, said.start(), []), 1)]
            for one in alike:
                if _SOUGHT.search(one.text) and not _WON_THERE.search(one.text):
                    yield doubt(*said.span(), "stage", one)


_YEAR_END = {
    "zh": re.compile("(?:今年|本年)?(?:年底|年末|岁末)(?:之?前|以前)|今年(?:之?内|年内)|年内"),
    "en": re.compile(
        r"\b(?:by|before|until) (?:the )?(?:end of (?:the|this) year|year[- ]end|year['’]s end"
        r"|the year is out)\b|\bwithin (?:the|this) year\b",
        re.I,
    ),
}
"""What tells that something is to be done before the year ends."""
_ASKS = re.compile(
    "要求|明确|提出|必须|确保|力争|争取|计划|目标|完成"
    r"|\b(?:requires?|required|wants?|insists?|must|to be|is|are|complet\w+|finish\w*|done|be)\b",
    re.I,
)
"""What tells of no act by itself."""
_LATER = re.compile("[一二两三四五六七八九十0-9]年(?:之|以)?内|20[0-9]{2}年(?:年?底|底)?前?")
"""What tells of another time by which something is to be done."""


def judge_deadlines(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield the ends of the year by which the texts tell of other acts of a project than this.

    They stand in the sentences that name the project, which may tell the act with a later time.
    """
    projects = list_projects(mentions)
    for language in sentence.languages if projects else ():
        for said in islice(_YEAR_END[language].finditer(sentence.text), MOST_ASKED):
            text = hide(sentence.text, mentions)
            act = _ASKS.sub(" ", text[: said.start()] + " " + text[said.end() :])
            naming = list(clauses.sentences_of(clauses.list_naming(*projects)))
            told = [one for one in naming if _YEAR_END["zh"].search(one.text)]
            acting = [one for one in naming if count_words(act, language, one)]
            later = [one for one in acting if _LATER.search(one.text)]
            if not list_words(act, language) or any(one in acting for one in told):
                continue
            for one in islice((*told, *later), 1):
                yield doubt(*said.span(), "date", one)
