"""What codes and words tell of the rows of a budget table, before anyone asks which of them add up to which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recon.extract.budget_codes import Path, hierarchical, in_sections, paths, plain_codes
from recon.extract.budget_rows import BudgetRow
from recon.extract.budget_sums import Evidence, evidence
from recon.extract.wording import Wording, normalise

_DASHES = ("-", "–", "—", "•")


class ToldRows:
    """Rows with their codes, and what stands above each as far as it is settled. parent: of each row, -1 for none."""

    def __init__(self, rows: Sequence[BudgetRow], amounts: Sequence[Sequence[int]], words: Wording) -> None:
        self.rows, self.amounts, self.words = rows, amounts, words
        self.codes = plain_codes(rows)
        columns = hierarchical(self.codes)
        names = [normalise(row.name).lstrip("-–—• ") for row in rows]
        self.is_total = [self._is_named_total(name) for name in names]
        coded = zip(self.is_total, paths(self.codes, columns), strict=True)
        self.paths: list[Path] = in_sections([() if total else path for total, path in coded])
        self.is_part = [self._is_part(i, names[i]) for i in range(len(rows))]
        self.parent = [-1] * len(rows)

    def _is_named_total(self, name: str) -> bool:
        """«Разом доходів», «Total Streets», «Housing total»."""
        behind = self.words.last("budget-total-behind", name)
        return self.words.begins("budget-total", name) is not None or behind == len(name) > 0

    def _is_part(self, i: int, name: str) -> bool:
        """A row that words or a dash mark as a part of what stands before it."""
        row = self.rows[i]
        marked = self.words.begins("budget-of-which", name) or self.words.has("budget-of-which", row.label)
        return not self.paths[i] and (bool(marked) or row.name.lstrip().startswith(_DASHES))

    def weigh(self, total: int, parts: Iterable[int]) -> Evidence:
        return evidence(self.amounts[total], [self.amounts[i] for i in parts])
