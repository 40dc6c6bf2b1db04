"""Memos that tests hold against an article: how a verifier is made, and what became of a memo."""

from pathlib import Path

from briefing.drafting.draft import draft_page
from briefing.drafting.pages.page import read_page
from briefing.model.reading import inspect_model
from briefing.model.text import read_text
from briefing.verifying.claim import BORNE_OUT, Claim
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verifier


def make_verifier(model: str, text: str) -> Verifier:
    """Return a verifier by the files of a model and of its text."""
    inspected = inspect_model(model)
    assert inspected.article, inspected.problems
    return Verifier([inspected.article], {inspected.article.source.id: read_text(text)})


def write_verifier(folder: Path, model: str, text: str) -> Verifier:
    """Return the same by a model and a text that are written into a folder."""
    files = folder / "model.yaml", folder / "text.txt"
    for file, content in zip(files, (model, text), strict=True):
        file.write_text(content, encoding="utf-8")
    return make_verifier(*map(str, files))


def draft_verifier(folder: Path, text: str, date: str) -> Verifier:
    """Return the same by a draft of an English model of a text that was published on a date."""
    page = read_page(text.encode(), str(folder / "text.txt"))
    return write_verifier(folder, draft_page(page, "en", date=date).model, text)


def list_claims(verifier: Verifier, sentence: str) -> tuple[Claim, ...]:
    """Return what became of the claims of a memo."""
    return verifier.verify(Memo("memo.txt", tuple(split_memo(sentence)))).claims


def list_doubted(verifier: Verifier, sentence: str) -> set[str]:
    """Return the words of a memo that are not borne out."""
    return {one.text for one in list_claims(verifier, sentence) if one.status != BORNE_OUT}


def is_borne_out(verifier: Verifier, sentence: str) -> bool:
    """Return whether a memo makes claims, and all of them are borne out."""
    return {one.status for one in list_claims(verifier, sentence)} == {BORNE_OUT}
