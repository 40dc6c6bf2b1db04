"""Where names stand in a text, so that they can be linked to what they name."""

import re
from collections.abc import Iterator, Mapping

_WITHIN_WORD = "(?<=[A-Za-z0-9])(?=[A-Za-z0-9])"
"""Where no name begins, as a regular expression."""


class NameFinder:
    """Finds names in texts: at each place the longest, and in English only as whole words."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._ids: dict[str, str] = {}
        for name, id_ in names.items():
            # A term may begin a sentence, or be in the middle of one.
            for written in (name, name[:1].upper() + name[1:], name[:1].lower() + name[1:]):
                if written == name or " " in name:
                    self._ids.setdefault(written, id_)
        self._lengths: dict[str, list[int]] = {}
        for length, start in sorted({(len(one), one[:2]) for one in self._ids}, reverse=True):
            self._lengths.setdefault(start, []).append(length)
        first = "|".join(sorted({re.escape(one[:1]) for one in self._lengths if one}))
        self._begin = re.compile(rf"(?!{_WITHIN_WORD})(?:{first})(?!\Z)" if first else "(?!)")

    def split(self, text: str) -> Iterator[tuple[str, str | None]]:
        """Yield the text in pieces, each with the id of what it names, or nothing.

        >>> list(NameFinder({"Jiashan": "jia", "Jia": "other"}).split("In Jiashan."))
        [('In ', None), ('Jiashan', 'jia'), ('.', None)]
        """
        start = at = 0
        while begun := self._begin.search(text, at):
            at = begun.start()
            lengths = self._lengths.get(text[at : at + 2], ())
            written = (text[at : at + length] for length in lengths)
            name = next((one for one in written if self._stands(text, one, at)), None)
            if name is None:
                at += 1
                continue
            if start < at:
                yield text[start:at], None
            yield name, self._ids[name]
            start = at = at + len(name)
        if start < len(text):
            yield text[start:], None

    def _stands(self, text: str, name: str, at: int) -> bool:
        """Return whether what stands at an offset is a name, in Latin script as a whole word."""
        if name not in self._ids:
            return False
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        return not (_joins(before, name[0]) or _joins(name[-1], after))


def _joins(one: str, other: str) -> bool:
    """Return whether two characters, one behind the other, are of one word in Latin script."""
    return all(part.isalnum() and part < "\u2e80" for part in (one, other))
