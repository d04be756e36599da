"""One cell a line: rows are found by how many figures follow each label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from recon.extract.loose import LooseRow, LooseTable, is_code, is_value, is_year
from recon.extract.periods import period_of
from recon.extract.wording import Wording, normalise
from recon.model.document import Cell, Paragraph

#: a longer line is prose, not a cell
LONGEST_CELL = 240
_LONGEST_PERIOD = 30
#: behind so many rows that are too short a table is at its end
_SHORT_ROWS = 5
#: labels of a head that may stand behind its years, and columns that may be numbered
_LABELS_BEHIND, _MOST_COLUMNS = 4, 40


def vertical(
    cells: Sequence[tuple[int, Cell]], above: list[Paragraph], words: Wording
) -> tuple[LooseTable, int, int] | None:
    """The first table among these cells, each given with its block; and the range of cells that it takes up."""
    kinds = _with_codes([_kind(cell.text, words) for _, cell in cells], [cell.text for _, cell in cells])
    return _years_across(cells, kinds, above) or _years_down(cells, kinds, above) or _headless(cells, kinds, above)


def _kind(text: str, words: Wording) -> str:
    """v: a figure, y: a year or span, t: a total, l: another label, b: a blank cell."""
    if not text:
        return "b"
    if is_value(text):
        return "l" if text.rstrip().endswith(".") else "v"
    if is_year(text) or (len(text) <= _LONGEST_PERIOD and text.strip()[:1].isdigit() and period_of(text)):
        return "y"
    plain = normalise(text)
    return "t" if words.begins("total", plain) and len(plain.split()) <= 2 else "l"


def _with_codes(kinds: list[str], texts: list[str]) -> list[str]:
    """Among figures with a decimal comma, «1» and «1.2» before a label are the numbers of its row."""
    figures = [text for kind, text in zip(kinds, texts, strict=True) if kind == "v"]
    if sum("," in text for text in figures) * 4 < len(figures) * 3:
        return kinds
    return [
        "l" if kind == "v" and "," not in text and is_code(text) and following in "lt" else kind
        for kind, text, following in zip(kinds, texts, [*kinds[1:], "b"], strict=True)
    ]


def _years_across(
    cells: Sequence[tuple[int, Cell]], kinds: list[str], above: list[Paragraph]
) -> tuple[LooseTable, int, int] | None:
    head = _run_of_years(kinds)
    if head is None:
        return None
    begin, end, years = head
    cells, kinds = _before_the_same_head(cells, kinds, begin, end)
    total_before = "t" in kinds[max(0, begin - 3) : begin]
    step = _usual_step([cell for _, cell in cells[begin:]])
    for skip in (0, 1) if end < len(kinds) and kinds[end] == "t" else (0,):
        rows, last = _rows(cells, kinds, _behind_numbering(cells, end + skip), step)
        counts = Counter(len(row.values) for row in rows if row.values)
        width = counts.most_common(1)[0][0] if counts else 0
        named = years + (1 if skip or total_before else 0)
        if width == named or (width == years + 1 and not skip and kinds[end : end + 1] != ["t"]):
            # one row is a table where its head names each of its figures, a total among them
            fitted = _fitted(rows, width, least=1 if width == named > years > 2 else 2)
            if fitted:
                top = _head_begin(kinds, begin)
                heads = [[cell] for _, cell in cells[top : end + skip] if cell.text]
                last = _last_cell(fitted, cells, last)
                return LooseTable(cells[top][0], cells[last][0], heads, fitted, width, above), top, last
    return None


def _headless(
    cells: Sequence[tuple[int, Cell]], kinds: list[str], above: list[Paragraph]
) -> tuple[LooseTable, int, int] | None:
    """Rows of a label and always as many figures, where the head is lost: their sums must tell the columns."""
    first = next((n for n in range(len(kinds) - 2) if kinds[n : n + 3] == ["l", "v", "v"]), None)
    if first is None:
        return None
    rows, last = _rows(cells, kinds, first, 0)
    fitted = _fitted(rows, len(rows[0].values)) if rows else []
    if not fitted or len(fitted[0].values) < 3:
        return None
    last = _last_cell(fitted, cells, last)
    return LooseTable(cells[first][0], cells[last][0], [], fitted, len(fitted[0].values), above), first, last


def _run_of_years(kinds: list[str]) -> tuple[int, int, int] | None:
    """Where at least two years follow one another: begin, end, and how many."""
    for begin in range(len(kinds)):
        end = begin
        while end < len(kinds) and kinds[end] in "yb":
            end += 1
        years = kinds[begin:end].count("y")
        if kinds[begin] == "y" and years >= 2:
            return begin, end, years
    return None


def _before_the_same_head(
    cells: Sequence[tuple[int, Cell]], kinds: list[str], begin: int, end: int
) -> tuple[Sequence[tuple[int, Cell]], list[str]]:
    """The cells up to where the same years are printed once more below another heading: a further table begins there.

    Below the same words, or below figures, they only stand on top of a further page.
    """
    texts = [cell.text for _, cell in cells]
    size = end - begin
    again = next((n for n in range(end, len(texts) - size + 1) if texts[n : n + size] == texts[begin:end]), None)
    if again is not None and (kinds[again - 1] != "l" or texts[again - 1] == texts[begin - 1]):
        again = None
    top = len(cells) if again is None else _head_begin(kinds, again)
    return cells[:top], kinds[:top]


def _behind_numbering(cells: Sequence[tuple[int, Cell]], at: int) -> int:
    """Behind the numbers of the columns, «1», «2», …, where they stand under the head and what it says last."""
    texts = [cell.text for _, cell in cells[at : at + _MOST_COLUMNS]]
    first = next((n for n in range(_LABELS_BEHIND) if texts[n : n + 3] == ["1", "2", "3"]), None)
    if first is None:
        return at
    return at + next((n for n in range(first, len(texts)) if texts[n] != str(n - first + 1)), len(texts))


def _head_begin(kinds: list[str], begin: int) -> int:
    """The labels right above the years: back to a figure, a few at most."""
    top = begin
    while top > 0 and begin - top < 4 and kinds[top - 1] in "ltb":
        top -= 1
    return top


def _usual_step(cells: list[Cell]) -> int:
    """How many lines lie between a cell and the next; a larger step is a blank cell.

    Nothing is told by lines that go back: those cells were taken out of others.
    """
    steps = [b.line - a.line for a, b in pairwise(cells) if a.line and b.line]
    if any(step < 0 for step in steps):
        return 0
    return min((step for step, n in Counter(steps).items() if n * 4 >= len(steps)), default=0)


def _rows(cells: Sequence[tuple[int, Cell]], kinds: list[str], begin: int, step: int) -> tuple[list[LooseRow], int]:
    """Labels and the figures behind them; a row of words wherever a label is not followed by figures."""
    rows: list[LooseRow] = []
    labels: list[Cell] = []
    at = begin
    while at < len(cells):
        cell = cells[at][1]
        if kinds[at] != "v":
            if kinds[at] != "b":
                labels.append(cell)
            at += 1
            continue
        values: list[Cell | None] = []
        before = cells[at - 1][1]
        while at < len(cells) and kinds[at] in "vb":
            cell = cells[at][1]
            if kinds[at] == "b":
                if at + 1 < len(cells) and kinds[at + 1] == "v":
                    values.append(None)
            else:
                if step and cell.line and before.line and values:
                    values += [None] * ((cell.line - before.line) // step - 1)
                values.append(cell)
            before = cell
            at += 1
        rows += [LooseRow([label], []) for label in labels[: _words_before(labels)]]
        rows.append(LooseRow(labels[_words_before(labels) :], values))
        labels = []
    return rows, at - 1


def _words_before(labels: list[Cell]) -> int:
    """How many of these labels are rows of words of their own: all but the last, and a number before it."""
    own = 1 if len(labels) < 2 or not is_code(labels[-2].text) else 2
    return max(0, len(labels) - own)


def _fitted(rows: list[LooseRow], width: int, least: int = 2) -> list[LooseRow]:
    """The rows up to the first that has another number of figures; nothing where that is among the first.

    A row between others may have lost blank cells, or have been printed without them.
    """
    fitted: list[LooseRow] = []
    for n, row in enumerate(rows):
        if row.values and (len(row.values) != width or not row.labels):
            goes_on = any(len(later.values) == width and later.labels for later in rows[n + 1 : n + _SHORT_ROWS])
            if not (row.labels and len(row.values) < width and fitted and goes_on):
                break
            row = LooseRow(row.labels, [*row.values, *[None] * (width - len(row.values))])
        fitted.append(row)
    while fitted and not fitted[-1].values:
        fitted.pop()
    return fitted if sum(bool(row.values) for row in fitted) >= least else []


def _last_cell(rows: list[LooseRow], cells: Sequence[tuple[int, Cell]], last: int) -> int:
    final = next((v for v in reversed(rows[-1].values) if v is not None), None)
    return next((n for n in range(last, -1, -1) if cells[n][1] is final), last)


def _years_down(
    cells: Sequence[tuple[int, Cell]], kinds: list[str], above: list[Paragraph]
) -> tuple[LooseTable, int, int] | None:
    """Rows that begin with a year: its figures follow, and the head's last labels name the columns."""
    first = next((n for n in range(len(kinds) - 1) if kinds[n] == "y" and kinds[n + 1] == "v"), None)
    if first is None:
        return None
    numbered = first > 0 and is_code(cells[first - 1][1].text)
    begin = first - 1 if numbered else first
    rows, last = _rows(cells, kinds, begin, 0)
    rows = [row for row in rows if row.values]
    counts = Counter(len(row.values) for row in rows)
    width = counts.most_common(1)[0][0] if counts else 0
    fitted = _fitted(rows, width)
    top = begin - width
    if not fitted or top < 0 or any(kind not in "lt" for kind in kinds[top:begin]):
        return None
    last = _last_cell(fitted, cells, last)
    head = [[cell for _, cell in cells[top:begin]]]
    return LooseTable(cells[top][0], cells[last][0], head, fitted, width, above), top, last
