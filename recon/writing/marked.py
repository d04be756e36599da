"""A marked copy, and what of a document no changed copy can keep."""

from __future__ import annotations

from dataclasses import dataclass, field

from recon.writing.parts import Parts

Said = tuple[str, dict[str, object]]


@dataclass(slots=True)
class Marked:
    """The new file. warnings: message keys with parameters for what could not be kept or marked."""

    data: bytes
    warnings: list[Said] = field(default_factory=list)


def what_is_lost(parts: Parts) -> list[Said]:
    """A digital signature vouches for every part, so that it breaks with the first mark."""
    return [("marked.lost.signature", {})] if parts.names(".sigs") else []
