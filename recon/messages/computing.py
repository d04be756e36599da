"""How each check computes what it holds a figure against: `how.CHECK`, or `how.CHECK.VALUE` of its one parameter."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "how.parts-add-to-whole.period": {
        "en": "For each row and source the single years are added; a span such as 2024–2026 is compared with "
        "its years, the total with the spans or years that make it up. Columns of one kind only are "
        "added.",
        "ru": "По каждой строке и источнику складываются отдельные годы; период, например 2024–2026, "
        "сопоставляется со своими годами, итог — с составляющими его периодами или годами. Складываются "
        "только графы одного смысла.",
    },
    "how.parts-add-to-whole.source": {
        "en": "For each row and year the sources right below the total are added. A source without a row counts"
        " as zero; lines “of which” and “besides” are left out.",
        "ru": "По каждой строке и году складываются источники, стоящие непосредственно под «Всего». Источник "
        "без строки считается нулём; строки «в том числе» и «кроме того» не складываются.",
    },
    "how.parts-add-to-whole.element": {
        "en": "For each source and year the direct children of a row are added, as the codes or the layout of "
        "the table say. A child without a row for a source counts as zero if it is split by sources at "
        "all.",
        "ru": "По каждому источнику и году складываются непосредственно подчинённые строки, как показывают коды"
        " или строение таблицы. Подчинённая строка без данного источника считается нулём, если источники "
        "у неё указаны.",
    },
    "how.selected-parts-add-to-whole": {
        "en": "The figures chosen as parts are added, those chosen as less are subtracted, and the sum is held "
        "against the figure chosen as whole. What no selector names is the same in all of them.",
        "ru": "Складываются суммы, выбранные как parts, вычитаются выбранные как less, результат сопоставляется"
        " с суммой, выбранной как whole. Всё, что в отборе не названо, у них одинаково.",
    },
    "how.budget-balances": {
        "en": "Expenditure, net lending and the balance of operations with financial assets are subtracted from the "
        "revenue of the same budget and year, and the result is held against its surplus, or against its deficit with "
        "the other sign.",
        "ru": "Из доходов вычитаются расходы (затраты), чистое бюджетное кредитование и сальдо по операциям с "
        "финансовыми активами того же бюджета и года; результат сопоставляется с профицитом или, с обратным знаком, "
        "с дефицитом.",
    },
    "how.budget-lines": {
        "en": "The parts of a line are added, repayments and sales are subtracted unless they are printed with a minus "
        "of their own. The financing is held against the deficit or surplus of the same budget and year, with the "
        "other sign.",
        "ru": "Слагаемые строки складываются, погашение и продажа вычитаются, если они не указаны со знаком минус. "
        "Финансирование сопоставляется, с обратным знаком, с дефицитом (профицитом) того же бюджета и года.",
    },
    "how.signed-sums": {
        "en": "In a budget table, rows before a row that no word calls a total, or columns beside a column, that make"
        " it up with their signs in all columns (rows) or in all but one, are held against it.",
        "ru": "В таблице бюджета строки перед строкой, не названной итогом, или графы рядом с графой, которые дают её "
        "с учётом знаков во всех графах (строках) или во всех, кроме одной, сопоставляются с ней.",
    },
    "how.years-of-sources-add-to-total": {
        "en": "Where a total and the years of its sources are told, and no total of a source or of a year, all years "
        "of all sources are added and held against the total.",
        "ru": "Если есть итог и годы по источникам, а итогов по источникам и по годам нет, складываются все годы всех "
        "источников, и сумма сопоставляется с итогом.",
    },
    "how.part-within-whole.source": {
        "en": "Each line “of which” is held against the source that it is a part of, in the same row and year.",
        "ru": "Каждая строка «в том числе» сопоставляется с источником, частью которого она названа, в той же "
        "строке и в том же году.",
    },
    "how.consolidated-budget": {
        "en": "Both readings are computed for each document: regional + local, and regional + transfers + "
        "local. The one that fewer rows break is taken for the whole document.",
        "ru": "Для документа вычисляются оба прочтения: бюджет субъекта + местные и бюджет субъекта + "
        "трансферты + местные. Для всего документа берётся то, которое нарушает меньше строк.",
    },
    "how.same-figure.one-key": {
        "en": "Every repetition of a row is held against its first figure, by element, source and year: in its "
        "own table, and in another table that repeats most of it.",
        "ru": "Каждое повторение строки сопоставляется с первой суммой по элементу, источнику и году: в своей "
        "таблице и в другой, которая её в основном повторяет.",
    },
    "how.same-figure.passport-and-financing": {
        "en": "Every amount of the passport is held against each financing table of the document that has the "
        "same element, source and year. A total is compared only where both cover the same years.",
        "ru": "Каждая сумма паспорта сопоставляется с каждой таблицей финансирования документа, где есть тот же"
        " элемент, источник и год. Итог сопоставляется, только если годы совпадают.",
    },
    "how.stated-difference": {
        "en": "The words of the head say which two columns a difference compares; one is subtracted from the other.",
        "ru": "По словам шапки определяется, какие две графы сопоставляет отклонение; одна вычитается из другой.",
    },
    "how.same-unit": {
        "en": "Where a sum is broken, and would hold if one figure of another unit stood in the unit of the "
        "others, that figure is named. Zeros in a unit that the document does not use elsewhere are named"
        " as well.",
        "ru": "Если сумма нарушена, но сошлась бы, будь одно число другой единицы в единице остальных, "
        "называется это число. Называются и нули в единице, которой в документе больше нигде нет.",
    },
    "how.no-blank-figure": {
        "en": "Cells without any sign in columns of figures are counted, where most of the column is filled.",
        "ru": "Отмечаются ячейки без единого знака в графах, которые в основном заполнены.",
    },
    "how.every-year-listed": {
        "en": "The lists of one statement are held against one another: the years of all of them together are "
        "the period.",
        "ru": "Перечни одной позиции сопоставляются друг с другом: период — это годы всех перечней вместе.",
    },
    "how.not-all-zero": {
        "en": "The figures of each table are looked at together, then by year and by row; the widest that is "
        "all zero is named once.",
        "ru": "Суммы каждой таблицы рассматриваются вместе, затем по годам и по строкам; самое широкое нулевое "
        "называется один раз.",
    },
    "how.readable-number": {
        "en": "What stands in a column of figures is read as a number by its digits, marks and groups of three;"
        " what allows two readings is refused.",
        "ru": "Написанное в числовой графе читается как число по цифрам, знакам и группам разрядов; если "
        "возможны два прочтения, число не принимается.",
    },
    "how.nothing-lost": {
        "en": "While tables are put together, every continuation without a beginning, every table without a "
        "head and every run-together text is noted.",
        "ru": "При сборке таблиц отмечается каждое продолжение без начала, таблица без шапки и слипшийся текст.",
    },
    "how.repeated-indicator": {
        "en": "Indicators of one name, endings and quotation marks aside, are held against the first printing: "
        "unit by unit, year by year.",
        "ru": "Показатели с одним наименованием, без учёта кавычек, сопоставляются с первым упоминанием: "
        "единица с единицей, год с годом.",
    },
    "how.money-has-indicator": {
        "en": "The codes of the activities with money are held against those of the table of indicators, where "
        "both number them alike.",
        "ru": "Коды мероприятий со средствами сопоставляются с кодами таблицы показателей, если нумерация в них"
        " общая.",
    },
    "how.unit-fits-name": {
        "en": "The first word of the name says what is counted: a number of things, a share, a yes or no; the "
        "unit has to be of that kind.",
        "ru": "Первое слово наименования показывает, что считается: количество, доля, «да» или «нет»; единица "
        "должна быть такого же рода.",
    },
    "how.same-unit-elsewhere": {
        "en": "Where another part of the document names the indicator with a unit, that unit is held against "
        "the table's; spellings of one unit are one.",
        "ru": "Если другая часть документа называет показатель с единицей, она сопоставляется с единицей "
        "таблицы; разные написания одной единицы не различаются.",
    },
    "how.within-range": {
        "en": "Every value of an indicator that is a share in percent is held against 0 and 100.",
        "ru": "Каждое значение показателя, который является долей в процентах, сопоставляется с 0 и 100.",
    },
    "how.trajectory": {
        "en": "The values of shares and levels are followed from year to year, those of at least three years.",
        "ru": "Значения долей и уровней прослеживаются по годам, если их не меньше трёх.",
    },
    "how.base-year": {
        "en": "The year behind words of comparison in the name is held against the date of the base value.",
        "ru": "Год после слов сравнения в наименовании сопоставляется с датой базового значения.",
    },
    "how.formula-variables": {
        "en": "The variables of a formula are looked for among the definitions in the text that belongs to it, "
        "and counted.",
        "ru": "Переменные формулы отыскиваются среди расшифровок в относящемся к ней тексте и подсчитываются.",
    },
    "how.share-of-whole": {
        "en": "The two columns whose ratio gives the percentage in most rows are part and whole; each row is "
        "divided exactly and rounded to the printed digits.",
        "ru": "Две графы, отношение которых даёт процент в большинстве строк, — часть и целое; в каждой строке "
        "деление выполняется точно и округляется до указанных знаков.",
    },
    "how.band-of-scale": {
        "en": "The exact ratio of each row is looked up in the printed scale; a band reaches up to the "
        "beginning of the next one.",
        "ru": "Точное отношение каждой строки отыскивается в приведённой шкале; ступень продолжается до начала "
        "следующей.",
    },
    "how.mean-or-weights": {
        "en": "The rows above a printed mean are added, divided by their number and rounded to its digits; the "
        "weights of a group are added.",
        "ru": "Строки над указанным средним складываются, делятся на их число и округляются до его знаков; веса"
        " группы складываются.",
    },
    "how.narrative-target": {
        "en": "In a sentence each word of which is understood, an indicator's name stands with a number, its unit and "
        "one year: the number is held against the table's, at the digits that the sentence has.",
        "ru": "В предложении, где понятны все слова, наименование показателя стоит с числом, его единицей и одним "
        "годом: число сопоставляется с таблицей с той точностью, с которой оно указано в тексте.",
    },
    "how.passports-agree": {
        "en": "For each source and year the amounts of the subprogrammes' passports are added and held against "
        "the programme's, where most of them agree.",
        "ru": "По каждому источнику и году суммы паспортов подпрограмм складываются и сопоставляются с "
        "паспортом программы, если большинство из них сходится.",
    },
    "how.same-decimals": {
        "en": "The decimals of all figures of a table are counted; the number that most of them have is that of"
        " the table.",
        "ru": "Подсчитывается число знаков после запятой у всех чисел таблицы; разрядность таблицы — та, что у "
        "большинства.",
    },
    "how.same-scale": {
        "en": "In a row of at least four years that are of one size, an amount a thousand or a million times "
        "away is named.",
        "ru": "В строке, где не меньше четырёх лет одного порядка, отмечается сумма, отличающаяся в тысячу или "
        "миллион раз.",
    },
    "how.source-in-parent": {
        "en": "The sources with money of each row are looked for in the row right above, if that one names "
        "sources at all.",
        "ru": "Источники со средствами каждой строки отыскиваются в строке непосредственно над ней, если в той "
        "указаны источники.",
    },
    "how.constant-rate": {
        "en": "The regional part of what the federal and the regional budget pay together is divided out for "
        "each year and held against the rate of most years.",
        "ru": "По каждому году вычисляется доля региона в совместных средствах федерального и регионального "
        "бюджетов и сопоставляется с долей большинства лет.",
    },
}
