"""Where a figure stands: the address a reader saw, in the terms of its own format."""

from __future__ import annotations

from typing import NamedTuple


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
