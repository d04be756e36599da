"""By which rules the documents were judged, and why by these; what was silenced, with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from recon.messages import say
from recon.model.reconciliation import DocumentResult, Reconciliation

#: how many documents are named with their profile before the rest is only counted
_NAMED = 5


def rules_told(result: Reconciliation, lang: str, everything: bool) -> Iterator[str]:
    """One line for the profile, or one a document where they differ, and one for each rule that is off."""
    judged = [document for document in result.documents if document.profile_why is not None]
    if len({(document.profile, str(document.profile_why)) for document in judged}) == 1:
        yield say("report.rules", lang, profile=_name(judged[0], result), why=_why(judged[0]))
    elif judged:
        yield say("report.rules.several", lang)
        shown = judged if everything or len(judged) <= _NAMED + 1 else judged[:_NAMED]
        for document in shown:
            told = say("report.rules.document", lang, profile=_name(document, result), path=document.path,
                       why=_why(document))  # fmt: skip
            yield f"  {told}"
        if len(shown) < len(judged):
            yield f"  {say('report.rules.others', lang, count=len(judged) - len(shown))}"
    yield from silenced_told(result, lang)


def silenced_told(result: Reconciliation, lang: str) -> Iterator[str]:
    """One line for each rule that is off, with its reason."""
    for rule in result.rulebook.silenced:
        yield say("report.rules.silenced", lang, code=rule.code, title=rule.title.get(lang, rule.name),
                  why=rule.disabled)  # fmt: skip


def profile_told(document: DocumentResult, result: Reconciliation, lang: str) -> str:
    """The rules that one document was judged by, and why by these."""
    return say("report.rules.profile", lang, profile=_name(document, result), why=_why(document))


def _name(document: DocumentResult, result: Reconciliation) -> str:
    """The profile, behind the name of the rules that were asked for where they build on it."""
    own = result.rulebook.profile
    if result.rulebook.named and own != document.profile:
        return f"{own}, {document.profile}"
    return document.profile


def _why(document: DocumentResult) -> tuple[str, dict[str, object]]:
    return document.profile_why or ("profile.why.nothing", {})
