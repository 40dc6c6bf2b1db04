"""Each rule's entry in the manual: its examples do what it says that they do."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.checks.manual import explain_codes
from briefing.checks.registry import RULES, Rule
from support import SMALLEST

FIRST = "标题：要点。2031-05-06 08:30，报"


def digest(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def codes(example: str, folder: Path) -> set[str]:
    """The codes that a check finds in the smallest model with an example added to it."""
    lines = [FIRST, *re.findall("^# (.*)$", example, re.M)]
    (folder / "text.txt").write_text("\n".join(lines), encoding="utf-8")
    own = re.search("^source: {paragraphs: \\[(.*)\\]}\n?", example, re.M)
    digests = [digest(line) for line in lines]
    if own:
        numbers = map(int, re.findall(r"\d+", own[1]))
        digests = [digests[number - 1] for number in numbers]
        example = example.replace(own[0], "")
    added = re.search("^source: {(.*)}\n?", example, re.M)
    if added:
        example = example.replace(added[0], "")
    source = f"  {added[1]}\n" if added else ""
    source += f"  text: text.txt\n  paragraphs: [{', '.join(digests)}]\nsummary:"
    waiver = "{paragraph: 1, text: '2031-05-06 08:30', reason: {zh: 时间, en: Time}}"
    model = SMALLEST.replace("summary:", source)
    if "waived:" in example:
        example = re.sub(r"waived: \[", f"waived: [{waiver}, ", example)
    else:
        example += f"\nwaived: [{waiver}]\n"
    file = folder / "model.yaml"
    file.write_text(model + example, encoding="utf-8")
    return {problem.code for problem in check([str(file)], notes=True)[0].problems}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_examples_of_a_rule_pass_and_fail_as_it_says(rule: Rule, tmp_path: Path) -> None:
    manual = rule.manual()
    assert manual.passes
    assert manual.fails
    assert rule.code not in codes(manual.passes, tmp_path)
    failing = codes(manual.fails, tmp_path)
    assert rule.code in failing
    assert failing <= set(explain_codes())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_entry_of_a_rule_is_sentences_and_says_whether_it_warns(rule: Rule) -> None:
    text = rule.manual().text
    assert re.match("[A-Z].*[.]$", " ".join(text.split()))
    assert rule.warning == ("A warning" in text)
    assert rule.note == ("A note" in text)


def test_the_manual_has_the_order_of_the_modules_whichever_is_imported_first() -> None:
    script = (
        "import briefing.checks.holding\n"
        "from briefing.checks.check import RULE_MODULES, RULES\n"
        "order = [module.__name__ for module in RULE_MODULES]\n"
        "held = [order.index(rule.module) for rule in RULES.values()]\n"
        "assert held == sorted(held), held\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
