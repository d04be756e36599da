"""Date, number and approval of a document are filled in, and so are the dates of its plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from recon.checks.form import holds, told, undecided
from recon.extract.wording import Wording, normalise, wording
from recon.ledger.ledger import Ledger
from recon.model.document import Paragraph
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.locator import Locator
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_BLANK = re.compile(r"от\s+[«\"]?\s*_+\s*[»\"]?.{0,40}(?:№|N)\s*_+|(?:№|N)\s*_{2,}")
_HEAD_BLOCKS = 60


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Lines left to be filled in by hand, and rows of a passport that ask for date and number and have none."""
    words = wording(vocabulary)
    for extraction in extractions:
        draft = _is_draft(extraction, words)
        for block in extraction.document.blocks:
            if isinstance(block, Paragraph) and "_" in block.text and (found := _BLANK.search(block.text)):
                at = Locator(extraction.document.path, block.line, page=block.page)
                yield _told("finding.requisite-blank", at, found[0].strip(), draft)
        for table in extraction.outline().tables:
            for row in table.rows:
                if len(row.texts) != 2:
                    continue
                label, value = (normalise(text) for text in row.texts)
                if not words.has("requisite", label):
                    continue
                if value.strip(" -_"):
                    yield holds()
                elif row.torn:
                    yield undecided()  # the value may stand behind the page break
                else:
                    yield _told("finding.requisite-missing", row.at, row.texts[0].strip(), draft)


def _is_draft(extraction: Extraction, words: Wording) -> bool:
    return any(
        isinstance(block, Paragraph) and words.begins("drafting", normalise(block.text)) is not None
        for block in extraction.document.blocks[:_HEAD_BLOCKS]
    )


def _told(message: str, at: Locator, raw: str, draft: bool) -> Comparison:
    severity = Severity.INFORMATION if draft else None
    return told(message, at, {"raw": raw}, element=raw if message.endswith("missing") else "", severity=severity)
