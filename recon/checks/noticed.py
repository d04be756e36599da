"""How a form check says what it noticed about a figure of the ledger."""

from __future__ import annotations

from recon.ledger.ledger import Ledger
from recon.model.finding import Observation
from recon.model.rule import Severity


def observation(
    message: str, ledger: Ledger, figure: int, severity: Severity | None = None, **parameters: object
) -> Observation:
    """An observation at a figure: place, coordinates and the text as printed come from the ledger."""
    row = ledger.figures.iloc[figure]
    element = ledger.elements.iloc[row["element"]]
    raw = str(row["raw"]) if "raw" in row else ""
    return Observation(
        message,
        ledger.locator(figure),
        {"raw": raw, **parameters},
        figure,
        str(element["code"]),
        str(element["name"]),
        str(row["source"]),
        str(row["period"]),
        raw,
        str(row["unit"]),
        severity,
    )
