"""How a module plugs itself in: it lies in the right folder under the right name, and nothing lists it.

`parts-add-to-whole` in a rule file is `recon/checks/parts_add_to_whole.py`; nothing is imported before it is asked for.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType


@cache
def names(package: str) -> list[str]:
    """Names, as written in rule files, of the modules in the folder `recon/<package>`."""
    spec = find_spec(f"recon.{package}")
    locations = spec.submodule_search_locations if spec else None
    return sorted(module.name.replace("_", "-") for module in iter_modules(locations))


def module(package: str, name: str) -> ModuleType:
    """The module behind `name`. KeyError: there is none."""
    if name not in names(package):
        raise KeyError(name)
    return import_module(f"recon.{package}.{name.replace('-', '_')}")
