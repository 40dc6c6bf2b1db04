"""What Word and Excel files have in common: both are zip archives of XML."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_DATES = re.compile(rb"<dcterms:(created|modified).*?</dcterms:\1>")


def replace_illegal(text: str) -> str:
    """Return ``text`` with a replacement character for each character that XML does not allow."""
    return _ILLEGAL.sub("\ufffd", text)


def remove_dates(
    content: bytes, filled: Mapping[str, Callable[[bytes], Iterable[bytes]]] | None = None
) -> bytes:
    """Return the file without its dates, so that the same records make the same file.

    Parts that are to be ``filled`` are given to what yields them whole, by their names.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = zipfile.ZipInfo(name)
            part.compress_type = zipfile.ZIP_DEFLATED
            written = _DATES.sub(b"", old.read(name))
            fill = (filled or {}).get(name)
            with new.open(part, "w") as stream:
                for piece in fill(written) if fill else [written]:
                    stream.write(piece)
    return out.getvalue()
