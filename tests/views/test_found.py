"""What a search shows of a long text is cut around a word, however often that stands there."""

from pathlib import Path

import pytest

from briefing.views import found
from briefing.views.common import width
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
        return width(text)

    monkeypatch.setattr(found, "width", count)
    done = briefing("search", "开工", "--lang", "zh", "-a", str(file))
    assert "乙港开工" in done.out
    assert measured <= 3 * len(note)
