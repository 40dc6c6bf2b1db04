"""Replacements for characters that the encoding of a console lacks."""

_SIMILAR = str.maketrans(
    {
        "¶": "§",
        "…": "...",
        "│": "|",
        **dict.fromkeys("–—·─", "-"),
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╴╵", "+"),
    }
)


def fit(text: str, encoding: str | None) -> str:
    """Return ``text`` with a similar character or an escape for each one that the encoding lacks.

    ``None`` stands for UTF-8. An encoding that Python does not know is treated as ASCII.
    """
    encoding = encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_fit_character(character, encoding) for character in text)
    except LookupError:
        return "".join(_fit_character(character, "ascii") for character in text)
    return text


def _fit_character(character: str, encoding: str) -> str:
    for candidate in (character, character.translate(_SIMILAR)):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return "p" if character == "¶" else ascii(character)[1:-1]
