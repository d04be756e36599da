"""The marked DOCX: a copy of a DOCX with a comment at every figure that does not agree, as its drafter reads it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from recon.messages import say
from recon.model.asked import Asked
from recon.model.errors import WrongUsage
from recon.model.reconciliation import Reconciliation
from recon.telling import protocol
from recon.telling.excerpts import Scene
from recon.telling.remarks import remarks
from recon.writing.docx import Reading, mark_document
from recon.writing.originals import has_ending, original, refuse_several, the_one

FORMAT = "docx"
SUFFIX = "marked.docx"
BINARY = True
KEEPS = (".docm",)

_DOCUMENTS = (".docx", ".docm")
#: as many reasons for what was not checked are told in the first comment
_REASONS = 12


def refuse(documents: Sequence[str], suggest: bool) -> None:
    """WrongUsage: a marked DOCX is a copy of one DOCX."""
    refuse_several(documents, FORMAT)
    if PurePath(documents[0]).suffix.lower() not in _DOCUMENTS:
        raise WrongUsage("error.no-copy-of", path=documents[0], format=FORMAT, endings=" / ".join(_DOCUMENTS))


def write(result: Reconciliation, asked: Asked) -> bytes:
    """The copy with its comments, and with proposals as tracked changes where they were asked for."""
    document = the_one(result, FORMAT)
    if not has_ending(document, _DOCUMENTS):
        raise WrongUsage("error.no-copy-of", path=document.path, format=FORMAT, endings=" / ".join(_DOCUMENTS))
    scene = protocol.unbroken(result, asked.lang)
    marked = mark_document(
        document.path,
        original(document),
        remarks(result, scene, document.path),
        Reading(document.grids, document.pieces),
        summary(result, scene),
        asked.made,
        asked.suggest,
    )
    for key, parameters in marked.warnings:
        asked.warn(key, parameters)
    return marked.data


def summary(result: Reconciliation, scene: Scene) -> list[str]:
    """What the check came to, and what it could not check: a copy without marks must not read as a clean one."""
    lang = scene.lang
    reasons = list(protocol.unchecked(result, scene))
    numbers = "; ".join(f"{name}: {number}" for name, number in protocol.coverage(result, lang) if number != "0")
    said = [protocol.conclusion(result, lang), *([numbers] if numbers else [])]
    if reasons:
        said.append(say("marked.not_checked", lang))
        said += [f"– {reason}" for reason in reasons[:_REASONS]]
    if len(reasons) > _REASONS:
        said.append(say("marked.not_checked.more", lang, count=len(reasons) - _REASONS))
    return said
