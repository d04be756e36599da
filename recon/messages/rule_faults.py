"""Sentences about faults of rule files: what is wrong and what was meant."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "rules.hint.meant": {"en": 'did you mean "{word}"?', "ru": "возможно, имелось в виду «{word}»?"},
    "rules.hint.meant-latin": {
        "en": 'did you mean "{word}"? The letters of a code are Latin',
        "ru": "возможно, имелось в виду «{word}»? Буквы кода — латинские",
    },
    "rules.hint.known": {"en": "known are: {words}", "ru": "допустимо: {words}"},
    "rules.hint.extends": {
        "en": "to change a shipped rule, begin the file with `extends: [by-document]`",
        "ru": "чтобы изменить готовое правило, начните файл со строки `extends: [by-document]`",
    },
    "rules.fault.unreadable": {
        "en": "the file cannot be read: {reason}",
        "ru": "файл не читается: {reason}",
    },
    "rules.fault.too-large": {
        "en": "the file has {size} bytes, a rule file has at most {limit}",
        "ru": "в файле {size} байт, в файле правил их не больше {limit}",
    },
    "rules.fault.not-utf8": {"en": "the file is not in UTF-8", "ru": "файл не в кодировке UTF-8"},
    "rules.fault.not-utf8.help": {
        "en": "save it as UTF-8 in your editor",
        "ru": "сохраните его в редакторе в кодировке UTF-8",
    },
    "rules.fault.control-character": {
        "en": "the file holds the control character {number}",
        "ru": "в файле есть управляющий символ {number}",
    },
    "rules.fault.control-character.help": {
        "en": "delete it; it came along with a copied text and cannot be seen",
        "ru": "удалите его; он попал сюда со скопированным текстом и не виден",
    },
    "rules.fault.empty": {"en": "the file is empty", "ru": "файл пуст"},
    "rules.fault.empty.help": {
        "en": "a rule file has at least a line `extends: [by-document]`",
        "ru": "в файле правил есть хотя бы строка `extends: [by-document]`",
    },
    "rules.fault.not-mapping": {
        "en": "a rule file consists of keys such as `rules:`, this one does not",
        "ru": "файл правил состоит из ключей, например `rules:`, а этот — нет",
    },
    "rules.fault.not-mapping.help": {
        "en": "begin with `extends: [by-document]`, then `rules:`, then the rules, each two blanks further in",
        "ru": "первая строка — `extends: [by-document]`, затем `rules:`, затем правила с отступом в два пробела",
    },
    "rules.fault.syntax": {"en": "this is not YAML: {problem}", "ru": "это не YAML: {problem}"},
    "rules.fault.syntax-tab": {"en": "a tab stands where blanks belong", "ru": "вместо пробелов стоит табуляция"},
    "rules.fault.syntax-tab.help": {
        "en": "indent with two blanks for each level",
        "ru": "делайте отступ пробелами, по два на уровень",
    },
    "rules.fault.syntax-colon": {"en": "a colon stands where none can", "ru": "двоеточие стоит не на месте"},
    "rules.fault.syntax-colon.help": {
        "en": 'put a text that holds ": " in quotes, and one key on a line; look at the line above as well',
        "ru": "текст, в котором есть «: », возьмите в кавычки; один ключ на строке; посмотрите и строку выше",
    },
    "rules.fault.syntax-quote": {
        "en": "a quotation mark is opened and not closed",
        "ru": "кавычка открыта и не закрыта",
    },
    "rules.fault.syntax-quote.help": {
        "en": "close it; look at the lines above as well",
        "ru": "закройте её; посмотрите и строки выше",
    },
    "rules.fault.syntax-bracket": {
        "en": "a bracket is opened and not closed, or a comma is missing",
        "ru": "скобка открыта и не закрыта, или пропущена запятая",
    },
    "rules.fault.syntax-bracket.help": {
        "en": "lists stand in [a, b], short rules in {{key: value, key: value}}; look at the line above as well",
        "ru": "список пишется [а, б], короткое правило — {{ключ: значение, ключ: значение}}; посмотрите и строку выше",
    },
    "rules.fault.syntax-indent": {
        "en": "the line does not stand under the one it belongs to",
        "ru": "строка стоит не под той, к которой относится",
    },
    "rules.fault.syntax-indent.help": {
        "en": "keys of one level begin in the same column",
        "ru": "ключи одного уровня начинаются в одном столбце",
    },
    "rules.fault.syntax-no-colon": {"en": "a key has no colon", "ru": "после ключа нет двоеточия"},
    "rules.fault.syntax-no-colon.help": {"en": "write `key: value`", "ru": "пишите `ключ: значение`"},
    "rules.fault.syntax-character": {
        "en": "a text cannot begin with this character",
        "ru": "текст не может начинаться с этого знака",
    },
    "rules.fault.syntax-character.help": {"en": "put the text in quotes", "ru": "возьмите текст в кавычки"},
    "rules.fault.too-deep": {
        "en": "values are nested more than {limit} deep",
        "ru": "вложенность больше {limit} уровней",
    },
    "rules.fault.too-deep.help": {
        "en": "no rule needs that: look for a bracket that is not closed",
        "ru": "правилам столько не нужно: поищите незакрытую скобку",
    },
    "rules.fault.alias": {"en": '"{word}" refers to another place', "ru": "«{word}» — ссылка на другое место"},
    "rules.fault.alias.help": {
        "en": "write the value out, or put it in quotes if the asterisk belongs to it",
        "ru": "напишите само значение; если звёздочка — его часть, возьмите его в кавычки",
    },
    "rules.fault.anchor": {"en": '"{word}" marks a place to refer to', "ru": "«{word}» — метка для ссылок"},
    "rules.fault.anchor.help": {
        "en": "write the value out, or put it in quotes if the & belongs to it",
        "ru": "напишите само значение; если & — его часть, возьмите его в кавычки",
    },
    "rules.fault.tag": {"en": '"{word}" is a YAML tag', "ru": "«{word}» — тег YAML"},
    "rules.fault.tag.help": {
        "en": "leave it out: every value is text; put it in quotes if the ! belongs to it",
        "ru": "уберите его: все значения — текст; если ! — часть значения, возьмите его в кавычки",
    },
    "rules.fault.second-document": {
        "en": "a second document begins here",
        "ru": "здесь начинается второй документ",
    },
    "rules.fault.second-document.help": {
        "en": "a file holds one; take the line --- out",
        "ru": "в файле он один; уберите строку ---",
    },
    "rules.fault.key-not-text": {"en": "a key is a list or a mapping", "ru": "ключом служит список или группа"},
    "rules.fault.key-not-text.help": {"en": "a key is one word", "ru": "ключ — это одно слово"},
    "rules.fault.duplicate-key": {"en": '"{word}" stands here a second time', "ru": "«{word}» стоит здесь второй раз"},
    "rules.fault.duplicate-key.help": {
        "en": "it stands in line {line} already; keep one of the two",
        "ru": "уже есть в строке {line}; оставьте одно из двух",
    },
    "rules.fault.unknown-key": {
        "en": 'unknown key "{word}" at the top of the file',
        "ru": "неизвестный ключ «{word}» на верхнем уровне файла",
    },
    "rules.fault.cycle": {
        "en": "rule files extend one another in a circle: {chain}",
        "ru": "файлы правил ссылаются друг на друга по кругу: {chain}",
    },
    "rules.fault.cycle.help": {
        "en": "take one of them out of `extends:`",
        "ru": "уберите один из них из `extends:`",
    },
    "rules.fault.no-such-file": {"en": 'there is no file "{word}"', "ru": "нет файла «{word}»"},
    "rules.fault.no-such-file.help": {"en": "looked for {path}", "ru": "искали {path}"},
    "rules.fault.not-text": {"en": '"{word}" has to be a text', "ru": "значение «{word}» должно быть текстом"},
    "rules.fault.not-names": {
        "en": '"{word}" has to be a list of names, such as [base/sums, base/form]',
        "ru": "«{word}» — это список имён, например [base/sums, base/form]",
    },
    "rules.fault.key-not-mapping": {
        "en": '"{word}" has to hold keys with values',
        "ru": "под «{word}» должны стоять ключи со значениями",
    },
    "rules.fault.rules-not-mapping.help": {
        "en": "write each rule under its code: `SRC01: {{severity: warning}}`",
        "ru": "пишите каждое правило под его кодом: `SRC01: {{severity: warning}}`",
    },
    "rules.fault.defaults-not-mapping.help": {
        "en": "write `defaults: {{severity: warning}}`",
        "ru": "пишите `defaults: {{severity: warning}}`",
    },
    "rules.fault.stanza-not-mapping": {
        "en": "rule {code} has to hold keys with values",
        "ru": "в правиле {code} должны стоять ключи со значениями",
    },
    "rules.fault.stanza-not-mapping.help": {
        "en": "to silence it write `{code}: {{disabled: the reason}}`",
        "ru": "чтобы отключить его, пишите `{code}: {{disabled: причина}}`",
    },
    "rules.fault.unknown-default": {
        "en": 'defaults cannot hold "{word}"',
        "ru": "в defaults нельзя указать «{word}»",
    },
    "rules.fault.code": {"en": '"{code}" is not the code of a rule', "ru": "«{code}» — не код правила"},
    "rules.fault.code.help": {
        "en": "a code is three capital Latin letters and two digits, such as SRC01",
        "ru": "код — три прописные латинские буквы и две цифры, например SRC01",
    },
    "rules.fault.missing": {"en": "rule {code} lacks: {fields}", "ru": "в правиле {code} не указано: {fields}"},
    "rules.fault.missing.help": {
        "en": "a rule has a name, a title, a check, a severity and a why",
        "ru": "у правила есть name, title, check, severity и why",
    },
    "rules.fault.nothing-to-change": {
        "en": "there is no rule {code} to change, and as a new rule it lacks: {fields}",
        "ru": "правила {code}, которое можно изменить, нет, а для нового не указано: {fields}",
    },
    "rules.fault.unknown-field": {
        "en": 'unknown field "{word}" in rule {code}',
        "ru": "неизвестное поле «{word}» в правиле {code}",
    },
    "rules.fault.unknown-detail": {
        "en": 'unknown field "{word}" under {code}',
        "ru": "неизвестное поле «{word}» в описании {code}",
    },
    "rules.fault.unknown-check": {"en": 'unknown check "{word}"', "ru": "неизвестная проверка «{word}»"},
    "rules.fault.severity": {
        "en": '{field}: unknown severity "{word}"',
        "ru": "{field}: неизвестный уровень «{word}»",
    },
    "rules.fault.tolerance": {
        "en": 'tolerance: "{word}" is neither `exact` nor an amount',
        "ru": "tolerance: «{word}» — не `exact` и не сумма",
    },
    "rules.fault.tolerance.help": {
        "en": "write an amount in the document's own unit, without the unit: `tolerance: 0.1`",
        "ru": "пишите сумму в единицах документа, без единицы: `tolerance: 0,1`",
    },
    "rules.fault.no-reason": {
        "en": "rule {code} is silenced without a reason",
        "ru": "правило {code} отключено без причины",
    },
    "rules.fault.no-reason.help": {
        "en": "say why: `{code}: {{disabled: Annex 3 lists priority activities only.}}`; to keep it, take the line out",
        "ru": "укажите причину: `{code}: {{disabled: В приложении 3 только приоритетные мероприятия.}}`; "
        "чтобы правило действовало, уберите строку",
    },
    "rules.fault.no-words": {"en": "rule {code}: {word} is empty", "ru": "правило {code}: поле {word} пусто"},
    "rules.fault.no-words.help": {
        "en": "write a text, or take the field out to keep what the extended file says",
        "ru": "напишите текст или уберите поле, тогда останется то, что указано в основном файле",
    },
    "rules.fault.one-language": {
        "en": "rule {code}: {word} is not in both languages",
        "ru": "правило {code}: {word} не на обоих языках",
    },
    "rules.fault.language": {
        "en": '{field}: unknown language "{word}"',
        "ru": "{field}: неизвестный язык «{word}»",
    },
    "rules.fault.name-twice": {
        "en": 'rules {first} and {second} are both called "{name}"',
        "ru": "правила {first} и {second} называются одинаково: «{name}»",
    },
    "rules.fault.name-twice.help": {"en": "give one of them another name", "ru": "дайте одному из них другое имя"},
    "rules.fault.parameter": {
        "en": 'rule {code}: {field} cannot be "{word}"',
        "ru": "правило {code}: {field} не может быть «{word}»",
    },
    "rules.fault.spelled-twice": {
        "en": '"{word}" spells both {first} and {second}',
        "ru": "«{word}» означает и {first}, и {second}",
    },
    "rules.fault.no-spelling": {"en": "a spelling without words", "ru": "написание без слов"},
    "rules.fault.level": {
        "en": "a level has exactly two keys: {{rank: 1, spelled: [подпрограмм*]}}",
        "ru": "у уровня ровно два ключа: {{rank: 1, spelled: [подпрограмм*]}}",
    },
    "rules.fault.not-whole": {
        "en": '{field}: "{word}" is not a whole number',
        "ru": "{field}: «{word}» — не целое число",
    },
    "rules.fault.unknown-source": {
        "en": 'parent: unknown source "{word}"',
        "ru": "parent: неизвестный источник «{word}»",
    },
    "rules.fault.unknown-edge": {"en": 'edge: unknown kind "{word}"', "ru": "edge: неизвестный вид «{word}»"},
    "rules.fault.source-cycle": {
        "en": "a source stands above itself: {chain}",
        "ru": "источник стоит над самим собой: {chain}",
    },
    "rules.fault.unit": {
        "en": "unit {code} needs a dimension and a power",
        "ru": "у единицы {code} должны быть dimension и power",
    },
}
