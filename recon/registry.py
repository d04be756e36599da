"""How a module plugs itself in: it lies in the right folder under the right name, and nothing lists it.

`parts-add-to-whole` in a rule file is `recon/checks/parts_add_to_whole.py`; nothing is imported before it is asked for.
A module of another package plugs itself in through an entry point of the group `recon.checks`, `recon.readers`,
`recon.reports` or `recon.listings`. Looking for those costs more than a whole `--help`, so it is done for a name only
that no folder has; what comes with recon is never replaced.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType

from recon.model.errors import WrongUsage


@cache
def names(package: str) -> list[str]:
    """Names, as written in rule files, of the modules in the folder `recon/<package>`."""
    spec = find_spec(f"recon.{package}")
    locations = spec.submodule_search_locations if spec else None
    return sorted(module.name.replace("_", "-") for module in iter_modules(locations))


def module(package: str, name: str) -> ModuleType:
    """The module behind `name`, of recon or of a plug-in. KeyError: there is none. WrongUsage: it cannot be loaded."""
    if name in names(package):
        return import_module(f"recon.{package}.{name.replace('-', '_')}")
    return import_plugged(package, name)


@cache
def plugged(package: str) -> dict[str, str]:
    """Modules that other packages plug in, by name: the module's path. Those that recon has itself are left out."""
    from importlib.metadata import entry_points

    own = names(package)
    return {entry.name: entry.value for entry in entry_points(group=f"recon.{package}") if entry.name not in own}


def import_plugged(package: str, name: str) -> ModuleType:
    """The module that a plug-in names. KeyError: there is none. WrongUsage: it cannot be imported."""
    path = plugged(package)[name]
    try:
        return import_module(path)
    except ImportError as error:
        said = {"group": f"recon.{package}", "name": name, "module": path, "reason": str(error)}
        raise WrongUsage("error.plug-in", **said) from error
