"""Elements made for an XML part, in the namespaces that the part itself declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def made(near: _Element, tag: str, attributes: Mapping[str, str] | None = None) -> _Element:
    """A new element for the part that `near` is of; it stands nowhere yet."""
    new: _Element = near.makeelement(tag, dict(attributes or {}), nsmap=near.nsmap)  # type: ignore[arg-type]
    return new


def added(parent: _Element, tag: str, attributes: Mapping[str, str] | None = None) -> _Element:
    """A new last child."""
    new = made(parent, tag, attributes)
    parent.append(new)
    return new


def child(parent: _Element, tag: str) -> _Element:
    """The child that a format asks for; it is made where a file left it out."""
    found = parent.find(tag)
    return added(parent, tag) if found is None else found


def above(element: _Element) -> _Element:
    """The element that holds this one."""
    parent = element.getparent()
    assert parent is not None, "an element of a document stands in another one"
    return parent


def own_attributes(element: _Element) -> dict[str, str]:
    """All attributes of an element, for another one like it."""
    return {str(name): str(value) for name, value in element.attrib.items()}
