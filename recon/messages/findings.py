"""What form findings, gaps and notes say."""

MESSAGES: dict[str, dict[str, str]] = {
    "finding.blank-figure": {
        "en": "the cell is blank: state an amount, a zero or a dash",
        "ru": "ячейка не заполнена; подлежит уточнению: укажите сумму, ноль или прочерк",
    },
    "finding.blank-figure.needed": {
        "en": "the cell is blank; computed from its sums it is {needed} ({sums})",
        "ru": "ячейка не заполнена; подлежит уточнению: по расчёту {needed} ({sums})",
    },
    "finding.unreadable-number.needed": {
        "en": "«{raw}» is not a number beyond doubt: {why}; by its sums it must be {needed} ({sums})",
        "ru": "«{raw}» нельзя однозначно прочитать как число: {why}; подлежит уточнению: по расчёту {needed} ({sums})",
    },
    "finding.unreadable-number": {
        "en": "«{raw}» is not a number beyond doubt: {why}; print it clearly",
        "ru": "«{raw}» нельзя однозначно прочитать как число: {why}; подлежит уточнению",
    },
    "number.letters": {"en": "letters stand among the digits", "ru": "среди цифр стоят буквы"},
    "number.two-lines": {
        "en": "the digits stand in two lines: two numbers, or one that was broken",
        "ru": "цифры стоят в две строки: это два числа или одно перенесённое",
    },
    "number.shape": {"en": "the digits are not grouped as in a number", "ru": "цифры сгруппированы не как в числе"},
    "finding.year-not-listed": {
        "en": "the list leaves out {years}, which other lists of the same statement name: state an amount or a zero",
        "ru": "в перечне не указано: {years}; в других перечнях той же позиции указано; подлежит уточнению",
    },
    "finding.zero-table": {
        "en": "all {figures} figures of the table are zero: fill them in, or confirm that there is no money",
        "ru": "все значения таблицы равны нулю (всего: {figures}); подлежит уточнению: нет средств или не заполнено",
    },
    "finding.zero-year": {
        "en": "all {figures} figures of {year} are zero: fill them in, or confirm that there is no money",
        "ru": "все значения графы «{year}» равны нулю (всего: {figures}); подлежит уточнению: нет средств или не "
        "заполнено",
    },
    "finding.zero-element": {
        "en": "all figures of the element are zero: fill them in, or confirm that there is no money",
        "ru": "все значения по строке равны нулю; подлежит уточнению: нет средств или не заполнено",
    },
    "finding.unit-slip": {
        "en": "stated in {unit}, but its sums hold only in {expected}: correct the unit",
        "ru": "указано в единицах «{unit}», а суммы сходятся только в единицах «{expected}»; подлежит уточнению",
    },
    "finding.unit-differs": {
        "en": "stated in {unit}, elsewhere in {expected}; the amounts are zero, so nothing is out of balance",
        "ru": "указано в единицах «{unit}», в других местах — «{expected}»; суммы нулевые, баланс не нарушен",
    },
    "gap.continuation-without-start": {
        "en": "a page begins with figures whose row begins nowhere",
        "ru": "страница начинается с продолжения строки, начала которой нет",
    },
    "gap.lost-head": {
        "en": "the head of the table is lost: its columns cannot be named",
        "ru": "шапка таблицы утрачена: графы назвать нельзя",
    },
    "gap.figures-without-label": {
        "en": "rows with figures but without a name or code, {rows} in all, were not taken: workings beside the table",
        "ru": "строки с числами без наименования и кода (всего {rows}) не учтены: расчёты вне таблицы",
    },
    "gap.percent-columns": {
        "en": "columns of percentages, {columns} in all, were not taken: percentages do not add up",
        "ru": "графы с процентами (всего {columns}) не учтены: проценты не складываются",
    },
    "gap.odd-columns": {
        "en": "columns, {columns} in all, whose rows add up nowhere although in the other columns they do, were not"
        " taken: they hold codes, rates or workings, not amounts",
        "ru": "графы (всего {columns}), в которых строки не складываются, хотя в остальных складываются, не учтены:"
        " в них стоят коды, показатели или расчёты, а не суммы",
    },
    "gap.rows-not-bound": {
        "en": "under {rows} rows the rows that follow add up in no column: what they consist of was not understood",
        "ru": "для {rows} строк следующие за ними строки не дают суммы ни в одной графе: их состав не установлен",
    },
    "gap.rows-above": {
        "en": "{rows} rows with numbers stand above the figures that were taken of this table, and were not read:"
        " another table may stand there; give it a sheet or a table of its own",
        "ru": "выше учтённых сумм этой таблицы стоят строки с числами (всего {rows}), они не прочитаны: возможно, это"
        " другая таблица; вынесите её на отдельный лист или в отдельную таблицу",
    },
    "gap.rows-above.headline": {
        "en": "rows with numbers above a table were not read",
        "ru": "строки с числами над таблицей не прочитаны",
    },
    "gap.figures-without-label.headline": {
        "en": "figures stand beside the table",
        "ru": "числа вне таблицы не учтены",
    },
    "gap.percent-columns.headline": {
        "en": "columns of percentages were left out",
        "ru": "графы с процентами не учтены",
    },
    "gap.odd-columns.headline": {
        "en": "columns that hold no amounts were left out",
        "ru": "графы, в которых стоят не суммы, не учтены",
    },
    "gap.rows-not-bound.headline": {
        "en": "it was not understood what some rows consist of",
        "ru": "состав отдельных строк не установлен",
    },
    "gap.lost-head.headline": {"en": "a table has no head", "ru": "у таблицы нет шапки"},
    "gap.continuation-without-start.headline": {
        "en": "a row continues that begins nowhere",
        "ru": "начало строки утрачено",
    },
    "gap.list-breaks-off": {
        "en": "the text breaks off at a year without an amount: the list of that year was not checked",
        "ru": "текст обрывается на годе без суммы: перечень с этим годом не проверен",
    },
    "gap.list-breaks-off.headline": {
        "en": "a list of years breaks off",
        "ru": "перечень по годам оборван",
    },
    "gap.mixed-columns": {
        "en": "text stands in two columns that no line parts (pages: {pages}), and words of one were read among words"
        " of the other: the sums in it were not checked; use the document this PDF was made from",
        "ru": "текст стоит в две графы без линеек (страницы: {pages}), и слова одной прочитаны вперемешку со"
        " словами другой: суммы в нём не проверены; возьмите документ, из которого сделан этот PDF",
    },
    "gap.mixed-columns.headline": {
        "en": "text in two columns was not read",
        "ru": "текст в две графы не прочитан",
    },
    "gap.no-unit": {
        "en": "no unit of account is printed for the table",
        "ru": "для таблицы не указана единица измерения",
    },
    "gap.no-unit.headline": {
        "en": "a table names no unit of account",
        "ru": "единица измерения таблицы не указана",
    },
    "gap.statement-not-understood.headline": {
        "en": "a statement was not understood",
        "ru": "перечень сумм не удалось разобрать",
    },
    "gap.statement-not-understood": {
        "en": "its words do not show which of its sums make up which, and no reading of it adds up: "
        "it was not checked",
        "ru": "из текста не видно, какие суммы из каких складываются, и ни при одном прочтении они не сходятся; "
        "суммы не проверены",
    },
    "untaken.column-number": {
        "en": "numbers a column",
        "ru": "номер графы",
    },
    "untaken.head": {
        "en": "stands in the head of the table",
        "ru": "стоит в шапке таблицы",
    },
    "untaken.label": {
        "en": "a code, a number or a year that names its row",
        "ru": "код, номер или год, которым обозначена строка",
    },
    "untaken.in-words": {
        "en": "stands inside words or a date",
        "ru": "стоит внутри текста или даты",
    },
    "untaken.percent": {
        "en": "stands in a column of shares, which no sum holds",
        "ru": "стоит в графе долей, которые не складываются",
    },
    "untaken.odd": {
        "en": "stands in a column whose rows add up nowhere, unlike those of the other columns: a code, a rate or a"
        " working",
        "ru": "стоит в графе, строки которой, в отличие от остальных граф, не складываются: код, показатель или расчёт",
    },
    "untaken.column-not-understood": {
        "en": "no head says what its column holds",
        "ru": "из шапки не следует, что стоит в этой графе",
    },
    "untaken.row-not-understood": {
        "en": "no words say what its row holds",
        "ru": "из слов не следует, что стоит в этой строке",
    },
    "untaken.not-read": {
        "en": "table {table} was not read",
        "ru": "таблица {table} не прочитана",
    },
    "table.other-not-read": {
        "en": "table {table} holds numbers but no financing by year; they were not checked",
        "ru": "таблица {table} содержит числа, но не финансирование по годам; они не проверены",
    },
    "table.indicators-not-read": {
        "en": "table {table} seems to hold indicators, but none was understood; they were not checked",
        "ru": "таблица {table}, вероятно, содержит показатели, но они не распознаны и не проверены",
    },
    "table.statistics-not-read": {
        "en": "table {table} holds figures by year that are not money; they were not checked",
        "ru": "таблица {table} содержит значения по годам, но не денежные; они не проверены",
    },
    "table.figures-not-understood": {
        "en": "figures not understood: the rows of table {table} are torn, and no way to read them makes their sums "
        "hold; they were not checked",
        "ru": "значения не поняты: строки таблицы {table} разорваны, и ни при каком прочтении их суммы не сходятся; "
        "они не проверены",
    },
    "table.statement-not-understood": {
        "en": "statement {table} was not understood; its sums were not checked",
        "ru": "строение перечня {table} не понято; его суммы не проверены",
    },
    "note.no-figures": {
        "en": "no financing table and no statement of volumes was found, so nothing was checked",
        "ru": "не найдено ни таблицы финансирования, ни текста об объёмах; ничего не проверено",
    },
    "note.no-structure": {
        "en": "the text has lost its structure: {characters} characters with {numbers} numbers stand in one line "
        "without table cells, so no table can be recovered and nothing was checked; take the original file, "
        "or a scan recognised with its tables kept",
        "ru": "текст утратил строение: {characters} знаков и {numbers} чисел стоят в одной строке без ячеек таблиц; "
        "восстановить таблицы нельзя, ничего не проверено; возьмите исходный файл или распознайте скан "
        "с сохранением таблиц",
    },
    "note.source-misspelled": {
        "en": "line {line}: source `{source}` is unknown and was added to the total like any other; "
        "did you mean `{meant}`?",
        "ru": "строка {line}: источник «{source}» неизвестен и прибавлен к итогу как отдельный; "
        "возможно, имелся в виду «{meant}»",
    },
    "note.source-unknown": {
        "en": "line {line}: source `{source}` is in no vocabulary and was added to the total like any other",
        "ru": "строка {line}: источника «{source}» нет в словаре, он прибавлен к итогу как отдельный",
    },
    "note.period-unknown": {
        "en": "line {line}: period `{period}` is neither a year, nor a span such as 2024-2028, nor `total`; "
        "its amounts were added to nothing",
        "ru": "строка {line}: период «{period}» — не год, не промежуток вида 2024-2028 и не `total`; "
        "его суммы ни с чем не сложены",
    },
    "note.consolidated-reading": {
        "en": "consolidated budget read as {reading}",
        "ru": "консолидированный бюджет прочитан по варианту {reading}",
    },
}
