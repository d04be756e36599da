"""What slip of the hand turns one number into another: a digit replaced, left out, added, two interchanged …"""

from __future__ import annotations

#: the widest shift of the decimal mark that is taken for one: thousands for units is 3, millions 6
_SHIFTS = (1, 2, 3, 6)


def slip(stated: int, true: int, parts: frozenset[int] = frozenset(), *, copied: bool = False) -> str:
    """The likeliest slip by which `stated` was printed for `true`; `unexplained` where none fits.

    Both are whole numbers of the last printed place. parts: figures added in the same sum, one of which may be
    missing or counted twice. copied: whether a neighbour in print reads as `stated` does.
    """
    if stated == -true:
        return "sign"
    printed, meant = str(abs(stated)), str(abs(true))
    if (stated < 0) == (true < 0):
        typed = _typed(printed, meant)
        if typed:
            return typed
    if stated and any(true == stated * 10**k or stated == true * 10**k for k in _SHIFTS):
        return "shift"
    # One of a handful of parts fits by chance less often than one of a page of neighbours.
    if (true - stated) in parts or (stated - true) in parts:
        return "term"
    if copied:
        return "copied"
    return "unexplained"


def _typed(printed: str, meant: str) -> str:
    """The slips at a keyboard. A zero at the end left out or added is one, though it is also a shift by ten."""
    if len(printed) == len(meant):
        differ = [i for i in range(len(printed)) if printed[i] != meant[i]]
        if len(differ) == 1:
            return "digit"
        if len(differ) == 2 and differ[1] == differ[0] + 1 and printed[differ[0]] == meant[differ[1]]:
            return "digits-interchanged" if printed[differ[1]] == meant[differ[0]] else ""
        return ""
    if len(printed) + 1 == len(meant) and _one_longer(meant, printed):
        return "digit-omitted"
    if len(printed) == len(meant) + 1 and _one_longer(printed, meant):
        return "digit-added"
    return ""


def _one_longer(longer: str, shorter: str) -> bool:
    """Whether taking one digit out of `longer` gives `shorter`."""
    same = next((i for i in range(len(shorter)) if longer[i] != shorter[i]), len(shorter))
    return longer[same + 1 :] == shorter[same:]
