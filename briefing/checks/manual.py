"""What each code of a problem means, and which of them are asked for on the command line."""

from collections.abc import Iterable
from itertools import chain
from textwrap import indent
from typing import NamedTuple

from briefing import limits
from briefing.checks.check import RULE_MODULES
from briefing.checks.registry import RULES
from briefing.checks.report import Report
from briefing.problem import Problem

READ_ERRORS: dict[str, str] = {
    "unreadable": "The file is missing or may not be read.",
    "no-model": "The folder holds no `.yaml` or `.yml` file.",
    "too-large": (
        "The model is over {MODEL_MEBIBYTES} MiB or {MODEL_VALUES:,} values, a text in it over "
        "{VALUE_CHARACTERS:,} characters, or the source text over {SOURCE_CHARACTERS:,} "
        "characters, {SOURCE_PARAGRAPHS:,} paragraphs, {SOURCE_SENTENCES:,} sentences or "
        "{SOURCE_NUMBERS:,} numbers. A model whose texts together have over "
        "{MODEL_CHARACTERS:,} characters, or state over {MODEL_NUMBERS:,} numbers, is not held "
        "against its source text. Over {SHELF_MODELS:,} models are not read together."
    ),
    "not-text": "The file is a web page, a PDF or a file of another kind, and no plain text.",
    "not-utf-8": "A byte is not UTF-8.",
    "byte-order-mark": "A byte order mark stands before the text. A warning. `--fix` removes it.",
    "control-character": (
        "A character would move the cursor, hide text or turn its direction. `--fix` removes one "
        "that has no width."
    ),
    "syntax": (
        "The text is not YAML, or not one document of it. `--fix` mends marks that look like those "
        "of YAML, and blanks; `--unsafe-fixes` adds a comma or a quotation mark that is missing."
    ),
    "alias": "An alias or an anchor of YAML is used; each value is written where it belongs.",
    "tag": "A tag of YAML is used; the model's own types say what a value is.",
    "too-deep": (
        "Lists and mappings stand in each other over {NESTING_LEVELS} levels deep, or records are "
        "part of each other that deep."
    ),
    "empty": "The file, or the source text, holds nothing.",
    "schema-1": "The model was written for the first schema; `docs/schema-2.md` says what changed.",
    "duplicate-key": "A mapping has a key twice.",
    "unknown-key": "A record has a key that the model does not know.",
    "missing-key": "A record lacks a key that it needs.",
    "missing": "A list that needs at least one entry has none.",
    "wrong-type": (
        "A value is not what its field holds. `--fix` writes full-width digits and letters in "
        "ASCII; `--unsafe-fixes` takes the nearest of a few values."
    ),
    "duplicate-id": "An id is used by two records.",
    "unknown-id": (
        "A reference names no record, or one of the wrong section. `--unsafe-fixes` takes the id "
        "that is nearest to it."
    ),
    "named-twice": "A list names the same record twice. `--fix` leaves the second out.",
    "circle": "A record is part of itself, by way of what it is part of.",
    "duplicate-article": "Two models give their article the same id.",
}
"""The codes of what keeps a model or a source text from being read, and what each one means."""

LEFT_OUT = {
    "left-out": (
        "Of one code, {PROBLEMS_OF_A_CODE:,} problems of a file are listed, and the rest counted. "
        "It is a warning where they are."
    )
}
"""The code of what stands in the place of problems that are not listed, and what it means."""


def explain_codes() -> dict[str, str]:
    """Return every code with what it means, in the order of the manual."""
    assert RULE_MODULES  # importing these modules has filled RULES
    all_entries = READ_ERRORS | LEFT_OUT
    entries = {code: text.format_map(limits.by_name()) for code, text in all_entries.items()}
    rules = {rule.code: " ".join(rule.manual().text.split()) for rule in RULES.values()}
    return entries | rules


def explain(code: str) -> str:
    """Return what a code means, and for a rule an example that passes and one that fails.

    Raises :class:`KeyError` for a code that there is not.
    """
    if code not in RULES:
        return f"{code}: {explain_codes()[code]}\n"
    manual = RULES[code].manual()
    examples = "".join(
        f"\n{name}:\n{indent(example, '  ')}\n"
        for name, example in (("Passes", manual.passes), ("Fails", manual.fails))
    )
    return f"{code}: {manual.text}\n{examples}"


WARNED_OF = ("byte-order-mark",)
"""The codes of what is found when a model is read, and does not keep it from being read."""


def list_selectable() -> list[str]:
    """Return the codes that can be asked for, or left out."""
    return [*WARNED_OF, *RULES]


def codes_of(written: str) -> list[str]:
    """Return the codes that a word means: itself or, if it ends in ``-``, all that begin so."""
    known = list_selectable()
    is_start = written.endswith("-")
    return [one for one in known if one == written or (is_start and one.startswith(written))]


class Selection(NamedTuple):
    """The codes that are asked for, ``None`` for all, and those that are left out.

    What keeps a model from being read is always shown, as nothing is proved while it is there.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, select: Iterable[Iterable[str]] | None, ignore: Iterable[Iterable[str]] | None
    ) -> "Selection":
        """Return the selection of options, each of which may be given several times."""
        asked = frozenset(chain.from_iterable(select)) if select else None
        return cls(asked, frozenset(chain.from_iterable(ignore or ())))

    def keeps(self, problem: Problem) -> bool:
        """Return whether a problem is shown, or for many that are left out, one of them."""
        code = problem.message.values["code"] if problem.code == "left-out" else problem.code
        if code in READ_ERRORS and code not in WARNED_OF:
            return True
        return code not in self.ignore and (self.select is None or code in self.select)

    def apply(self, report: Report) -> Report:
        """Return a report with the problems that are asked for, and the others counted."""
        kept = list(filter(self.keeps, report.problems))
        return report._replace(problems=kept, unselected=len(report.problems) - len(kept))
