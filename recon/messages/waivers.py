"""Sentences about waivers: faults of their files, what they came to in a run, and the file made of today's findings."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "waivers.fault.not-list": {
        "en": "`waivers:` has to hold a list, each with its fields",
        "ru": "под `waivers:` должен стоять список, у каждого исключения свои поля",
    },
    "waivers.fault.not-list.help": {
        "en": "begin each with a dash: `- rule: HIE01`, and the other fields below it, two blanks further in",
        "ru": "каждое начинайте с дефиса: `- rule: HIE01`, остальные поля — под ним, на два пробела правее",
    },
    "waivers.fault.field": {
        "en": 'unknown field "{word}" in a waiver',
        "ru": "неизвестное поле «{word}» в исключении",
    },
    "waivers.fault.missing": {"en": "a waiver lacks: {fields}", "ru": "в исключении не указано: {fields}"},
    "waivers.fault.missing.help": {
        "en": "a waiver has a rule, an author, a reason, the last day it holds (expires), and a place",
        "ru": "у исключения есть rule, author, reason, expires (последний день действия) и место",
    },
    "waivers.fault.no-place": {
        "en": "a waiver without a place would silence its rule everywhere",
        "ru": "исключение без места отключило бы правило везде",
    },
    "waivers.fault.no-place.help": {
        "en": "write `where: {{document: programme.docx, code: 1.6, period: 2026}}` or a fingerprint; to silence a "
        "whole rule, write `disabled:` into a rule file",
        "ru": "укажите `where: {{document: программа.docx, code: 1.6, period: 2026}}` или fingerprint; правило "
        "целиком отключают словом `disabled:` в файле правил",
    },
    "waivers.fault.no-author": {"en": "a waiver without an author", "ru": "исключение без автора"},
    "waivers.fault.no-author.help": {
        "en": "write who answers for it: `author: I. Petrova, budget department`",
        "ru": "укажите, кто за него отвечает: `author: И. Петрова, бюджетный отдел`",
    },
    "waivers.fault.no-reason": {"en": "a waiver without a reason", "ru": "исключение без причины"},
    "waivers.fault.no-reason.help": {
        "en": "write why the finding may stay, in words",
        "ru": "напишите словами, почему замечание можно оставить",
    },
    "waivers.fault.rule": {"en": 'there is no rule "{word}"', "ru": "нет правила «{word}»"},
    "waivers.fault.fingerprint": {
        "en": '"{word}" is no fingerprint',
        "ru": "«{word}» — не отпечаток замечания",
    },
    "waivers.fault.fingerprint.help": {
        "en": "16 digits and letters a to f, as `recon check --format json` shows them",
        "ru": "16 цифр и букв от a до f, их показывает `recon check --format json`",
    },
    "waivers.fault.date": {"en": 'expires: "{word}" is no day', "ru": "expires: «{word}» — не дата"},
    "waivers.fault.date.help": {
        "en": "write the last day it holds as year, month and day: 2026-12-31",
        "ru": "последний день действия пишите так: год, месяц, день — 2026-12-31",
    },
    "waivers.fault.difference": {"en": 'difference: "{word}" is no amount', "ru": "difference: «{word}» — не сумма"},
    "waivers.fault.difference.help": {
        "en": "write the difference of the finding as it stands in the report: `difference: \"-500,0\"`",
        "ru": "укажите отклонение так, как оно стоит в отчёте: `difference: \"-500,0\"`",
    },
    "waivers.fault.twice": {
        "en": "the same finding is waived a second time",
        "ru": "то же замечание исключено второй раз",
    },
    "waivers.fault.twice.help": {
        "en": "it is waived in line {line} already; keep one of the two",
        "ru": "оно уже исключено в строке {line}; оставьте одно из двух",
    },
    "error.no-such-waivers": {
        "en": "there is no waiver file of this name",
        "ru": "файла исключений с таким именем нет",
    },
    "error.no-such-waivers.help": {
        "en": "to make one of today's findings: --write-baseline FILE --author NAME",
        "ru": "чтобы создать его из сегодняшних замечаний: --write-baseline ФАЙЛ --author ИМЯ",
    },
    "error.baseline-option": {
        "en": "{option} is for a new waiver file only",
        "ru": "{option} нужен только для нового файла исключений",
    },
    "error.baseline-option.help": {
        "en": "add --write-baseline FILE, or leave {option} out",
        "ru": "добавьте --write-baseline ФАЙЛ или уберите {option}",
    },
    "error.baseline-exists": {
        "en": "the waiver file is there already and is not overwritten",
        "ru": "файл исключений уже есть, он не перезаписывается",
    },
    "error.baseline-exists.help": {
        "en": "give another name; what both files hold can be put into one by hand",
        "ru": "укажите другое имя; содержимое двух файлов можно соединить вручную",
    },
    "error.baseline-author": {
        "en": "nobody answers for these waivers",
        "ru": "не указано, кто отвечает за исключения",
    },
    "error.baseline-author.help": {
        "en": 'add --author "name, department"',
        "ru": "добавьте --author «имя, отдел»",
    },
    "error.baseline-date": {
        "en": '--expires: "{date}" cannot be the last day',
        "ru": "--expires: «{date}» не может быть последним днём",
    },
    "error.baseline-date.help": {"en": "{hint}", "ru": "{hint}"},
    "error.baseline-over.help": {"en": "that day is over", "ru": "этот день уже прошёл"},
    "baseline.reason": {
        "en": "baseline of {date}, not looked at one by one",
        "ru": "исходное состояние на {date}, по отдельности не рассмотрено",
    },
    "baseline.head": {
        "en": "Waivers of {count:finding|findings} that were there when this file was made. Put it beside the\n"
        "documents as recon-waivers.yaml. A sum is waived only while it is off by just as much.",
        "ru": "Исключения: {count:замечание|замечания|замечаний} на день создания файла. Положите его рядом\n"
        "с документами под именем recon-waivers.yaml. Сумма исключена, только пока отклонение остаётся тем же.",
    },
    "report.waived": {
        "en": "{count:finding is|findings are} waived",
        "ru": "Исключено: {count:замечание|замечания|замечаний}",
    },
    "report.waived.listed": {"en": "waived:", "ru": "исключено:"},
    "report.waived.by": {
        "en": "{author}, until {date} ({origin}): {reason}",
        "ru": "{author}, до {date} ({origin}): {reason}",
    },
    "report.waived.concise": {
        "en": "waived by {author} until {date}: {reason}",
        "ru": "исключено, {author}, до {date}: {reason}",
    },
    "protocol.waived": {"en": "{rule}, {what}: {said}; {by}", "ru": "{rule}, {what}: {said}; {by}"},
    "report.waiver.unused": {
        "en": "unused waiver {origin}: {rule} finds nothing there ({place}); take it out",
        "ru": "исключение {origin} не понадобилось: {rule} там ничего не находит ({place}); уберите его",
    },
    "report.waiver.expired": {
        "en": "expired waiver {origin}: {rule} ({place}) was waived until {date} by {author}; "
        "{count:finding counts|findings count} again",
        "ru": "исключение {origin} истекло: {rule} ({place}) до {date}, {author}; "
        "{count:замечание снова учитывается|замечания снова учитываются|замечаний снова учитываются}",
    },
    "report.waiver.expired.unused": {
        "en": "expired waiver {origin}: {rule} ({place}) was waived until {date} by {author} and finds nothing there "
        "now; take it out",
        "ru": "исключение {origin} истекло: {rule} ({place}) до {date}, {author}; правило там уже ничего не находит, "
        "уберите его",
    },
    "report.waivers.left_out": {
        "en": "… and {count:more|more} (--all)",
        "ru": "… и ещё {count:исключение|исключения|исключений} (показать: --all)",
    },
}
