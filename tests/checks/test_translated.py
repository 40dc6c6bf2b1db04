"""What the English names otherwise than the Chinese: offices of the state, and divisions."""

from pathlib import Path

import pytest

from briefing.checks.translated import office_misnamed, places_differ
from briefing.model.reading import inspect_model
from support import write_rule_example


@pytest.mark.parametrize(
    ("chinese", "english", "is_wrong"),
    [
        ("教育部", "Ministry of Education", False),
        ("教育部", "MOE", False),
        ("教育部", "Ministry of Finance", True),
        ("甲省水利厅", "Jia Department of Water Resources", False),
        ("甲省水利厅", "Jia Department of Transport", True),
        ("文化和旅游部", "Ministry of Culture and Tourism", False),
        ("甲县教育和科技局", "Jia Bureau of Education", False),
        ("交通银行", "Bank of Finance", False),  # no office of the state
        ("甲县水利公司", "Jia Construction Company", False),
    ],
)
def test_an_office_is_for_the_same_in_both_languages(
    chinese: str, english: str, is_wrong: bool, tmp_path: Path
) -> None:
    body = f"{{id: one, name: {{zh: {chinese}, en: {english}}}, kind: government, "
    text = f"organisations: [{body}evidence: [{{paragraph: 1, anchor: 要点}}]}}]\n"
    article = inspect_model(write_rule_example(text, tmp_path)).article
    assert article
    assert bool(list(office_misnamed(article))) == is_wrong


@pytest.mark.parametrize(
    ("chinese", "english", "is_wrong"),
    [
        ("太原市的企业", "Firms in Taiyuan", False),
        ("太原市的企业", "Firms in Datong", True),
        ("太原市的企业", "Firms in Taiyuan, Shanxi", False),
        ("太原市的企业", "Firms in Shanxi", False),
        ("太原与大同合作", "Datong and Taiyuan work together", False),
        ("当地企业", "Firms in Datong", False),  # which it may be
        ("晋陕两省合作", "Shanxi and Shaanxi work together", False),
    ],
)
def test_both_languages_name_the_same_divisions(
    chinese: str, english: str, is_wrong: bool, tmp_path: Path
) -> None:
    event = f"{{id: one, coined: true, name: {{zh: {chinese}, en: '{english}'}}, "
    text = f"events: [{event}evidence: [{{paragraph: 1, anchor: 要点}}]}}]\n"
    article = inspect_model(write_rule_example(text, tmp_path)).article
    assert article
    assert bool(list(places_differ(article))) == is_wrong
