"""Sentences about rules: why a rulebook cannot be had, and the headings of an explained rule."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "error.rules": {"en": "the rules cannot be used, faults: {count}", "ru": "правила не применены, ошибок: {count}"},
    "error.rules.help": {
        "en": "mend the rule file; no document was checked",
        "ru": "исправьте файл правил; документы не проверялись",
    },
    "error.no-such-rules": {
        "en": 'no profile and no file is called "{name}"',
        "ru": "нет ни профиля, ни файла с именем «{name}»",
    },
    "error.no-such-rules.help": {"en": "{hint}", "ru": "{hint}"},
    "error.rules-is-folder": {"en": '"{path}" is a folder', "ru": "«{path}» — это папка"},
    "error.rules-is-folder.help": {
        "en": "name one rule file; it may list others under `extends:`",
        "ru": "укажите один файл правил; другие он может перечислить в `extends:`",
    },
    "error.no-such-rule": {"en": 'there is no rule "{code}"', "ru": "нет правила «{code}»"},
    "error.no-such-rule.help": {"en": "{hint}", "ru": "{hint}"},
    "profile.why.words": {"en": "it says «{words}»", "ru": "в документе сказано «{words}»"},
    "profile.why.form": {
        "en": "it is {form} and names no programme",
        "ru": "это {form}, программа в документе не названа",
    },
    "profile.why.nothing": {
        "en": "it names no other kind of document",
        "ru": "другой вид документа в тексте не назван",
    },
    "profile.why.ledger": {"en": "it is a ledger file", "ru": "это файл показателей"},
    "profile.why.named": {"en": "asked for with --rules", "ru": "указан в --rules"},
    "report.rules": {"en": "Rules: {profile} ({why})", "ru": "Правила: {profile} ({why})"},
    "report.rules.profile": {"en": "{profile} ({why})", "ru": "{profile} ({why})"},
    "report.rules.several": {"en": "Rules:", "ru": "Правила:"},
    "report.rules.document": {"en": "{profile} for {path} ({why})", "ru": "{profile} — {path} ({why})"},
    "report.rules.others": {
        "en": "… and for {count:other document|other documents} (--all)",
        "ru": "… и ещё {count:документ|документа|документов} (показать: --all)",
    },
    "report.rules.silenced": {"en": "Silenced: {code}, {title}: {why}", "ru": "Отключено: {code}, {title}: {why}"},
    "rules.explain.disabled": {"en": "Silenced, because", "ru": "Отключено, потому что"},
    "rules.explain.must": {"en": "What must hold", "ru": "Что должно выполняться"},
    "rules.explain.how": {"en": "How it is computed", "ru": "Как считается"},
    "rules.explain.where": {"en": "Which figures it is for", "ru": "Для каких сумм"},
    "rules.explain.author": {"en": "name, department", "ru": "имя, отдел"},
    "rules.explain.waive": {
        "en": "To set one finding apart, write into recon-waivers.yaml, beside the documents",
        "ru": "Чтобы исключить одно замечание, напишите в recon-waivers.yaml рядом с документами",
    },
    "rules.explain.by-unit": {
        "en": "In these units another difference is allowed: {units}.",
        "ru": "Для этих единиц допускается другое отклонение: {units}.",
    },
    "rules.explain.outcome.holds": {"en": "no finding", "ru": "замечаний нет"},
    "rules.explain.outcome.breaks": {"en": "a finding", "ru": "замечание"},
    "rules.explain.line": {"en": "line {number}", "ru": "строка {number}"},
    "rules.explain.head.table_role": {"en": "table", "ru": "таблица"},
    "rules.explain.table.passport": {"en": "passport", "ru": "паспорт"},
    "rules.explain.table.financing": {"en": "financing", "ru": "финансирование"},
    "rules.explain.table.indicators": {"en": "indicators", "ru": "показатели"},
    "rules.explain.table.statistics": {"en": "statistics", "ru": "статистика"},
    "rules.explain.table.other": {"en": "other", "ru": "иная"},
    "rules.explain.head.code": {"en": "code", "ru": "код"},
    "rules.explain.head.element": {"en": "row", "ru": "строка"},
    "rules.explain.head.source": {"en": "source", "ru": "источник"},
    "rules.explain.head.period": {"en": "year", "ru": "год"},
    "rules.explain.head.amount": {"en": "amount", "ru": "сумма"},
    "rules.explain.why": {"en": "Why", "ru": "Зачем"},
    "rules.explain.catches": {"en": "What it finds", "ru": "Что находит"},
    "rules.explain.misses": {"en": "What it does not find", "ru": "Чего не находит"},
    "rules.explain.holds": {"en": "An example that holds", "ru": "Пример: выполнено"},
    "rules.explain.breaks": {"en": "An example that breaks", "ru": "Пример: нарушено"},
    "rules.explain.strictness": {"en": "How strict it is", "ru": "Насколько строго"},
    "rules.explain.exact": {
        "en": "To the last printed digit: any difference counts as “{severity}”. A difference that rounding each "
        "figure by itself explains counts as “{rounding}”.",
        "ru": "До последнего напечатанного знака: любое отклонение — «{severity}». Отклонение, которое объясняется "
        "округлением каждого числа по отдельности, — «{rounding}».",
    },
    "rules.explain.within": {
        "en": "A difference of more than {tolerance}, in the unit of the document, counts as “{severity}”. A "
        "difference that rounding each figure by itself explains counts as “{rounding}”.",
        "ru": "Отклонение больше {tolerance} в единицах документа — «{severity}». Отклонение, которое объясняется "
        "округлением каждого числа по отдельности, — «{rounding}».",
    },
    "rules.explain.form": {
        "en": "Each place counts as “{severity}”, unless the finding says that it is milder.",
        "ru": "Каждое место — «{severity}», если в самом замечании не указан более мягкий уровень.",
    },
    "rules.explain.silence": {
        "en": "To silence it, write into a rule file of your own, with your reason",
        "ru": "Чтобы отключить, напишите в своём файле правил, указав причину",
    },
    "rules.explain.reason": {"en": "Why it does not apply here.", "ru": "Почему здесь не применяется."},
    "rules.explain.origin": {"en": "It stands in {origin} ({check}).", "ru": "Записано в {origin} ({check})."},
}
