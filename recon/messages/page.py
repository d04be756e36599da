"""What the page says around the findings: headings, filters, legend."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "page.title": {"en": "Reconciliation of {name}", "ru": "Сверка показателей: {name}"},
    "page.skip": {"en": "To the findings", "ru": "К замечаниям"},
    "page.documents": {"en": "Documents", "ru": "Документы"},
    "page.document.file": {"en": "document", "ru": "документ"},
    "page.document.status": {"en": "status", "ru": "состояние"},
    "page.document.figures": {"en": "figures, of them covered", "ru": "сумм, из них охвачено"},
    "page.document.hash": {"en": "SHA-256", "ru": "SHA-256"},
    "page.status.read": {"en": "read", "ru": "прочитан"},
    "page.status.partly-read": {"en": "partly read", "ru": "прочитан частично"},
    "page.status.not-read": {"en": "not read", "ru": "не прочитан"},
    "page.causes": {"en": "Causes", "ru": "Причины"},
    "page.findings": {"en": "Findings", "ru": "Замечания"},
    "page.findings.none": {"en": "Nothing was found.", "ru": "Замечаний нет."},
    "page.tables": {"en": "The tables as they were read", "ru": "Таблицы в том виде, в каком они прочитаны"},
    "page.tree": {"en": "Elements", "ru": "Структура программы"},
    "page.filter": {"en": "Show", "ru": "Показать"},
    "page.filter.severity": {"en": "severity", "ru": "уровень"},
    "page.filter.rule": {"en": "rule", "ru": "правило"},
    "page.filter.source": {"en": "source", "ru": "источник"},
    "page.filter.period": {"en": "year", "ru": "год"},
    "page.filter.all": {"en": "all", "ru": "все"},
    "page.filter.shown": {"en": "shown: {count} of {all}", "ru": "показано: {count} из {all}"},
    "page.coverage": {"en": "show coverage", "ru": "показать охват проверками"},
    "page.legend": {
        "en": "The deeper the colour, the more sums hold the figure; red: one of them is broken; no colour: none.",
        "ru": "Чем гуще цвет, тем в большем числе равенств стоит сумма; красный: одно из них не выполняется;"
        " без цвета: ни в одном.",
    },
    "page.too_many": {
        "en": "There are too many sums to show coverage and tables on a page.",
        "ru": "Сумм слишком много, чтобы показать охват и таблицы на странице.",
    },
    "page.table": {"en": "table {name}", "ru": "таблица {name}"},
    "page.prose": {"en": "text", "ru": "текст"},
    "page.not_taken": {"en": "its figures were not taken", "ru": "её числа не взяты"},
    "page.role.financing": {"en": "financing", "ru": "финансирование"},
    "page.role.passport": {"en": "passport", "ru": "паспорт"},
    "page.role.indicators": {"en": "indicators", "ru": "показатели"},
    "page.role.statistics": {"en": "statistics", "ru": "статистика"},
    "page.role.other": {"en": "other", "ru": "иное"},
    "page.sum": {
        "en": "stated {stated}; computed {parts} = {computed}; difference {difference}",
        "ru": "указано {stated}; по расчёту {parts} = {computed}; отклонение {difference}",
    },
    "page.broken_sums": {
        "en": "{count:sum does|sums do} not agree",
        "ru": "не выполняется: {count:равенство|равенства|равенств}",
    },
    "page.total": {"en": "total", "ru": "итог"},
    "page.made": {"en": "recon {version}, rules {profile}", "ru": "recon {version}, правила {profile}"},
}
