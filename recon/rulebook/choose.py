"""Which profile a document asks for, and one rulebook that judges each document by its own.

What a document calls itself stands at its head: of all profiles the one whose words come first there is taken. A
workbook that names nothing is a budget table. What no profile claims is judged by the standard one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from recon import shipped
from recon.extract.wording import expression, normalise
from recon.model.document import Document, Paragraph
from recon.model.rule import Rule, Rulebook
from recon.rulebook.extend import STANDARD_PROFILE, profiles, read
from recon.rulebook.load import load
from recon.rulebook.parse import Mapping as Stated
from recon.rulebook.parse import Scalar
from recon.rulebook.parse import Sequence as Listed

#: how far the head of a document reaches: blocks, and characters in all
_BLOCKS, _CHARACTERS = 60, 6_000
#: how many rows of a table belong to the head: above a table in a workbook stands its title, elsewhere rows of a
#: passport; further down a row may name any other programme
_ROWS_OF_A_SHEET, _ROWS = 8, 3


@dataclass(frozen=True, slots=True)
class Kind:
    """What speaks for a profile. forms: the only forms of documents it is for; none: all."""

    profile: str
    words: re.Pattern[str] | None
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """The profile of a document and why: a message with its parameters."""

    profile: str
    why: tuple[str, dict[str, object]]


@cache
def kinds() -> tuple[Kind, ...]:
    """The shipped profiles that a document can ask for."""
    found = []
    for name in profiles():
        root, _ = read(shipped.rules() / "profiles" / f"{name}.yaml")
        applies = root.entries["applies"][1] if "applies" in root.entries else None
        if isinstance(applies, Stated):
            words = [rf"(?:{expression(word)})" for word in _texts(applies, "words")]
            spelled = re.compile("|".join(words)) if words else None
            found.append(Kind(name, spelled, frozenset(_texts(applies, "forms"))))
    return tuple(found)


def _texts(applies: Stated, name: str) -> list[str]:
    value = applies.entries[name][1] if name in applies.entries else None
    return [item.text for item in value.items if isinstance(item, Scalar)] if isinstance(value, Listed) else []


def choose(document: Document, among: Sequence[Kind]) -> Choice:
    """The profile whose words stand first at the head of the document."""
    able = [kind for kind in among if not kind.forms or document.form in kind.forms]
    for text in _head(document):
        plain = normalise(text)
        named = [(found.start(), kind.profile, found[0]) for kind in able
                 if kind.words is not None and (found := kind.words.search(plain))]  # fmt: skip
        if named:
            _, profile, words = min(named)
            return Choice(profile, ("profile.why.words", {"words": words}))
    by_form = next((kind.profile for kind in able if kind.forms), None)
    if by_form is not None:
        return Choice(by_form, ("profile.why.form", {"form": document.form.upper()}))
    return Choice(STANDARD_PROFILE, ("profile.why.nothing", {}))


def _head(document: Document) -> Iterator[str]:
    """The texts at the beginning; lines of a title that follow one another are one text."""
    room, title = _CHARACTERS, ""
    for block in document.blocks[:_BLOCKS]:
        if isinstance(block, Paragraph):
            title += f" {block.text}"
            room -= len(block.text)
        else:
            yield title[:_CHARACTERS]
            title = ""
            for row in block.rows[: _ROWS if block.sheet is None else _ROWS_OF_A_SHEET]:
                for cell in row:
                    room -= len(cell.text)
                    yield cell.text
        if room < 0:
            break
    yield title[:_CHARACTERS]


def for_documents(
    rulebook: Rulebook, documents: Sequence[Document], others: Sequence[str]
) -> tuple[Rulebook, dict[str, Choice]]:
    """The rulebook that judges these documents, each by the profile that it asks for, and what was chosen and why.

    others: names of documents that are known by their figures alone, as ledger files are.
    """
    if not rulebook.by_document:
        given: tuple[str, dict[str, object]] = ("profile.why.named", {})
        return rulebook, {name: Choice(rulebook.profile, given) for name in (*(d.path for d in documents), *others)}
    among = kinds()
    choices = {document.path: choose(document, among) for document in documents}
    choices |= {name: Choice(STANDARD_PROFILE, ("profile.why.ledger", {})) for name in others}
    names = sorted({choice.profile for choice in choices.values()})
    books = {name: load(rulebook.named, name) if rulebook.named else _shipped(name) for name in names}
    return joined(books, choices) if books else rulebook, choices


@cache
def _shipped(profile: str) -> Rulebook:
    """The rulebook of a shipped profile: nothing about it changes between two runs of one process."""
    return load(None, profile)


def joined(books: Mapping[str, Rulebook], choices: Mapping[str, Choice]) -> Rulebook:
    """One rulebook of several: a rule that differs between profiles is there once for each, for their documents."""
    first = next(iter(books.values()))
    if len(books) == 1:
        return first
    rules: list[tuple[Rule, frozenset[str]]] = []
    for name, book in books.items():
        paths = frozenset(path for path, choice in choices.items() if choice.profile == name)
        for rule in book.rules:
            known = next((n for n, (other, _) in enumerate(rules) if other == rule), None)
            if known is None:
                rules.append((rule, paths))
            else:
                rules[known] = rule, rules[known][1] | paths
    scoped = [rule if paths == choices.keys() else replace(rule, documents=paths) for rule, paths in rules]
    digest = hashlib.sha256("".join(sorted(book.digest for book in books.values())).encode()).hexdigest()
    profile = ", ".join(dict.fromkeys(book.profile for book in books.values()))
    in_order = tuple(sorted(scoped, key=lambda rule: (rule.code, sorted(rule.documents or ()))))
    return replace(first, profile=profile, rules=in_order, digest=f"sha256:{digest}")
