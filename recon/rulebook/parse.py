"""How a YAML file becomes text, lists and mappings that remember line and column, and nothing else.

Every scalar stays text (`01` is not 1, `no` is not false). Duplicate keys, anchors, aliases, tags, a second
document and a depth or size that no rule file needs are refused. Events are read instead of nodes: they show
anchors and tags, and deep nesting is stopped before anything recurses over it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from recon.model.rule import Origin
from recon.rulebook.fault import Fault

LARGEST_FILE = 500_000  # bytes; the size of all values is bounded with it, as aliases are refused
DEEPEST = 12
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C loader is ten times faster, where it is there

#: What the parser says, in the words of somebody who does not know the parser.
_SYNTAX = (
    ("mapping values are not allowed", "rules.fault.syntax-colon"),
    ("unexpected end of stream", "rules.fault.syntax-quote"),
    ("expected ',' or", "rules.fault.syntax-bracket"),
    ("expected '-' indicator", "rules.fault.syntax-indent"),
    ("expected <block end>", "rules.fault.syntax-indent"),
    ("expected key", "rules.fault.syntax-indent"),
    ("expected ':'", "rules.fault.syntax-no-colon"),
    ("cannot start any token", "rules.fault.syntax-character"),
)


@dataclass(slots=True)
class Scalar:
    """A value as written: always text."""

    text: str
    at: Origin


@dataclass(slots=True)
class Sequence:
    """A list."""

    at: Origin
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file."""

    at: Origin
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def parse(data: bytes, path: str) -> tuple[Node | None, list[Fault]]:
    """The value that the file holds, and what is wrong with the file as a file.

    path: as it is to be shown. The value is None where the file cannot be used at all.
    """
    start = Origin(path, 1, 1)
    if len(data) > LARGEST_FILE:
        return None, [Fault(start, "rules.fault.too-large", {"size": len(data), "limit": LARGEST_FILE})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return None, [Fault(Origin(path, line, column), "rules.fault.not-utf8", hint=("rules.fault.not-utf8.help", {}))]
    build = _Builder(path)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not build.take(event):
                return None, build.faults
    except yaml.MarkedYAMLError as error:
        return None, [*build.faults, _syntax(error, text, path)]
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        key = "rules.fault.control-character"
        return None, [
            *build.faults,
            Fault(Origin(path, line, column), key, {"number": f"U+{ord_of(error):04X}"}, (f"{key}.help", {})),
        ]
    if build.root is None or (isinstance(build.root, Scalar) and not build.root.text):
        return None, [Fault(start, "rules.fault.empty", hint=("rules.fault.empty.help", {}))]
    return (None if build.holes else build.root), build.faults


def ord_of(error: yaml.reader.ReaderError) -> int:
    """The number of the refused character: the C parser gives a number, the Python one the character."""
    character = error.character
    return character if isinstance(character, int) else ord(character)


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    problem = error.problem or ""
    lines = text.splitlines()
    at = Origin(path, line + 1, column + 1)
    if line < len(lines) and lines[line][column : column + 1] == "\t":
        return Fault(at, "rules.fault.syntax-tab", hint=("rules.fault.syntax-tab.help", {}))
    for sign, key in _SYNTAX:
        if sign in problem:
            return Fault(at, key, {}, (f"{key}.help", {}))
    return Fault(at, "rules.fault.syntax", {"problem": problem})


class _Builder:
    """Values out of events. A stack of the collections that are still open holds the place."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self.holes = False  # an alias or a key is refused: what it stood for is not known
        self._documents = 0

    def take(self, event: Event) -> bool:
        """Take one event in. False: the file is refused as a whole."""
        if isinstance(event, ScalarEvent):
            self._place(Scalar(event.value, self._at(event)), event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            value = (Mapping if isinstance(event, MappingStartEvent) else Sequence)(self._at(event))
            self._place(value, event)
            self._open.append(value)
            self._keys.append(None)
            if len(self._open) > DEEPEST:
                self._fault(event, "rules.fault.too-deep", limit=DEEPEST)
                return False
        elif isinstance(event, CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, AliasEvent):
            self._fault(event, "rules.fault.alias", word=f"*{event.anchor}")
            self.holes = True
            self._place(Scalar("", self._at(event)), event)
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._fault(event, "rules.fault.second-document")
                return False
        return True

    def _at(self, event: Event) -> Origin:
        mark = event.start_mark
        assert mark is not None  # only events made by hand have none
        return Origin(self.path, mark.line + 1, mark.column + 1)

    def _fault(self, event: Event, key: str, **parameters: object) -> None:
        self.faults.append(Fault(self._at(event), key, parameters, (f"{key}.help", {})))

    def _place(self, value: Node, event: NodeEvent) -> None:
        """Put a value where it belongs: as the root, into the open list, as a key or under the last key."""
        if event.anchor is not None and not isinstance(event, AliasEvent):
            self._fault(event, "rules.fault.anchor", word=f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._fault(event, "rules.fault.tag", word=tag.replace("tag:yaml.org,2002:", "!!"))
        if not self._open:
            self.root = value
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(value)
            return
        key = self._keys[-1]
        if key is None:
            if not isinstance(value, Scalar):
                self._fault(event, "rules.fault.key-not-text")
                self.holes = True
                value = Scalar("", value.at)
            self._keys[-1] = value
            return
        self._keys[-1] = None
        if key.text in parent.entries:
            first = parent.entries[key.text][0].at
            hint = ("rules.fault.duplicate-key.help", {"line": first.line})
            self.faults.append(Fault(key.at, "rules.fault.duplicate-key", {"word": key.text}, hint))
        else:
            parent.entries[key.text] = (key, value)
