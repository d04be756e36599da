"""What the command line says: help, refusals, and the next command."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "cli.recon": {
        "en": "Checks that the sums of programme and budget documents agree, and names what does not.",
        "ru": "Проверяет, что суммы в программах и бюджетных документах сходятся, и называет, что не соответствует.",
    },
    "cli.check": {
        "en": "Check documents, folders of documents and ledger files.\n\n"
        "Exit status: 0 read and nothing at or above --fail-on; 1 findings at or above it; 2 wrong usage or a wrong "
        "rule file; 3 no verdict, because a document could not be read or nothing in it could be checked.",
        "ru": "Проверить документы, папки с документами и файлы показателей.\n\n"
        "Код завершения: 0 — прочитано, замечаний уровня --fail-on и выше нет; 1 — такие замечания есть; 2 — ошибка в "
        "команде или в файле правил; 3 — вывода нет: документ не прочитан или проверять в нём нечего.",
    },
    "cli.figures": {
        "en": "List every figure that was read.\n\n"
        "Each with what it was taken for, where it stands, and whether a sum covers it.",
        "ru": "Перечислить все прочитанные суммы.\n\nДля каждой: чем она признана, где стоит и охвачена ли проверкой.",
    },
    "cli.explain": {
        "en": "Explain a rule.\n\nWhy it is there, an example that holds and one that breaks, and how to silence it.",
        "ru": "Пояснить правило.\n\nЗачем оно, пример без отклонения и с отклонением, и как его отключить.",
    },
    "cli.rules": {
        "en": "List the rules in force and where each comes from; or look at a rule file and try it on its cases.",
        "ru": "Перечислить действующие правила и откуда взято каждое; или проверить файл правил и его примеры.",
    },
    "cli.option.check": {
        "en": "Look for what the rules of this file cannot mean: no effect, never applied, said twice, all hidden.",
        "ru": "Найти в правилах этого файла бессмысленное: без действия, неприменимое, повторное, скрывающее всё.",
    },
    "cli.option.test": {
        "en": "Try the rules of this file on the cases that stand in it or beside it.",
        "ru": "Испытать правила этого файла на примерах, записанных в нём или рядом с ним.",
    },
    "cli.init": {
        "en": "Make a working folder.\n\n"
        "rules/, inputs/, outputs/ and CI jobs for GitHub and GitLab; nothing is overwritten.",
        "ru": "Создать рабочую папку.\n\n"
        "rules/, inputs/, outputs/ и задания CI для GitHub и GitLab; ничего не перезаписывается.",
    },
    "cli.option.version": {"en": "Show the version and exit.", "ru": "Показать версию и выйти."},
    "cli.option.help": {"en": "Show this message and exit.", "ru": "Показать эту справку и выйти."},
    "cli.option.lang": {
        "en": "Language of the output; that of the locale, unless given.",
        "ru": "Язык вывода; если не указан, язык системы.",
    },
    "cli.option.rules": {
        "en": "Name of a shipped profile, or a rule file; told from each document, unless given.",
        "ru": "Имя поставляемого набора правил или файл правил; если не указан, определяется по документу.",
    },
    "cli.option.format": {
        "en": "Form of the output; told from the ending of -o, unless given.",
        "ru": "Вид вывода; если не указан, определяется по окончанию имени в -o.",
    },
    "cli.option.formats": {
        "en": "Form of the report; told from the ending of -o, unless given. Given several times, every form is written"
        " into a folder: that of -o, or outputs/ with the name of the document.",
        "ru": "Вид отчёта; если не указан, определяется по окончанию имени в -o. Если указан несколько раз, все виды"
        " записываются в папку: указанную в -o или outputs/ с именем документа.",
    },
    "cli.option.force": {
        "en": "Replace files of earlier runs.",
        "ru": "Заменить файлы, записанные ранее.",
    },
    "cli.option.output": {
        "en": "Write to this file, or into this folder under the name of the first document.",
        "ru": "Записать в этот файл или в эту папку под именем первого документа.",
    },
    "cli.option.fail-on": {
        "en": "Mildest severity that ends with exit status 1.",
        "ru": "Наименьший уровень замечаний, при котором код завершения 1.",
    },
    "cli.option.base": {
        "en": "The base edition of the document: it tells an amended figure from a wrong one. May be repeated.",
        "ru": "Прежняя редакция документа: отличает изменённую сумму от ошибочной. Можно указать несколько раз.",
    },
    "cli.option.explain-causes": {
        "en": "Show the sums of each cause as they come out once its figures read as proposed.",
        "ru": "Показать суммы по каждой причине такими, какими они станут после предлагаемых исправлений.",
    },
    "cli.option.all": {
        "en": "Show everything: all findings, all parts; in json a proof for every sum.",
        "ru": "Показать всё: все замечания, все слагаемые; в json — каждое равенство.",
    },
    "cli.option.suggest": {
        "en": "With --format docx: proposals of causes that are the only ones as tracked changes, to accept or reject.",
        "ru": "С --format docx: предложения по единственным причинам в виде исправлений, которые можно принять или"
        " отклонить.",
    },
    "usage.line": {"en": "Usage: {line}", "ru": "Использование: {line}"},
    "usage.error": {"en": "error: {said}", "ru": "ошибка: {said}"},
    "usage.help": {"en": "`{command} --help` lists what there is", "ru": "перечень возможностей: `{command} --help`"},
    "usage.no-such-option": {"en": "there is no option {option}", "ru": "параметра {option} нет"},
    "usage.meant": {"en": "; did you mean {near}?", "ru": "; возможно, имелось в виду: {near}"},
    "usage.missing": {"en": "{name} is missing", "ru": "не указано: {name}"},
    "usage.choice": {
        "en": "{name} is one of {choices}, not `{value}`",
        "ru": "{name} принимает значения {choices}; указано «{value}»",
    },
    "usage.option": {"en": "option {option} needs a value", "ru": "параметру {option} нужно значение"},
    "usage.no-such-command": {"en": "there is no command `{command}`", "ru": "команды «{command}» нет"},
    "usage.too-many": {"en": "too many words: {words}", "ru": "лишние слова: {words}"},
    "cli.passed-over": {
        "en": "files in the folder {folder} that are of no form recon reads ({count}): {names}",
        "ru": "в папке {folder} пропущены файлы, вид которых не читается ({count}): {names}",
    },
    "cli.warning": {"en": "note: {said}", "ru": "примечание: {said}"},
    "cli.option.waivers": {
        "en": "File of waivers; recon-waivers.yaml in the working folder and beside the documents, unless given.",
        "ru": "Файл исключений; если не указан, recon-waivers.yaml в рабочей папке и рядом с документами.",
    },
    "cli.option.write-baseline": {
        "en": "Make a waiver file of today's findings; needs --author.",
        "ru": "Создать файл исключений из сегодняшних замечаний; нужен --author.",
    },
    "cli.option.author": {
        "en": "Who answers for the waivers of the new file.",
        "ru": "Кто отвечает за исключения нового файла.",
    },
    "cli.option.reason": {
        "en": "Why they may stay; that they are a baseline of today, unless given.",
        "ru": "Почему их можно оставить; если не указано — исходное состояние на сегодня.",
    },
    "cli.option.expires": {
        "en": "The last day that they hold; a year from now, unless given.",
        "ru": "Последний день их действия; если не указан — через год.",
    },
    "cli.interrupted": {"en": "interrupted; nothing was written", "ru": "прервано, ничего не записано"},
    "cli.written": {"en": "written: {path}", "ru": "записано: {path}"},
    "cli.head.code": {"en": "code", "ru": "код"},
    "cli.head.name": {"en": "name", "ru": "имя"},
    "cli.head.severity": {"en": "severity", "ru": "уровень"},
    "cli.head.title": {"en": "what it finds", "ru": "что находит"},
    "cli.head.origin": {"en": "comes from", "ru": "откуда"},
    "cli.rules.off": {"en": "off", "ru": "отключено"},
    "cli.rules.off.why": {"en": "{code} is off: {why}", "ru": "{code} отключено: {why}"},
    "cli.rules.profile": {
        "en": "profile {profile}, {count:rule|rules} in force, {digest}",
        "ru": "набор правил {profile}, {count:правило действует|правила действуют|правил действуют}, {digest}",
    },
    "cli.rules.by-document": {
        "en": "each document is judged by the profile that it asks for: {profiles}; --rules NAME lists one",
        "ru": "набор правил выбирается по документу: {profiles}; правила одного набора покажет --rules ИМЯ",
    },
    "cli.rules.next": {
        "en": "recon explain CODE says why a rule is there",
        "ru": "зачем нужно правило, скажет recon explain КОД",
    },
    "cli.init.made": {"en": "made      {path}", "ru": "создано   {path}"},
    "cli.init.kept": {"en": "kept      {path} (it was there)", "ru": "оставлено {path} (уже было)"},
    "cli.init.next": {
        "en": "Put documents into {inputs} and run:\n  {command}",
        "ru": "Положите документы в {inputs} и выполните:\n  {command}",
    },
    "error.output-is-input": {
        "en": "the output file is one of the documents that are read",
        "ru": "файл для записи является одним из проверяемых документов",
    },
    "error.output-is-input.help": {
        "en": "documents are never written: give -o another name",
        "ru": "документы не изменяются: укажите в -o другое имя",
    },
    "error.no-such-form": {
        "en": "nothing is written in the form {ending} here",
        "ru": "в виде {ending} здесь ничего не записывается",
    },
    "error.no-such-form.help": {
        "en": "known are: {known}; name one with --format, or end the file's name so",
        "ru": "известны: {known}; укажите вид в --format или в окончании имени файла",
    },
    "error.output-exists": {
        "en": "the file is there already",
        "ru": "такой файл уже есть",
    },
    "error.output-exists.help": {
        "en": "give --force to replace it, or -o another name",
        "ru": "укажите --force, чтобы заменить его, или в -o другое имя",
    },
    "error.several-need-folder": {
        "en": "several forms cannot be written into one file",
        "ru": "несколько видов отчёта нельзя записать в один файл",
    },
    "error.several-need-folder.help": {
        "en": "give -o a folder, or leave it out: then they go into outputs/",
        "ru": "укажите в -o папку или не указывайте ничего: тогда отчёты попадут в outputs/",
    },
    "error.no-output-folder": {
        "en": "the folder to write into does not exist",
        "ru": "папки для записи не существует",
    },
    "error.no-output-folder.help": {
        "en": "make {folder} first, or give -o another place",
        "ru": "сначала создайте {folder} или укажите в -o другое место",
    },
    "error.output-refused": {
        "en": "the output file may not be written",
        "ru": "нет права записи в файл вывода",
    },
    "error.output-refused.help": {
        "en": "close it where it is open, or give -o another place",
        "ru": "закройте его, если он открыт, или укажите в -o другое место",
    },
    "error.output-failed": {
        "en": "the output could not be written",
        "ru": "не удалось записать результат",
    },
    "error.output-failed.help": {
        "en": "see whether the disk is full or read only and whether the name is too long, or give -o another place",
        "ru": "проверьте, есть ли место на диске, разрешена ли запись и не слишком ли длинно имя, или укажите в -o "
        "другое место",
    },
    "error.plug-in": {
        "en": "the plug-in {name} cannot be loaded: {reason}",
        "ru": "дополнение {name} не загружается: {reason}",
    },
    "error.plug-in.help": {
        "en": "its entry point in the group {group} names {module}; mend or uninstall the package that brings it",
        "ru": "его точка входа в группе {group} указывает на {module}; исправьте или удалите пакет, где она записана",
    },
    "error.needs-file": {
        "en": "the form {format} cannot be shown on a terminal",
        "ru": "вид {format} нельзя показать на экране",
    },
    "error.needs-file.help": {
        "en": "give a file or a folder to write to: -o FILE",
        "ru": "укажите файл или папку для записи: -o ФАЙЛ",
    },
    "error.too-many-rows": {
        "en": "{count} figures do not fit on a sheet, which holds {limit}",
        "ru": "{count} сумм не помещаются на лист: на нём {limit} строк",
    },
    "error.too-many-rows.help": {
        "en": "write them as CSV: --format csv",
        "ru": "запишите их в CSV: --format csv",
    },
    "error.folder-is-file": {
        "en": "a file stands where the working folder is to be made",
        "ru": "на месте рабочей папки находится файл",
    },
    "error.folder-is-file.help": {
        "en": "give recon init another name",
        "ru": "укажите для recon init другое имя",
    },
}
