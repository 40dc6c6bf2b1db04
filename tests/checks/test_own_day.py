"""The times of our prose that follow from a word of the text and the text's own day."""

import datetime

import pytest

from briefing.checks import evidence, numbers
from briefing.checks.agreement import Fault, judge
from briefing.quantities import scan_paragraph

DATE = datetime.date(2031, 5, 6)


@pytest.mark.parametrize(
    ("source", "text", "fault"),
    [
        ("前年复工", "work resumed in 2029", Fault.NONE),
        ("前年复工", "work resumed in 2030", Fault.VALUE),
        ("上年同期为三成，今年前两月四成", "from January to February 2030", Fault.NONE),
        ("明年底前通航", "by the end of 2032, by the end of next year", Fault.NONE),
        ("明年底前通航", "by the end of 2031, by the end of the year after next", Fault.VALUE),
        ("明年底前通航", "at the start of 2032, early next year", Fault.QUALIFIER),
        ("2033年4月底前", "before May 2033, by 30 April 2033", Fault.NONE),
        ("2033年4月底前", "before April 2033", Fault.VALUE),
        ("2033年底前", "before 2033 is out, before 2034", Fault.NONE),
        ("比上年减少7户", "7 fewer than in 2030", Fault.NONE),
        ("比上年减少7户", "a total for 2030", Fault.VALUE),
        ("2028年比上年减少7户", "7 fewer than in 2027", Fault.NONE),
        ("上月12户", "in April 2031", Fault.NONE),
        ("前年复工", "work resumed two years ago", Fault.NONE),
        ("三年前七户", "seven in 2028", Fault.NONE),
        ("2034年通航", "it opens three years from now", Fault.NONE),
        ("明年3月通航", "planned for March next year", Fault.NONE),
        ("明年3月通航", "planned for March this year", Fault.VALUE),
        ("明年上半年通航", "in the first half of this year", Fault.VALUE),
        ("今年1月通航", "by the end of 2031", Fault.QUALIFIER),
        ("今年2月通航", "by the end of the year", Fault.NONE),
    ],
)
def test_our_prose_may_name_what_the_day_of_the_text_makes_of_a_word(
    source: str, text: str, fault: Fault
) -> None:
    quantities = scan_paragraph(source, date=DATE)
    known = tuple(evidence.read_span(source, 0, len(source), quantities, DATE))
    found = [judge(one, known).fault for one in numbers.read_english(text, DATE)]
    assert max(found) is fault


@pytest.mark.parametrize(("text", "fault"), [("明年3月", Fault.NONE), ("今年3月", Fault.VALUE)])
def test_a_chinese_month_is_of_the_year_that_is_told_before_it(text: str, fault: Fault) -> None:
    source = "码头明年3月通航"
    quantities = scan_paragraph(source, date=DATE)
    known = tuple(evidence.read_span(source, 0, len(source), quantities, DATE))
    assert max(judge(one, known).fault for one in numbers.read_chinese(text, DATE)) is fault


def test_the_end_of_a_year_may_be_that_of_the_year_of_the_sentence_before() -> None:
    known = tuple(evidence.read_span("年末存栏9万头", 0, 8, [], DATE))
    for text, read in (("去年年末", numbers.read_chinese), ("last year", numbers.read_english)):
        assert max(judge(one, known).fault for one in read(text, DATE)) is Fault.NONE
