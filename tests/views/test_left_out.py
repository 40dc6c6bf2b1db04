"""What a screen has no room for is counted where it would stand, and a file has all of it."""

import re
from pathlib import Path

import pytest

from briefing.document import Lang, Line, Outline, Phrase
from briefing.model.records import Place
from briefing.shelf.library import load
from briefing.views.brief import tell_briefly
from briefing.views.summary import summarise
from support import EXAMPLE, PROJECT, SECOND, briefing

NODES = {
    "en": ("logistics", "Production", "farm", "talent", "wellness"),
    "zh": ("物流", "生产", "绿色", "人才", "康养"),
}
MODELS = [
    PROJECT / "data/article.yaml",
    EXAMPLE,
    SECOND,
    *sorted(Path(__file__).parents[1].glob("memos/*.yaml")),
]
COUNT = re.compile(r"and \d+ more|\d+ under it|another \d+|另有\d+[个项]|下含\d+项")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_six_nodes_are_six(lang: Lang) -> None:
    shown = briefing("city", "yangquan", "--lang", lang).out
    assert all(name in shown for name in NODES[lang]), shown


def test_the_halves_of_a_plan_are_told_or_counted() -> None:
    chinese = briefing("city", "lvliang", "--lang", "zh").out
    assert "沿黄干支流" in chinese
    assert "沿汾" in chinese
    assert "One Corridor, Two Belts (5 under it)" in briefing("city", "lvliang").out


def list_lines(lines: tuple[Line, ...]) -> list[Line]:
    return [inner for line in lines for inner in (line, *list_lines(line.inside))]


@pytest.mark.parametrize("model", MODELS, ids=lambda path: Path(path).stem)
def test_a_file_has_all_that_a_screen_counts(model: Path | str) -> None:
    library = load([str(model)])
    for hit in library.of(Place):
        whole = tell_briefly(library, hit, "en", most_lines=10_000)
        screen = tell_briefly(library, hit, "en")
        titles = [str(name.en) for name, _ in screen.rows]
        told = [
            str(one.text.en)
            for _, lines in whole.rows
            for one in list_lines(lines)
            if isinstance(one.text, Phrase)
        ]
        assert "Not shown" not in [name.en for name, _ in whole.rows]
        assert not any(re.search(r"\d+ under it$|^and \d+ more$", text) for text in told), told
        if count_characters(screen) < count_characters(whole):
            texts = [
                str(one.text.en)
                for _, lines in screen.rows
                for one in list_lines(lines)
                if isinstance(one.text, Phrase)
            ]
            assert "Not shown" in titles or any(map(COUNT.search, texts)), hit.record.id


def count_characters(outline: Outline) -> int:
    return sum(len(str(one.text)) for _, lines in outline.rows for one in list_lines(lines))


@pytest.mark.parametrize("model", MODELS, ids=lambda path: Path(path).stem)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_takeaways_that_are_left_out_are_counted_with_the_command_that_shows_them(
    model: Path | str, lang: Lang
) -> None:
    library = load([str(model)])
    (article,) = library.articles
    shown = str(summarise(library, lang).blocks)
    missing = [
        one
        for one in article.summary.takeaways
        if str((one.text.en or one.text.zh) if lang == "en" else one.text.zh) not in shown
    ]
    assert ("summary --full" in shown) or not missing
    counted = {"en": f"and {len(missing)} more", "zh": f"另有 {len(missing)} "}[lang]
    assert not missing or counted in shown or counted.replace(" ", "") in shown.replace(" ", "")


def test_the_summary_in_english_has_what_it_has_in_chinese() -> None:
    assert "titles Civilised" in " ".join(briefing("summary").out.split())
    assert "森林" in briefing("summary", "--lang", "zh").out
