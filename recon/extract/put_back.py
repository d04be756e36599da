"""What is put back into a document before its tables are asked what they mean: lost tables, pushed rows, positions."""

from __future__ import annotations

from recon.extract.glued import with_glued_tables
from recon.extract.money_lines import with_money_lines
from recon.extract.one_line import with_tables_in_a_line
from recon.extract.restoring import FORMS, Restored, restore
from recon.extract.sheet_parts import FORMS as SHEETS
from recon.extract.sheet_parts import with_parts
from recon.extract.side_by_side import with_positions
from recon.extract.thousands import with_thousands
from recon.extract.untaken import with_lone_numbers_noted
from recon.extract.wording import Wording
from recon.extract.year_groups import with_years_over_groups
from recon.model.document import Document


def put_back(document: Document, words: Wording, parted: bool) -> Restored:
    """The document as it was before it became lines or one sheet. parted: commas part its thousands."""
    if document.form in FORMS:
        document = with_years_over_groups(with_positions(document, words), words)
        document = with_tables_in_a_line(with_glued_tables(document, words), words)
        document = with_money_lines(document, words) if parted else document
    elif document.form in SHEETS:
        document = with_parts(document, words)
    restored = restore(with_thousands(document) if parted else document, words, parted)
    restored.document = with_lone_numbers_noted(restored.document)
    return restored
