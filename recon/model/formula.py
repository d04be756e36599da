"""A formula of a method of calculation, with the variables that it uses and those that the text around it defines."""

from __future__ import annotations

from dataclasses import dataclass

from recon.model.locator import Locator


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula.

    printed: as it is read. variables: those that it uses, as printed, each once. defined: how often the text defines
    each of them. name: what the formula is for, as far as its row says so; code: the row's number.
    """

    printed: str
    variables: tuple[str, ...]
    defined: tuple[int, ...]
    name: str
    code: str
    at: Locator

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(v for v, times in zip(self.variables, self.defined, strict=True) if times == 0)

    @property
    def repeated(self) -> tuple[str, ...]:
        return tuple(v for v, times in zip(self.variables, self.defined, strict=True) if times > 1)
