"""Lists of those whose points rise with a few more: «необходимо обучить всего 1 сотрудника …», «+ 2 балла»."""

from __future__ import annotations

import re
from decimal import Decimal

from recon.extract.grids import Grid
from recon.extract.places import place_in
from recon.extract.wording import normalise
from recon.model.locator import Locator
from recon.model.statistics import GainList

_GAIN = re.compile(r"\+ ?(\d+(?:[.,]\d+)?) ?(?:балл\w*|points?)\b.*")
#: how many more the sentence above the list speaks of
_MORE = re.compile(r"(?:всего|лишь|только|еще|just|only) (?:на )?(\d{1,2}) ")
_WIDEST = 3


def gain_list_of(grid: Grid, document: str) -> GainList | None:
    """The list that a narrow table holds: names, and a gain beside the first of each group of them."""
    if grid.width > _WIDEST or not grid.above:
        return None
    above = grid.above[-1]
    found = _MORE.search(normalise(above.text))
    if found is None:
        return None
    entries = []
    gain: Decimal | None = None
    for row in grid.rows:
        texts = [j for j, text in enumerate(row.texts) if text.strip()]
        printed = next((m for text in row.texts[1:] if (m := _GAIN.fullmatch(normalise(text)))), None)
        if printed is not None:
            gain = Decimal(printed[1].replace(",", "."))
        if gain is None or not texts:
            return None
        entries.append((" ".join(row.texts[texts[0]].split()), gain, place_in(document, grid, row, texts[0])))
    at = place_in(document, grid, grid.rows[0], 0)
    if above.line is not None:  # what is left out stands in no row: the sentence is where it is missed
        at = Locator(document, above.line, column=1)
    return GainList(int(found[1]), grid.position, at, entries)
