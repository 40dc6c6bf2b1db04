"""A view that is not full fits a screen of 40 lines of 80 columns, whatever it is of."""

import re
from pathlib import Path

import pytest
import yaml

from briefing.document import Document, Lang
from briefing.model.records import Place
from briefing.output import terminal
from briefing.shelf.library import Library, load
from briefing.views.place import profile
from briefing.views.summary import summarise, welcome
from support import EXAMPLE, PROJECT, SECOND, briefing

LANGS: tuple[Lang, ...] = ("en", "zh")
SHIPPED = str(PROJECT / "data" / "article.yaml")
SECTIONS = {
    "xinzhou": range(8, 12),
    "yangquan": range(17, 24),
    "lvliang": range(24, 31),
    "reform-zone": range(12, 17),
}
"""The paragraphs of the shipped article's sections on places."""


def draw(document: Document) -> str:
    return terminal.render(document, colour=False, cells=80)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("model", [SHIPPED, EXAMPLE, SECOND])
def test_a_place_and_a_summary_fit_one_screen(model: str, lang: Lang) -> None:
    library = load([model])
    documents = [profile(library, [hit], lang) for hit in library.of(Place)]
    for document in (*documents, summarise(library, lang), welcome(library, lang)):
        assert draw(document).count("\n") <= 40, draw(document)


@pytest.mark.parametrize("place", SECTIONS)
def test_a_place_in_chinese_is_shorter_than_its_section(
    place: str, shipped_library: Library, source_text: str
) -> None:
    paragraphs = [line.strip() for line in source_text.splitlines() if line.strip()]
    section = "".join(paragraphs[number - 1] for number in SECTIONS[place])
    (hit,) = (one for one in shipped_library.of(Place) if one.record.id == place)
    shown = draw(profile(shipped_library, [hit], "zh"))
    assert len("".join(shown.split())) < len("".join(section.split()))


@pytest.mark.parametrize("command", [("summary",), ("city", "yangquan"), ("zone", "reform-zone")])
def test_the_whole_is_one_option_away_and_data_are_always_whole(command: tuple[str, ...]) -> None:
    assert len(briefing(*command, "--full").out) > len(briefing(*command).out)
    assert briefing(*command, "-O", "json").out == briefing(*command, "--full", "-O", "json").out


def test_what_the_summary_tells_of_a_place_is_on_its_screen() -> None:
    for words in ("Shijiazhuang–Taiyuan corridor", "Taiyuan–Xiong'an expressway", "rail corridor"):
        assert words in briefing("city", "yangquan").out
    assert "West wing" in briefing("city", "lvliang").out


def test_projects_stand_with_the_figure_that_counts_them() -> None:
    lines = briefing("city", "xinzhou").out.splitlines()
    (at,) = (number for number, line in enumerate(lines) if "268" in line and "Figures" in line)
    assert "Pingshang Reservoir" in lines[at + 1]


def test_who_speaks_of_a_place_is_named_with_posts() -> None:
    assert "Deputy Secretary-General" in briefing("city", "jinzhong").out


def test_a_place_without_a_role_is_said_to_have_none() -> None:
    assert "no role of its own" in briefing("city", "jinzhong").out


def test_roles_that_are_stated_come_first_and_the_rest_are_counted(
    shipped_library: Library,
) -> None:
    (hit,) = (one for one in shipped_library.of(Place) if one.record.id == "yangquan")
    for lang in LANGS:
        shown = draw(profile(shipped_library, [hit], lang))
        first = "gateway" if lang == "en" else "东大门"
        assert shown.index(first) < shown.index("East wing" if lang == "en" else "东翼"), shown
    english = draw(profile(shipped_library, [hit], "en"))
    assert re.search(r"and \d more  ¶2\d", english), english


def test_what_another_place_is_to_do_is_named_with_that_place() -> None:
    lines = briefing("city", "taiyuan").out.splitlines()
    assert all("Yangquan" in line for line in lines if "Taiyuan–Xiong'an expressway" in line)


def test_no_stage_of_what_a_place_has_is_left_out() -> None:
    labels = {line.split("  ")[0] for line in briefing("city", "yangquan").out.splitlines()}
    assert {"Done", "Under way", "Planned", "Aim"} <= labels


def test_a_layout_of_long_parts_leaves_the_summary_on_one_screen(tmp_path: Path) -> None:
    model = yaml.safe_load(Path(SHIPPED).read_text(encoding="utf-8"))
    for place in model["places"]:
        for role in place.get("roles", ()):
            role["text"] = {"zh": "很长的定位" * 12, "en": "A part that is long " * 6 + "."}
    path = tmp_path / "model.yaml"
    path.write_text(yaml.safe_dump(model, allow_unicode=True), encoding="utf-8")
    library = load([str(path)])
    for lang in LANGS:
        assert draw(summarise(library, lang)).count("\n") <= 40


@pytest.mark.parametrize("lang", LANGS)
def test_what_an_article_tells_of_a_place_alone_it_tells_beside_another(lang: Lang) -> None:
    library = load([SECOND, EXAMPLE])
    hits = [hit for hit in library.of(Place) if hit.record.id == "dongjia"]
    assert len(hits) == 2
    both = profile(library, hits, lang)
    for hit in hits:
        (alone, *_) = profile(library, [hit], lang).blocks
        assert alone in both.blocks


def test_many_articles_on_one_place_take_two_screens(tmp_path: Path) -> None:
    model = Path(SECOND).read_text(encoding="utf-8")
    names = [str(tmp_path / f"{number}.yaml") for number in range(5)]
    for number, name in enumerate(names):
        Path(name).write_text(re.sub("(?m)^  id: (.*)$", rf"  id: \1-{number}", model, count=1))
    library = load(names)
    hits = [hit for hit in library.of(Place) if hit.record.id == "dongjia"]
    assert len(hits) == 5
    assert draw(profile(library, hits, "en")).count("\n") <= 80
