"""Every sentence that a person can read, in English and Russian, by key.

A whole number may be followed by its noun: `{n:finding|findings}`, and in Russian, which has three forms,
`{n:замечание|замечания|замечаний}`; thousands are then set apart by a no-break space.
"""

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

    A parameter that is a tuple `(key, {…})` is itself a message, one that is a dict holds a text by language.
    KeyError: the key is not in the table.
    """
    filled = {name: _fill(value, lang) for name, value in parameters.items()}
    return _table()[key][lang].format(**filled)


def add(messages: dict[str, dict[str, str]]) -> None:
    """Take in the sentences of a plug-in; what recon says itself is never replaced."""
    table = _table()
    for key, said in messages.items():
        table.setdefault(key, said)


def has(key: str) -> bool:
    """Whether there is a sentence under `key`."""
    return key in _table()


class _Count(int):
    """A whole number that takes its noun along."""

    def __format__(self, spec: str) -> str:
        if "|" not in spec:
            return super().__format__(spec)
        return f"{int(self):,}".replace(",", "\u00a0") + "\u00a0" + plural(int(self), spec.split("|"))


def plural(number: int, forms: list[str]) -> str:
    """The form of a noun that `number` asks for: two forms are English, three are Russian (1, 2, 5)."""
    if len(forms) < 3:
        return forms[0 if number == 1 else -1]
    if number % 100 in range(11, 15):
        return forms[2]
    return forms[0 if number % 10 == 1 else 1 if number % 10 in (2, 3, 4) else 2]


def _fill(value: object, lang: str) -> object:
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], dict):
        return say(value[0], lang, **value[1])
    if isinstance(value, dict):
        return value.get(lang) or next(iter(value.values()), "")
    return _Count(value) if type(value) is int else value


def language_of_environment() -> str:
    """`ru` where the locale says so, else `en`."""
    for variable in ("RECON_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "ru" if value.lower().startswith("ru") else "en"
    return "en"
