"""Sentences about ledger files and about numbers that cannot be held exactly."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "error.column-twice": {
        "en": "{path} has the column `{column}` twice",
        "ru": "в {path} столбец `{column}` встречается дважды",
    },
    "error.column-twice.help": {
        "en": "keep one of the two",
        "ru": "оставьте один из двух",
    },
    "error.float-code": {
        "en": "{path} holds codes as binary floats in the column `{column}`: 1.10 and 1.1 are the same to them",
        "ru": "в {path} коды в столбце `{column}` заданы двоичными дробями: в них 1.10 и 1.1 — одно и то же",
    },
    "error.float-code.help": {
        "en": "hand them over as text, or read the file with `dtype={{\"{column}\": str}}`",
        "ru": "передайте их текстом или прочитайте файл с `dtype={{\"{column}\": str}}`",
    },
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
    "error.float-amount": {
        "en": "{path}, line {line}: the amount {amount} is a binary float, which cannot hold decimals exactly",
        "ru": "{path}, строка {line}: сумма {amount} задана двоичным числом (float), десятичные дроби в нём неточны",
    },
    "error.float-amount.help": {
        "en": "give amounts as text, decimal.Decimal or whole numbers: read the file with "
        'pandas.read_csv(…, dtype={{"amount": str}}), or write the column as text or decimal in Parquet',
        "ru": "передавайте суммы текстом, decimal.Decimal или целыми числами: читайте файл через "
        'pandas.read_csv(…, dtype={{"amount": str}}), в Parquet записывайте графу текстом или decimal',
    },
    "error.not-an-amount": {
        "en": "{path}, line {line}: the amount «{amount}» is not a number",
        "ru": "{path}, строка {line}: сумма «{amount}» не является числом",
    },
    "error.not-an-amount.help": {
        "en": "write digits with a decimal point or comma and no thousands marks (`1234567.8`), `-` for a declared "
        "nil, `x` for not applicable; leave it empty where nothing is stated",
        "ru": "запишите цифры с десятичной точкой или запятой без разделителей тысяч (`1234567,8`), `-` для прочерка, "
        "`x` для «не применяется»; если значения нет, оставьте поле пустым",
    },
    "error.missing-columns": {
        "en": "{path} lacks the columns {missing}",
        "ru": "{path}: нет граф {missing}",
    },
    "error.missing-columns.help": {
        "en": "a ledger file has the columns `code`, `element`, `source`, `period`, `amount`, and may have `document`, "
        "`parent`, `table`, `table_role`, `role`, `unit`, `decimals`; found: {found}",
        "ru": "в файле показателей должны быть графы `code`, `element`, `source`, `period`, `amount`; могут быть "
        "`document`, `parent`, `table`, `table_role`, `role`, `unit`, `decimals`; найдены: {found}",
    },
    "error.unknown-unit": {
        "en": "{path}, line {line}: the unit «{unit}» is not in the vocabulary",
        "ru": "{path}, строка {line}: единицы измерения «{unit}» нет в словаре",
    },
    "error.unknown-unit.help": {
        "en": "use one of {known}, or add the unit to a vocabulary file",
        "ru": "укажите одну из единиц: {known}; или добавьте единицу в файл словаря",
    },
    "error.unknown-parent": {
        "en": "{path}, line {line}: the parent «{parent}» is no element of the same table",
        "ru": "{path}, строка {line}: вышестоящего элемента «{parent}» нет в той же таблице",
    },
    "error.unknown-parent.help": {
        "en": "name the parent by its code, or by its name where it has none; leave it empty for the topmost row",
        "ru": "укажите код вышестоящего элемента, а если кода нет, его наименование; у верхней строки оставьте пусто",
    },
    "error.parents-in-a-ring": {
        "en": "{path}, line {line}: the element stands above itself",
        "ru": "{path}, строка {line}: элемент оказывается выше самого себя",
    },
    "error.parents-in-a-ring.help": {
        "en": "follow the column `parent` from this line upwards and mend the entry that leads back",
        "ru": "пройдите по графе `parent` от этой строки вверх и исправьте запись, которая ведёт обратно",
    },
    "error.wrong-decimals": {
        "en": "{path}, line {line}: «{text}» is not a number of printed digits",
        "ru": "{path}, строка {line}: «{text}» не является числом знаков после запятой",
    },
    "error.wrong-decimals.help": {
        "en": "write a whole number from 0 to 38 in `decimals`, or leave it empty to take the digits as written",
        "ru": "в графе `decimals` укажите целое число от 0 до 38 или оставьте её пустой",
    },
    "error.wrong-row": {
        "en": "{path}, line {line}: the row has {found} fields, the head has {expected}",
        "ru": "{path}, строка {line}: в строке полей {found}, в шапке {expected}",
    },
    "error.wrong-row.help": {
        "en": "put a text that holds the delimiter in double quotes, and remove stray delimiters",
        "ru": "возьмите в двойные кавычки текст, в котором есть разделитель, и уберите лишние разделители",
    },
    "error.ledger-empty": {
        "en": "{path} holds no figures",
        "ru": "{path}: показателей нет",
    },
    "error.ledger-empty.help": {
        "en": "the first line names the columns, every further line is one figure",
        "ru": "первая строка содержит названия граф, каждая следующая строка содержит один показатель",
    },
    "error.ledger-not-found": {
        "en": "{path} does not exist",
        "ru": "{path}: файл не найден",
    },
    "error.ledger-not-found.help": {
        "en": "check the name and the folder",
        "ru": "проверьте имя файла и папку",
    },
    "error.ledger-not-opened": {
        "en": "{path} cannot be read: {reason}",
        "ru": "{path} не читается: {reason}",
    },
    "error.ledger-not-opened.help": {
        "en": "write the file again as CSV in UTF-8 or as Parquet",
        "ru": "сохраните файл заново как CSV в кодировке UTF-8 или как Parquet",
    },
}
