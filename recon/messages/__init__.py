"""Every sentence that a person can read, in English and Russian, by key."""

from __future__ import annotations

import os
from importlib import import_module
from pkgutil import iter_modules

LANGUAGES = ("en", "ru")
_tables: dict[str, dict[str, str]] = {}


def _table() -> dict[str, dict[str, str]]:
    if not _tables:
        for module in iter_modules(__path__):
            _tables.update(import_module(f"{__name__}.{module.name}").MESSAGES)
    return _tables


def say(key: str, lang: str, **parameters: object) -> str:
    """The sentence under `key` in `lang` (`en` or `ru`), with its parameters filled in.

    A parameter that is a tuple `(key, {…})` is itself a message. KeyError: the key is not in the table.
    """
    filled = {name: _fill(value, lang) for name, value in parameters.items()}
    return _table()[key][lang].format(**filled)


def _fill(value: object, lang: str) -> object:
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], dict):
        return say(value[0], lang, **value[1])
    return value


def language_of_environment() -> str:
    """`ru` where the locale says so, else `en`."""
    for variable in ("RECON_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "ru" if value.lower().startswith("ru") else "en"
    return "en"
