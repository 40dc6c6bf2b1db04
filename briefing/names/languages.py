"""What is worked out for each of the two languages."""

import re
from collections.abc import Callable
from typing import TypeVar

Held = TypeVar("Held")


class ByLanguage(dict[str, Held]):
    """What is worked out for a language when it is first asked for: most memos are in one alone."""

    def __init__(self, work_out: Callable[[str], Held]) -> None:
        self._work_out = work_out

    def __missing__(self, language: str) -> Held:
        found = self[language] = self._work_out(language)
        return found


def compile_words(english: str, chinese: str) -> ByLanguage[re.Pattern[str]]:
    """Return the patterns of words, each of which is compiled when its language is asked for.

    English ones stand between the bounds of words, and capitals make no difference.
    """
    patterns = {"en": rf"(?<![A-Za-z])(?:{english})(?![A-Za-z])", "zh": chinese}
    return ByLanguage(lambda lang: re.compile(patterns[lang], re.I if lang == "en" else 0))
