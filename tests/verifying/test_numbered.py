"""What is said of things that are told apart by a number: editions, phases, batches, roads."""

import datetime

import pytest

from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.naming.numbered import Numbered
from briefing.verifying.sentences import sentences_of

TEXT = (
    "第五届茶博会开幕，首批12家企业参展。国道419线二期工程完工，地铁2号线一期通车，建成5G茶园。"
    "县委十四届六次全会提出，再建第三批示范园。水质为Ⅱ、Ⅲ类。"
)


def unknown(sentence: str) -> list[str]:
    """What a sentence numbers otherwise than the text."""
    memo = Memo("memo.md", tuple(split_memo(sentence)))
    return [
        each.text[one.start : one.end]
        for each in sentences_of(memo, datetime.date(2031, 6, 8))
        for one in Numbered(TEXT).judge(each, [])
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("第六届茶博会开幕。", "第六届"),
        ("水质为Ⅳ类。", "Ⅳ"),
        ("The water is of Class IV.", "Class IV"),
        ("国道420线完工。", "国道420"),
        ("三期工程完工。", "三期"),
        ("地铁3号线通车。", "3号线"),
        ("第二批示范园开建。", "第二批"),
        ("6G茶园建成。", "6G"),
        ("县委十四届七次全会召开。", "七次全会"),
        ("The Sixth Tea Expo opened.", "Sixth Tea Expo"),
        ("National Highway 420 is finished.", "National Highway 420"),
        ("Line 3 is open.", "Line 3"),
        ("A second batch of gardens is planned.", "second batch"),
        ("Phase three is finished.", "Phase three"),
    ],
)
def test_another_number_than_the_texts_give_is_unknown(sentence: str, found: str) -> None:
    assert unknown(sentence) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "第五届茶博会迎来首批企业，G419二期和2号线一期完工。",
        "The fifth expo drew a first batch of 12 firms; phase two of National Highway 419 is done.",
        "一批项目落地，新一届班子、未来三期间隔两年。",
        "Funds gone, lines one after another, G20 aside.",
        "Capacity of the wafer line 20 GW; the line 12 km long, the production line 95% local.",
        "水质为Ⅲ类，Class II or III water.",
    ],
)
def test_what_the_texts_number_so_and_what_is_no_number_of_a_thing_passes(sentence: str) -> None:
    assert unknown(sentence) == []
