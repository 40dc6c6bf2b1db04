"""What the environment of the process asks for, where the command line does not say it."""

import os
from collections.abc import Sequence
from typing import get_args

from briefing.document import Lang
from briefing.problem import BriefingError, Status, message

LANGUAGES: tuple[Lang, ...] = get_args(Lang)


def find_preferred_language() -> Lang:
    """Return the language that ``BRIEFING_LANG`` asks for, or else that of the locale."""
    asked = os.environ.get("BRIEFING_LANG")
    return asked if asked in LANGUAGES else read_locale_language()


def read_locale_language() -> Lang:
    """Return the language of the locale: the first variable of it that is set decides."""
    values = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, values), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def choose_language(given: Lang | None) -> Lang:
    """Return the language that is given, or else the one that the environment asks for.

    Raises :class:`BriefingError` where ``BRIEFING_LANG`` has no language of ours.
    """
    value = os.environ.get("BRIEFING_LANG")
    if given is None and value and value not in LANGUAGES:
        raise BriefingError(
            message("usage.no-choice", option="BRIEFING_LANG", value=value, hint=None),
            message("hint.there-are", names=LANGUAGES),
            status=Status.USAGE,
        )
    return given or find_preferred_language()


def choose_models(named: Sequence[str] | None) -> list[str]:
    """Return the models that the command line names, or else those of ``BRIEFING_ARTICLE``."""
    return list(named or filter(None, os.environ.get("BRIEFING_ARTICLE", "").split(os.pathsep)))
