"""How plausible an explanation of a breach is, before the figures are looked at: published and judged frequencies."""

from __future__ import annotations

from dataclasses import dataclass
from math import log


@dataclass(frozen=True, slots=True)
class Plausibility:
    """Costs (minus natural logarithms of shares) of what may have happened; smaller is likelier.

    slips: by the name of the slip. wrong_figure: that one figure is wrong at all. chain, alone, each_total, uneven:
    of an amendment that was not carried along. left_out, absent: of one part that a family of sums leaves out or counts
    twice, or that is printed nowhere (see `rules/diagnosis/slips.yaml`).
    """

    slips: dict[str, float]
    wrong_figure: float
    chain: float
    alone: float
    each_total: float
    uneven: float
    left_out: float
    absent: float

    @classmethod
    def of_shares(
        cls, slips: dict[str, str], amendment: dict[str, str], part: dict[str, str], wrong_figure: str
    ) -> Plausibility:
        """From shares as printed in the rule file: of 152 slips, and of one."""
        chain, alone, each_total, uneven = (
            -log(float(amendment[name])) for name in ("chain", "alone", "each-total", "uneven")
        )
        return cls(
            {name: -log(float(share) / 152) for name, share in slips.items()},
            -log(float(wrong_figure)),
            chain,
            alone,
            each_total,
            uneven,
            -log(float(part["left-out"])),
            -log(float(part["absent"])),
        )
