"""How `rules/diagnosis/slips.yaml` becomes the costs by which explanations of a breach are ranked."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from recon import shipped
from recon.model.plausibility import Plausibility
from recon.rulebook.extend import read
from recon.rulebook.fault import Fault, wrong_rules
from recon.rulebook.parse import Mapping, Node, Scalar

AMENDMENT = ("chain", "alone", "each-total", "uneven")
PART = ("left-out", "absent")
SLIPS = (
    "digit",
    "digit-omitted",
    "digits-interchanged",
    "digit-added",
    "sign",
    "shift",
    "copied",
    "term",
    "unexplained",
)


def read_plausibility() -> Plausibility:
    """The shares of slips and amendments. WrongRules: the file leaves one out, or a share is not above nought."""
    root, found = read(shipped.rules() / "diagnosis" / "slips.yaml")
    slips = _mapping(root, "slips", found)
    shares = {name: _share(slips, name, found) for name in SLIPS}
    left_behind = _mapping(root, "left-behind", found)
    amendment = {name: _share(left_behind, name, found) for name in AMENDMENT}
    whole_part = _mapping(root, "whole-part", found)
    part = {name: _share(whole_part, name, found) for name in PART}
    wrong_figure = _share(root, "wrong-figure", found)
    if found:
        raise wrong_rules(found)
    return Plausibility.of_shares(shares, amendment, part, wrong_figure)


def _value(inside: Mapping, name: str, found: list[Fault]) -> Node | None:
    if name in inside.entries:
        return inside.entries[name][1]
    found.append(Fault(inside.at, "rules.fault.missing-key", {"word": name}))
    return None


def _mapping(inside: Mapping, name: str, found: list[Fault]) -> Mapping:
    value = _value(inside, name, found)
    return value if isinstance(value, Mapping) else Mapping(inside.at)


def _share(inside: Mapping, name: str, found: list[Fault]) -> str:
    value = _value(inside, name, found)
    text = value.text if isinstance(value, Scalar) else ""
    try:
        if Decimal(text) > 0:
            return text
    except InvalidOperation:
        pass
    if value is not None:
        found.append(Fault(value.at, "rules.fault.not-share", {"word": text}))
    return "1"
