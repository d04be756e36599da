"""An element of a programme: the programme itself, a subprogramme, an activity; a code in a tree."""

from __future__ import annotations

from dataclasses import dataclass

from recon.model.locator import Locator


@dataclass(slots=True)
class Element:
    """One element of one table.

    code: as printed, "" where none is printed. name: as printed, joined over page breaks.
    key: what the same element has in common over the tables of a document: its code, "" for the programme.
    parent: index of the parent among the extraction's elements, -1 for a root.
    """

    table: str
    code: str
    name: str
    key: str
    parent: int
    at: Locator
