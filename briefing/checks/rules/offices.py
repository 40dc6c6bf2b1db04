"""The rule on offices of the state that our own prose names, and the text does not."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.checks.context import ProofContext
from briefing.checks.once import once
from briefing.checks.owntexts import list_prose
from briefing.checks.registry import source_rule
from briefing.names.ministries import Field, list_fields
from briefing.problem import Finding, message


@source_rule(warning=True)
def office_not_named(context: ProofContext) -> Iterator[Finding]:
    """Our own Chinese prose names an office with a task that the text nowhere names. A warning.

    It is a bureau, department or commission such as 气象局 or 科技厅, and the text has no word for
    its task, in full or in short. Names of records, glosses of terms and what is `implied` are not
    read.

    Passes:
        # 县气象台预计今天有雨。
        events: [{id: rain, coined: true, name: {zh: 县气象局预计有雨},
          evidence: [{paragraph: 2, anchor: 今天有雨}]}]
    Fails:
        # 县水利局预计今天有雨。
        events: [{id: rain, coined: true, name: {zh: 县气象局预计有雨},
          evidence: [{paragraph: 2, anchor: 今天有雨}]}]
    """
    for where, text in list_prose(context.own_texts):
        for field, office in _list_offices() if _IS_OFFICE.search(text.zh) else ():
            named = office.search(text.zh)
            if named and not _may_be_named(context, field):
                yield Finding(message("office-not-named", name=named[0]), (*where, "zh"))


@once
def _may_be_named(context: ProofContext, field: Field) -> bool:
    """Return whether the text has a word for a task, or an office in whose name it may be short.

    市教体局 is that of education and sport.
    """
    if field.chinese.search(context.whole_text):
        return True
    characters = set(_HAN.findall(field.chinese.pattern))
    return any(characters & set(one[0]) for one in _OFFICE.finditer(context.whole_text))


_HAN = re.compile("[\u4e00-\u9fff]")
_OFFICE = re.compile("[\u4e00-\u9fff]{1,4}[局厅委署]")
_IS_OFFICE = re.compile("[局厅委署]")


@cache
def _list_offices() -> tuple[tuple[Field, re.Pattern[str]], ...]:
    """Return the tasks of offices, each with the names of offices that have it."""
    return tuple(
        (one, re.compile(f"(?:{one.chinese.pattern})(?:[局厅委署](?![员托派])|委员会)"))
        for one in list_fields()
    )
