"""Sentences about ledger files and about numbers that cannot be held exactly."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "error.amount-too-long": {
        "en": "{path}, line {line}: {amount} has too many digits to be held exactly beside the other figures",
        "ru": "{path}, строка {line}: в числе {amount} слишком много цифр, точно хранить его нельзя",
    },
    "error.amount-too-long.help": {
        "en": "check the number and its unit; recon holds 18 digits from the largest amount to the finest printed one "
        "and rounds nothing",
        "ru": "проверьте число и единицу измерения; от самой крупной суммы до самого мелкого знака хранится 18 цифр, "
        "округления не допускаются",
    },
}
