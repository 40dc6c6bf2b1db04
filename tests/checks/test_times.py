"""The times that a text tells by its own day, and what they tell of deadlines."""

import datetime

import pytest

from briefing.checks.stages import StageTold, read_stage
from briefing.checks.times import find_ahead, find_times
from briefing.model.choices import NOT_BEGUN
from briefing.quantities import scan_paragraph

DATE = datetime.date(2031, 5, 6)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("码头前年重启", {"2029"}),
        ("码头去年底停工", {"2030", "2030-12", "2030-12-31"}),
        ("码头上月封顶", {"2031-04"}),
        ("后年年中通航", {"2033", "2033-06", "2033-07"}),
        ("明年冬天通航", {"2032", "2032-12/2033-02", "2032-Q4"}),
        ("2033年6月底前通航", {"2033-06", "2033-06-30"}),
        ("2031年一季度三成，上年同期两成", {"2031-Q1", "2030", "2030-Q1"}),
        ("昆明春天多风", set()),
        ("投产后年产值九亿元", set()),
        ("建成后年可加工鱼六万吨", set()),
        ("今年动工后年建成", {"2031", "2033"}),
        ("目前年产鱼五吨，改造前年产三吨", set()),
        ("十年来年均增长，网上年货热销", set()),
        ("2033年6月中旬通航", {"2033-06", "2033-06-11/2033-06-20"}),
    ],
)
def test_a_time_is_told_by_the_day_of_the_text(text: str, codes: set[str]) -> None:
    found = find_times(text, scan_paragraph(text, date=DATE), DATE)
    assert {one.code for one in found} == codes


@pytest.mark.parametrize(
    ("text", "words", "stages"),
    [
        ("丁局负责在2032年3月底前建成码头", "码头", NOT_BEGUN),
        ("码头2032年3月建成", "码头", NOT_BEGUN),
        ("码头去年3月建成", "码头", ("done",)),
        ("码头今年3月底前建成", "码头", ("done",)),
        ("码头2030年底前建成", "码头", ("done",)),
        ("码头5月下旬完工", "码头", NOT_BEGUN),
        ("码头建成投产后年产值九亿元", "码头", None),
        ("推动码头早日建成", "码头", None),
        ("码头有待动工", "码头", None),
        ("码头5月底前完工", "码头", NOT_BEGUN),
        ("丁局牵头建成码头", "码头", None),
        ("2032年运动会的场馆竣工", "场馆", None),
        ("码头建成以后吞吐量将增加", "码头", NOT_BEGUN),
        ("码头竣工之后，车程缩短", "码头", None),
        ("码头一旦建成，车程缩短", "码头", None),
        ("码头前不久正式建成", "码头", ("done",)),
        ("待码头完工，车程缩短", "码头", None),
    ],
)
def test_what_is_due_on_a_later_day_is_not_done(
    text: str, words: str, stages: tuple[str, ...] | None
) -> None:
    told = _read_stage(text, words)
    assert (told.stages if told else None) == stages


def test_a_count_before_the_verb_is_who_acts_and_not_what_is_done() -> None:
    assert _read_stage("两市代表签下9份合同", "两市", counted=True) is None
    assert _read_stage("9份合同签订", "9份", counted=True)
    assert _read_stage("两市代表签下9份合同", "9份", counted=True)


def _read_stage(text: str, words: str, *, counted: bool = False) -> StageTold | None:
    times = find_times(text, scan_paragraph(text, date=DATE), DATE)
    start = text.index(words)
    ahead = find_ahead(text, times, DATE)
    return read_stage(text, start, start + len(words), ahead, counted=counted)
