"""What a person can get wrong, said with its place and a next step.

Every error carries the key of a message in `recon.messages` and its parameters; the words, in English or
Russian, are put together at the edge. Exit status 2 is wrong usage or a wrong rule file, 3 is no verdict.
"""

from __future__ import annotations


class ReconError(Exception):
    """A fault that a person can mend. `key` names the message, `parameters` fill it."""

    exit_status = 3

    def __init__(self, key: str, **parameters: object) -> None:
        super().__init__(key, parameters)
        self.key = key
        self.parameters = parameters


class UnreadableDocument(ReconError):
    """A document could not be read; the run goes on with the others and ends without a verdict for it."""


class InexactAmount(UnreadableDocument):
    """A number cannot be held exactly: it is refused with its place, never rounded or wrapped."""


class WrongRules(ReconError):
    """A rule file is wrong: `path`, `line` and `column` are always among the parameters."""

    exit_status = 2


class WrongUsage(ReconError):
    """The command was given something that it cannot work with."""

    exit_status = 2
