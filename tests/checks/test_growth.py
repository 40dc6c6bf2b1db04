"""What a check costs grows as its input does: limits are told, and calls are counted, no time."""

import re
import sys
from collections import Counter
from functools import partial, partialmethod
from pathlib import Path
from typing import Any, ClassVar

import pytest

from briefing.checks import (
    beside,
    dated,
    evidence,
    following,
    hopes,
    judging,
    ownnumbers,
    owntexts,
    progress,
)
from briefing.checks import context as context_module
from briefing.checks.check import check, report_on
from briefing.checks.context import ProofContext
from briefing.checks.holding import Holdings
from briefing.checks.progress import Before
from briefing.checks.registry import RULES
from briefing.checks.rules import strangers
from briefing.checks.rules.posts import Names, find_holders
from briefing.checks.spans import Occurrences, Spans, find_all, find_each
from briefing.checks.stated import MOST_PLACES, all_stated, stated_quantities
from briefing.checks.times import overlap
from briefing.limits import MODEL_CHARACTERS, MODEL_NUMBERS, VALUE_CHARACTERS
from briefing.model.reading import inspect_model
from briefing.model.records import Figure
from briefing.model.text import read_text
from briefing.quantities import english_dates
from support import HERE, SECOND, briefing, write_rule_example

CLEAN = HERE / "unproved" / "clean.yaml"
TEXT = HERE / "unproved" / "text.txt"
_OF_AN_EVENT = 2_000


def write_model(numbers: int, folder: Path) -> str:
    """Write a model with about so many numbers more in the names of events; return its path."""
    events = "".join(
        f"  - {{id: e{at}, name: {{zh: 项目{'24项、' * _OF_AN_EVENT}, en: Projects}},"
        " evidence: [{paragraph: 4, anchor: 谋划项目24项}]}\n"
        for at in range(numbers // _OF_AN_EVENT)
    )
    model = folder / "model.yaml"
    text = CLEAN.read_text(encoding="utf-8").replace("events:\n", "events:\n" + events)
    model.write_text(text, encoding="utf-8")
    return str(model)


def test_a_model_that_states_more_numbers_than_are_compared_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge_by(*_: object) -> None:
        raise AssertionError("a number is compared before all are counted")

    model = write_model(MODEL_NUMBERS + _OF_AN_EVENT, tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(judging, "judge_by", judge_by)
        done = briefing("check", model, "--source", str(TEXT))
        page = str(tmp_path / "proof.html")
        refused = briefing("proof", "--article", model, "--source", str(TEXT), "-o", page)
    assert (done.status, refused.status) == (1, 3)
    for told in (done.out, refused.err):
        assert "model.yaml:1:1: too-large" in told
        assert f"{MODEL_NUMBERS:,} numbers" in told
    assert briefing("export", "--article", model, "-O", "json").status == 0


def test_a_model_of_longer_texts_than_are_compared_is_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_numbers(*_: object) -> None:
        raise AssertionError("a text is read before all are counted")

    said = "码头" * (VALUE_CHARACTERS // 2)
    events = "".join(
        f"  - {{id: e{at}, name: {{zh: {said}, en: {said}}},"
        " evidence: [{paragraph: 4, anchor: 谋划项目24项}]}\n"
        for at in range(MODEL_CHARACTERS // len(said) // 2)
    )
    model = tmp_path / "model.yaml"
    text = CLEAN.read_text(encoding="utf-8").replace("events:\n", "events:\n" + events)
    model.write_text(text, encoding="utf-8")
    monkeypatch.setattr(ownnumbers, "read_numbers", read_numbers)
    done = briefing("check", str(model), "--source", str(TEXT))
    assert done.status == 1
    assert f"over {MODEL_CHARACTERS:,} characters" in done.out
    assert "model.yaml:1:1: too-large" in done.out


def test_a_model_that_states_no_more_numbers_is_judged(tmp_path: Path) -> None:
    model = write_model(MODEL_NUMBERS - _OF_AN_EVENT, tmp_path)
    (report,) = check([model], str(TEXT))
    assert "too-large" not in [one.code for one in report.problems]
    assert report.tally


def make_context(count: int, alike: bool, folder: Path) -> ProofContext:
    """Return a model of so many figures that one paragraph states, beside its text."""
    said = [f"计划2031年甲县产量{7 if alike else at}吨" for at in range(1001, count + 1001)]
    text = folder / "figures.txt"
    text.write_text("甲县的产量\n" + "。".join(said) + "。\n", encoding="utf-8")
    figures = "".join(
        f"  - {{id: f{at}, label: {{zh: 产量}}, text: {7 if alike else at}吨,"
        f" value: {7 if alike else at}, unit: t, kind: measure, stage: planned, period: 2031,"
        f" places: [jia], evidence: [{{paragraph: 2, anchor: 产量{7 if alike else at}吨}}]}}\n"
        for at in range(1001, count + 1001)
    )
    head, _, _ = CLEAN.read_text(encoding="utf-8").partition("  paragraphs:\n")
    head += "summary:\n  gist: {zh: 产量}\n  evidence: [{paragraph: 2, anchor: 甲县}]\n"
    place = (
        "  - {id: jia, name: {zh: 甲县}, kind: county, evidence: [{paragraph: 2, anchor: 甲县}]}"
    )
    model = folder / "figures.yaml"
    model.write_text(f"{head}places:\n{place}\nfigures:\n{figures}", encoding="utf-8")
    article = inspect_model(str(model)).article
    assert article
    return ProofContext(article, read_text(str(text)))


def count_calls(code: str, context: ProofContext) -> int:
    """Return how many functions a rule calls for what it finds in a model."""
    rule = RULES[code].on_proof
    assert rule
    list(rule(context))  # what is read of the text once is read
    calls: Counter[str] = Counter()
    sys.setprofile(lambda _, event, __: calls.update([event]))
    try:
        list(rule(context))
    finally:
        sys.setprofile(None)
    return calls["call"] + calls["c_call"]


@pytest.mark.parametrize("alike", [False, True], ids=["other numbers", "the same number"])
@pytest.mark.parametrize(
    "code", ["figure-differs", "period-of-another", "place-of-another", "stage-not-told"]
)
def test_twice_as_many_figures_of_a_paragraph_are_twice_the_work(
    code: str, alike: bool, tmp_path: Path
) -> None:
    once, twice = (count_calls(code, make_context(n, alike, tmp_path)) for n in (100, 200))
    assert once > 500
    assert twice < 2.2 * once


def test_what_is_read_before_a_verb_does_not_grow_with_its_clause(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []

    def note(_: str, before: Before, *__: object) -> None:
        read.append(len(before.near))

    monkeypatch.setattr(progress, "_read", note)
    clause = "建成" * 500
    assert not list(progress.find_signs(clause, 0, len(clause)))
    assert len(read) == 500
    assert max(read) < 30


def test_the_names_of_a_text_are_found_once_for_all_its_posts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found: Counter[str] = Counter()
    real = Names._find
    monkeypatch.setattr(Names, "_find", lambda *given: found.update("1") or real(*given))
    names, clause = Names({"mayor": "王某"}), "市长王某" * 50
    assert all(find_holders(clause, at, at + 2, names) for at in range(0, len(clause), 4))
    assert found.total() == 1


def test_a_text_is_gone_through_once_for_all_words() -> None:
    class Text(str):
        asked = 0

        def __getitem__(self, at: object) -> str:
            Text.asked += 1
            return super().__getitem__(at)  # type: ignore[index]

    text = Text("甲县的产量是一千吨。" * 100)
    assert not list(find_each(text, [f"第{at}号" for at in range(10_000)]))
    assert Text.asked <= 2 * len(text)


@pytest.mark.parametrize("code", ["place-not-named", "hope-told-as-fact"])
def test_what_our_prose_names_again_is_not_looked_for_again(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "text.txt"
    text.write_text("码头\n" + "力争7吨，" * 20 + "码头。\n", encoding="utf-8")
    events = "".join(
        f"  - {{id: e{at}, name: {{zh: 码头}}, note: {{zh: 南京市已达7吨}},"
        " evidence: [{paragraph: 2, anchor: 力争7吨}]}\n"
        for at in range(30)
    )
    model = tmp_path / "model.yaml"
    head, _, _ = CLEAN.read_text(encoding="utf-8").partition("  paragraphs:\n")
    summary = "summary:\n  gist: {zh: 码头}\n  evidence: [{paragraph: 1, anchor: 码头}]\n"
    model.write_text(f"{head}{summary}events:\n{events}", encoding="utf-8")
    asked: Counter[str] = Counter()
    for owner, method in ((strangers._Text, "_look_for"), (hopes._Words, "__init__")):
        real = getattr(owner, method)
        counted = partial(lambda real, *given: asked.update("1") or real(*given), real)
        monkeypatch.setattr(owner, method, partialmethod(counted))
    (report,) = check([str(model)], str(text))
    assert [one.code for one in report.problems].count(code) >= 30
    assert asked.total() <= 2


def test_an_amount_of_the_evidence_is_read_once_for_all_numbers_of_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "，".join(f"甲{at}村有大棚{at + 100}个" for at in range(40))
    model = write_rule_example(
        f"# {said}。\n"
        f"events: [{{id: start, coined: true, name: {{zh: {said}}},"
        " evidence: [{paragraph: 2, anchor: 村有大棚}, {paragraph: 2, anchor: 甲},"
        " {paragraph: 2, anchor: 个}]}]",
        tmp_path,
    )
    article = inspect_model(model).article
    assert article
    context = ProofContext(article, read_text(str(tmp_path / "text.txt")))
    read: Counter[str] = Counter()
    real = evidence.read_quantity
    monkeypatch.setattr(beside, "read_quantity", lambda *given: read.update("1") or real(*given))
    for code in ("numbers-exchanged", "hope-told-as-fact"):
        rule = RULES[code].on_proof
        assert rule
        list(rule(context))
    assert 0 < read.total() <= 2 * 40


def test_the_texts_of_a_model_are_listed_once_for_all_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listed: Counter[str] = Counter()
    real = owntexts.list_own_texts
    monkeypatch.setattr(
        context_module, "list_own_texts", lambda article: listed.update("1") or real(article)
    )
    (report,) = check([str(CLEAN)], str(TEXT))
    assert report.tally
    assert listed.total() == 1


def test_an_english_text_without_a_month_is_not_gone_through_for_dates_with_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Pattern:
        groupindex: ClassVar = {"month": 1}

        def finditer(self, text: str) -> list[re.Match[str]]:
            raise AssertionError(text)

    monkeypatch.setattr(english_dates, "_patterns", lambda: [("day", Pattern())])
    assert not english_dates.find_dates("Investment rose by 7.3% to 24 projects")
    with pytest.raises(AssertionError):
        english_dates.find_dates("Work began on 12 September")


def test_of_names_that_many_share_no_speaker_is_sought(tmp_path: Path) -> None:
    called = [_count_speakers(count, tmp_path) for count in (100, 200)]
    assert called[1] < 2.2 * called[0]


def _count_speakers(count: int, folder: Path) -> int:
    """Count the calls of the rule where so many people share a name, and a project is by each."""
    people = "".join(
        f"- {{id: p{at}, name: {{zh: 王某}}, evidence: [{{paragraph: 2, anchor: 王某}}]}}\n"
        for at in range(count)
    )
    events = "".join(
        f"- {{id: s{at}, name: {{zh: 码头}}, status: planned, said_by: [p{at}],"
        " evidence: [{paragraph: 2, anchor: 码头}]}\n"
        for at in range(count)
    )
    text = f"\n# 王某表示，码头要建成。\npeople:\n{people}projects:\n{events}"
    article = inspect_model(write_rule_example(text, folder)).article
    assert article
    context = ProofContext(article, read_text(str(folder / "text.txt")))
    return count_calls("speaker-of-sentence", context)


class Sought(str):
    """A text that counts how often a part is looked for from one of its ends to the other."""

    found = 0

    def find(self, *given: object) -> int:
        Sought.found += 1
        return super().find(*given)  # type: ignore[arg-type]


def test_many_parts_are_found_in_a_text_that_is_gone_through_once() -> None:
    text = "".join(f"甲{at}村有大棚{at % 7}个，" for at in range(1000))
    rare = [f"甲{at}村" for at in range(800, 1100)]
    occurrences = Occurrences(Sought(text))
    for part in rare[:100]:
        assert occurrences.find(part) == find_all(text, part)
    once = Sought.found
    for part in rare:
        assert occurrences.find(part) == find_all(text, part)
    assert Sought.found == once
    for part in ("大棚", "棚3个", "个，甲1", "，，", "村", "村有大棚0个，甲99"):
        assert occurrences.find(part) == find_all(text, part)


def test_figures_of_one_number_that_stands_everywhere_share_the_list_of_its_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()
    real = ProofContext.quantities_overlapping
    monkeypatch.setattr(
        ProofContext, "quantities_overlapping", lambda *given: asked.update("1") or real(*given)
    )
    context = make_context(100, True, tmp_path)
    lists = [all_stated(context, figure) for figure in context.article.of(Figure)]
    stated = lists[0]
    assert all(one is stated for one in lists)
    assert len(stated) == 100
    holdings = Holdings(context)
    assert all(map(holdings.holds_quantity, stated))
    assert asked.total() == 100


def test_of_a_number_that_stands_in_too_many_places_nothing_is_told(tmp_path: Path) -> None:
    for count in (MOST_PLACES, MOST_PLACES + 1):
        context = make_context(count, True, tmp_path)
        stated = stated_quantities(context, context.article.of(Figure)[0])
        assert len(stated) == (count if count == MOST_PLACES else 0)


def test_records_that_share_a_name_share_the_places_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = "".join(
        f"- {{id: p{at}, name: {{zh: 甲码头}}, kind: zone,"
        " evidence: [{paragraph: 2, anchor: 甲码头}]}\n"
        for at in range(100)
    )
    said = "甲码头建成7座，" * 50
    model = Path(write_rule_example(f"\n# {said}\nplaces:\n{places}", tmp_path))
    no_id = model.read_text(encoding="utf-8").replace("places:\n- {id: p0,", "places:\n- {")
    model.write_text(no_id, encoding="utf-8")
    touched: Counter[str] = Counter()
    real = Spans.touching
    monkeypatch.setattr(Spans, "touching", lambda *given: touched.update("1") or real(*given))
    (report,) = check([str(model)], str(tmp_path / "text.txt"))
    assert "missing-key" in [one.code for one in report.problems]
    once = touched.total()
    model.write_text(no_id.partition("- {id: p50,")[0], encoding="utf-8")
    check([str(model)], str(tmp_path / "text.txt"))
    assert once < 1.5 * (touched.total() - once)


def test_what_the_unread_parts_of_a_model_cite_is_found_once_a_paragraph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[int] = Counter()
    real = ProofContext.unread_spans
    monkeypatch.setattr(
        ProofContext, "unread_spans", lambda self, at: asked.update([at]) or real(self, at)
    )
    context = make_context(50, False, tmp_path)
    holdings = Holdings(context)
    assert Counter(map(holdings.holds_quantity, context.quantities[2]))[False] > 10
    assert asked[2] == 1


def test_records_that_have_the_same_anchor_share_the_times_that_it_touches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = "".join(
        f"- {{id: e{at}, name: {{zh: 开工}}, date: 2031-05-03, coined: true,"
        " evidence: [{paragraph: 2, anchor: 5月2日开工}]}\n"
        for at in range(100)
    )
    said = "5月2日开工，" * 100
    model = write_rule_example(f"\n# {said}\nevents:\n{events}", tmp_path)
    read: Counter[str] = Counter()
    monkeypatch.setattr(dated, "overlap", lambda *given: read.update("1") or overlap(*given))
    (report,) = check([model], str(tmp_path / "text.txt"))
    assert [one.code for one in report.problems].count("date-differs") == 100
    assert 0 < read.total() <= 200


def test_the_words_of_much_evidence_are_read_once_and_not_for_each_paragraph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = 60
    text = tmp_path / "text.txt"
    lines = (f"甲{at}村有大棚{at + 100}个，乙{at}村有水井{at + 300}口。" for at in range(size))
    text.write_text("大棚\n" + "\n".join(lines), encoding="utf-8")
    anchors = (f"{{paragraph: {at + 2}, anchor: 甲{at}村有大鹏}}" for at in range(size))
    model = tmp_path / "model.yaml"
    head, _, _ = CLEAN.read_text(encoding="utf-8").partition("  paragraphs:\n")
    model.write_text(
        f"{head}summary:\n  gist: {{zh: 大棚}}\n  evidence: [{{paragraph: 1, anchor: 大棚}}]\n"
        "figures:\n  - {id: halls, label: {zh: 大棚}, text: 100个, value: 100, unit: 个,"
        f" kind: count, evidence: [{', '.join(anchors)}]}}\n",
        encoding="utf-8",
    )
    read: Counter[str] = Counter()
    real = following._pieces
    monkeypatch.setattr(following, "_pieces", lambda text: read.update("1") or real(text))
    (report,) = check([str(model)], str(text))
    assert [one.code for one in report.problems].count("quantity-not-covered") > size // 2
    assert 0 < read.total() <= 6 * size


def test_a_report_holds_nothing_of_what_was_worked_out_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[ProofContext] = []
    begin = ProofContext.__init__

    def note(self: ProofContext, *given: Any) -> None:
        made.append(self)
        begin(self, *given)

    monkeypatch.setattr(ProofContext, "__init__", note)
    report = report_on(inspect_model(SECOND), read_text(SECOND[:-4] + "txt"))
    assert (len(made), vars(made[0]), report.tally is not None) == (1, {}, True)
