"""Each rule's entry in the manual: its examples do what it says that they do."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.checks.manual import explain_codes
from briefing.checks.registry import RULES, Rule
from support import write_rule_example


def codes(example: str, folder: Path) -> set[str]:
    """The codes that a check finds in an example, those that only follow from others too."""
    report = check([write_rule_example(example, folder)], notes=True)[0]
    return {one.code for one in [*report.problems, *report.following]}


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
