"""How rule files build on one another: what `extends:` lists comes first, a later file changes single fields.

A file that is reached twice counts once, at its first place, so that an override is never undone. `defaults:`
fill what no stanza states; those of the file nearest to the user win.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from recon import shipped
from recon.model.rule import Origin
from recon.rulebook.fault import Fault, Said, suggestion, wrong_rules
from recon.rulebook.parse import Mapping, Node, Scalar, Sequence, parse

TOP_KEYS = ("profile", "extends", "vocabulary", "defaults", "worst", "applies", "rules")
STANDARD_PROFILE = "state-programme"
#: in `extends:`, the profile that the document asks for
BY_DOCUMENT = "by-document"
Entry = tuple[Scalar, Node]


@dataclass(slots=True)
class Stanza:
    """A rule as the files together state it: every field with the place of its key and value."""

    code: Scalar
    fields: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Merged:
    """All rule files of one rulebook, put together. vocabularies: extra files, the nearest to the user first.

    kind: the profile that stands for `by-document`. by_document: whether a file asks for that.
    worst: the worst severity that a finding may have, where a file says so.
    """

    profile: str = ""
    kind: str = STANDARD_PROFILE
    by_document: bool = False
    worst: Scalar | None = None
    stanzas: dict[str, Stanza] = field(default_factory=dict)
    defaults: dict[str, Entry] = field(default_factory=dict)
    vocabularies: list[Path] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def shown(path: Path) -> str:
    """A path as faults and origins show it: shipped rules as `rules/…`, others as the user named them."""
    home = shipped.rules()
    return f"rules/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)


def is_shipped(at: Origin) -> bool:
    """Whether a place lies in a rule file that comes with recon."""
    return at.path.startswith(("rules/base/", "rules/profiles/", "rules/vocabulary/"))


def profiles() -> list[str]:
    """Names of the shipped profiles."""
    return sorted(path.stem for path in (shipped.rules() / "profiles").glob("*.yaml"))


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no file can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def merge(path: Path, kind: str = STANDARD_PROFILE) -> Merged:
    """The rule file `path` with all that it extends. WrongRules: a file cannot be used at all."""
    merged = Merged(kind=kind)
    _take(path, merged, [], set())
    if not merged.profile:
        merged.profile = path.stem
    return merged


def read(path: Path) -> tuple[Mapping, list[Fault]]:
    """The top mapping of a YAML file. WrongRules: the file is missing, no YAML, or no mapping."""
    try:
        data = path.read_bytes()
    except OSError as error:
        at = Origin(shown(path), 1, 1)
        raise wrong_rules([Fault(at, "rules.fault.unreadable", {"reason": error.strerror or str(error)})]) from None
    root, faults = _parsed(data, shown(path))
    found = [*faults]
    if root is None:
        raise wrong_rules(found)
    if not isinstance(root, Mapping):
        hint: Said = ("rules.fault.not-mapping.help", {})
        raise wrong_rules([*found, Fault(root.at, "rules.fault.not-mapping", {}, hint)])
    return root, found


@lru_cache(maxsize=64)
def _parsed(data: bytes, path: str) -> tuple[Node | None, list[Fault]]:
    """What a file holds; most are read twice in a run: for the profile that a document asks for, and before it did."""
    return parse(data, path)


def _take(path: Path, merged: Merged, chain: list[Path], seen: set[Path]) -> None:
    root, found = read(path)
    merged.faults += found
    seen.add(path.resolve())
    for name, (key, _) in root.entries.items():
        if name not in TOP_KEYS:
            merged.faults.append(Fault(key.at, "rules.fault.unknown-key", {"word": name}, suggestion(name, TOP_KEYS)))
    for entry in _listed(root, "extends", merged.faults):
        if entry.text == BY_DOCUMENT:
            merged.by_document = True
            entry = Scalar(merged.kind, entry.at)
        target = _target(entry, path)
        if not is_file(target):
            raise wrong_rules([_missing(entry, path)])
        if target.resolve() in [step.resolve() for step in [*chain, path]]:
            steps = " → ".join(shown(step) for step in [*chain, path, target])
            raise wrong_rules([Fault(entry.at, "rules.fault.cycle", {"chain": steps}, ("rules.fault.cycle.help", {}))])
        if target.resolve() not in seen:
            _take(target, merged, [*chain, path], seen)
    profile = _scalar(root, "profile", merged.faults)
    if profile is not None and not chain:
        merged.profile = profile.text
    merged.worst = _scalar(root, "worst", merged.faults) or merged.worst
    own = []
    for entry in _listed(root, "vocabulary", merged.faults):
        target = _target(entry, path)
        if not is_file(target):
            raise wrong_rules([_missing(entry, path)])
        own.append(target)
    merged.vocabularies[:0] = own
    if (defaults := _mapping(root, "defaults", merged.faults)) is not None:
        merged.defaults |= defaults.entries
    if (rules := _mapping(root, "rules", merged.faults)) is not None:
        for code, (key, value) in rules.entries.items():
            if isinstance(value, Mapping):
                stanza = merged.stanzas.setdefault(code, Stanza(key))
                stanza.fields |= value.entries
            else:
                hint = ("rules.fault.stanza-not-mapping.help", {"code": code})
                merged.faults.append(Fault(value.at, "rules.fault.stanza-not-mapping", {"code": code}, hint))


def _target(entry: Scalar, listing: Path) -> Path:
    """The file that an entry of `extends:` or `vocabulary:` names.

    `base/sums` and `state-programme` are shipped files; `./own.yaml`, or anything with a suffix, lies beside
    the file that lists it.
    """
    name = entry.text
    if name.startswith(("./", "../", "/")) or name.endswith((".yaml", ".yml")) or Path(name).is_absolute():
        return listing.parent / (name if name.endswith((".yaml", ".yml")) else f"{name}.yaml")
    folder = shipped.rules() if "/" in name else shipped.rules() / "profiles"
    return folder / f"{name}.yaml"


def _missing(entry: Scalar, listing: Path) -> Fault:
    names = [BY_DOCUMENT, *profiles(), *_shipped_names()]
    if _target(entry, listing).is_relative_to(shipped.rules()):
        hint = suggestion(entry.text, names)
    else:
        hint = ("rules.fault.no-such-file.help", {"path": str(_target(entry, listing))})
    return Fault(entry.at, "rules.fault.no-such-file", {"word": entry.text}, hint)


def _shipped_names() -> Iterator[str]:
    home = shipped.rules()
    for path in sorted(home.rglob("*.yaml")):
        yield path.relative_to(home).with_suffix("").as_posix()


def _scalar(root: Mapping, name: str, found: list[Fault]) -> Scalar | None:
    value = root.entries[name][1] if name in root.entries else None
    if value is None or isinstance(value, Scalar):
        return value
    found.append(Fault(value.at, "rules.fault.not-text", {"word": name}))
    return None


def _mapping(root: Mapping, name: str, found: list[Fault]) -> Mapping | None:
    value = root.entries[name][1] if name in root.entries else None
    if value is None or isinstance(value, Mapping):
        return value
    if isinstance(value, Sequence) or value.text:
        hint: Said = (f"rules.fault.{name}-not-mapping.help", {})
        found.append(Fault(value.at, "rules.fault.key-not-mapping", {"word": name}, hint))
    return None


def _listed(root: Mapping, name: str, found: list[Fault]) -> list[Scalar]:
    """The entries of a list of names; a single name may stand without brackets."""
    value = root.entries[name][1] if name in root.entries else None
    if value is None:
        return []
    items = value.items if isinstance(value, Sequence) else [value]
    names = [item for item in items if isinstance(item, Scalar) and item.text]
    if len(names) < len(items):
        found.append(Fault(value.at, "rules.fault.not-names", {"word": name}))
    return names
