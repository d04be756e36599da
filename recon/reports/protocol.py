"""The protocol of control: a DOCX to sign and attach, with the table of discrepancies, causes and coverage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from recon.messages import say
from recon.model.asked import Asked
from recon.model.reconciliation import Reconciliation
from recon.telling import protocol
from recon.telling.discrepancies import Discrepancy, discrepancies
from recon.telling.excerpts import Scene
from recon.writing.docx_document import UPRIGHT_WIDTH, WIDE_WIDTH, document, paragraph, section_end, table

SUFFIX = "protocol.docx"
BINARY = True

_COLUMNS = ("number", "where", "about", "stated", "computed", "difference", "rule", "level", "proposal")
#: widths in parts of the page's width
_WIDTHS = (4, 13, 14, 9, 9, 9, 23, 12, 18)
_AMOUNTS = (3, 4, 5)


def write(result: Reconciliation, asked: Asked) -> bytes:
    """The protocol of a run."""
    lang = asked.lang
    scene = protocol.unbroken(result, lang, asked.everything)
    body = [*_first_pages(result, scene, asked.made.date()), section_end(wide=False), *_discrepancies(result, scene)]
    body += [section_end(wide=True), *_last_pages(result, scene), section_end(wide=False, last=True)]
    page = say("protocol.page", lang, number="{number}", count="{count}")
    return document(body, say("protocol.title", lang), page, lang, asked.made)


def _heading(number: int, key: str, lang: str) -> str:
    return paragraph(f"{number}. {say(f'protocol.{key}', lang)}", "Heading1")


def _first_pages(result: Reconciliation, scene: Scene, made: date) -> Iterator[str]:
    lang = scene.lang
    yield paragraph(say("protocol.title", lang), "Title")
    yield paragraph(say("protocol.subtitle", lang), "Subtitle")
    names = UPRIGHT_WIDTH * 27 // 100
    yield table((), [(f"{name}:", value) for name, value in protocol.about(result, lang, made)],
                (names, UPRIGHT_WIDTH - names), ruled=False, style="Entry")  # fmt: skip
    yield _heading(1, "summary", lang)
    yield paragraph(protocol.conclusion(result, lang), "Kept")
    heads = [say(f"protocol.{name}", lang) for name in ("level", "count")]
    rows = [(name, str(count)) for name, count in protocol.levels(result, lang)]
    yield _numbers(heads, rows)
    yield _heading(2, "coverage", lang)
    heads = [say(f"protocol.coverage.{name}", lang) for name in ("name", "number")]
    yield _numbers(heads, list(protocol.coverage(result, lang)))


def _numbers(heads: list[str], rows: list[tuple[str, str]]) -> str:
    narrow = UPRIGHT_WIDTH // 4
    return table(heads, rows, (UPRIGHT_WIDTH - narrow, narrow), amounts=(1,), style="Entry")


def _discrepancies(result: Reconciliation, scene: Scene) -> Iterator[str]:
    lang = scene.lang
    yield _heading(3, "table", lang)
    rows = discrepancies(result, scene)
    if not rows:
        yield paragraph(say("protocol.table.none", lang))
        return
    several = len(result.documents) > 1
    widths = [WIDE_WIDTH * width // sum(_WIDTHS) for width in _WIDTHS]
    heads = [say(f"marked.head.{name}", lang) for name in _COLUMNS]
    yield table(heads, [_cells(n, row, several) for n, row in enumerate(rows, 1)], widths, _AMOUNTS)


def _cells(number: int, row: Discrepancy, several: bool) -> tuple[str, ...]:
    where = [PurePath(row.finding.at.document).name] if several else []
    stated = f"{row.stated}\n{row.unit}" if row.stated and row.unit else row.stated
    rule = f"{row.rule}\n{row.told}" if row.told else row.rule
    proposal = f"{row.cause}: {row.proposal}" if row.cause else row.proposal or "–"
    return (str(number), ", ".join([*where, row.place]), row.about or "–", stated or "–", row.computed or "–",
            row.difference or "–", rule, row.level, proposal)  # fmt: skip


def _last_pages(result: Reconciliation, scene: Scene) -> Iterator[str]:
    lang = scene.lang
    yield _heading(4, "causes", lang)
    told = list(protocol.causes(result, scene))
    for headline, *lines in told:
        yield paragraph(headline[:1].upper() + headline[1:], "Kept")
        yield from (paragraph(line, "Indented") for line in lines)
    if not told:
        yield paragraph(say("protocol.causes.none" if result.findings else "protocol.table.none", lang))
    yield _heading(5, "unchecked", lang)
    left = list(protocol.unchecked(result, scene))
    yield from (paragraph(f"– {line}", "Item") for line in left)
    if not left:
        yield paragraph(say("protocol.unchecked.none", lang))
    yield paragraph(say("protocol.note", lang), "Kept")
    yield _heading(6, "signatures", lang)
    yield from _signatures(lang)


def _signatures(lang: str) -> Iterator[str]:
    quarter = UPRIGHT_WIDTH // 4
    widths = (quarter, quarter, quarter, UPRIGHT_WIDTH - 3 * quarter)
    small = [say(f"protocol.signature.{name}", lang) for name in ("position", "signature", "name", "date")]
    for who in ("checked", "agreed"):
        yield paragraph(f"{say(f'protocol.signature.{who}', lang)}:", "Kept")
        yield table((), [("\n_______________",) * 4, small], widths, ruled=False, style="Small")
