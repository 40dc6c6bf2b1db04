"""What a file is that should be a text in UTF-8 and is not, and what makes one of it."""

import os
import re
import shlex

from briefing.problem import Message, message

_HEAD = 4_096
_SAMPLE = 20_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What a file of today's Office is called within the old kind of file that locks it."""
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (_OLD_OFFICE, "doc"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
)
"""How the files of other programs begin."""
_ZIPPED = ((b"word/", "docx"), (b"opendocument.text", "odt"), (b"epub", "epub"))
"""What is in a zip file that is a document of a word processor, or a book."""
_COMMANDS = {
    "pdf": "pdftotext -enc UTF-8 {file} new.txt",
    "rtf": "pandoc -t plain --wrap=none {file} -o new.txt",
    "doc": "soffice --headless --convert-to 'txt:Text (encoded):UTF8' {file}",
    "docx": "pandoc -t plain --wrap=none {file} -o new.txt",
    "odt": "pandoc -t plain --wrap=none {file} -o new.txt",
    "epub": "pandoc -t plain --wrap=none {file} -o new.txt",
    "gzip": "gzip -dc {file} > new.txt",
    "html": "pandoc -f html -t plain --wrap=none {file} -o new.txt",
}
"""What makes a text of such a file, where a plain tool does."""
_ENCODINGS = {
    "utf-32": "UTF-32",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "gb18030": "GB18030",
    "big5hkscs": "BIG5-HKSCS",
    "shift_jis": "SHIFT_JIS",
}
"""The encodings that are told, as Python and as iconv name them."""
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们到作地于出就分对成会可主发年动同工也能下过"
    "这為個國時來們於對會發動過產業經濟产业经济市省县区建设建設全新高月日，。、“”《》：；「」のはをにが"
)
"""Characters of which every longer Chinese text has many, and no text in a wrong encoding."""
_HTML = re.compile(rb"(?i)^\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.S)
_TAG_END = re.compile(rb"(?i)</(?:p|div|span|a|td|li|h[1-6]|body|article|section|script)>")
_FEWEST_TAGS = 3
_SAVED_PAGE = re.compile(rb"(?i)\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")


def name_other(content: bytes, file: str) -> Message | None:
    """Return what a file is that is no plain text, or ``None`` where it may be one."""
    kind = find_kind(content)
    return _other(kind, content, file) if kind else None


def name_fragment(content: bytes, file: str) -> Message | None:
    """Return that a source text is a part of a web page, if it holds tags that end."""
    has_tags = len(_TAG_END.findall(content[:_SAMPLE])) >= _FEWEST_TAGS
    return _other("html", content, file) if has_tags else None


def _other(kind: str, content: bytes, file: str) -> Message:
    command = _COMMANDS.get(kind)
    name = find_encoding(content) if kind == "html" else None
    if command and name in _ENCODINGS:  # pandoc reads nothing but UTF-8
        command = f"iconv -f {_ENCODINGS[name]} -t UTF-8 {{file}} | " + command.replace(
            " {file}", ""
        )
    hint = message("hint.command", command=_written(command, file)) if command else None
    return message("not-text", kind=message(f"kind.{kind}"), hint=hint)


def find_kind(content: bytes) -> str | None:
    """Return what a file is that is no plain text, as in ``kind.pdf`` of the catalogue.

    A web page that a browser saved as one file is a ``page``, and any other one ``html``.
    """
    if content.startswith(_OLD_OFFICE) and _LOCKED in content:
        return "locked"
    for begins, kind in _MAGIC:
        if content.startswith(begins):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return next((kind for part, kind in _ZIPPED if part in content), "zip")
    head = content.removeprefix(b"\xef\xbb\xbf")[:_HEAD]
    headers = _SAVED_PAGE.match(head.replace(b"\r\n", b"\n"))
    if headers and b"multipart/related" in headers[0].lower():
        return "page"
    return "html" if _HTML.match(head) else None


def name_encoding(content: bytes, file: str) -> Message:
    """Return in what encoding content is that is not UTF-8, as far as that can be told."""
    name = find_encoding(content)
    if name == "utf-8":
        return message("encoding.damaged")
    if name is None:
        return message("encoding.binary" if b"\0" in content[:_SAMPLE] else "encoding.unknown")
    encoding = _ENCODINGS[name]
    ending = os.path.splitext(file)[1]
    command = f"iconv -f {encoding} -t UTF-8 {{file}} > new{shlex.quote(ending) if ending else ''}"
    shown = "GB18030 (GBK)" if name == "gb18030" else encoding
    return message("encoding.known", encoding=shown, command=_written(command, file))


def find_encoding(content: bytes) -> str | None:
    """Return the encoding that content seems to be in, as Python names it, if that can be told.

    It is ``utf-8`` also where a few bytes of it are damaged.
    """
    if marked := next((name for mark, name in _MARKS if content.startswith(mark)), None):
        return marked
    if _is_utf_8(content) or _is_damaged(content):
        return "utf-8"
    return _guess(_sample(content))


def _sample(content: bytes) -> bytes:
    """Return the beginning of what is not ASCII: the head of a web page may have none of it."""
    wide = re.search(rb"[\x80-\xff]", content)
    start = wide.start() // 4 * 4 if wide else 0  # a character has two or four bytes in UTF-16
    return content[start : start + _SAMPLE]


def _is_damaged(content: bytes) -> bool:
    """Return whether content is UTF-8 but for a few bytes."""
    text = content.decode("utf-8", "replace")
    wide = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") * 20 < wide and "\0" not in text


def _guess(content: bytes) -> str | None:
    """Return the encoding in which content has the most frequent characters, if it has many."""
    best, found = 0.1, None
    for name in ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "shift_jis"):
        text = _decode(content, name)
        wide = [character for character in text if character > "\x7f"]
        share = sum(one in _FREQUENT for one in wide) / len(wide) if wide else 0
        if share > best:
            best, found = share, name
    return found


def _decode(content: bytes, name: str) -> str:
    """Return content in an encoding, without its last character, which may be cut; or nothing."""
    for end in range(4):
        try:
            return content[: len(content) - end].decode(name)
        except UnicodeDecodeError:
            continue
    return ""


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _written(command: str, file: str) -> str:
    return command.format(file=shlex.quote(file))
