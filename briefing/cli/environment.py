"""What the environment of the process asks for, where the command line does not say it."""

import os
from collections.abc import Mapping, Sequence
from typing import cast, get_args

from briefing.document import Lang
from briefing.problem import BriefingError, Status, message

LANGUAGES: tuple[Lang, ...] = get_args(Lang)


def preferred_language(environ: Mapping[str, str]) -> Lang:
    """Return the language that the environment asks for.

    ``BRIEFING_LANG`` decides, or else the locale.
    """
    if environ.get("BRIEFING_LANG") in LANGUAGES:
        return cast("Lang", environ["BRIEFING_LANG"])
    return locale_language(environ)


def locale_language(environ: Mapping[str, str]) -> Lang:
    """Return the language of the locale: the first variable of it that is set decides."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    return "en"


def asked_language(given: Lang | None) -> Lang:
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
    return given or preferred_language(os.environ)


def chosen_models(named: Sequence[str] | None) -> list[str]:
    """Return the models that the command line names, or else those of ``BRIEFING_ARTICLE``."""
    return list(named or filter(None, os.environ.get("BRIEFING_ARTICLE", "").split(os.pathsep)))
