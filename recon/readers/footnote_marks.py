"""Raised signs: a footnote mark kept apart from the figure that it stands behind, or a power in a unit of measure."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
#: A raised 2 or 3 behind these is a square or cubic measure, not a footnote.
_LENGTHS = frozenset({"м", "км", "дм", "см", "мм", "m", "km", "cm", "mm"})


def put_raised(text: str, out: list[str], marks: list[str] | None) -> None:
    """Raised text goes to `marks`; behind a length, or where there are no marks, it stays in `out` as raised digits."""
    before = "".join(out[-2:]).split()
    if marks is None or (text in ("2", "3") and before and before[-1] in _LENGTHS):
        out.append(text.translate(_RAISED))
    else:
        marks.append(text.strip())
