"""What the environment of the process asks for, where the command line does not say it."""

import os
from collections.abc import Mapping, Sequence
from typing import cast, get_args

from briefing.document import Lang

LANGUAGES: tuple[Lang, ...] = get_args(Lang)


def preferred_language(environ: Mapping[str, str]) -> Lang:
    """Return the language that the environment asks for.

    ``BRIEFING_LANG`` decides, or else the first variable of the locale that is set.
    """
    if environ.get("BRIEFING_LANG") in LANGUAGES:
        return cast("Lang", environ["BRIEFING_LANG"])
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    return "en"


def chosen_models(named: Sequence[str] | None) -> list[str]:
    """Return the models that the command line names, or else those of ``BRIEFING_ARTICLE``."""
    return list(named or filter(None, os.environ.get("BRIEFING_ARTICLE", "").split(os.pathsep)))
