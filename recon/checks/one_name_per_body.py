"""A body is named in one way throughout a document, and no person works for more than the whole of the time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from recon.checks.form import holds, told, undecided
from recon.checks.indicator_rows import spot
from recon.extract.indicators import same_name
from recon.extract.numbers import read_number
from recon.extract.wording import normalise, wording
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.locator import Locator
from recon.model.outline import OutlineTable
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_PERSON, _WORKLOAD = ("фамилия", "ф.и.о", "фио", "name of person"), ("занятость", "workload")
_FULL = Decimal(100)
_WORD = re.compile(r"\w+(?:-\w+)*")
#: words of this many letters tell bodies apart; two names that share so many rare ones mean one body
_LONG, _RARE = 7, 2
_ENDING = 3


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Names of bodies in lists and columns of those responsible; then the workloads of persons."""
    for extraction in extractions:
        yield from _bodies(dict(_named(extraction, vocabulary)))
        for table in extraction.outline().tables:
            yield from _workloads(table)


def _named(extraction: Extraction, vocabulary: Vocabulary) -> Iterator[tuple[str, Locator]]:
    """Each name with a place; of one that stands several times the last is kept."""
    words = wording(vocabulary)
    for table in extraction.statistics:
        for row in table.rows:
            if row.kind == "row":
                yield row.label, row.at
    for listed in extraction.gains:
        for name, _, at in listed.entries:
            yield name, at
    for outlined in extraction.outline().tables:
        columns = [n for n, label in enumerate(outlined.head) if words.begins("body-column", normalise(label))]
        for line in outlined.rows:
            for column in columns:
                for name in re.split(r"[;\n]", line.texts[column] if column < len(line.texts) else ""):
                    yield name, line.at


def _bodies(named: Mapping[str, Locator]) -> Iterator[Comparison]:
    """Names that share words which no third name has, and begin alike, yet differ inside."""
    known: dict[str, tuple[str, Locator]] = {}
    for name, at in named.items():
        if 3 < len(name.split()) < 25:
            known.setdefault(same_name(name), (name.strip(), at))
    stems = {key: _stems(key) for key in known}
    seen = Counter(stem for own in stems.values() for stem in own)
    shared: dict[str, list[str]] = {}
    for key, own in stems.items():
        for stem in own:
            if seen[stem] == 2 and len(stem) >= _LONG - _ENDING:
                shared.setdefault(stem, []).append(key)
    couples = Counter(tuple(keys) for keys in shared.values())
    for (one, other), count in couples.items():
        if count < _RARE or one.split()[0] != other.split()[0] or not _inside(one, other):
            continue
        (usual, first), (name, at) = known[one], known[other]
        said: dict[str, object] = {"name": name, "other": usual, "spot": spot(first)}
        yield told("finding.body-named-otherwise", at, said, element=name, stated=name, expected=usual)
    for _ in range(len(known) - len(couples)):
        yield holds()


def _stems(name: str) -> set[str]:
    """The long words of a name without their endings, which change with the case."""
    return {word[:-_ENDING] for word in _WORD.findall(name) if len(word) >= _LONG}


def _inside(one: str, other: str) -> bool:
    """Whether each name has a word of its own, that is no other case of a word of the other."""
    left, right = ([word[:4] for word in _WORD.findall(name) if len(word) > 3] for name in (one, other))
    return bool(set(left) - set(right)) and bool(set(right) - set(left)) and left[-1] == right[-1]


def _workloads(table: OutlineTable) -> Iterator[Comparison]:
    person, workload = table.column(*_PERSON), table.column(*_WORKLOAD)
    if person is None or workload is None:
        return
    sums: dict[str, list[tuple[Decimal, str, Locator]]] = {}
    for row in table.rows:
        reading = read_number(row.texts[workload])
        name = "".join(filter(str.isalnum, row.texts[person].lower()))
        if name and reading.value is not None:
            sums.setdefault(name, []).append((reading.value, row.texts[person].strip(), row.at))
        elif name and row.code:
            yield undecided()
    yield from _too_much(sums.values())


def _too_much(sums: Iterable[list[tuple[Decimal, str, Locator]]]) -> Iterator[Comparison]:
    for rows in sums:
        total = sum((value for value, _, _ in rows), Decimal(0))
        if total <= _FULL:
            yield holds()
            continue
        _, name, at = rows[0]
        said: dict[str, object] = {"name": name, "total": f"{total.normalize():f}", "count": len(rows)}
        # The form of a regional project states the workload of each role: an officer may accept the sum.
        severity = Severity.INFORMATION if len(rows) > 1 else None
        yield told("finding.workload", at, said, element=name, stated=f"{total.normalize():f}", expected="100",
                   severity=severity)  # fmt: skip
