"""What findings about indicators, statistics, scales and formulas say."""

MESSAGES: dict[str, dict[str, str]] = {
    "listed.indicators": {
        "en": "a value of an indicator: it is no money, and no sum takes it in",
        "ru": "значение показателя: не денежная сумма, в суммы не входит",
    },
    "listed.statistics": {
        "en": "a value of a table of statistics: it is no money, and no sum takes it in",
        "ru": "значение таблицы статистики: не денежная сумма, в суммы не входит",
    },
    "spot.line": {"en": "line {line}", "ru": "строка файла {line}"},
    "spot.cell": {"en": "sheet {sheet}, cell {cell}", "ru": "лист {sheet}, ячейка {cell}"},
    "spot.page": {"en": "page {page}, row {row}", "ru": "страница {page}, строка {row}"},
    "spot.row": {"en": "table {table}, row {row}", "ru": "таблица {table}, строка {row}"},
    "finding.repeat-unit": {
        "en": "the unit is «{unit}» here and «{other}» where the indicator is repeated ({spot}); bring them into line",
        "ru": "единица измерения здесь «{unit}», при повторе показателя — «{other}» ({spot}); подлежит уточнению",
    },
    "finding.repeat-value": {
        "en": "stated {raw} here and {other} where the indicator is repeated ({spot}); bring them into line",
        "ru": "указано {raw}, при повторе показателя — {other} ({spot}); подлежит уточнению",
    },
    "finding.repeat-absent": {
        "en": "stated «{raw}» here and «{other}» where the indicator is repeated ({spot}): {row} against {other_row}; "
        "bring them into line",
        "ru": "указано «{raw}», при повторе показателя — «{other}» ({spot}): {row} и {other_row}; подлежит уточнению",
    },
    "finding.unit-respelled": {
        "en": "the unit is spelled «{unit}» here and «{other}» elsewhere ({spot}); use one spelling",
        "ru": "единица измерения записана как «{unit}» и как «{other}» ({spot}); привести к одному написанию",
    },
    "finding.unit-respelled.headline": {
        "en": "a unit is spelled in two ways",
        "ru": "единица измерения записана по-разному",
    },
    "finding.nearly-alike": {
        "en": "the name is that of another indicator but for a word's ending: «{word}» here, «{other}» there ({spot})",
        "ru": "наименование отличается от другого только окончанием: «{word}» и «{other}» ({spot}); уточнить",
    },
    "finding.nearly-alike.headline": {
        "en": "one indicator is named in two ways",
        "ru": "один показатель назван по-разному",
    },
    "finding.count-in-percent": {
        "en": "the name speaks of a number, the unit is «{unit}»; correct the unit or the name",
        "ru": "наименование называет количество, а единица измерения — «{unit}»; уточнить единицу или наименование",
    },
    "finding.share-not-in-percent": {
        "en": "the name speaks of a share, the unit is «{unit}»; a share is stated in percent",
        "ru": "наименование называет долю, а единица измерения — «{unit}»; доля указывается в процентах",
    },
    "finding.times-in-percent": {
        "en": "the name says «{words}», the unit is «{unit}»; make sure in which of the two the values are stated",
        "ru": "в наименовании «{words}», а единица измерения — «{unit}»; уточнить, в чём указаны значения",
    },
    "finding.number-for-answer": {
        "en": "stated {raw}, where the unit asks for yes or no",
        "ru": "указано {raw}, хотя единица измерения — «да/нет»",
    },
    "finding.answer-for-number": {
        "en": "stated «{raw}», where the unit «{unit}» asks for a number",
        "ru": "указано «{raw}», хотя единица измерения «{unit}» требует числа",
    },
    "finding.unit-elsewhere": {
        "en": "the unit is «{unit}» here and «{other}» in another part of the document ({spot}); bring them into line",
        "ru": "единица измерения «{unit}», в другой части документа — «{other}» ({spot}); подлежит уточнению",
    },
    "finding.out-of-range": {
        "en": "stated {raw}: a share lies between 0 and 100 percent",
        "ru": "указано {raw}: доля не может быть меньше 0 и больше 100 процентов",
    },
    "finding.falls-to-zero": {
        "en": "the values fall to zero and stay there ({zeros:year|years}): {row}; a zero may stand for a value that "
        "was not filled in",
        "ru": "значения падают до нуля и не восстанавливаются ({zeros:год|года|лет}): {row}; возможно, ноль стоит "
        "вместо незаполненного значения; подлежит уточнению",
    },
    "finding.turns-back.headline": {
        "en": "an indicator turns back",
        "ru": "значение показателя ниже соседних",
    },
    "finding.number-for-answer.headline": {
        "en": "a value does not fit the unit of its indicator",
        "ru": "значение не соответствует единице измерения",
    },
    "finding.answer-for-number.headline": {
        "en": "a value does not fit the unit of its indicator",
        "ru": "значение не соответствует единице измерения",
    },
    "finding.turns-back": {
        "en": "one value lies below both of its neighbours while the others rise: {row}; make sure of it",
        "ru": "значение ниже обоих соседних, хотя остальные растут: {row}; подлежит уточнению",
    },
    "finding.zero-indicator": {
        "en": "all values of the indicator are zero: {row}; nothing is aimed at",
        "ru": "все значения показателя равны нулю: {row}; подлежит уточнению",
    },
    "finding.indicator-without-values": {
        "en": "no value is stated for any year: {row}",
        "ru": "ни за один год значение не указано: {row}",
    },
    "finding.indicator-without-values.headline": {
        "en": "an indicator has no values",
        "ru": "значения показателя не указаны",
    },
    "finding.narrative-target": {
        "en": "the text names {raw} for {year}, the table of indicators {other} ({spot}): «{name}»; "
        "bring them into line",
        "ru": "в тексте на {year} год указано {raw}, в таблице показателей — {other} ({spot}): «{name}»; "
        "подлежит уточнению",
    },
    "finding.base-year": {
        "en": "the name compares with {named}, the base value is dated {date}; bring the date or the name into line",
        "ru": "в наименовании базовым назван {named} год, а базовое значение указано на {date}; подлежит уточнению",
    },
    "finding.money-without-indicator": {
        "en": "{count:activity has|activities have} money and no indicator: {codes}",
        "ru": "предусмотрены средства, а показателей нет ({count:мероприятие|мероприятия|мероприятий}): {codes}",
    },
    "finding.indicator-without-money": {
        "en": "{count:activity has|activities have} indicators and no money in any year: {codes}",
        "ru": "показатели есть, а средств нет ни в одном году ({count:мероприятие|мероприятия|мероприятий}): {codes}",
    },
    "finding.indicator-without-money.headline": {
        "en": "an activity with indicators has no money",
        "ru": "мероприятие с показателями не обеспечено средствами",
    },
    "finding.variable-twice": {
        "en": "«{formula}»: {repeated} is defined more than once and {missing} is not defined; one definition probably "
        "belongs to {missing}",
        "ru": "«{formula}»: {repeated} расшифрована более одного раза, {missing} — ни разу; вероятно, одна из "
        "расшифровок относится к {missing}",
    },
    "finding.variable-undefined": {
        "en": "«{formula}»: {missing} is not defined in the text that belongs to the formula",
        "ru": "«{formula}»: {missing} не расшифрована в тексте при формуле",
    },
    "finding.share-differs": {
        "en": "stated {raw} %, computed {part} ÷ {whole} = {computed} %",
        "ru": "указано {raw} %, по расчёту {part} ÷ {whole} = {computed} %",
    },
    "finding.points-differ": {
        "en": "stated {raw}, by the printed scale {share} % gives {points}",
        "ru": "указано {raw}, по приведённой шкале для {share} % — {points}",
    },
    "finding.gain-left-out": {
        "en": "the list leaves out «{name}» ({spot}): {was} becomes {new} and gains {gain}",
        "ru": "в перечне нет «{name}» ({spot}): было {was}, станет {new}, прирост {gain}; дополнить перечень",
    },
    "finding.gain-left-out.headline": {
        "en": "a list leaves out one that meets its condition",
        "ru": "в перечне нет того, кто отвечает его условию",
    },
    "finding.gain-differs": {
        "en": "stated +{raw}, by the printed scale {was} becomes {new} and gains {gain}",
        "ru": "указано +{raw}, по приведённой шкале: было {was}, станет {new}, прирост {gain}",
    },
    "finding.gain-differs.headline": {
        "en": "a stated gain is not that of the printed scale",
        "ru": "указанный прирост балла не соответствует шкале",
    },
    "finding.mean-differs": {
        "en": "stated {raw}, the mean of {rows:row|rows} is {computed}",
        "ru": "указано {raw}, по расчёту среднее ({rows:строка|строки|строк}) — {computed}",
    },
    "finding.mean-differs.headline": {
        "en": "a mean is not that of its rows",
        "ru": "среднее не равно среднему по строкам",
    },
    "finding.weights-differ": {
        "en": "{rows:weight adds|weights add} to {total} instead of {whole}",
        "ru": "сумма весов ({rows:строка|строки|строк}) равна {total}, должно быть {whole}",
    },
    "finding.weights-differ.headline": {
        "en": "weights do not add to the whole",
        "ru": "сумма весов не равна единице",
    },
}
