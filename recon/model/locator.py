"""Where a figure stands: the address a reader saw, in the terms of its own format."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recon.model.document import OnPage


class Locator(NamedTuple):
    """The place of a figure, a label or a gap; what the format does not have is None.

    line: 1-based line of a text or CSV file.
    table: number of the table in its document, `t1`, `t2`, … in reading order.
    row, column: 1-based, of the table as read (of the sheet, in a workbook).
    sheet, cell: a workbook's own address, such as `Лист1` and `F12`.
    paragraph: number of a paragraph of prose, 1-based, tables not counted.
    page, bbox: page of a PDF and box (x0, top, x1, bottom) in points.
    span: first and one-past-last character of the figure in its line or cell.
    """

    document: str
    line: int | None = None
    table: str | None = None
    row: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    span: tuple[int, int] | None = None
    paragraph: int | None = None

    def in_column(self, column: int) -> Locator:
        """The place of the cell in this column, where this is the place of its row."""
        return self._replace(column=column)


class PlaceOnPage(Locator):
    """The place of a row of a PDF's table, of which every cell has a box of its own."""

    row_on_page: OnPage
    deep: Mapping[int, int]

    def box(self, column: int) -> tuple[float, float, float, float]:
        return self.row_on_page.box(column, self.deep.get(column, 1))

    def in_column(self, column: int) -> Locator:
        return Locator(*self)._replace(column=column, bbox=self.box(column))
