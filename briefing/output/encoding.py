"""Text for a console that has no UTF-8: with similar characters, or else with escapes."""

_NEAR = str.maketrans(
    {
        "¶": "§",
        "–": "-",
        "—": "-",
        "…": "...",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "·": "-",
        "─": "-",
        "│": "|",
        **dict.fromkeys("┌┐└┘├┤┬┴┼╴╵", "+"),
    }
)

_PLAIN = {"¶": "p"}


def fit(text: str, encoding: str | None) -> str:
    """Return ``text`` with all characters that the encoding lacks replaced."""
    name = encoding or "utf-8"
    try:
        text.encode(name)
    except UnicodeEncodeError:
        pass
    except LookupError:
        name = "ascii"
    else:
        return text
    out = []
    for character in text:
        plain = _PLAIN.get(character, ascii(character)[1:-1])
        for form in (character, character.translate(_NEAR), plain):
            try:
                form.encode(name)
            except UnicodeEncodeError:
                continue
            out.append(form)
            break
    return "".join(out)
