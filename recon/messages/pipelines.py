"""What reports for build servers say beside the findings."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "sarif.help": {
        "en": "{why} More: recon explain {code}",
        "ru": "{why} Подробнее: recon explain {code}",
    },
    "junit.reading": {"en": "the document is read", "ru": "документ прочитан"},
}
