"""What marked copies and the protocol say: remarks beside figures, heads of tables, legends, what was not kept."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    # beside a figure
    "marked.level.error": {"en": "error", "ru": "ошибка"},
    "marked.level.warning": {"en": "warning", "ru": "предупреждение"},
    "marked.level.information": {"en": "for information", "ru": "для сведения"},
    "marked.rule": {"en": "{level} {rule}", "ru": "{level} {rule}"},
    "marked.amounts": {
        "en": "Stated {stated}, computed {computed}, difference {difference}{unit}.",
        "ru": "Указано {stated}, по расчёту {computed}, отклонение {difference}{unit}.",
    },
    "marked.cause.only": {
        "en": "Cause {id}, the only explanation: {change}",
        "ru": "Причина {id}, единственное объяснение: {change}",
    },
    "marked.cause.possible": {
        "en": "Cause {id}, one of several explanations: {change}",
        "ru": "Причина {id}, одно из возможных объяснений: {change}",
    },
    "marked.cause.together": {
        "en": " (together with {count:other figure|other figures})",
        "ru": " (вместе с ещё {count:суммой|суммами|суммами})",
    },
    "marked.see.only": {"en": "Cause {id}: {changes}", "ru": "Причина {id}: {changes}"},
    "marked.see.possible": {
        "en": "Possible cause {id}: {changes}",
        "ru": "Возможная причина {id}: {changes}",
    },
    "marked.change.here": {
        "en": "stated {stated}, should read {proposed}{slip}",
        "ru": "указано {stated}, подлежит уточнению, предлагается {proposed}{slip}",
    },
    "marked.change.there": {
        "en": "{what} ({place}): stated {stated}, should read {proposed}{slip}",
        "ru": "{what} ({place}): указано {stated}, подлежит уточнению, предлагается {proposed}{slip}",
    },
    "marked.proposal.state": {"en": "State {proposed}", "ru": "Указать {proposed}"},
    "marked.proposal.or": {"en": "; or: ", "ru": "; либо: "},
    "marked.proposal.one_of": {"en": "One of: {ways}", "ru": "Одно из: {ways}"},
    "marked.proposal.together": {
        "en": "with {count:other figure|other figures}, see cause {id}",
        "ru": "вместе с ещё {count:суммой|суммами|суммами}, см. причину {id}",
    },
    "marked.proposal.elsewhere": {
        "en": "{count:figure|figures} together, see cause {id}",
        "ru": "{count:сумма|суммы|сумм} вместе, см. причину {id}",
    },
    "marked.proposal.more": {
        "en": "{count:other way|other ways}",
        "ru": "ещё {count:вариант|варианта|вариантов}",
    },
    "marked.lost.signature": {
        "en": "the digital signature of the document does not hold for a changed copy",
        "ru": "электронная подпись документа не действительна для изменённой копии",
    },
    "marked.lost.thread": {
        "en": "sheet {sheet}, cell {cell} has a thread of comments, which hides a note: the remark stands in the"
        " findings only",
        "ru": "лист {sheet}, ячейка {cell}: в ячейке есть ветвь комментариев, она скрывает примечание; замечание"
        " приведено только в протоколе",
    },
    "marked.unplaced": {
        "en": "{place}: the figure was not found again, so it is not marked",
        "ru": "{place}: сумма повторно не найдена, поэтому не отмечена",
    },
    "marked.not_checked": {"en": "Not checked:", "ru": "Не проверено:"},
    "marked.not_checked.more": {
        "en": "{count:more reason|more reasons} (recon check lists them)",
        "ru": "и ещё {count:причина|причины|причин} (перечень: recon check)",
    },
    "marked.sheet": {"en": "Report", "ru": "Протокол"},
    "marked.legend": {"en": "Colours of the cells", "ru": "Цвета ячеек"},
    "marked.legend.cause": {
        "en": "the figure that explains the findings, and the only one",
        "ru": "сумма, которой объясняются замечания, и она единственная",
    },
    "marked.legend.possible": {
        "en": "one of several figures that would explain the findings",
        "ru": "одна из нескольких сумм, которыми могут объясняться замечания",
    },
    "marked.legend.total": {
        "en": "does not agree, because of another figure or for a reason not known",
        "ru": "не соответствует из-за другой суммы или по неустановленной причине",
    },
    "marked.legend.warning": {"en": "warning", "ru": "предупреждение"},
    "marked.legend.information": {"en": "for information", "ru": "для сведения"},
    # heads of the table of discrepancies
    "marked.head.number": {"en": "No.", "ru": "№"},
    "marked.head.document": {"en": "Document", "ru": "Документ"},
    "marked.head.place": {"en": "Place", "ru": "Место"},
    "marked.head.where": {
        "en": "Document, annex, row, column",
        "ru": "Документ, приложение, строка, графа",
    },
    "marked.head.table": {"en": "Table", "ru": "Таблица"},
    "marked.head.row": {"en": "Row", "ru": "Строка"},
    "marked.head.column": {"en": "Column", "ru": "Графа"},
    "marked.head.about": {"en": "Figure", "ru": "Показатель"},
    "marked.head.stated": {"en": "Stated", "ru": "Указано"},
    "marked.head.computed": {"en": "Computed", "ru": "По расчёту"},
    "marked.head.difference": {"en": "Difference", "ru": "Отклонение"},
    "marked.head.unit": {"en": "Unit", "ru": "Единица измерения"},
    "marked.head.rule": {"en": "Rule", "ru": "Правило"},
    "marked.head.level": {"en": "Level", "ru": "Уровень"},
    "marked.head.proposal": {"en": "Proposal", "ru": "Предложение"},
    "marked.head.cause": {"en": "Cause", "ru": "Причина"},
    "marked.check": {"en": "Check {rule}, {period}", "ru": "Проверка {rule}, {period}"},
    "marked.statements": {"en": "Statements", "ru": "Тексты"},
    "marked.table": {"en": "Table {number}", "ru": "Таблица {number}"},
    # the protocol
    "protocol.title": {"en": "Protocol of control", "ru": "Протокол контроля"},
    "protocol.subtitle": {
        "en": "agreement of the figures of a document",
        "ru": "согласованности показателей документа",
    },
    "protocol.document": {"en": "Document", "ru": "Документ"},
    "protocol.hash": {"en": "SHA-256 of the file", "ru": "Контрольная сумма файла (SHA-256)"},
    "protocol.read": {"en": "Reading", "ru": "Чтение документа"},
    "protocol.read.read": {"en": "read in full", "ru": "прочитан полностью"},
    "protocol.read.partly-read": {
        "en": "read in part, see “What was not checked, and why”",
        "ru": "прочитан не полностью, см. «Что не проверено и почему»",
    },
    "protocol.read.not-read": {
        "en": "not read, see “What was not checked, and why”",
        "ru": "не прочитан, см. «Что не проверено и почему»",
    },
    "protocol.date": {"en": "Date of the check", "ru": "Дата проверки"},
    "protocol.profile": {"en": "Rules", "ru": "Набор правил"},
    "protocol.rules": {"en": "Version of the rules", "ru": "Версия правил"},
    "protocol.program": {"en": "Program", "ru": "Программа"},
    "protocol.summary": {"en": "Summary", "ru": "Итоги проверки"},
    "protocol.level": {"en": "Level", "ru": "Уровень"},
    "protocol.count": {"en": "Findings", "ru": "Замечаний"},
    "protocol.level.error": {"en": "error (blocking)", "ru": "блокирующий (ошибка)"},
    "protocol.level.warning": {"en": "warning", "ru": "предупреждающий (предупреждение)"},
    "protocol.level.information": {"en": "for information", "ru": "информационный (для сведения)"},
    "protocol.found": {"en": "{count:finding|findings}.", "ru": "Установлено: {count:замечание|замечания|замечаний}."},
    "protocol.none_in_what_was_checked": {
        "en": "No discrepancy in the part that was checked.",
        "ru": "В проверенной части отклонений не установлено.",
    },
    "protocol.table": {"en": "Table of discrepancies", "ru": "Таблица расхождений"},
    "protocol.table.none": {"en": "No discrepancies.", "ru": "Расхождений не установлено."},
    "protocol.causes": {"en": "Causes", "ru": "Причины расхождений"},
    "protocol.causes.none": {
        "en": "No figure was found that would explain a discrepancy.",
        "ru": "Суммы, которыми объяснялись бы расхождения, не установлены.",
    },
    "protocol.unchecked": {"en": "What was not checked, and why", "ru": "Что не проверено и почему"},
    "protocol.unchecked.none": {
        "en": "All figures that were read were checked.",
        "ru": "Проверены все прочитанные суммы.",
    },
    "protocol.not_covered": {
        "en": "{count:figure stands|figures stand} in no sum: an error there would not be found",
        "ru": "{count:сумма не входит|суммы не входят|сумм не входят} ни в одно контрольное соотношение:"
        " ошибка в этой части не была бы обнаружена",
    },
    "protocol.not_covered.more": {
        "en": "and {count:more|more} (recon figures lists them)",
        "ru": "и ещё {count:сумма|суммы|сумм} (перечень: recon figures)",
    },
    "protocol.settles": {
        "en": "settles findings No. {numbers}",
        "ru": "устраняет замечания № {numbers}",
    },
    "protocol.undecided": {
        "en": "{rule}, {what} ({where}): {why}",
        "ru": "{rule}, {what} ({where}): {why}",
    },
    "protocol.undecided.more": {
        "en": "{count:more sum was|more sums were} not decided",
        "ru": "ещё {count:соотношение не проверено|соотношения не проверены|соотношений не проверено}",
    },
    "protocol.coverage": {"en": "Coverage", "ru": "Охват проверки"},
    "protocol.coverage.name": {"en": "What was counted", "ru": "Показатель охвата"},
    "protocol.coverage.number": {"en": "Number", "ru": "Количество"},
    "protocol.coverage.figures": {"en": "figures read", "ru": "прочитано сумм"},
    "protocol.coverage.covered": {"en": "of them in at least one identity", "ru": "из них охвачено проверками"},
    "protocol.coverage.open": {"en": "of them in none", "ru": "из них не охвачено"},
    "protocol.coverage.identities": {"en": "identities", "ru": "контрольных соотношений"},
    "protocol.coverage.holds": {"en": "hold", "ru": "выполняются"},
    "protocol.coverage.vacuous": {"en": "0 = 0, which proves nothing", "ru": "вида 0 = 0 (ничего не доказывают)"},
    "protocol.coverage.broken": {"en": "broken", "ru": "не выполняются"},
    "protocol.coverage.rounding": {"en": "off by rounding", "ru": "отклонение в пределах округления"},
    "protocol.coverage.undecided": {"en": "undecided", "ru": "не поддаются проверке"},
    "protocol.coverage.indicators": {
        "en": "values of indicators and statistics read",
        "ru": "прочитано значений показателей и статистики",
    },
    "protocol.coverage.compared": {"en": "comparisons of them", "ru": "их сравнений"},
    "protocol.coverage.alike": {"en": "comparisons that hold", "ru": "сравнений без отклонений"},
    "protocol.coverage.unlike": {"en": "comparisons that do not", "ru": "сравнений с отклонениями"},
    "protocol.coverage.uncompared": {"en": "comparisons undecided", "ru": "сравнений, не поддающихся проверке"},
    "protocol.note": {
        "en": "Proposals are proposals: nothing in the document was changed. The figures are to be compared with their"
        " sources.",
        "ru": "Предложения носят рекомендательный характер: документ не изменялся. Суммы подлежат сверке с"
        " первоисточниками.",
    },
    "protocol.signatures": {"en": "Signatures", "ru": "Подписи"},
    "protocol.signature.checked": {"en": "Checked by", "ru": "Проверку провёл"},
    "protocol.signature.agreed": {"en": "Taken note of by", "ru": "С протоколом ознакомлен"},
    "protocol.signature.position": {"en": "(position)", "ru": "(должность)"},
    "protocol.signature.signature": {"en": "(signature)", "ru": "(подпись)"},
    "protocol.signature.name": {"en": "(name)", "ru": "(фамилия, инициалы)"},
    "protocol.signature.date": {"en": "(date)", "ru": "(дата)"},
    "protocol.page": {"en": "Page {number} of {count}", "ru": "Страница {number} из {count}"},
    # refusals
    "error.one-document": {
        "en": "the form {format} is written for one document at a time, here are {count}",
        "ru": "вид {format} записывается для одного документа, а здесь их {count}",
    },
    "error.one-document.help": {
        "en": "name one document, or ask for --format protocol, which takes several",
        "ru": "укажите один документ или вид --format protocol, он составляется по нескольким",
    },
    "error.no-copy-of": {
        "en": "the form {format} is a marked copy of a document in {endings}, which this file is not",
        "ru": "вид {format} — копия документа {endings} с пометками, а этот файл иного формата",
    },
    "error.no-copy-of.help": {
        "en": "--format xlsx marks the tables of any document, --format protocol lists the findings",
        "ru": "--format xlsx отмечает таблицы любого документа, --format protocol приводит все замечания",
    },
    "error.nothing-to-suggest-in": {
        "en": "the form {format} holds no tracked changes",
        "ru": "вид {format} не содержит исправлений",
    },
    "error.nothing-to-suggest-in.help": {
        "en": "--suggest goes with --format docx",
        "ru": "--suggest указывается вместе с --format docx",
    },
    "error.macros-ending": {
        "en": "a copy of a document with macros must end with {ending}",
        "ru": "копия документа с макросами должна иметь окончание {ending}",
    },
    "error.macros-ending.help": {
        "en": "no office program opens it under another ending: -o {name}{ending}",
        "ru": "под другим окончанием его не откроет ни одна программа: -o {name}{ending}",
    },
    "error.changed-since-read": {
        "en": "the file was changed or removed while it was checked",
        "ru": "файл изменён или удалён во время проверки",
    },
    "error.changed-since-read.help": {
        "en": "run the check again",
        "ru": "выполните проверку ещё раз",
    },
}
