"""What the English names otherwise than the Chinese: offices of the state, and divisions."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.checks.rules.translated import office_misnamed, places_differ
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
        ("市政协", "Municipal CPPCC", False),
        ("市政协", "Municipal Commission for Discipline Inspection", True),
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


@pytest.mark.parametrize(
    ("title", "english", "told"),
    [
        ("副县长", "Deputy County Governor", False),
        ("副县长", "County Governor", True),
        ("副主编", "Co-editor", False),
        ("甲公司总工程师", "Chief Engineer of Jia Co., Ltd.", False),
        ("大副", "First Mate", False),
        ("县长", "Vice Governor of the County", True),
        ("代县长", "Acting County Governor", False),
        ("执行董事", "Executive Director", False),
        ("人大代表", "Deputy to the People's Congress", False),
    ],
)
def test_the_english_of_a_post_has_its_rank(
    title: str, english: str, told: bool, tmp_path: Path
) -> None:
    post = (
        f'{{title: {{zh: {title}, en: "{english}"}}, evidence: [{{paragraph: 1, anchor: 标题}}]}}'
    )
    person = "{id: jia, name: {zh: 甲某, en: Jia Mou}, evidence: [{paragraph: 1, anchor: 标题}]"
    assert is_contradicted(tmp_path, f"people: [{person}, posts: [{post}]}}]") == told


@pytest.mark.parametrize(
    ("name", "english", "told"),
    [
        ("西南地区", "Southeast China", True),
        ("西南地区", "Southwest China", False),
        ("甲山北部", "Northern Jia Mountains", False),
        ("甲山北部", "Southern Jia Mountains", True),
        ("甲山一带", "Northern Jia Mountains", False),
        ("南北走廊", "North-South Corridor", False),
    ],
)
def test_the_english_of_a_name_has_its_side(
    name: str, english: str, told: bool, tmp_path: Path
) -> None:
    evidence = "evidence: [{paragraph: 1, anchor: 标题}]"
    place = f"{{id: jia, name: {{zh: {name}, en: {english}}}, kind: region, {evidence}}}"
    assert is_contradicted(tmp_path, f"places: [{place}]") == told


def is_contradicted(folder: Path, model: str) -> bool:
    """Return whether `check` tells that the English of a model contradicts the Chinese."""
    (report,) = check([write_rule_example(model, folder)])
    return "english-contradicts" in {one.code for one in report.problems}
