"""`recon.check` in a notebook: what the last line of a cell shows."""

import pandas as pd

import recon


def test_a_result_shows_itself_in_one_line() -> None:
    frame = pd.DataFrame(
        {"code": "1", "element": "A", "source": ["total", "local"], "period": "2026", "amount": ["9", "5"]}
    )
    assert repr(recon.check(frame)) == (
        "<Reconciliation of 1 documents: 1 identities (0 holds, 0 vacuous, 0 rounding, 0 undecided, 1 broken), "
        "1 findings, 1 causes>"
    )
