"""What the checks let a rule say: their parameters, read without importing them.

A check imports numpy, and `recon explain` must start without it; so `PARAMETERS = {…}` is read from the module's
text. It may use texts that the module names before (`ONE_KEY = "one-key"`); anything else makes the module be imported.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from recon import registry

_LITERAL = re.compile(r"^PARAMETERS\b[^=\n]*=\s*(\{[^\n]*\}|\{.*?^\})", re.MULTILINE | re.DOTALL)
_NAMED_TEXT = re.compile(r'^([A-Z][A-Z_]*) = ("[^"\\\n]*")$', re.MULTILINE)
Parameters = dict[str, tuple[str, ...]]
#: among the values of a parameter: it is told by selectors, as `where:` is; it may be left out
SELECTOR, OPTIONAL = "<figures>", ""


@cache
def parameters_of(check: str) -> Parameters | None:
    """The parameters that a check takes, each with its allowed values (none: any), or `<figures>` where it is told by
    selectors; "" among them: it may be left out. None: there is no such check."""
    path = _folder() / f"{check.replace('-', '_')}.py"
    if "_" in check or not path.is_file():
        return _of_plug_in(check)
    text = path.read_text(encoding="utf-8")
    if not re.search(r"^PARAMETERS\b", text, re.MULTILINE):
        return None
    stated = _literal(text)
    if stated is None:
        stated = registry.module("checks", check).PARAMETERS
    return {str(name): tuple(values) for name, values in stated.items()}


def _of_plug_in(check: str) -> Parameters | None:
    if check not in registry.plugged("checks"):
        return None
    stated = getattr(registry.module("checks", check), "PARAMETERS", None)
    return None if stated is None else {str(name): tuple(values) for name, values in stated.items()}


def _literal(text: str) -> dict[str, tuple[str, ...]] | None:
    literal = _LITERAL.search(text)
    if literal is None:
        return None
    expression = literal[1]
    for name, value in _NAMED_TEXT.findall(text):
        expression = re.sub(rf"\b{name}\b", lambda _, value=value: value, expression)
    try:
        return dict(ast.literal_eval(expression))
    except (ValueError, SyntaxError):
        return None


@cache
def adds_figures(check: str) -> bool:
    """Whether a check holds figures against one another, so that tolerance and rounding mean something to it."""
    path = _folder() / f"{check.replace('-', '_')}.py"
    if not path.is_file():
        return hasattr(registry.module("checks", check), "bind")
    return re.search(r"^def bind\(", path.read_text(encoding="utf-8"), re.MULTILINE) is not None


def known_checks() -> list[str]:
    """Names of all checks, plug-ins last; other modules of the folder are left out."""
    names = [*registry.names("checks"), *sorted(registry.plugged("checks"))]
    return [name for name in names if parameters_of(name) is not None]


@cache
def _folder() -> Path:
    spec = find_spec("recon.checks")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0])
