"""Sentences about faults in what a rule speaks of, and in the cases that it is tried on."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "rules.fault.selector": {
        "en": 'unknown selector "{word}" under {field}',
        "ru": "неизвестный отбор «{word}» в {field}",
    },
    "rules.fault.selector-not-mapping.help": {
        "en": "write `{field}: {{source: federal, period: 2026}}`",
        "ru": "пишите `{field}: {{source: федеральный бюджет, period: 2026}}`",
    },
    "rules.fault.selector-words": {
        "en": '"{word}" has to be a text or a list of texts, such as [federal, regional]',
        "ru": "«{word}» — это текст или список текстов, например [federal, regional]",
    },
    "rules.fault.selector-value": {
        "en": '{field}: no figure has "{word}"',
        "ru": "{field}: ни у одной суммы не бывает «{word}»",
    },
    "rules.fault.selector-period.help": {
        "en": "write a year (2026), a span as printed (2024-2026), total, or years for every single year",
        "ru": "укажите год (2026), период как в документе (2024-2026), total — итог или years — каждый отдельный год",
    },
    "rules.fault.tolerance-unit": {
        "en": '{field}: unknown unit "{word}"',
        "ru": "{field}: неизвестная единица «{word}»",
    },
    "rules.fault.no-cases": {"en": "rule {code} has no cases here", "ru": "у правила {code} здесь нет примеров"},
    "rules.fault.no-cases.help": {
        "en": "under `cases:` stands the name of each case, and under it `figures:` or `document:`, and `verdicts:`",
        "ru": "под `cases:` — название каждого примера, под ним `figures:` или `document:` и `verdicts:`",
    },
    "rules.fault.case-of-other": {
        "en": "the file is called after {code}, so `rule:` has to say {code}",
        "ru": "файл назван по правилу {code}, поэтому в `rule:` должно стоять {code}",
    },
    "rules.fault.case-field": {
        "en": 'unknown field "{word}" in the case "{case}"',
        "ru": "неизвестное поле «{word}» в примере «{case}»",
    },
    "rules.fault.case-figures": {
        "en": 'the case "{case}" needs either figures or a document, and not both',
        "ru": "в примере «{case}» должно быть либо figures, либо document, но не оба",
    },
    "rules.fault.case-figures.help": {
        "en": "figures: a ledger with its head, columns set apart by |; document: lines of text, | between cells",
        "ru": "figures — суммы с шапкой, графы через |; document — строки текста, | между ячейками",
    },
    "rules.fault.case-verdict": {
        "en": 'the case "{case}" does not say what must come of it',
        "ru": "в примере «{case}» не сказано, что должно получиться",
    },
    "rules.fault.case-verdict.help": {
        "en": "write how many sums must get each verdict: `verdicts: {{holds: 1, broken: 1}}`; `findings: []` for none",
        "ru": "укажите, сколько равенств выполняется и нарушено: `verdicts: {{holds: 1, broken: 1}}`; "
        "без замечаний — `findings: []`",
    },
    "rules.fault.verdict": {"en": 'unknown verdict "{word}"', "ru": "неизвестный исход «{word}»"},
    "rules.fault.case-entries.help": {
        "en": "write `{field}: [{{code: 1, period: 2026}}]`",
        "ru": "пишите `{field}: [{{code: 1, period: 2026}}]`",
    },
    "rules.fault.case-word": {
        "en": '{field}: unknown word "{word}"',
        "ru": "{field}: неизвестное слово «{word}»",
    },
}
