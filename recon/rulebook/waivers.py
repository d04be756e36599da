"""How a waiver file is read: who answers for which finding, why and until when; each fault with line and column."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from recon.model.rule import Vocabulary
from recon.model.scope import NAMES
from recon.model.waiver import Waiver
from recon.rulebook.extend import read
from recon.rulebook.fault import Fault, Said, suggestion, wrong_rules
from recon.rulebook.parse import Mapping, Node, Scalar, Sequence
from recon.rulebook.review import NO_REASON
from recon.rulebook.selectors import read_scope

FILE = "recon-waivers.yaml"
FIELDS = ("rule", "author", "reason", "expires", "fingerprint", "where", "difference")
REQUIRED = ("rule", "author", "reason", "expires")
#: a finding does not know what a column of its table holds
PLACES = tuple(name for name in NAMES if name != "role")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_RUSSIAN_DATE = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})")


def read_waivers(path: Path, codes: Collection[str], vocabulary: Vocabulary, folder: str = "") -> list[Waiver]:
    """The waivers of a file. codes: of all rules that there are. WrongRules: something in the file is wrong."""
    root, found = read(path)
    for name, (key, _) in root.entries.items():
        if name != "waivers":
            found.append(Fault(key.at, "rules.fault.unknown-key", {"word": name}, suggestion(name, ["waivers"])))
    listed = root.entries["waivers"][1] if "waivers" in root.entries else None
    items = listed.items if isinstance(listed, Sequence) else []
    if not items and not isinstance(listed, Sequence) and not found:
        at = root.at if listed is None else listed.at
        found.append(Fault(at, "waivers.fault.not-list", {}, ("waivers.fault.not-list.help", {})))
    waivers: list[Waiver] = []
    for item in items:
        waiver = _waiver(item, codes, vocabulary, folder, found)
        if waiver is None:
            continue
        same = next((each for each in waivers if _place(each) == _place(waiver)), None)
        if same is not None:
            hint: Said = ("waivers.fault.twice.help", {"line": str(same.origin.line)})
            found.append(Fault(item.at, "waivers.fault.twice", {}, hint))
        waivers.append(waiver)
    if found:
        raise wrong_rules(found)
    return waivers


def _place(waiver: Waiver) -> tuple[object, ...]:
    return waiver.rule, waiver.fingerprint, waiver.where, waiver.difference


def _waiver(
    item: Node, codes: Collection[str], vocabulary: Vocabulary, folder: str, found: list[Fault]
) -> Waiver | None:
    """One entry; None where it lacks so much that nothing can be made of it."""
    if not isinstance(item, Mapping):
        found.append(Fault(item.at, "waivers.fault.not-list", {}, ("waivers.fault.not-list.help", {})))
        return None
    for name, (key, _) in item.entries.items():
        if name not in FIELDS:
            found.append(Fault(key.at, "waivers.fault.field", {"word": name}, suggestion(name, FIELDS)))
    missing = [name for name in REQUIRED if name not in item.entries]
    if missing:
        said: dict[str, object] = {"fields": ", ".join(missing)}
        found.append(Fault(item.at, "waivers.fault.missing", said, ("waivers.fault.missing.help", {})))
    if "fingerprint" not in item.entries and "where" not in item.entries:
        found.append(Fault(item.at, "waivers.fault.no-place", {}, ("waivers.fault.no-place.help", {})))
    texts = {name: _text(item, name, found) for name in FIELDS if name != "where"}
    where = None
    if "where" in item.entries:
        where = read_scope(item.entries["where"][1], "where", vocabulary, found, PLACES)
    _check(item, texts, codes, found)
    expires = _date(item, texts["expires"], found)
    difference = _difference(item, texts["difference"], found)
    if missing or expires is None:
        return None
    return Waiver(texts["rule"], texts["author"], texts["reason"], expires, item.at, texts["fingerprint"], where,
                  difference, folder)  # fmt: skip


def _text(item: Mapping, name: str, found: list[Fault]) -> str:
    value = item.entries[name][1] if name in item.entries else None
    if value is None or isinstance(value, Scalar):
        return value.text.strip() if value is not None else ""
    found.append(Fault(value.at, "rules.fault.not-text", {"word": name}))
    return ""


def _check(item: Mapping, texts: dict[str, str], codes: Collection[str], found: list[Fault]) -> None:
    """The rule is one that there is, a person answers, and the reason is words."""
    for name in ("author", "reason"):
        if name in item.entries and texts[name].lower() in NO_REASON:
            at = item.entries[name][1].at
            found.append(Fault(at, f"waivers.fault.no-{name}", {}, (f"waivers.fault.no-{name}.help", {})))
    if texts["rule"] and texts["rule"] not in codes:
        at = item.entries["rule"][1].at
        found.append(Fault(at, "waivers.fault.rule", {"word": texts["rule"]}, suggestion(texts["rule"], codes)))
    if texts["fingerprint"] and not _FINGERPRINT.fullmatch(texts["fingerprint"]):
        at, hint = item.entries["fingerprint"][1].at, "waivers.fault.fingerprint.help"
        found.append(Fault(at, "waivers.fault.fingerprint", {"word": texts["fingerprint"]}, (hint, {})))


def day(text: str) -> date | None:
    """A date as 2026-12-31; None where it is none."""
    try:
        return date.fromisoformat(text) if len(text) == len("2026-12-31") else None
    except ValueError:
        return None


def day_hint(text: str) -> Said:
    """What was probably meant by a date in another form."""
    russian = _RUSSIAN_DATE.fullmatch(text)
    near = day(f"{russian[3]}-{russian[2]:0>2}-{russian[1]:0>2}") if russian else None
    return ("rules.hint.meant", {"word": near.isoformat()}) if near else ("waivers.fault.date.help", {})


def _date(item: Mapping, text: str, found: list[Fault]) -> date | None:
    read_as = day(text)
    if read_as is None and "expires" in item.entries:
        at = item.entries["expires"][1].at
        found.append(Fault(at, "waivers.fault.date", {"word": text}, day_hint(text)))
    return read_as


def _difference(item: Mapping, text: str, found: list[Fault]) -> Decimal | None:
    if "difference" not in item.entries:
        return None
    try:
        amount = Decimal(text.replace(",", ".").replace("\u2212", "-"))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite():
        at = item.entries["difference"][1].at
        found.append(Fault(at, "waivers.fault.difference", {"word": text}, ("waivers.fault.difference.help", {})))
        return None
    return amount
