"""What reports say: places, verdicts, counts, and what was not checked."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "report.severity.error": {"en": "error", "ru": "ошибка"},
    "report.severity.warning": {"en": "warning", "ru": "предупреждение"},
    "report.severity.information": {"en": "information", "ru": "сведения"},
    "report.some.error": {"en": "{count:error|errors}", "ru": "{count:ошибка|ошибки|ошибок}"},
    "report.some.warning": {
        "en": "{count:warning|warnings}",
        "ru": "{count:предупреждение|предупреждения|предупреждений}",
    },
    "report.some.information": {
        "en": "{count} for information",
        "ru": "{count} для сведения",
    },
    "report.fault": {"en": "error", "ru": "ошибка"},
    # places
    "report.place.line": {"en": "line {number}", "ru": "строка файла {number}"},
    "report.place.paragraph": {"en": "paragraph {number}", "ru": "абзац {number}"},
    "report.place.page": {"en": "page {number}", "ru": "страница {number}"},
    "report.place.sheet": {"en": "sheet {name}", "ru": "лист {name}"},
    "report.place.cell": {"en": "cell {name}", "ru": "ячейка {name}"},
    "report.place.table": {"en": "table {number}", "ru": "таблица {number}"},
    "report.place.row": {"en": "row {number}", "ru": "строка {number}"},
    "report.place.column": {"en": "column {number}", "ru": "графа {number}"},
    "report.source.besides": {"en": "outside the total: {source}", "ru": "кроме того: {source}"},
    "report.source.of-which": {"en": "{whole}, of which {part}", "ru": "{whole}, в том числе {part}"},
    "report.period.total": {"en": "total", "ru": "всего"},
    "report.period.column": {"en": "column {number}", "ru": "графа {number}"},
    # inside an excerpt
    "report.stated": {"en": "stated", "ru": "указано"},
    "report.computed": {"en": "computed", "ru": "по расчёту"},
    "report.whole": {"en": "the whole", "ru": "целое"},
    "report.part": {"en": "a part of it", "ru": "в том числе"},
    "report.subtracted": {"en": "subtracted", "ru": "вычитается"},
    "report.blank": {"en": "(blank)", "ru": "(пусто)"},
    "report.parts_left_out": {
        "en": "… and {count:part|parts} more, zero or too many to show (--all shows them)",
        "ru": "… и ещё {count:слагаемое|слагаемых|слагаемых}, нулевых или не поместившихся (показать: --all)",
    },
    # what a finding says
    "report.headline.undecided": {
        "en": "the sum cannot be decided: {why}",
        "ru": "сумма не может быть проверена: {why}",
    },
    "report.headline.rounding": {"en": "{title}, within rounding", "ru": "{title} (в пределах округления)"},
    "report.undecided.blank": {"en": "a figure is blank", "ru": "не заполнена сумма"},
    "report.undecided.unreadable": {"en": "a figure cannot be read", "ru": "сумма не читается"},
    "report.undecided.not-applicable": {"en": "a figure is marked «x»", "ru": "вместо суммы стоит «x»"},
    "report.undecided.left-out": {"en": "a figure is left out", "ru": "сумма пропущена"},
    "report.undecided.incomplete": {
        "en": "its parts are not all stated, or one is stated in two ways",
        "ru": "приведены не все слагаемые, либо одно из них указано по-разному",
    },
    "report.difference": {
        "en": "difference {difference}{unit}, allowed {allowed}",
        "ru": "отклонение {difference}{unit}, допускается {allowed}",
    },
    "report.sentence": {
        "en": "stated {stated}, computed {computed}, difference {difference}{unit}",
        "ru": "указано {stated}, по расчёту {computed}, отклонение {difference}{unit}",
    },
    "report.sentence.at-most": {
        "en": "the part {computed} is larger than its whole {stated} by {difference}{unit}",
        "ru": "часть {computed} больше целого {stated} на {difference}{unit}",
    },
    "report.sentence.undecided": {"en": "stated {stated}", "ru": "указано {stated}"},
    "report.rounding": {
        "en": "rounding each figure by itself explains a difference of this size",
        "ru": "отклонение такого размера объясняется округлением каждой суммы в отдельности",
    },
    "report.needed": {
        "en": "{needed}{unit} in the blank cell ({place}) would make it hold",
        "ru": "равенство выполняется, если в пустой ячейке ({place}) указать {needed}{unit}",
    },
    "report.see_cause": {"en": "see cause {cause}", "ru": "см. причину {cause}"},
    # counts
    "report.identities": {
        "en": "{count:identity|identities}: ",
        "ru": "{count:контрольное соотношение|контрольных соотношения|контрольных соотношений}: ",
    },
    "report.hold": {
        "en": "{count:holds|hold}",
        "ru": "{count:выполняется|выполняются|выполняются}",
    },
    "report.hold.vacuous": {
        "en": "{count:holds|hold} ({vacuous} of them 0 = 0)",
        "ru": "{count:выполняется|выполняются|выполняются} (из них {vacuous} вида 0 = 0)",
    },
    "report.vacuous": {
        "en": "{count:is|are} 0 = 0",
        "ru": "{count:имеет|имеют|имеют} вид 0 = 0",
    },
    "report.broken": {"en": "{count} broken", "ru": "{count:не выполняется|не выполняются|не выполняются}"},
    "report.within_rounding": {"en": "{count} within rounding", "ru": "{count} в пределах округления"},
    "report.undecided": {
        "en": "{count} undecided",
        "ru": "{count:не поддаётся проверке|не поддаются проверке|не поддаются проверке}",
    },
    "report.undecided.listed": {"en": "undecided:", "ru": "не поддаются проверке:"},
    "report.undecided.hint": {"en": " (--all lists them)", "ru": " (перечень: --all)"},
    "report.contradicts": {
        "en": "rounding explains this alone, but not together with {identities}",
        "ru": "по отдельности объяснимо округлением, но не вместе с {identities}",
    },
    "report.open_roundings": {
        "en": "{count:rounding|roundings} could not be tested together in time: each is possible by itself",
        "ru": "{count:округление|округления|округлений} не удалось проверить совместно за отведённое время:"
        " по отдельности каждое возможно",
    },
    "report.detectable": {
        "en": "An error in {count} of them would show, but not in which figure (column protection of recon figures)",
        "ru": "Ошибка в {count} из них была бы видна, но без указания, в какой именно"
        " (графа protection в recon figures)",
    },
    "report.unprotected": {
        "en": "figures in which an error would not show, or not say where:",
        "ru": "суммы, ошибка в которых не видна или не указывает на место:",
    },
    "report.protection.none": {"en": "would not show", "ru": "не видна"},
    "report.protection.detectable": {"en": "would show, but not where", "ru": "видна, но не место"},
    "report.figures.none": {"en": "No figures were read", "ru": "Ни одной суммы не прочитано"},
    "report.figures.all": {
        "en": "{count:figure|figures}, all covered",
        "ru": "{count:сумма|суммы|сумм}, проверками охвачены все",
    },
    "report.figures.some": {
        "en": "{count:figure|figures}, {open:is|are} covered by no identity (recon figures lists them)",
        "ru": "{count:сумма|суммы|сумм}, из них {open:не охвачена|не охвачены|не охвачены} ни одним соотношением"
        " (перечень: recon figures)",
    },
    "report.further": {
        "en": "{count:more finding|more findings}: {by}",
        "ru": "{count:иное замечание|иных замечания|иных замечаний}: {by}",
    },
    "report.found": {"en": "{count:finding|findings}: {by}", "ru": "{count:замечание|замечания|замечаний}: {by}"},
    "report.left_out": {
        "en": "{count:finding is|findings are} not shown here: --all shows them, --format json holds them all",
        "ru": "{count:замечание не показано|замечания не показаны|замечаний не показано}:"
        " показать с --all, все они есть в --format json",
    },
    "report.nothing_found": {
        "en": "No discrepancy in the {count:sum that proves something|sums that prove something}",
        "ru": "Отклонений нет, подтверждено: {count:равенство|равенства|равенств}",
    },
    "report.nothing_found.compared": {
        "en": "No discrepancy in {count:comparison|comparisons} of indicators and statistics",
        "ru": "Отклонений нет, подтверждено: {count:сравнение|сравнения|сравнений} показателей и статистики",
    },
    "report.indicators": {
        "en": "{count:value|values} of indicators and statistics",
        "ru": "{count:значение|значения|значений} показателей и статистики",
    },
    "report.compared": {"en": "{count:comparison|comparisons}", "ru": "{count:сравнение|сравнения|сравнений}"},
    "report.compared.none": {"en": "nothing to compare them with", "ru": "сравнить не с чем"},
    # when nothing is proved
    "report.unproved.unread": {
        "en": "Nothing was checked: no document could be read",
        "ru": "Ничего не проверено: ни один документ не прочитан",
    },
    "report.unproved.no_figures": {
        "en": "Nothing was checked: no table or sentence of financing was found",
        "ru": "Ничего не проверено: ни таблиц, ни сведений об объёмах финансирования не найдено",
    },
    "report.unproved.unbound": {
        "en": "Nothing was checked: {count:figure was|figures were} read, but no total stands beside its parts",
        "ru": "Ничего не проверено: {count:сумма прочитана|суммы прочитаны|сумм прочитано},"
        " но нет ни одного итога рядом со слагаемыми",
    },
    "report.unproved.vacuous": {
        "en": "Nothing is proved: every sum is 0 = 0, which holds whatever the document should have said",
        "ru": "Ничего не доказано: все равенства вида 0 = 0, они выполняются при любых верных суммах",
    },
    "report.unproved.undecided": {
        "en": "Nothing is proved: every sum that is not 0 = 0 waits for a figure that is blank or cannot be read",
        "ru": "Ничего не доказано: во всех равенствах, кроме 0 = 0, сумма не заполнена или не читается",
    },
    # documents
    "report.document.read": {"en": "about {path}", "ru": "о документе {path}"},
    "report.document.partly-read": {"en": "partly read: {path}", "ru": "прочитано не полностью: {path}"},
    "report.document.not-read": {"en": "not read: {path}", "ru": "не прочитано: {path}"},
    "report.status.read": {"en": "read", "ru": "прочитан"},
    "report.status.partly-read": {"en": "partly read", "ru": "не полностью"},
    "report.status.not-read": {"en": "not read", "ru": "не прочитан"},
    "report.notes_left_out": {"en": "… and {count} more (--all)", "ru": "… и ещё {count} (показать: --all)"},
    "report.head.document": {"en": "document", "ru": "документ"},
    "report.head.status": {"en": "status", "ru": "прочитан?"},
    "report.head.figures": {"en": "figures", "ru": "сумм"},
    "report.head.open": {"en": "not covered", "ru": "не охвачено"},
    "report.head.errors": {"en": "errors", "ru": "ошибок"},
    "report.head.warnings": {"en": "warnings", "ru": "предупр."},
}
