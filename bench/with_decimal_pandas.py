"""The same identities as an analyst would write them: pandas, one Decimal object an amount, groupby and merge."""

from __future__ import annotations

import sys
from decimal import Decimal

import pandas as pd

KEY = ["document", "code", "source", "period"]


def compare(figures: pd.DataFrame, parts: pd.DataFrame) -> tuple[int, int]:
    sums = parts.groupby(KEY, sort=False)["amount"].sum()
    both = figures.merge(sums.rename("computed").reset_index(), on=KEY)
    return len(both), int((both["amount"] != both["computed"]).sum())


def main() -> None:
    figures = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
    figures["amount"] = figures["amount"].map(Decimal)
    sources = figures[figures["source"] != "total"].assign(source="total")
    years = figures[figures["period"] != "total"].assign(period="total")
    children = figures[figures["code"] != ""]
    above = children["code"].str.rpartition(".")[0]
    results = [compare(figures, parts) for parts in (sources, years, children.assign(code=above))]
    bound, broken = (sum(counts) for counts in zip(*results, strict=True))
    print(f"figures={len(figures)} bound={bound} broken={broken}")


if __name__ == "__main__":
    main()
