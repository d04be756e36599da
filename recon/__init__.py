"""recon checks that the sums of programme and budget documents agree, and names what does not.

`recon.check(what)` is the whole of it for a notebook: documents or a frame of figures in, a Reconciliation out.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from recon.model.reconciliation import Reconciliation

__all__ = ["__version__", "check"]


def check(
    what: pd.DataFrame | str | PathLike[str] | Iterable[str | PathLike[str]],
    rules: str | None = None,
    waivers: str | PathLike[str] | None = None,
) -> Reconciliation:
    """Check that the sums of `what` agree: each total with its parts, the text with the table.

    what: a path, several paths (files or folders, as on the command line), or a pandas frame in the long form
    that `recon figures` writes: one figure a row, with the columns document, code, element, source, period,
    amount, and optionally parent, table, role, unit. Amounts are decimals as text, Decimal or int, in the unit
    that the row names; floats are refused where they cannot be held exactly. A blank amount is not zero.
    rules: name of a shipped profile or path of a rule file; None is the profile that each document asks for.
    waivers: path of a waiver file for documents; None is none, whatever lies beside them.

    The result holds `findings` (each with its rule, severity, place and identity: stated, computed, difference
    in the unit of the stated figure), `causes`, `identities` (counts by verdict) and `documents`.

    WrongRules: the rule file is wrong. UnreadableDocument: a frame cannot be held exactly, or a path leads
    nowhere; a document among others that cannot be read is no error, its status is `not-read`.
    """
    from recon import engine
    from recon.rulebook.load import load

    rulebook = load(rules)
    from recon.readers.opening import find_documents

    if isinstance(what, (str, PathLike)):
        paths: list[str | PathLike[str]] = [what]
    else:
        from pandas import DataFrame  # a frame can only come from somebody who has paid for pandas already

        if isinstance(what, DataFrame):
            from recon.ledger.files import from_frame

            return engine.check_ledger(from_frame(what, rulebook.vocabulary), [], [], rulebook)
        paths = list(what)
    waived = []
    if waivers is not None:
        from recon.rulebook.waivers import read_waivers

        waived = read_waivers(Path(waivers), [rule.code for rule in rulebook.rules], rulebook.vocabulary)
    return engine.reconcile(find_documents([str(path) for path in paths]), rulebook, waivers=waived)


def __getattr__(name: str) -> str:
    """`__version__`, looked up when it is asked for."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from recon.version import version

    return version()
