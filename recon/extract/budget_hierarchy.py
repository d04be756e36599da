"""Which rows of a budget table add up to which: by codes, by words such as «Разом», and by the sums themselves.

Codes and words come first. Where they leave it open, a structure is taken that holds in most columns; one that holds
nowhere is not taken, so that nothing is reported for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from recon.extract.budget_codes import Levels, parents_by_code, schemes, schemes_by_length
from recon.extract.budget_details import bind_details, bind_loose_addends, step_over_zeros
from recon.extract.budget_rows import BudgetRow
from recon.extract.budget_sums import families_of, partly, prefix
from recon.extract.budget_told import ToldRows
from recon.extract.slips import is_slip
from recon.extract.wording import Wording

#: how far below a heading its rows are looked for
_FARTHEST = 400
_FEWEST_FAMILIES = 3
_FEWEST_ADDENDS = 3  # of the last row in two columns or more, where nothing calls it a total
_NEAR = 20  # a total that stands alone may be off by a twentieth
_TRUSTED = 8  # of ten families that hold, for the codes of a table to be trusted where a family fails throughout


@dataclass(slots=True)
class Hierarchy:
    """parent: of each row, -1 for none. codes: as compared. strong: sums that hold with two addends or more; slips:
    sums beside them that a slip of the pen breaks. totals: rows called a total whose parts are beyond doubt.

    details: rows that words mark as some of what stands before them.
    doubtful: parents whose children add up to something else in every column: they were left unbound.
    """

    parent: list[int]
    codes: list[list[str]]
    strong: int = 0
    slips: int = 0
    totals: int = 0
    doubtful: list[int] = field(default_factory=list)
    details: set[int] = field(default_factory=set)


def hierarchy_of(rows: Sequence[BudgetRow], amounts: Sequence[Sequence[int]], words: Wording) -> Hierarchy:
    return _Builder(rows, amounts, words).build()


class _Builder(ToldRows):
    def __init__(self, rows: Sequence[BudgetRow], amounts: Sequence[Sequence[int]], words: Wording) -> None:
        super().__init__(rows, amounts, words)
        self.certain: set[int] = set()  # rows whose parts words and places tell, whatever they add up to

    def build(self) -> Hierarchy:
        levels = self._levels()
        self.parent = parents_by_code(self.paths, levels)
        self._cut_at_totals()
        self._regroup(levels)
        step_over_zeros(self)
        bind_details(self)
        bind_loose_addends(self)
        self._headings()
        self._totals()
        return self._verified()

    def _levels(self) -> Levels:
        """The way to part codes into levels under which most sums hold; codes of each length may have their own."""
        best = max(map(Levels, schemes(self.paths)), key=self._score)
        for length, ways in schemes_by_length(self.paths).items():
            best = max((best, *(best.with_own(length, scheme) for scheme in ways)), key=self._score)
        return best

    def _score(self, levels: Levels) -> float:
        families = families_of(parents_by_code(self.paths, levels))
        found = [self.weigh(total, parts) for total, parts in families.items()]
        return sum(f.held + f.strong - 1.5 * f.failed for f in found)

    def _regroup(self, levels: Levels) -> None:
        """Codes one digit apart (50100000 and 50110000) may stand under one another: then both sums hold, not one."""
        longest = max((len(path[-1]) for path in self.paths if path), default=0)
        finer = parents_by_code(self.paths, Levels(tuple(range(1, longest))))
        families = families_of(self.parent)
        for total, parts in families.items():
            moved = [i for i in parts if finer[i] in parts]
            if not moved or self.weigh(total, parts).exact:
                continue
            rest = [i for i in parts if i not in moved]
            inner: dict[int, list[int]] = {}
            for i in moved:
                inner.setdefault(finer[i], []).append(i)
            sound = all(above not in families and self.weigh(above, below).exact for above, below in inner.items())
            if sound and self.weigh(total, rest).exact:
                for above, below in inner.items():
                    for i in below:
                        self.parent[i] = above

    def _cut_at_totals(self) -> None:
        """Rows behind a row of totals are no part of a code before it, unless its sums need them."""
        for total, parts in families_of(self.parent).items():
            end = next((i for i in range(total + 1, parts[-1]) if self.is_total[i]), len(self.rows))
            inside = [i for i in parts if i < end]
            if len(inside) < len(parts) and self.weigh(total, inside).held >= self.weigh(total, parts).held:
                for i in parts[len(inside) :]:
                    self.parent[i] = -1

    def _headings(self) -> None:
        """Rows without a code that the rows after them add up to, the lowest first."""
        below: list[int] = []  # rows after this one that no row between has taken, the nearest last
        for i in range(len(self.rows) - 1, -1, -1):
            if self.is_total[i]:
                below = []
                continue
            if not self.is_part[i]:
                below.append(i)
            if self.paths[i] or self.parent[i] >= 0 or self.is_part[i]:
                continue
            after = below[-_FARTHEST - 1 : -1]
            parents = set(map(self.parent.__getitem__, after))
            if any(above >= i for above in parents):  # some are taken, by rows that do not stand above this one
                below = [r for r in below if self.parent[r] < i]
                after = below[-_FARTHEST - 1 : -1]
                parents = set(map(self.parent.__getitem__, after))
            after.reverse()
            fewest = 1 if after and self.paths[after[0]] else 2
            count = prefix(self.amounts[i], self.amounts, after, fewest)
            if not count and parents - {-1}:
                count = self._relieving(i, after, partly(self.amounts[i], self.amounts, after, fewest))
                if not count:
                    count = self._strangers(i, after)
                    self.certain.update({i} if count else ())
            if not count and i == 0 and all(self.paths[r] for r in after) and self._is_near(i, after):
                count = len(after)
                self.certain.add(i)
            if count:
                self._capture(i, after[:count])

    def _is_near(self, total: int, parts: list[int]) -> bool:
        """Whether a total that nothing else can be a total of is off by little, or by a slip of the pen."""
        stated, computed = sum(self.amounts[total]), sum(sum(self.amounts[r]) for r in parts)
        near = abs(stated - computed) * _NEAR <= abs(stated) or is_slip(stated, computed)
        return len(parts) >= 2 and bool(stated) and near

    def _relieving(self, heading: int, after: list[int], counts: Sequence[int]) -> int:
        """Of some numbers of rows, the first that the codes above them are better off without."""
        return next((count for count in counts if self._is_relief(heading, after[:count])), 0)

    def _strangers(self, heading: int, after: list[int]) -> int:
        """Rows below a heading that one code above cannot hold: its sums are exact without them, and only so."""
        count = next((n for n, r in enumerate(after) if self.parent[r] != self.parent[after[0]]), len(after))
        return count if self.parent[after[0]] >= 0 and self._is_relief(heading, after[:count]) else 0

    def _is_relief(self, heading: int, rows: list[int]) -> bool:
        """Whether the sums above these rows fail with them, and hold without them or with the heading instead."""
        parents = {self.parent[r] for r in rows} - {-1}
        for above in parents:
            children = [r for r, p in enumerate(self.parent) if p == above]
            rest = [r for r in children if r not in rows]
            kept = (self.weigh(above, rest), self.weigh(above, [*rest, heading]))
            if not self.weigh(above, children).failed or not any(found.exact and found.strong for found in kept):
                return False
        return bool(parents)

    def _capture(self, heading: int, rows: list[int]) -> None:
        """Rows under a heading leave the code above both; the heading takes their place, if the sums ask for it."""
        before = {self.parent[r] for r in rows}
        for r in rows:
            self.parent[r] = heading
        for above in before - {-1}:
            rest = [r for r, p in enumerate(self.parent) if p == above]
            if not self.weigh(above, rest).exact and self.weigh(above, [*rest, heading]).convincing:
                self.parent[heading] = above

    def _totals(self) -> None:
        """Rows of totals: the rows before them up to some other, else the rows after them."""
        self._last_as_total()
        for i, is_total in enumerate(self.is_total):
            if not is_total or self.parent[i] >= 0:
                continue
            before = self._roots(range(i))
            after = self._roots(range(i + 1, len(self.rows)))
            nearest = list(reversed(before))
            count = prefix(self.amounts[i], self.amounts, nearest, 1 if len(before) == 1 else 2)
            chosen = nearest[:count]
            if not chosen:
                stop = next((n for n, r in enumerate(after) if self.is_total[r] and n), len(after))
                chosen = after[: prefix(self.amounts[i], self.amounts, after[:stop], 2)]
            if not chosen:
                chosen = self._only_reading(i, before or after)
            for r in chosen:
                self.parent[r] = i

    def _last_as_total(self) -> None:
        """Where no row is called a total, the last one is if all others add up to it in most columns: «Revenue»."""
        last = len(self.rows) - 1
        others = self._roots(range(last))
        if any(self.is_total) or len(others) < _FEWEST_ADDENDS or self.parent[last] >= 0 or last in self.parent:
            return
        found = self.weigh(last, others)
        if found.strong >= _FEWEST_ADDENDS - 1 and found.held + 2 * found.slips > found.failed:
            for r in others:
                self.parent[r] = last

    def _roots(self, rows: range) -> list[int]:
        """Rows that are part of nothing yet; in a table of codes, rows without one count if they have rows below."""
        coded = sum(map(bool, self.paths)) * 2 > len(self.paths)
        above = set(self.parent)
        return [
            r
            for r in rows
            if self.parent[r] < 0
            and not self.is_part[r]
            and (not coded or bool(self.paths[r]) or self.is_total[r] or r in above)
        ]

    def _only_reading(self, total: int, others: list[int]) -> list[int]:
        """All rows before a total, or those after the last one, if they add up to it in some column, or nearly.

        others: the rows before it; of a total that stands first, those after it.
        """
        last = max((n for n, r in enumerate(others) if self.is_total[r]), default=-1)
        readings = [rows for rows in (others, others[last + 1 :]) if len(rows) >= 2]
        weighed = [(self.weigh(total, rows), rows) for rows in readings]
        sound = [
            (found.held - found.failed, rows) for found, rows in weighed if found.strong and found.held >= found.failed
        ]
        if sound:
            return max(sound, key=lambda pair: pair[0])[1]
        if last < 0 and sum(self.is_total) == 1 and self._is_near(total, others):
            self.certain.add(total)
            return others
        return []

    def _verified(self) -> Hierarchy:
        """Families that hold somewhere, and those that fail throughout where the codes of the table are trusted."""
        families = families_of(self.parent)
        weighed = {total: self.weigh(total, parts) for total, parts in families.items()}
        sound = sum(found.exact and found.strong > 0 for found in weighed.values())
        broken = sum(bool(found.failed) and not found.held for found in weighed.values())
        trusted = sound >= _FEWEST_FAMILIES and sound * 10 >= (sound + broken) * _TRUSTED
        # where sums hold that chance would not have met, one that a slip explains speaks for the structure as well
        sure = {total for total, found in weighed.items() if found.strong > 1 or found.telling}
        result = Hierarchy(self.parent, self.codes, sum(found.strong for found in weighed.values()))
        result.slips = sum(min(weighed[total].slips, weighed[total].strong) for total in sure)
        result.details = {n for n, is_part in enumerate(self.is_part) if is_part}
        result.totals = sum(
            self.is_total[total] and ((found.telling and found.failed == found.slips) or total in self.certain)
            for total, found in weighed.items()
        )
        for total, found in weighed.items():
            known = total in self.certain or (trusted and bool(self.paths[total]))
            carried = any(self.words.has("balance-at-end", self.rows[r].name) for r in families[total])
            if found.failed and (carried or not (found.held or known)):  # what is left at the end is taken off
                result.doubtful.append(total)
                for r in families[total]:
                    self.parent[r] = -1
        return result
