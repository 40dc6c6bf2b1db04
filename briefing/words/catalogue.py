"""The catalogue of our words: a key, its Chinese and its English on each line of a file.

It is a plain table of our own and not gettext's, because both languages are needed at once (for
``--lang both``, for JSON and for the page), because a key with both texts beside it is easier to
review than two compiled files, and because reading it takes less than importing gettext does.
"""

from collections.abc import Iterable
from functools import cache

from briefing.datafiles import read_file, read_lines
from briefing.document import Lang, Phrase
from briefing.model.parts import Bilingual
from briefing.model.sections import SECTIONS
from briefing.problem import Message, message, nearest


@cache
def catalogue() -> dict[str, tuple[str, str]]:
    """Return the Chinese and the English text of every key."""
    return _read_table("catalogue.tsv")


def describe_field(kind: str, field: str, lang: Lang = "en") -> str:
    """Return what a field of a kind of record holds, as ``describe_field("Figure", "value")``.

    A field that many kinds have in common may be described for all, and one that has no description
    is described by its heading.
    """
    known = _read_table("fields.tsv")
    zh, en = known.get(f"{kind}.{field}") or known.get(f"*.{field}") or texts(f"heading.{field}")
    return zh if lang == "zh" else en


def describe_table(name: str, lang: Lang = "en") -> str:
    """Return what a table of a package holds, where it is that of no section.

    A table that has no description is described by its heading.
    """
    zh, en = _read_table("fields.tsv").get(f"{name}.csv") or texts(f"heading.{name}")
    return zh if lang == "zh" else en


def describe_value(kind: str, field: str, value: str, lang: Lang = "en") -> str:
    """Return what a fixed value of a field means; several kinds may have such a field in common."""
    known = _read_table("fields.tsv")
    zh, en = known.get(f"{kind}.{field}={value}") or known[f"{field}={value}"]
    return zh if lang == "zh" else en


def read_skill() -> str:
    """Return how an assistant is to write a model with the tool, in Markdown with front matter."""
    return read_file(__spec__, "skill.md")


@cache
def _read_table(name: str) -> dict[str, tuple[str, str]]:
    rows = (line.split("\t") for line in read_lines(__spec__, name))
    return {key: (zh, en) for key, zh, en in rows}


def texts(key: str) -> tuple[str, str]:
    """Return the Chinese and the English text of a key.

    A key that is not in the catalogue stands for the one without its last part, as
    ``system.ENXIO`` for ``system``. Raises :class:`KeyError` where there is neither.
    """
    entries = catalogue()
    while key not in entries and "." in key:
        key = key.rpartition(".")[0]
    return entries[key]


def phrase(zh: str, en: str | None, lang: Lang) -> Phrase:
    """Return one of two texts, or both; a text that is the same in both is given once."""
    if lang == "zh" or not en or zh == en:
        return Phrase(zh=zh)
    if lang == "en":
        return Phrase(en=en)
    return Phrase(zh, en)


def fill(key: str, lang: Lang, **values: Phrase) -> Phrase:
    """Return a text of the catalogue with the words of each language in its places."""
    zh, en = texts(key)
    return phrase(
        zh.format_map({name: value.chinese for name, value in values.items()}),
        en.format_map({name: value.english for name, value in values.items()}),
        lang,
    )


def say(text: Bilingual, lang: Lang) -> Phrase:
    """Return a text of the model in the reader's language, or in Chinese where it has no other."""
    return phrase(text.zh, text.en, lang)


def heading(key: str, lang: Lang) -> Phrase:
    """Return our word for a section, a column or a field."""
    if key in SECTIONS:
        return phrase(*SECTIONS[key].heading, lang)
    return phrase(*texts(f"heading.{key}"), lang)


def label(key: str, lang: Lang) -> Phrase:
    """Return our word for a fixed value, such as a kind or a status, or for a remark."""
    return phrase(*texts(f"label.{key}"), lang)


def stage(key: str, lang: Lang) -> Phrase:
    """Return our word for a stage, which is shorter than the label of a project's status."""
    return phrase(*texts(f"stage.{key}"), lang)


def gap(kind: str, lang: Lang) -> Phrase:
    """Return our word for a kind of thing that an article leaves unsaid."""
    return phrase(*texts(f"gap.{kind}"), lang)


def value_named(name: str, of: str, values: Iterable[str]) -> str:
    """Return which of some fixed values a word of ours in either language means, or else the word.

    ``of`` is the part of the catalogue that the values stand in: ``label``, ``stage``, ``order``
    or ``gap``.
    """
    plain = " ".join(name.strip().lower().replace("_", " ").replace("-", " ").split())
    for value in values:
        words = (value.replace("_", " "), *texts(f"{of}.{value}"))
        if plain in (word.lower().replace("-", " ") for word in words):
            return value
    return name


def suggest_word(name: str, of: str, values: Iterable[str]) -> Message | None:
    """Return the hint at the one of some fixed values whose word of ours is nearest to a name."""
    words = {word.lower(): one for one in values for word in (one, *texts(f"{of}.{one}"))}
    close = nearest(name.lower(), words)
    return (
        message("hint.did-you-mean", suggestion=message(f"{of}.{words[close]}")) if close else None
    )
