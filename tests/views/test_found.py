"""What a search shows of a long text is cut around a word, however often that stands there."""

from pathlib import Path

import pytest

from briefing.views import found
from briefing.views.common import measure_width
from support import SMALLEST, briefing


def test_a_text_that_holds_a_word_a_thousand_times_is_measured_only_near_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "model.yaml"
    note = "乙港开工，" * 3_000
    proof = "evidence: [{paragraph: 1, anchor: 要点}]"
    event = f"- {{id: a, name: {{zh: 乙港}}, note: {{zh: {note}}}, coined: true, {proof}}}"
    file.write_text(f"{SMALLEST}events:\n{event}\n", encoding="utf-8")
    measured = 0

    def count(text: str) -> int:
        nonlocal measured
        measured += len(text)
        return measure_width(text)

    monkeypatch.setattr(found, "measure_width", count)
    done = briefing("search", "开工", "--lang", "zh", "-a", str(file))
    assert "乙港开工" in done.out
    assert measured <= 3 * len(note)


def test_a_text_is_shown_in_the_language_of_the_reader_or_of_the_word(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    name = "{zh: 货运枢纽, en: Logistics hub}"
    proof = "evidence: [{paragraph: 1, anchor: 要点}]"
    file.write_text(f"{SMALLEST}sectors:\n- {{id: a, name: {name}, {proof}}}\n", encoding="utf-8")

    def search(word: str, lang: str) -> str:
        return briefing("search", word, "--lang", lang, "-a", str(file)).out.splitlines()[1]

    assert search("物流", "zh").endswith("名称：货运枢纽")
    assert search("logistics", "zh").endswith("名称：Logistics hub")
    assert search("枢纽", "en").endswith("Name: 货运枢纽")


def test_other_names_are_shown_in_the_script_of_the_reader(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    place = "name: {zh: 河源县, en: Heyuan County}, kind: county, aliases: [河邑, Hoyun]"
    proof = "evidence: [{paragraph: 1, anchor: 要点}]"
    file.write_text(f"{SMALLEST}places:\n- {{id: a, {place}, {proof}}}\n", encoding="utf-8")
    shown = {
        lang: briefing("show", "a", "--lang", lang, "-a", str(file)).out for lang in ("zh", "en")
    }
    assert "河邑" in shown["zh"]
    assert "Hoyun" not in shown["zh"]
    assert "Hoyun" in shown["en"]
    assert "河邑" not in shown["en"]
