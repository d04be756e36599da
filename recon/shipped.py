"""Where the rules and the sample lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CARRIED = _PACKAGE / "shipped_data"


def rules() -> Path:
    """The folder that holds `base/`, `profiles/` and `vocabulary/`."""
    return _CARRIED / "rules" if _CARRIED.is_dir() else _PACKAGE.parent / "rules"


def sample() -> Path:
    """The folder of the sample programme."""
    return _CARRIED / "sample" if _CARRIED.is_dir() else _PACKAGE.parent / "inputs" / "sample"


def cases() -> Path:
    """The folder of the cases that shipped rules are tried on, `CODE.yaml` each."""
    return _CARRIED / "cases" if _CARRIED.is_dir() else _PACKAGE.parent / "tests" / "rules"
