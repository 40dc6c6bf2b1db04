"""What Word's and Excel's files have in common: both are a zip archive of XML."""

import io
import re
import zipfile

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATED = re.compile(rb"<dcterms:(created|modified).*?</dcterms:\1>")


def legal(text: str) -> str:
    """Return ``text`` with a replacement character for each one that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def packed(content: bytes) -> bytes:
    """Return the file without its dates, so that the same facts make the same file."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = zipfile.ZipInfo(name)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, _DATED.sub(b"", old.read(name)))
    return out.getvalue()
